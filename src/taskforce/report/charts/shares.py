"""Shares through time, from nothing to all: each holds until the day it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from taskforce.report.charts.canvas import LETTER, Words, dot, framed, path, rule, text

_HIGH, _EDGE, _MARGIN = 230, 12, 60
_FLOOR = _HIGH - LETTER - _EDGE
_MARKS = (0.0, 0.5, 1.0)

Point = tuple[float, float]
Said = tuple[Callable[[date], str], Callable[[float], str]]


@dataclass(frozen=True, slots=True)
class Share:
    """One line: its name, and a share from 0 to 1 on each day that it changed."""

    label: str
    points: tuple[tuple[date, float], ...]
    strong: bool = False


def shares(lines: Sequence[Share], words: Words, *, width: int, said: Said) -> str:
    """Draw shares on one scale from 0 to 100 per cent; the last value stands beside the name.

    Parameters
    ----------
    lines
        At least one with a point, the oldest day first.
    words
        Title and conclusion.
    width
        In pixels.
    said
        Writes a day, and a share, as the reader shall see them.

    Returns
    -------
    str
        An SVG element.
    """
    days = [day for one in lines for day, _ in one.points]
    first, last = min(days), max(days)
    head = len(lines) * (LETTER + 6)
    say_day, say_share = said

    def at(day: date, share: float) -> Point:
        along = (day - first).days / max((last - first).days, 1)
        return _MARGIN + (width - _MARGIN - _EDGE) * along, head + _high(share)

    marks = [
        mark for share in _MARKS for mark in _grid(head + _high(share), say_share(share), width)
    ]
    for number, one in enumerate(lines):
        kind = "strong" if one.strong else "quiet"
        dots = [at(*point) for point in one.points]
        marks += [path(_stepped(dots), kind=kind), dot(*dots[-1], kind=kind, radius=4)]
        marks += _named(f"{one.label}: {say_share(one.points[-1][1])}", kind, number)
    marks.append(text(say_day(first), _MARGIN, head + _HIGH - 4))
    if last > first:
        marks.append(text(say_day(last), width, head + _HIGH - 4, anchor="end"))
    return framed(words, (width, head + _HIGH), marks)


def _high(share: float) -> float:
    return _EDGE + (_FLOOR - _EDGE) * (1 - share)


def _grid(y: float, words: str, width: int) -> list[str]:
    return [rule((_MARGIN, y), (width, y)), text(words, _MARGIN - 8, y + 5, anchor="end")]


def _stepped(points: list[Point]) -> list[Point]:
    corners = points[:1]
    for x, y in points[1:]:
        corners += [(x, corners[-1][1]), (x, y)]
    return corners


def _named(words: str, kind: str, number: int) -> list[str]:
    y = number * (LETTER + 6) + LETTER
    return [dot(6, y - 5, kind=kind), text(words, 2 * _EDGE - 2, y)]
