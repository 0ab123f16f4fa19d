"""What is kept about meetings: the invitations, the agenda, and what came of them."""

from taskforce.web.meetings.models.agenda import AgendaItem, Outcome, OutcomeKind, Sort
from taskforce.web.meetings.models.feed import MeetingFeed
from taskforce.web.meetings.models.invitee import Answer, Invitee
from taskforce.web.meetings.models.meeting import Meeting, MeetingKind, Series, open_to

__all__ = [
    "AgendaItem",
    "Answer",
    "Invitee",
    "Meeting",
    "MeetingFeed",
    "MeetingKind",
    "Outcome",
    "OutcomeKind",
    "Series",
    "Sort",
    "open_to",
]
