"""A line over the years, with its last value written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from taskforce.report.charts.canvas import LETTER, Words, dot, framed, letters, path, rule, text

_HIGH, _EDGE = 240, 12

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, and a value for each year that is known. Gaps are not filled in."""

    label: str
    points: tuple[tuple[int, float], ...]
    strong: bool = False


def line(lines: Sequence[Line], words: Words, *, width: int, said: Callable[[float], str]) -> str:
    """Draw values over years; the axis begins at 0, and the last value is written.

    With several lines the last values stand beside the names, where they cannot overlap. One after
    another the quiet lines are whole and dashed, so that no colour has to tell them apart.

    Parameters
    ----------
    lines
        At least one with a point; values of 0 or more, in one unit.
    words
        Title and conclusion.
    width
        In pixels.
    said
        Writes a value as the reader shall see it.

    Returns
    -------
    str
        An SVG element.
    """
    years = sorted({year for one in lines for year, _ in one.points})
    top = max(value for one in lines for _, value in one.points) or 1
    several = len(lines) > 1
    right = _EDGE if several else letters(said(lines[0].points[-1][1])) + _EDGE
    first, last = years[0], years[-1]
    room = width - right - _EDGE
    floor = _HIGH - LETTER - _EDGE
    head = len(lines) * (LETTER + 6) if several else 0

    def at(point: tuple[int, float]) -> Point:
        along = (point[0] - first) / (last - first) if last > first else 0.5
        return _EDGE + room * along, head + _EDGE + (floor - _EDGE) * (1 - point[1] / top)

    marks = [rule((0, head + floor), (width, head + floor))]
    quiet = [number for number, one in enumerate(lines) if not one.strong]
    dashes = quiet[1::2]
    for number, one in enumerate(lines):
        if one.points:
            points = [at(point) for point in one.points]
            value = said(one.points[-1][1])
            dashed = number in dashes
            marks += _drawn(one, points, dashed=dashed)
            marks += (
                _named(one, value, number, dashed=dashed)
                if several
                else [_ended(points[-1], value)]
            )
    marks.append(text(str(first), 0, head + _HIGH - 4))
    if last > first:
        marks.append(text(str(last), _EDGE + room, head + _HIGH - 4, anchor="end"))
    return framed(words, (width, head + _HIGH), marks)


def _drawn(one: Line, points: list[Point], *, dashed: bool) -> list[str]:
    kind = "strong" if one.strong else "quiet"
    return [
        path(points, kind=kind, dashed=dashed),
        *(dot(*point, kind=kind, radius=4) for point in points),
    ]


def _ended(point: Point, value: str) -> str:
    return text(value, point[0] + _EDGE, point[1] + 5, kind="value")


def _named(one: Line, value: str, number: int, *, dashed: bool) -> list[str]:
    y, kind = number * (LETTER + 6) + LETTER, "strong" if one.strong else "quiet"
    sample = path([(0, y - 5), (14, y - 5)], kind=kind, dashed=True)
    return [
        sample if dashed else dot(6, y - 5, kind=kind),
        text(f"{one.label}: {value}", 2 * _EDGE - 2, y),
    ]
