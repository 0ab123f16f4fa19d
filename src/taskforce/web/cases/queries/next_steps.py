"""What happens next in a case: for the one who handles it, and for the one who waits."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from taskforce.web.cases.models import Case, CaseState, EventKind
from taskforce.web.cases.queries.access import handles
from taskforce.web.cases.queries.clocks import ToldClock, running
from taskforce.web.cases.queries.complaints import complaints_until
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.people.caller import Caller

Clocks = dict[str, ToldClock]


def next_steps(case: Case, caller: Caller) -> list[str]:
    """One or two sentences; nothing where nothing is left to do."""
    clocks = {one.key: one for one in running(case, localdate())}
    tell = _TOLD.get(CaseState(case.state))
    return [one for one in tell(case, clocks, handles(caller, case)) if one] if tell else []


def _draft(_case: Case, _clocks: Clocks, _handles: bool) -> list[str]:
    return [_("Fill in what is missing, and send the application. Only you can see the draft.")]


def _received(_case: Case, clocks: Clocks, handles_it: bool) -> list[str]:
    clock = clocks.get("completeness")
    if clock is None:
        if handles_it:
            return [_("See whether the application is complete, and say so.")]
        return [_("The municipality looks at whether anything is missing.")]
    if handles_it:
        words = _("See whether the application is complete, and say so by %(day)s at the latest.")
        late = _("See whether the application is complete, and say so. It was due on %(day)s.")
    else:
        words = _("The municipality says by %(day)s at the latest whether anything is missing.")
        late = _("The municipality was to say by %(day)s whether anything is missing.")
    return [_in_time(clock, words, late)]


def _in_time(clock: ToldClock, words: str, late: str) -> str:
    return (late if clock.overdue else words) % {"day": day(clock.due)}


def _papers_missing(case: Case, _clocks: Clocks, handles_it: bool) -> list[str]:
    asked = [one.reason for one in case.events.all() if one.kind == EventKind.PAPERS_MISSING]
    told = {"papers": asked[-1]} if asked else {"papers": ""}
    if handles_it:
        return [_("Wait for what is missing: %(papers)s") % told]
    return [_("Send what is missing: %(papers)s") % told]


def _complete(_case: Case, clocks: Clocks, handles_it: bool) -> list[str]:
    clock = clocks.get("decision")
    if clock is None:
        return [_("Decide the case.")] if handles_it else [_("The municipality decides the case.")]
    if handles_it:
        words = _("Decide the case by %(day)s at the latest.")
        late = _("Decide the case. It was due on %(day)s.")
    else:
        words = _("The municipality decides the case by %(day)s at the latest.")
        late = _("The municipality was to decide the case by %(day)s.")
    return [_in_time(clock, words, late)]


def _stopped(case: Case, _clocks: Clocks, _handles: bool) -> list[str]:
    reasons = [one.reason for one in case.events.all() if one.kind == EventKind.STOPPED]
    return [_("The case is on hold: %(reason)s") % {"reason": reasons[-1] if reasons else ""}]


def _decided(case: Case, _clocks: Clocks, handles_it: bool) -> list[str]:
    done = {one.kind for one in case.events.all()}
    until = complaints_until(case)
    publishes = case.kind == "mast" and EventKind.PUBLISHED not in done and handles_it
    return [
        _("Publish the decision, so that the complaint period begins.") if publishes else "",
        _("The decision can be complained about until %(day)s.") % {"day": day(until)}
        if until is not None and until >= localdate()
        else "",
    ]


_TOLD: dict[CaseState, Callable[[Case, Clocks, bool], list[str]]] = {
    CaseState.DRAFT: _draft,
    CaseState.RECEIVED: _received,
    CaseState.PAPERS_MISSING: _papers_missing,
    CaseState.COMPLETE: _complete,
    CaseState.STOPPED: _stopped,
    CaseState.DECIDED: _decided,
}
