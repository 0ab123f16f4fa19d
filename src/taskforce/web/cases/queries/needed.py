"""What the rules still need to know of a case, and the days that its events tell them."""

from __future__ import annotations

from datetime import date

from taskforce.rules.facts import Facts, facts_from
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.errors import Refused
from taskforce.web.cases.models import Case, EventKind
from taskforce.web.checks.queries.answering import answer

# Facts of the rulebook that nobody has to type in a case: the day is written down anyhow.
DAYS = {
    EventKind.RECEIVED: "received",
    EventKind.COMPLETE: "complete",
    EventKind.DECIDED: "decided",
    EventKind.PUBLISHED: "published",
    EventKind.NEIGHBOURS_NOTIFIED: "notified",
}


def facts_of(case: Case) -> Facts:
    """The facts of a case, and the days of its events.

    Raises
    ------
    Refused
        The rulebook of today knows a fact of the case no longer.
    """
    happened = {
        DAYS[EventKind(one.kind)]: one.on.isoformat()
        for one in case.events.all()
        if one.kind in DAYS
    }
    return facts_from({**happened, **case.said}, book=the_rulebook())


def still_needed(case: Case, on: date) -> tuple[str, ...]:
    """The facts that could change the answer, first those that settle it soonest."""
    try:
        facts = facts_of(case)
    except Refused:
        facts = facts_from({"case": case.kind}, book=the_rulebook())
    return answer(facts, code=case.municipality.code, on=on).missing_facts
