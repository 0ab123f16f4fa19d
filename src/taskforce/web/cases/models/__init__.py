"""What is kept about a case: the application, its events, its people, its texts and its end."""

from taskforce.web.cases.models.case import OPEN_STATES, Case, CaseKind, CaseState
from taskforce.web.cases.models.condition import Condition
from taskforce.web.cases.models.decision import Decision, Outcome
from taskforce.web.cases.models.event import ONCE, WITH_REASON, Event, EventKind
from taskforce.web.cases.models.feed import Feed
from taskforce.web.cases.models.frozen_check import FrozenCheck
from taskforce.web.cases.models.message import Audience, Message
from taskforce.web.cases.models.party import Party, PartyRole
from taskforce.web.cases.models.rent import Rent
from taskforce.web.cases.models.statement import Statement

__all__ = [
    "ONCE",
    "OPEN_STATES",
    "WITH_REASON",
    "Audience",
    "Case",
    "CaseKind",
    "CaseState",
    "Condition",
    "Decision",
    "Event",
    "EventKind",
    "Feed",
    "FrozenCheck",
    "Message",
    "Outcome",
    "Party",
    "PartyRole",
    "Rent",
    "Statement",
]
