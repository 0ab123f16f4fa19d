"""How a number has moved from survey to survey, with its gaps, and where the counting changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

# With fewer days there is a "then" and a "now", and no course to draw.
FEWEST_DAYS = 3
MOST_DAYS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """A number on a day as one edition tells it; None where it is withheld or unknown."""

    on: date
    when: str
    value: float | None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """What one edition tells: its name, the software that counted, and its one or two days."""

    edition: str
    software: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A day of the course, who tells of it, and whether it was counted as the day before was."""

    reading: Reading
    edition: str
    comparable: bool


def trend(tellings: Sequence[Telling]) -> tuple[TrendPoint, ...]:
    """Order the days; of each day the newest edition has the last word.

    Parameters
    ----------
    tellings
        The editions, the oldest first, all of one number of one area, in one unit.

    Returns
    -------
    tuple[TrendPoint, ...]
        The newest days, oldest first, at most `MOST_DAYS`; a number that is withheld or unknown
        keeps its place as None, and is never 0. The first is comparable by definition.
    """
    newest: dict[date, tuple[Reading, Telling]] = {}
    for telling in tellings:
        for reading in telling.readings:
            newest[reading.on] = (reading, telling)
    days = [newest[day] for day in sorted(newest)][-MOST_DAYS:]
    before = [days[0], *days[:-1]] if days else []
    return tuple(
        TrendPoint(reading, telling.edition, comparable=counted_alike(earlier, telling))
        for (reading, telling), (_, earlier) in zip(days, before, strict=True)
    )


def counted_alike(one: Telling, other: Telling) -> bool:
    """Whether two editions may be set beside each other.

    Where both tell of the same day, their numbers decide: when one and the same day gives two
    numbers, the counting has changed. Otherwise the same software must have counted.

    Parameters
    ----------
    one, other
        In any order.
    """
    known = {reading.on: reading.value for reading in one.readings}
    pairs = [
        (known.get(reading.on), reading.value) for reading in other.readings if reading.on in known
    ]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    if both:
        return all(a == b for a, b in both)
    return one.software == other.software


def pieces(points: Iterable[TrendPoint]) -> tuple[tuple[TrendPoint, ...], ...]:
    """What may be joined by a line: neighbours that are shown and were counted alike.

    Parameters
    ----------
    points
        As `trend` gives them.

    Returns
    -------
    tuple[tuple[TrendPoint, ...], ...]
        Every shown point is in exactly one piece; a day without a number is a gap between two.
    """
    found: list[list[TrendPoint]] = []
    joined = False
    for point in points:
        if point.reading.value is None:
            joined = False
            continue
        if joined and point.comparable:
            found[-1].append(point)
        else:
            found.append([point])
        joined = True
    return tuple(tuple(piece) for piece in found)


def breaks(points: Sequence[TrendPoint]) -> tuple[tuple[date, date], ...]:
    """Between which days the counting changed.

    Parameters
    ----------
    points
        As `trend` gives them.
    """
    return tuple(
        (one.reading.on, other.reading.on)
        for one, other in pairwise(points)
        if not other.comparable
    )
