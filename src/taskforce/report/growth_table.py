"""Writes the scenarios of growing data use: how many addresses will have too little, and when."""

from __future__ import annotations

from collections.abc import Sequence

from taskforce.need.growth import GrowthRate, growth_rates, needed_then
from taskforce.report.cells import REGION, Cell, Cells, Known, add_need
from taskforce.report.count import Count
from taskforce.report.counting import Tally, below, count_places
from taskforce.report.day import Day
from taskforce.report.figures import NOW
from taskforce.report.origin import Origin
from taskforce.report.outlook import AreaBelow, GrowthScenario, GrowthTable, GrowthYear
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

METHOD = "growth"
YEARS = 10

Tallies = dict[str, Tally]


def growth_table(region: Region, now: Day) -> GrowthTable:
    """Count, for each rate and each of the coming years, who has less than will be needed.

    Parameters
    ----------
    region
        Gives its default threshold, which is the need of today.
    now
        The newest day; its lines stay as they are.

    Returns
    -------
    GrowthTable
        One scenario per published rate, the first by default. Fixed technologies.

    References
    ----------
    docs/figures/growth.md, docs/figures/disclosure.md
    """
    first = now.snapshot.manifest.as_of.year
    steps = {
        rate.slug: {
            first + years: needed_then(
                region.default_threshold, yearly_growth=rate.yearly_growth, years=years
            )
            for years in range(1, YEARS + 1)
        }
        for rate in growth_rates()
    }
    thresholds = tuple({needed for years in steps.values() for needed in years.values()})
    counts = count_places(
        now.snapshot,
        thresholds=sorted(thresholds),
        municipalities=[place.code for place in region.municipalities],
        only_fixed=True,
    )
    areas: Tallies = counts.by(lambda place: place.municipality)
    tallies = {REGION: counts.whole(), **{code: areas[code] for code in sorted(areas)}}
    return GrowthTable(
        origin=now.origin(METHOD, Certainty.CALCULATED),
        scenarios=tuple(
            GrowthScenario(
                slug=rate.slug,
                name=rate.name,
                yearly_growth=float(rate.yearly_growth),
                origin=_origin(rate),
                years=tuple(
                    _year(region, tallies, year, needed)
                    for year, needed in steps[rate.slug].items()
                ),
            )
            for rate in growth_rates()
        ),
    )


def _year(region: Region, tallies: Tallies, year: int, needed: Threshold) -> GrowthYear:
    cells = Cells()
    known = {
        code: Known(tally[below(needed, Counting.FIXED)], tally.known(needed, Counting.FIXED))
        for code, tally in tallies.items()
    }
    whole = known.pop(REGION)
    add_need(cells, NOW, region=whole, areas=known, parts={})
    withheld = cells.withheld()
    names = {REGION: region.name.da, **{place.code: place.name for place in region.municipalities}}

    def area(code: str, shown_code: str) -> AreaBelow:
        tally = tallies[code]
        count = Count(tally[below(needed, Counting.FIXED)])
        return AreaBelow(
            code=shown_code,
            name=names[code],
            below=Count.WITHHELD if Cell("need", NOW, code) in withheld else count,
            unknown=Count(tally.unknown(needed, Counting.FIXED)),
        )

    return GrowthYear(
        year=year,
        threshold=_rounded(needed),
        region=area(REGION, region.code),
        areas=tuple(area(code, code) for code in tallies if code != REGION),
    )


def _rounded(needed: Threshold) -> str:
    """The need of a later year in whole Mbit/s: more would pretend to know."""
    pair: Sequence[int] = (round(needed.download_mbps), round(needed.upload_mbps))
    return "/".join(map(str, pair))


def _origin(rate: GrowthRate) -> Origin:
    told = rate.figure.origin
    return Origin(
        publisher=told.publisher,
        title=f"{told.title} ({rate.figure.period})",
        licence=told.licence,
        as_of=told.as_of,
        certainty=told.certainty,
        method=METHOD,
        url=told.url,
    )
