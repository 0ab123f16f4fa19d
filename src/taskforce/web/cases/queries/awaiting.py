"""What awaits a caller among the cases: clocks that run out, statements, papers to send."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.cases.models import OPEN_STATES, Case, CaseState, EventKind, Statement
from taskforce.web.cases.queries.access import applies, handles, open_to
from taskforce.web.cases.queries.clocks import ToldClock, running
from taskforce.web.frame.awaiting import Awaiting, by_urgency
from taskforce.web.people.caller import Caller

# From here on a clock is shown: half of the time is used.
_FIRST_WARNING = 50


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """The clocks of an authority from half of their time on; for the taskforce the overdue only."""
    cases = open_to(caller).filter(state__in=OPEN_STATES).prefetch_related("events", "statements")
    return by_urgency([one for case in cases for one in _of_case(case, caller, on)])


def _of_case(case: Case, caller: Caller, on: date) -> Iterable[Awaiting]:
    if handles(caller, case):
        yield from (_clock(case, one) for one in running(case, on) if _shown(one, caller))
        yield from (_statement(case, one) for one in case.statements.all() if one.is_overdue(on))
    elif applies(caller, case) and case.state == CaseState.PAPERS_MISSING:
        asked = [one.reason for one in case.events.all() if one.kind == EventKind.PAPERS_MISSING]
        words = gettext("Send what the municipality misses: %(papers)s")
        yield _awaiting(case, words % {"papers": asked[-1] if asked else case.title}, None, False)


def _shown(clock: ToldClock, caller: Caller) -> bool:
    if not clock.is_owed:
        return False
    return clock.overdue or (not caller.is_consultant and clock.warning >= _FIRST_WARNING)


def _clock(case: Case, clock: ToldClock) -> Awaiting:
    told = {"clock": clock.name, "case": case.title, "percent": clock.warning}
    if clock.overdue:
        words = gettext("%(clock)s has passed: “%(case)s”")
    else:
        words = gettext("%(clock)s: “%(case)s” has used %(percent)s per cent of its time")
    return _awaiting(case, words % told, clock.due, clock.overdue)


def _statement(case: Case, statement: Statement) -> Awaiting:
    words = gettext("Statement from %(name)s in “%(case)s”")
    told = {"name": statement.asked_from, "case": case.title}
    return _awaiting(case, words % told, statement.due, True)


def _awaiting(case: Case, words: str, due: date | None, overdue: bool) -> Awaiting:
    return Awaiting(words, case.municipality.name, reverse("case", args=[case.pk]), due, overdue)
