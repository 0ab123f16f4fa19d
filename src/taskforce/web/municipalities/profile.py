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
from taskforce.report.outlook import AreaBelow, GrowthScenario
from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame.question import Question
from taskforce.web.municipalities.rows import density, difference_of, nothing_known, ranked

_MOST_SPOTS = 10
_YEARS_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """The need at one threshold on both days."""

    threshold: Threshold
    now: AreaFigures
    then: AreaFigures | None

    @property
    def difference(self) -> int | None:
        """How many more (or fewer) are below than then; None when not shown."""
        return difference_of(self.now, self.then)


@dataclass(frozen=True, slots=True)
class GrowthStep:
    """What a household needs in a year under one scenario, and how many have less."""

    scenario: GrowthScenario
    threshold: str
    below: AreaBelow


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """One year under every scenario."""

    year: int
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
    growth: tuple[GrowthRow, ...]
    neighbours: tuple[Area, ...]

    @property
    def largest_spots(self) -> tuple[WhiteSpotFigures, ...]:
        return self.white_spots.in_municipality(self.area.code)[:_MOST_SPOTS]

    @property
    def density(self) -> float | None:
        """Addresses in need for each square kilometre."""
        return density(self.now, self.area)

    @property
    def is_ranked(self) -> bool:
        """Whether the share rests on enough addresses to be set against those of others."""
        return ranked(self.now)

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


def profile(question: Question, area: Area) -> Profile:
    """Gather the profile of a municipality."""
    bundle, change = question.bundle, question.change
    thresholds = tuple(_at(question, threshold, area) for threshold in bundle.thresholds)
    usual = next(one for one in thresholds if one.threshold == question.threshold)
    return Profile(
        area=area,
        now=question.table.area(area.code) or nothing_known(area),
        then=usual.then,
        change=change.area(area.code) if change else None,
        thresholds=thresholds,
        postcodes=question.table.in_municipality(area.code),
        white_spots=bundle.white_spots(question.threshold),
        growth=_growth(question, area.code),
        neighbours=tuple(one for one in bundle.areas() if one.code in area.neighbours),
    )


def _at(question: Question, threshold: Threshold, area: Area) -> AtThreshold:
    bundle, counting = question.bundle, question.counting
    now = bundle.need(threshold, counting=counting).area(area.code) or nothing_known(area)
    then = bundle.need(threshold, THEN, counting=counting) if bundle.has_then else None
    return AtThreshold(threshold, now, then.area(area.code) if then else None)


def _growth(question: Question, code: str) -> tuple[GrowthRow, ...]:
    table = question.bundle.growth()
    rows: dict[int, list[GrowthStep]] = {}
    for scenario in table.scenarios if table else ():
        for year in scenario.years[::_YEARS_BETWEEN]:
            below = year.area(code)
            if below is not None:
                rows.setdefault(year.year, []).append(GrowthStep(scenario, year.threshold, below))
    return tuple(GrowthRow(year, tuple(steps)) for year, steps in sorted(rows.items()))
