"""Horizontal bars: one row per municipality or technology, the longest easy to find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taskforce.report.charts.canvas import LETTER, NARROW, Words, bar, framed, letters, text

_THICK, _GAP = 20, 10


@dataclass(frozen=True, slots=True)
class Row:
    """One bar; `value` None has no bar, and `said` tells why. `strong` draws the eye to it."""

    label: str
    value: float | None
    said: str
    strong: bool = False


def bars(rows: Sequence[Row], words: Words, *, width: int) -> str:
    """Draw horizontal bars with their labels and values written beside them.

    Parameters
    ----------
    rows
        From top to bottom; values of 0 or more, in one unit.
    words
        Title and conclusion.
    width
        In pixels. On a phone the label stands above its bar.

    Returns
    -------
    str
        An SVG element.
    """
    stacked = width <= NARROW
    left = 0.0 if stacked else max((letters(row.label) for row in rows), default=0) + _GAP
    right = max((letters(row.said) for row in rows), default=0) + _GAP
    room = max(width - left - right, 1)
    largest = max((row.value or 0 for row in rows), default=0) or 1
    step = _THICK + _GAP + (LETTER + 6 if stacked else 0)
    marks = []
    for number, row in enumerate(rows):
        top = number * step
        at = top + (LETTER + 6 if stacked else 0)
        long = room * (row.value or 0) / largest
        baseline = at + _THICK - 5
        marks.append(text(row.label, 0, top + LETTER if stacked else baseline))
        if row.value:
            kind = "strong" if row.strong else "quiet"
            marks.append(bar(left, at, (max(long, 1), _THICK), kind=kind))
        start = left + (long + _GAP / 2 if row.value else 0)
        marks.append(text(row.said, start, baseline, kind="value"))
    return framed(words, (width, max(len(rows) * step, 1)), marks)
