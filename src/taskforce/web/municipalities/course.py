"""How the key figures have moved through the approved editions: a line, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, gettext_lazy

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import Key
from taskforce.report.charts.canvas import Words
from taskforce.report.charts.trend_line import trend_line
from taskforce.report.count import Count
from taskforce.report.figures import NOW, THEN, AreaFigures
from taskforce.report.trend import FEWEST_DAYS, Reading, Telling, TrendPoint, breaks, trend
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.frame.edition import history
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.numbers import day, number, percent

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_FEWEST_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that is followed: how its certificate begins, its words, and its number.

    `counted` is the number of addresses that decides whether the figure may be shown; `top` is
    the end of the number axis, for a share that has one by nature.
    """

    kind: str
    title: StrOrPromise
    of: Callable[[AreaFigures], float | None]
    counted: Callable[[AreaFigures], Count]
    said: Callable[[float], str]
    top: float | None = None


BELOW = Measure(
    "below",
    gettext_lazy("Addresses without %(goal)s, from survey to survey"),
    lambda area: area.below.value,
    lambda area: area.below,
    number,
)
ABOVE = Measure(
    "share-above",
    gettext_lazy("Share of the known addresses with %(goal)s, from survey to survey"),
    lambda area: None if area.share_below is None else 1 - area.share_below,
    lambda area: area.below,
    percent,
    top=1.0,
)
UNKNOWN = Measure(
    "unknown",
    gettext_lazy("Addresses we do not know about, from survey to survey"),
    lambda area: area.unknown.value,
    lambda area: area.unknown,
    number,
)
_MEASURES = (BELOW, ABOVE, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in the table, with the way to its certificate."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A day: its numbers in the order of the measures, and whether counting changed before it."""

    on: date
    cells: tuple[Cell, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The lines, "" where too little is shown to draw one, and the table, the newest day first."""

    below: SafeString | str
    above: SafeString | str
    unknown: SafeString | str
    rows: tuple[Row, ...]
    is_broken: bool


def course(question: Question, code: str) -> Course | None:
    """The course of a municipality or of the region; None with fewer than three days."""
    asked = _Asked(question, code)
    editions = _editions()
    points = [trend([asked.told(one, measure) for one in editions]) for measure in _MEASURES]
    if len(points[0]) < FEWEST_DAYS:
        return None
    below, above, unknown = (
        asked.drawn(measure, found) for measure, found in zip(_MEASURES, points, strict=True)
    )
    rows = tuple(asked.row(each) for each in zip(*points, strict=True))[::-1]
    is_broken = any(breaks(found) for found in points)
    return Course(below, above, unknown, rows, is_broken)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One area at one threshold and one way of counting."""

    question: Question
    code: str

    def told(self, bundle: Bundle, measure: Measure) -> Telling:
        readings = (self._reading(bundle, when, measure) for when in (THEN, NOW))
        shown = tuple(one for one in readings if one is not None)
        return Telling(bundle.edition, bundle.label.software, shown)

    def drawn(self, measure: Measure, points: tuple[TrendPoint, ...]) -> SafeString | str:
        values = [one.reading.value for one in points]
        if sum(value is not None for value in values) < _FEWEST_SHOWN or not any(values):
            return ""
        told = "; ".join(f"{day(one.reading.on)}: {_said(measure, one)}" for one in points)
        title = str(measure.title) % {"goal": self.question.goal}
        words = Words(f"course-{measure.kind}", title, f"{told}.", get_language() or "da")
        return mark_safe(trend_line(points, words, top=measure.top))  # noqa: S308 - our own drawing

    def row(self, points: tuple[TrendPoint, ...]) -> Row:
        cells = (
            Cell(_said(measure, one), self._proof(measure, one))
            for measure, one in zip(_MEASURES, points, strict=True)
        )
        changed = any(not one.comparable for one in points)
        return Row(points[0].reading.on, tuple(cells), changed)

    def _reading(self, bundle: Bundle, when: str, measure: Measure) -> Reading | None:
        """None where the edition tells of no such day, of no such speed, or of another region."""
        try:
            need = bundle.need(self.question.threshold, when, counting=self.question.counting)
        except NotOnShelf:
            return None
        area = need.region if need.region.code == self.code else need.area(self.code)
        if area is None:
            return Reading(need.origin.as_of, when, None)
        withheld = measure.counted(area).withheld
        return Reading(need.origin.as_of, when, measure.of(area), withheld)

    def _proof(self, measure: Measure, point: TrendPoint) -> str:
        asked = self.question.threshold.slug, self.question.counting.value, point.reading.when
        return reverse("proof", args=[point.edition, str(Key(measure.kind, self.code, "", *asked))])


def _editions() -> list[Bundle]:
    """The editions of the region on show, the oldest first."""
    every = history()
    return [one for one in every if one.region().code == every[-1].region().code]


def _said(measure: Measure, point: TrendPoint) -> str:
    """The number in words, or why there is none."""
    if point.reading.value is not None:
        return measure.said(point.reading.value)
    return gettext("not shown") if point.reading.withheld else gettext("unknown")
