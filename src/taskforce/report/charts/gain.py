"""What each further site adds: a rising line with a dot for every number of sites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from taskforce.report.charts.canvas import LETTER, Words, framed, letters, path, rule, text

_HIGH, _EDGE, _DOT = 260, 14, 5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gain:
    """How much is covered by at most `k` sites."""

    k: int
    value: int


def gain(
    steps: Sequence[Gain],
    ceiling: tuple[str, int],
    words: Words,
    *,
    width: int,
    said: Callable[[float], str],
    chosen: int,
) -> str:
    """Draw what is covered over the number of sites; the vertical axis begins at 0.

    Parameters
    ----------
    steps
        At least one, by rising `k`.
    ceiling
        What all sites together would cover, and how that line is named.
    words
        Title and conclusion.
    width
        In pixels.
    said
        Writes a value as the reader shall see it.
    chosen
        The number of sites whose dot is marked. Each dot carries its number as `data-k`, so
        that a page may mark another one.

    Returns
    -------
    str
        An SVG element.
    """
    name, most = ceiling
    top = max(most, *(one.value for one in steps), 1)
    right = letters(said(steps[-1].value)) + _EDGE
    first, last = steps[0].k, steps[-1].k
    room, head, floor = width - right - _EDGE, 2 * LETTER, _HIGH - 2 * LETTER

    def at(one: Gain) -> Point:
        along = (one.k - first) / (last - first) if last > first else 0.5
        return _EDGE + room * along, floor - (floor - head) * one.value / top

    level = floor - (floor - head) * most / top
    points = [at(one) for one in steps]
    end = points[-1]
    marks = [
        rule((0, floor), (width, floor)),
        rule((0, level), (width, level)),
        text(name, 0, level - 8),
        path(points, kind="strong"),
        *(_dot(one, point, chosen) for one, point in zip(steps, points, strict=True)),
        text(said(steps[-1].value), end[0] + _EDGE, end[1] + 6 + _down(end, level), kind="value"),
        text(str(first), _EDGE, floor + LETTER + 6, anchor="middle"),
    ]
    if last > first:
        marks.append(text(str(last), _EDGE + room, floor + LETTER + 6, anchor="middle"))
    return framed(words, (width, _HIGH), marks)


def _dot(one: Gain, point: Point, chosen: int) -> str:
    kind = " chart__chosen" if one.k == chosen else ""
    x, y = (f"{number:.1f}" for number in point)
    return (
        f'<circle class="chart__dot chart__strong{kind}" data-k="{one.k}" cx="{x}" cy="{y}" '
        f'r="{_DOT + 4 if kind else _DOT}" fill="#1a5fb4"/>'
    )


def _down(end: Point, level: float) -> float:
    """How far a value is moved so that it stands clear of the line above it."""
    return float(LETTER) if abs(end[1] - level) < LETTER else 0.0
