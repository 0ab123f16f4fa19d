"""Where and until when a decision can be complained about."""

from __future__ import annotations

from datetime import date, timedelta

from taskforce.web.cases.models import Case, Decision, EventKind
from taskforce.web.cases.texts import route
from taskforce.web.frame.templatetags.spoken import spoken


def decision_of(case: Case) -> Decision | None:
    """The decision, or None while there is none."""
    return getattr(case, "decision", None)


def complaints_until(case: Case) -> date | None:
    """The last day; None where there is no period, or none yet for want of a publication."""
    given = decision_of(case)
    way = route(given.appeal_route) if given else None
    if given is None or given.appeal_until is not None or way is None or not way.from_publication:
        return given.appeal_until if given else None
    published = (one.on for one in case.events.all() if one.kind == EventKind.PUBLISHED)
    begins = next(published, None)
    return begins + timedelta(weeks=way.weeks) if begins else None


def how_to_complain(case: Case) -> str:
    """The words of the decision, or those of the library."""
    given = decision_of(case)
    way = route(given.appeal_route) if given else None
    if given is None:
        return ""
    return given.appeal_text or (spoken(way.text) if way else "")
