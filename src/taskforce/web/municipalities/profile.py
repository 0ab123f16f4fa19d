"""What the profile of one municipality shows, gathered from the bundle."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.count import Count
from taskforce.report.figures import (
    THEN,
    Area,
    AreaChange,
    AreaFigures,
    PostcodeFigures,
    WhiteSpotFigures,
    WhiteSpotTable,
)
from taskforce.report.outlook import AreaBelow, GrowthScenario, ReferenceFact
from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame.question import Question

_MOST_SPOTS = 10


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """The need at one threshold on both days."""

    threshold: Threshold
    now: AreaFigures
    then: AreaFigures | None


@dataclass(frozen=True, slots=True)
class GrowthStep:
    """What a household needs in a year, and how many have less, in the one municipality."""

    year: int
    threshold: str
    below: AreaBelow


@dataclass(frozen=True, slots=True)
class GrowthLine:
    """One scenario for the one municipality."""

    scenario: GrowthScenario
    steps: tuple[GrowthStep, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything on the page of one municipality."""

    area: Area
    now: AreaFigures
    then: AreaFigures | None
    change: AreaChange | None
    thresholds: tuple[AtThreshold, ...]
    postcodes: tuple[PostcodeFigures, ...]
    white_spots: WhiteSpotTable
    growth: tuple[GrowthLine, ...]
    reference: tuple[ReferenceFact, ...]
    neighbours: tuple[Area, ...]

    @property
    def largest_spots(self) -> tuple[WhiteSpotFigures, ...]:
        return self.white_spots.in_municipality(self.area.code)[:_MOST_SPOTS]

    @property
    def largest_share(self) -> float:
        """What the bars are measured by: the largest share at any threshold, on either day."""
        both = [part for at in self.thresholds for part in (at.now, at.then) if part]
        return max((part.share_below or 0 for part in both), default=0)

    @property
    def scattered(self) -> Count:
        return self.white_spots.scattered_in(self.area.code)

    @property
    def spot_count(self) -> int:
        return len(self.white_spots.in_municipality(self.area.code))

    @property
    def uses_known(self) -> bool:
        """Whether a building register has been joined, so that the split by use means something."""
        return any(use.use.value != "unknown" and use.addresses.shown for use in self.now.uses)


def profile(question: Question, area: Area, now: AreaFigures) -> Profile:
    """Gather the profile of a municipality."""
    bundle, change = question.bundle, question.change
    thresholds = tuple(_at(question, threshold, area.code) for threshold in bundle.thresholds)
    usual = next(one for one in thresholds if one.threshold == question.threshold)
    return Profile(
        area=area,
        now=now,
        then=usual.then,
        change=change.area(area.code) if change else None,
        thresholds=thresholds,
        postcodes=question.table.in_municipality(area.code),
        white_spots=bundle.white_spots(question.threshold),
        growth=_growth(question, area.code),
        reference=tuple(fact for fact in bundle.reference() if fact.area == area.code),
        neighbours=tuple(one for one in bundle.areas() if one.code in area.neighbours),
    )


def _at(question: Question, threshold: Threshold, code: str) -> AtThreshold:
    bundle, counting = question.bundle, question.counting
    now = bundle.need(threshold, counting=counting).area(code)
    then = bundle.need(threshold, THEN, counting=counting) if bundle.has_then else None
    if now is None:
        raise LookupError(code)
    return AtThreshold(threshold, now, then.area(code) if then else None)


def _growth(question: Question, code: str) -> tuple[GrowthLine, ...]:
    table = question.bundle.growth()
    lines = []
    for scenario in table.scenarios if table else ():
        steps = [(year, year.area(code)) for year in scenario.years]
        lines.append(
            GrowthLine(
                scenario,
                tuple(GrowthStep(y.year, y.threshold, below) for y, below in steps if below),
            )
        )
    return tuple(lines)
