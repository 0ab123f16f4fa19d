"""Then and now: two dots on a line for each row, so that the way between them is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taskforce.report.charts.canvas import (
    LETTER,
    NARROW,
    Words,
    dot,
    framed,
    letters,
    rule,
    text,
)

_STEP, _EDGE = 30, 8


@dataclass(frozen=True, slots=True)
class Pair:
    """One row; a day that is None has no dot, and `said` tells why."""

    label: str
    then: float | None
    now: float | None
    said: str


def dumbbell(pairs: Sequence[Pair], words: Words, *, width: int, days: tuple[str, str]) -> str:
    """Draw then and now for each row, the newer dot strong.

    Parameters
    ----------
    pairs
        From top to bottom; values of 0 or more, in one unit.
    words
        Title and conclusion.
    width
        In pixels. On a phone the label stands above its line.
    days
        How then and now are called, for the key on top.

    Returns
    -------
    str
        An SVG element.
    """
    stacked = width <= NARROW
    left = 0.0 if stacked else max((letters(pair.label) for pair in pairs), default=0) + _EDGE
    right = max((letters(pair.said) for pair in pairs), default=0) + 2 * _EDGE
    room = max(width - left - right - 2 * _EDGE, 1)
    largest = max((v for pair in pairs for v in (pair.then, pair.now) if v), default=0) or 1
    step = _STEP + (LETTER + 4 if stacked else 0)
    marks = _key(days)
    for number, pair in enumerate(pairs):
        top = _STEP + number * step
        middle = top + step - _STEP / 2
        marks.append(text(pair.label, 0, top + LETTER if stacked else middle + 5))
        start = left + _EDGE
        marks.append(rule((start, middle), (start + room, middle)))
        for value, kind in ((pair.then, "quiet"), (pair.now, "strong")):
            if value is not None:
                marks.append(dot(start + room * value / largest, middle, kind=kind))
        marks.append(text(pair.said, width, middle + 5, kind="value", anchor="end"))
    return framed(words, (width, _STEP + len(pairs) * step), marks)


def _key(days: tuple[str, str]) -> list[str]:
    then, now = days
    second = 3 * _EDGE + letters(then) + 2 * _EDGE
    return [
        dot(_EDGE, LETTER / 2 + 2, kind="quiet"),
        text(then, _EDGE + LETTER, LETTER),
        dot(second, LETTER / 2 + 2, kind="strong"),
        text(now, second + LETTER, LETTER),
    ]
