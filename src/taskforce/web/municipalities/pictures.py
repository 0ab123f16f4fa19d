"""The charts of the municipalities' pages, each with its conclusion in words."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from taskforce.report.charts.canvas import Words, in_two_widths
from taskforce.report.charts.dumbbell import Pair, dumbbell
from taskforce.report.charts.line import Line, line
from taskforce.web.frame.templatetags.components import share_in_words
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.municipalities.official import Series
from taskforce.web.municipalities.profile import AtThreshold

_HARD_SPACE = "\u00a0"


def then_and_now(at: tuple[AtThreshold, ...], days: tuple[str, str]) -> SafeString:
    """The share below each pair of speeds on both days."""
    pairs = [_pair(one) for one in at if one.then]
    if not pairs:
        return SafeString("")
    told = "; ".join(f"{pair.label}: {pair.said}" for pair in pairs)
    words = _words(
        "then-and-now", gettext("Share of addresses below each speed, then and now"), told
    )
    return _safe(in_two_widths(lambda width: dumbbell(pairs, words, width=width, days=days)))


def official_years(series: Series) -> SafeString:
    """The official figure for the region and the country through the years."""
    lines = [
        Line(name, points, strong=not place) for place, (name, points) in enumerate(series.lines)
    ]
    told = "; ".join(
        f"{one.label}: {_percent(one.points[0][1])} ({one.points[0][0]}), "
        f"{_percent(one.points[-1][1])} ({one.points[-1][0]})"
        for one in lines
    )
    words = _words("official-years", series.title, told)
    return _safe(in_two_widths(lambda width: line(lines, words, width=width, said=_percent)))


def _pair(at: AtThreshold) -> Pair:
    then = at.then.share_below if at.then else None
    said = f"{share_in_words(at.then)} → {share_in_words(at.now)}"
    return Pair(at.threshold.label, then, at.now.share_below, said)


def _words(identity: str, title: str, conclusion: str) -> Words:
    return Words(identity, title, conclusion, get_language() or "da")


def _percent(value: float) -> str:
    written = number(value, 0 if float(value).is_integer() else 1)
    return f"{written}{_HARD_SPACE}%"


def _safe(drawing: str) -> SafeString:
    return mark_safe(drawing)  # noqa: S308 - our own drawing, in which every text is escaped
