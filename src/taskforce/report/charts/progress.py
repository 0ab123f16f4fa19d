"""The way towards a goal: a number through time, and the line that it is to reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from taskforce.report.charts.canvas import (
    LETTER,
    QUIET,
    Words,
    dot,
    framed,
    letters,
    path,
    rule,
    text,
)

_HIGH, _EDGE, _HEAD = 230, 12, 34
_FLOOR = _HIGH - LETTER - _EDGE

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Course:
    """A number on its days, and the target with its day; both are told in words too.

    `stepped` is for numbers that hold until the next day they change; otherwise the days are
    joined by a straight line, since nobody counted in between.
    """

    points: tuple[tuple[date, float], ...]
    target: float
    target_on: date
    target_said: str
    last_said: str
    stepped: bool = False


def progress(course: Course, words: Words, *, width: int, said: Callable[[date], str]) -> str:
    """Draw the way towards a goal; the number axis begins at 0, the time axis ends at the goal.

    Parameters
    ----------
    course
        At least one point; numbers of 0 or more.
    words
        Title and conclusion.
    width
        In pixels.
    said
        Writes a day as the reader shall see it.

    Returns
    -------
    str
        An SVG element.
    """
    first = course.points[0][0]
    last = max(course.target_on, course.points[-1][0])
    top = max(course.target, *(value for _, value in course.points)) or 1

    def at(day: date, value: float) -> Point:
        along = (day - first).days / max((last - first).days, 1)
        return _EDGE + (width - 2 * _EDGE) * along, _FLOOR - (_FLOOR - _HEAD) * value / top

    dots = [at(*point) for point in course.points]
    line = _stepped(dots) if course.stepped else dots
    marks = [
        rule((0, _FLOOR), (width, _FLOOR)),
        *_target(at(course.target_on, course.target)[1], course.target_said, width),
        path(line, kind="strong"),
        *(dot(*point, kind="strong", radius=4) for point in dots),
        _ended(dots[-1], course.last_said, width),
        text(said(first), 0, _HIGH - 4),
        text(said(last), width, _HIGH - 4, anchor="end"),
    ]
    return framed(words, (width, _HIGH), marks)


def _stepped(points: list[Point]) -> list[Point]:
    """Along first, then up or down: the number held until the day it changed."""
    corners = points[:1]
    for x, y in points[1:]:
        corners += [(x, corners[-1][1]), (x, y)]
    return corners


def _target(y: float, words: str, width: int) -> list[str]:
    return [
        f'<line class="chart__target" x1="0" y1="{y:.1f}" x2="{width}" y2="{y:.1f}" '
        f'stroke="{QUIET}" stroke-width="2" stroke-dasharray="7 5"/>',
        text(words, 0, y - 9),
    ]


def _ended(point: Point, words: str, width: int) -> str:
    """The last number, beside its dot where there is room, otherwise before it."""
    x, y = point
    if x + _EDGE + letters(words) <= width:
        return text(words, x + _EDGE, y - 4, kind="value")
    return text(words, x - _EDGE, y - 8, kind="value", anchor="end")
