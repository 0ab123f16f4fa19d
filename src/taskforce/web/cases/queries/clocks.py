"""The clocks of a case as they stand on a day, computed from its events and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from taskforce.rules import clocks as engine
from taskforce.rules.case_events import Event as Happened
from taskforce.rules.case_events import EventKind
from taskforce.rules.clock_limits import LIMITS, ClockKind, Limit
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.cases.models import Case, CaseKind, CaseState
from taskforce.web.cases.queries.complaints import complaints_until, decision_of
from taskforce.web.frame.templatetags.spoken import spoken

_WHOLE = 100
_RUNNING = (engine.ClockState.RUNNING, engine.ClockState.STOPPED, engine.ClockState.OVERDUE)


@dataclass(frozen=True, slots=True)
class ToldClock:
    """One clock: what it is called, when it runs out, and how much of its time is used."""

    key: str
    name: str
    rule: str
    start: date
    due: date
    ended: date | None
    state: str
    state_words: str
    percent: int
    warning: int
    stopped_because: str
    # Whether somebody has to act before it runs out; a complaint period only has to pass.
    is_owed: bool

    @property
    def overdue(self) -> bool:
        return self.state == engine.ClockState.OVERDUE

    @property
    def is_running(self) -> bool:
        return self.ended is None and self.state in _RUNNING

    @property
    def has_passed(self) -> bool:
        """Whether it only had to pass, and has: nothing ended it but its own last day."""
        return self.ended is None and self.state == engine.ClockState.MET


def clocks_of(case: Case, on: date) -> list[ToldClock]:
    """Every clock that has begun, those that still run first, the nearest on top."""
    happened = [
        Happened(EventKind(one.kind), one.on, one.reason, one.waits_for_applicant)
        for one in case.events.all()
    ]
    limits = limits_of(case)
    waiting = {one.kind for one in limits if one.waits}
    told = [
        _told(one, one.kind not in waiting) for one in engine.clocks(happened, on=on, limits=limits)
    ]
    if not any(one.key == ClockKind.COMPLAINT for one in told):
        told.extend(_complaint(case, on))
    return sorted(told, key=lambda one: (not one.is_running, one.due, one.key))


def running(case: Case, on: date) -> list[ToldClock]:
    """The clocks that somebody has to keep; a case that is at rest has none."""
    return [one for one in clocks_of(case, on) if one.is_running]


def limits_of(case: Case) -> tuple[Limit, ...]:
    """The clocks of a kind of case, as long as the rules of the day of receipt say."""
    received = min((one.on for one in case.events.all()), default=date.max)
    return tuple(_of_the_day(one, received) for one in LIMITS if _concerns(one, case))


def _told(one: engine.Clock, is_owed: bool) -> ToldClock:
    return ToldClock(
        key=one.kind.value,
        name=spoken(one.kind.label),
        rule=one.rule,
        start=one.start,
        due=one.due,
        ended=one.ended,
        state=one.state,
        state_words=spoken(one.state.label),
        percent=max(0, round(one.used * _WHOLE)),
        warning=max(one.warnings, default=0),
        stopped_because=one.stopped_because,
        is_owed=is_owed,
    )


def _complaint(case: Case, on: date) -> Iterator[ToldClock]:
    """The complaint period of a decision that the engine has no clock for, such as on a dig."""
    until = complaints_until(case) if case.state == CaseState.DECIDED else None
    given = decision_of(case)
    if given is None or until is None:
        return
    whole, used = (until - given.decided_on).days, (min(on, until) - given.decided_on).days
    state = engine.ClockState.RUNNING if on < until else engine.ClockState.MET
    yield ToldClock(
        key=ClockKind.COMPLAINT.value,
        name=spoken(ClockKind.COMPLAINT.label),
        rule="",
        start=given.decided_on,
        due=until,
        ended=None,
        state=state,
        state_words=spoken(state.label),
        percent=round(_WHOLE * used / whole) if whole else _WHOLE,
        warning=0,
        stopped_because="",
        is_owed=False,
    )


def _concerns(limit: Limit, case: Case) -> bool:
    rule = the_rulebook().rules.get(limit.rule)
    return rule is None or CaseKind(case.kind).value in {one.value for one in rule.cases}


def _of_the_day(limit: Limit, day: date) -> Limit:
    rule = the_rulebook().rules.get(limit.rule)
    told = rule.deadline.length if rule and rule.deadline else None
    value = rule.parameters[told].on(day) if rule and isinstance(told, str) else told
    return limit if not isinstance(value, int | float) else replace(limit, length=value)


def soonest(clocks: Iterable[ToldClock]) -> ToldClock | None:
    """The clock that runs out first."""
    return min(clocks, key=lambda one: one.due, default=None)
