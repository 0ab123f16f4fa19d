"""The figures that others have published, put in order beside ours and never mixed with them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Area
from taskforce.report.outlook import ReferenceFact

# The one official series that reaches from the first mapping to the last.
_SUBJECT = "coverage-100-30"


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the series: the figure of each place, None where none was published."""

    name: str
    facts: tuple[ReferenceFact | None, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and the periods that are quoted from it."""

    publisher: str
    url: str | None
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The official coverage through the years; the municipality first, where there is one."""

    title: str
    places: tuple[str, ...]
    periods: tuple[Period, ...]

    @property
    def lines(self) -> tuple[tuple[str, tuple[tuple[int, float], ...]], ...]:
        """The places with a figure for more than one year; a single figure draws no line."""
        found = ((name, self._points(at)) for at, name in enumerate(self.places))
        return tuple((name, points) for name, points in found if len(points) > 1)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the figures were published."""
        found: dict[tuple[str, str | None], dict[str, None]] = {}
        for period in self.periods:
            for fact in filter(None, period.facts):
                key = (fact.origin.publisher, fact.origin.url)
                found.setdefault(key, {})[period.name] = None
        return tuple(Source(*key, tuple(periods)) for key, periods in found.items())

    def _points(self, at: int) -> tuple[tuple[int, float], ...]:
        facts = (period.facts[at] for period in self.periods)
        return tuple(sorted((fact.as_of.year, fact.value) for fact in facts if fact))


def official_series(bundle: Bundle, area: Area | None = None) -> Series | None:
    """The series for a municipality, its region and the country; None where none was published."""
    facts = [fact for fact in bundle.reference() if fact.subject == _SUBJECT]
    region, codes = bundle.region(), {one.code for one in bundle.areas()}
    language = get_language() or "da"
    named = {area.code: area.name} if area else {}
    named[region.code] = region.name.in_language(language)
    named |= {one.area: gettext("Denmark") for one in facts if one.area not in {*named, *codes}}
    places = [code for code in named if any(fact.area == code for fact in facts)]
    if not places:
        return None
    of_places = [fact for fact in facts if fact.area in places]
    return Series(
        of_places[0].name.in_language(language),
        tuple(named[code] for code in places),
        _periods(of_places, places),
    )


def other_facts(bundle: Bundle) -> list[ReferenceFact]:
    """What else others have published of the region as a whole, the newest first."""
    code = bundle.region().code
    facts = [fact for fact in bundle.reference() if fact.area == code and fact.subject != _SUBJECT]
    return sorted(facts, key=lambda fact: fact.as_of, reverse=True)


def _periods(facts: list[ReferenceFact], places: list[str]) -> tuple[Period, ...]:
    found = {(fact.as_of, fact.area): fact for fact in facts}
    days = sorted({fact.as_of for fact in facts}, reverse=True)
    periods = {fact.as_of: fact.period for fact in facts}
    return tuple(
        Period(periods[day], tuple(found.get((day, code)) for code in places)) for day in days
    )
