"""How long cases take: net from a complete case, gross from receipt, and what many cases show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import quantiles

from taskforce.rules.case_events import Event, EventKind, first, pauses, until
from taskforce.vocabulary.errors import Refused

FEWEST_CASES_TO_RANK = 10


@dataclass(frozen=True, slots=True)
class HandlingTime:
    """Days that one case took. A time that cannot be known is None, never 0."""

    net_days: int | None
    gross_days: int | None


@dataclass(frozen=True, slots=True)
class Spread:
    """What many cases took, in days; without any case the days are None."""

    cases: int
    median_days: float | None
    lower_quartile_days: float | None
    upper_quartile_days: float | None

    @property
    def may_be_ranked(self) -> bool:
        return self.cases >= FEWEST_CASES_TO_RANK


def handling_time(events: Iterable[Event]) -> HandlingTime:
    """How long one case took (PROC-15).

    Parameters
    ----------
    events
        All that happened to the case, in any order.

    Returns
    -------
    HandlingTime
        Net: from the day the case was complete to its decision, without the days it was stopped to
        wait for the applicant. Gross: from receipt to decision. None where the case is not decided
        or the first day is not known.
    """
    known = tuple(events)
    decided = first(known, EventKind.DECIDED)
    if decided is None:
        return HandlingTime(None, None)
    known = until(known, decided)
    complete, received = (first(known, k) for k in (EventKind.COMPLETE, EventKind.RECEIVED))
    return HandlingTime(
        net_days=None if complete is None else _net(known, complete, decided),
        gross_days=None if received is None else (decided - received).days,
    )


def spread(days: Iterable[float | None]) -> Spread:
    """Median and quartiles of many cases; cases whose time is not known are left out.

    Parameters
    ----------
    days
        Net or gross days of each case, 0 or more, or None.

    Returns
    -------
    Spread
        With the number of cases that it rests on. Quartiles lie between the shortest and the
        longest case (the inclusive method).
    """
    known = sorted(day for day in days if day is not None)
    if not all(0 <= day <= 36_525 for day in known):
        raise Refused(
            "A case cannot take less than 0 days or more than a century.",
            remedy="Correct the days of the case.",
        )
    if not known:
        return Spread(0, None, None, None)
    lower, median, upper = (
        quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3
    )
    return Spread(len(known), median, lower, upper)


def ranked(spreads: Mapping[str, Spread]) -> tuple[str, ...]:
    """Names from the shortest median to the longest; refused while any rests on too few cases.

    Parameters
    ----------
    spreads
        What each of them took.

    Returns
    -------
    tuple of str
        Names with the same median in their own order.
    """
    few = sorted(name for name, one in spreads.items() if not one.may_be_ranked)
    if few:
        raise Refused(
            f"Fewer than {FEWEST_CASES_TO_RANK} cases: {', '.join(few)}.",
            remedy="Show the figures side by side without an order.",
        )
    return tuple(sorted(spreads, key=lambda name: (spreads[name].median_days or 0.0, name)))


def _net(events: tuple[Event, ...], complete: date, decided: date) -> int:
    waited = sum(
        max(0, (stop.ends - max(stop.begins, complete)).days)
        for stop in pauses(events, by=EventKind.STOPPED, until=decided)
        if stop.waits_for_applicant
    )
    return (decided - complete).days - waited
