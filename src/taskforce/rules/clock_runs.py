"""When a clock began and ended, and where the stops have moved its last day to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from taskforce.rules.case_events import Event, EventKind, Pause, first, pauses
from taskforce.rules.clock_limits import ClockKind, Limit
from taskforce.rules.due_dates import due
from taskforce.rules.working_calendar import add_working_days, is_working_day
from taskforce.vocabulary.errors import Refused


def runs(
    limit: Limit, events: Sequence[Event], *, on: date, limits: Sequence[Limit]
) -> Iterator[tuple[date, date | None]]:
    """Start and end of each run of a clock; a withdrawn case has no runs without an end.

    Parameters
    ----------
    limit, limits
        The clock, and all the clocks of the case.
    events
        Up to `on`, in order.
    on
        The day that is asked about.

    Yields
    ------
    tuple of date and date or None
        One run for each event that begins a clock which runs again, otherwise the first only.
    """
    if limit.kind == ClockKind.DECISION:
        complete = _complete_on(events, on, limits)
        starts = [] if complete is None else [complete]
    else:
        starts = [one.on for one in events if one.kind == limit.begins]
    ends = [one.on for one in events if one.kind in limit.ends]
    withdrawn = first(events, EventKind.WITHDRAWN) is not None
    for start in starts if limit.again else starts[:1]:
        end = next((day for day in ends if day >= start), None)
        if end is not None:
            ends.remove(end)
        if end is not None or not withdrawn:
            yield start, end


def stops(limit: Limit, events: Sequence[Event], *, start: date, on: date) -> tuple[Pause, ...]:
    """The stops that began before a clock's last day was over, clipped to its start."""
    if limit.stopped_by is None:
        return ()
    last, found = last_day(limit, start), []
    known = [one for one in events if one.on <= on]
    for stop in pauses(known, by=limit.stopped_by, until=on):
        if stop.ends >= start and stop.begins <= last:
            found.append(replace(stop, begins=max(start, stop.begins)))
            last = last_day(limit, start, tuple(found))
    return tuple(found)


def last_day(limit: Limit, start: date, stopped: Sequence[Pause] = ()) -> date:
    """The last day of a clock, moved by as much of its time as the stops took."""
    last = due(start, length=limit.length, unit=limit.unit)
    if isinstance(last, datetime):
        raise Refused(
            f"The clock of {limit.rule} is counted in {limit.unit}.",
            remedy="The clocks of a case count days, weeks, months or years.",
        )
    for stop in stopped:
        length = time_between(stop.begins, stop.ends, unit=limit.unit)
        if limit.unit == "working_days":
            last = add_working_days(last, length)
        else:
            last += timedelta(days=length)
    return last


def time_between(start: date, end: date, *, unit: str) -> int:
    """Days after `start` up to and with `end`; only working days where those are the unit."""
    days = (end - start).days
    if unit != "working_days":
        return days
    return sum(is_working_day(start + timedelta(days=n + 1)) for n in range(days))


def _complete_on(events: Sequence[Event], on: date, limits: Sequence[Limit]) -> date | None:
    """When the application was complete.

    Where the municipality is silent through the whole check, the application counts as complete
    from the day it was received (PROC-06): the earliest day is the safe one.
    """
    complete = first(events, EventKind.COMPLETE)
    received = first(events, EventKind.RECEIVED)
    check = next((one for one in limits if one.kind == ClockKind.COMPLETENESS), None)
    if received is None or check is None:
        return complete
    answered = first(events, *check.ends)
    stopped = stops(check, events, start=received, on=answered or on)
    silent_until = last_day(check, received, stopped)
    return received if (answered or on) > silent_until else complete
