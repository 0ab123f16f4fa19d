"""A small course through the days, to stand below a figure: broken where a number is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from taskforce.report.charts.canvas import LETTER, QUIET, Words, dot, framed, path, rule, text
from taskforce.report.trend import TrendPoint, breaks, pieces

WIDTH, HEIGHT = 240, 88
_EDGE, _HEAD = 7, 10
_FLOOR = HEIGHT - LETTER - 10

Point = tuple[float, float]


def trend_line(points: Sequence[TrendPoint], words: Words, *, top: float | None = None) -> str:
    """Draw a course; the number axis begins at 0, and days lie apart as they do in the calendar.

    Parameters
    ----------
    points
        At least two that are shown; numbers of 0 or more, in one unit. What is not shown is a gap.
    words
        Title, and the numbers in words.
    top
        The end of the number axis; the largest number where it is left out.

    Returns
    -------
    str
        An SVG element.
    """
    first, last = points[0].reading.on, points[-1].reading.on
    most = top or max((one.reading.value or 0 for one in points), default=0) or 1

    def at(on: date, value: float) -> Point:
        along = (on - first).days / max((last - first).days, 1)
        return _EDGE + (WIDTH - 2 * _EDGE) * along, _FLOOR - (_FLOOR - _HEAD) * value / most

    drawn = [
        [at(one.reading.on, one.reading.value or 0) for one in piece] for piece in pieces(points)
    ]
    marks = [
        rule((0, _FLOOR), (WIDTH, _FLOOR)),
        *(_broken(at(one, 0)[0], at(other, 0)[0]) for one, other in breaks(points)),
        *(path(piece, kind="strong") for piece in drawn if len(piece) > 1),
        *(dot(*point, kind="strong", radius=3) for piece in drawn for point in piece),
        *_last(drawn, points),
        text(str(first.year), 0, HEIGHT - 4),
        *(
            [text(str(last.year), WIDTH, HEIGHT - 4, anchor="end")]
            if first.year < last.year
            else []
        ),
    ]
    return framed(words, (WIDTH, HEIGHT), marks, kind="small")


def _last(drawn: list[list[Point]], points: Sequence[TrendPoint]) -> list[str]:
    """The newest number stands out, when it is the newest day's."""
    if not drawn or points[-1].reading.value is None:
        return []
    return [dot(*drawn[-1][-1], kind="strong", radius=5)]


def _broken(before: float, after: float) -> str:
    """A line across, half way between the two days that cannot be compared."""
    x = (before + after) / 2
    return (
        f'<line class="chart__break" x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{_FLOOR}" '
        f'stroke="{QUIET}" stroke-width="1.5" stroke-dasharray="3 4"/>'
    )
