"""What happens to a case, day by day: every clock is worked out from these events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """The steps that start, stop or end a clock."""

    RECEIVED = "received"
    PAPERS_MISSING = "papers_missing"
    COMPLETE = "complete"
    STOPPED = "stopped"
    RESTARTED = "restarted"
    NEIGHBOURS_NOTIFIED = "neighbours_notified"
    STATEMENT_ASKED = "statement_asked"
    STATEMENT_RECEIVED = "statement_received"
    DECIDED = "decided"
    PUBLISHED = "published"
    COMPLAINT = "complaint"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """One step on one day. A stop that waits for somebody else than the applicant says so."""

    kind: EventKind
    on: date
    reason: str = ""
    waits_for_applicant: bool = True


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which a clock stood still: from the first to the day it went on."""

    begins: date
    ends: date
    open: bool = False
    reason: str = ""
    waits_for_applicant: bool = True


def until(events: Iterable[Event], day: date) -> tuple[Event, ...]:
    """The events up to a day, in order; those of one day keep their order."""
    return tuple(sorted((one for one in events if one.on <= day), key=lambda one: one.on))


def first(events: Iterable[Event], *kinds: EventKind) -> date | None:
    """The first day on which one of the kinds happened, or None."""
    return min((one.on for one in events if one.kind in kinds), default=None)


def pauses(events: Iterable[Event], *, by: EventKind, until: date) -> tuple[Pause, ...]:
    """The times from each stop to the restart after it; a stop without a restart is still open.

    Parameters
    ----------
    events
        In order, see `until`. A stop within a stop, or a restart without one, changes nothing.
    by
        The kind of event that stops the clock.
    until
        The day on which a stop that is still open is measured.

    Returns
    -------
    tuple of Pause
        In order, never overlapping.
    """
    found: list[Pause] = []
    stop: Event | None = None
    for one in events:
        if one.kind == by and stop is None:
            stop = one
        elif one.kind == EventKind.RESTARTED and stop is not None:
            found.append(_pause(stop, one.on))
            stop = None
    if stop is not None:
        found.append(_pause(stop, max(until, stop.on), still_open=True))
    return tuple(found)


def _pause(stop: Event, ends: date, *, still_open: bool = False) -> Pause:
    return Pause(stop.on, ends, still_open, stop.reason, stop.waits_for_applicant)
