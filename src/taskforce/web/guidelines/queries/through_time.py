"""How uniform the municipalities have been, from the days of their decisions."""

from __future__ import annotations

from datetime import date

from taskforce.rules.uniformity import Uniformity
from taskforce.rules.uniformity import through_time as course
from taskforce.web.guidelines.queries.standing import Standing

Points = tuple[tuple[date, Uniformity], ...]


def through_time(standing: Standing) -> Points:
    """The days on which the index moved, the oldest first, and today."""
    every = course(standing.book, standing.practice, municipalities=standing.codes, on=standing.on)
    moved = [
        (day, value)
        for (day, value), before in zip(every, (None, *every), strict=False)
        if before is None or value != before[1] or day == standing.on
    ]
    return tuple(moved)
