"""The classes and colours of the map, told in words in the legend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext

from taskforce.web.frame.templatetags.numbers import number, percent
from taskforce.web.municipalities.rows import Row

SHARE, COUNT, CHANGE = "share", "count", "change"
HIDDEN = -1

# The same breaks for both days, so that the two maps can be compared.
BREAKS: dict[str, tuple[float, ...]] = {
    SHARE: (0.01, 0.02, 0.05, 0.10, 0.25),
    COUNT: (100, 300, 1000, 3000, 10_000),
    # How many fewer than then; below 0 there are more.
    CHANGE: (0, 300, 1000, 3000, 10_000),
}


@dataclass(frozen=True, slots=True)
class LegendClass:
    """One colour of the map and what it means."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What the colours of the municipalities show."""

    show: str
    classes: tuple[LegendClass, ...]

    def class_of(self, row: Row) -> int:
        """The class of a municipality; HIDDEN where its number is not shown."""
        value = _value(self.show, row)
        if value is None:
            return HIDDEN
        return sum(value >= edge for edge in BREAKS[self.show])


def legend(asked: str | None, *, has_then: bool) -> Legend:
    """The legend that is asked for; shares unless otherwise."""
    show = asked if asked in BREAKS and (has_then or asked != CHANGE) else SHARE
    words = _change_words() if show == CHANGE else _need_words(show)
    return Legend(show, tuple(LegendClass(i, text) for i, text in enumerate(words)))


def _need_words(show: str) -> list[str]:
    edges = [_edge(show, edge) for edge in BREAKS[show]]
    between = [
        gettext("%(low)s to %(high)s") % {"low": low, "high": high} for low, high in pairwise(edges)
    ]
    under = gettext("under %(edge)s") % {"edge": edges[0]}
    return [under, *between, gettext("%(edge)s or more") % {"edge": edges[-1]}]


def _change_words() -> list[str]:
    edges = [number(edge) for edge in BREAKS[CHANGE]]
    between = [
        gettext("%(low)s to %(high)s fewer") % {"low": low, "high": high}
        for low, high in pairwise(edges)
    ]
    return [
        gettext("more than then"),
        *between,
        gettext("%(edge)s fewer or more") % {"edge": edges[-1]},
    ]


def _edge(show: str, edge: float) -> str:
    if show == SHARE:
        return percent(edge)
    return number(edge)


def _value(show: str, row: Row) -> float | None:
    if show == SHARE:
        return row.now.share_below
    if show == COUNT:
        return row.now.below.value
    return None if row.difference is None else -row.difference
