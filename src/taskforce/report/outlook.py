"""Growth of data use, and the facts that others published: shown beside computed figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.report.count import Count
from taskforce.report.origin import Origin
from taskforce.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class AreaBelow:
    """The addresses of an area that fall below a speed of the future."""

    code: str
    name: str
    below: Count
    unknown: Count


@dataclass(frozen=True, slots=True)
class GrowthYear:
    """What a household needs in a year, and how many have less on today's lines."""

    year: int
    threshold: str
    region: AreaBelow
    areas: tuple[AreaBelow, ...]

    def area(self, code: str) -> AreaBelow | None:
        return next((area for area in self.areas if area.code == code), None)


@dataclass(frozen=True, slots=True)
class GrowthScenario:
    """One assumed yearly growth (0.5 is 50 %), where it is from, and what it leads to."""

    slug: str
    name: Text
    yearly_growth: float
    origin: Origin
    years: tuple[GrowthYear, ...]


@dataclass(frozen=True, slots=True)
class GrowthTable:
    """The scenarios, all counted from the newest snapshot."""

    origin: Origin
    scenarios: tuple[GrowthScenario, ...]


@dataclass(frozen=True, slots=True)
class ReferenceFact:
    """A fact that others published. It stands beside computed figures, never mixed with them.

    `area` is a municipality's code, the region's code, or "dk"; `unit` says what is counted.
    """

    subject: str
    name: Text
    area: str
    period: str
    as_of: date
    value: float
    unit: str
    origin: Origin
    note: Text | None = None
