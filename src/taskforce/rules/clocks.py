"""The clocks of a case: when each began, when it is due, how much of its time is used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskforce.rules.case_events import Event, until
from taskforce.rules.clock_limits import LIMITS, ClockKind, Limit
from taskforce.rules.clock_runs import last_day, runs, stops, time_between
from taskforce.vocabulary.text import Text

WARN_AT_PERCENT = (50, 75, 90)


class ClockState(StrEnum):
    """How a clock stands: overdue is still open, broken ended too late or was not waited for."""

    RUNNING = "running"
    STOPPED = "stopped"
    MET = "met"
    OVERDUE = "overdue"
    BROKEN = "broken"

    @property
    def label(self) -> Text:
        return _STATES[self]

    @property
    def is_open(self) -> bool:
        return self in (ClockState.RUNNING, ClockState.STOPPED, ClockState.OVERDUE)


_STATES = {
    ClockState.RUNNING: Text("løber", "running"),
    ClockState.STOPPED: Text("sat i stå", "stopped"),
    ClockState.MET: Text("overholdt", "met"),
    ClockState.OVERDUE: Text("overskredet", "overdue"),
    ClockState.BROKEN: Text("ikke overholdt", "not kept"),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock on one day.

    `used` is the share of the time that is used, stops left out: 0.5 is half. `warnings` are the
    percentages that it has passed while it is open; a clock that only waits warns of nothing.
    """

    kind: ClockKind
    rule: str
    start: date
    due: date
    ended: date | None
    state: ClockState
    used: float
    warnings: tuple[int, ...] = ()
    stopped_because: str = ""


def clocks(
    events: Iterable[Event], *, on: date, limits: Sequence[Limit] = LIMITS
) -> tuple[Clock, ...]:
    """Every clock that has begun, as it stands on a day.

    Parameters
    ----------
    events
        What has happened, in any order of days; what happened after `on` is not looked at.
    on
        The day that is asked about.
    limits
        The clocks that the case has and how long they are; `dataclasses.replace` a limit's `length`
        with the rulebook's value on the case's day.

    Returns
    -------
    tuple of Clock
        In the order of `limits`, then of their start. A clock that has not begun is left out, and
        so is one that a withdrawal ended.
    """
    known = until(events, on)
    return tuple(
        _clock(limit, known, start=start, ended=ended, on=on)
        for limit in limits
        for start, ended in runs(limit, known, on=on, limits=limits)
    )


def _clock(
    limit: Limit, events: Sequence[Event], *, start: date, ended: date | None, on: date
) -> Clock:
    until_day = ended or on
    stopped = stops(limit, events, start=start, on=until_day)
    standing = next((one for one in stopped if one.open and ended is None), None)
    last = last_day(limit, start, stopped)
    state = (_of_wait if limit.waits else _of_duty)(last, ended, on, standing is not None)
    used = time_between(start, until_day, unit=limit.unit) - sum(
        time_between(one.begins, one.ends, unit=limit.unit) for one in stopped
    )
    whole = time_between(start, last_day(limit, start), unit=limit.unit)
    share = used / whole if whole else 1.0
    return Clock(
        kind=limit.kind,
        rule=limit.rule,
        start=start,
        due=last,
        ended=ended,
        state=state,
        used=min(share, 1.0) if limit.waits else share,
        warnings=() if limit.waits or not state.is_open else _passed(share),
        stopped_because=standing.reason if standing else "",
    )


def _passed(share: float) -> tuple[int, ...]:
    return tuple(percent for percent in WARN_AT_PERCENT if share * 100 >= percent)


def _of_duty(last: date, ended: date | None, on: date, stopped: bool) -> ClockState:
    if ended is not None:
        return ClockState.MET if ended <= last else ClockState.BROKEN
    if stopped:
        return ClockState.STOPPED
    return ClockState.RUNNING if on <= last else ClockState.OVERDUE


def _of_wait(last: date, ended: date | None, on: date, stopped: bool) -> ClockState:
    if ended is not None:
        return ClockState.MET if ended >= last else ClockState.BROKEN
    if stopped:
        return ClockState.STOPPED
    return ClockState.RUNNING if on < last else ClockState.MET
