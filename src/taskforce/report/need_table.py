"""Writes the table of need of one day: counts where they may be shown, "withheld" where not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from taskforce.report.cells import REGION, Cell
from taskforce.report.count import Count
from taskforce.report.counting import ADDRESSES, Tally, below, served
from taskforce.report.day import Day
from taskforce.report.figures import (
    AreaFigures,
    NeedTable,
    PostcodeFigures,
    TechnologyFigures,
    UseFigures,
)
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting, counted
from taskforce.vocabulary.use import USES

METHOD = "need"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one group that every table shows."""

    addresses: Count
    below: Count
    unknown: Count
    share_below: float | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One day at one threshold and one way of counting, and the numbers to withhold.

    `withheld_elsewhere` are those of the other way of counting: both tell of the same lines.
    """

    day: Day
    threshold: Threshold
    counting: Counting
    withheld: Collection[Cell]
    withheld_elsewhere: Collection[Cell] = frozenset()

    def count(self, tally: Tally, cell: Cell) -> Count:
        """The number of addresses below, unless it is withheld."""
        if cell in self.withheld:
            return Count.WITHHELD
        return Count(tally[below(self.threshold, self.counting)])

    def numbers(self, tally: Tally, cell: Cell) -> Numbers:
        """The numbers of a group; the share is withheld together with the count."""
        count, known = self.count(tally, cell), tally.known(self.threshold, self.counting)
        return Numbers(
            addresses=Count(tally[ADDRESSES]),
            below=count,
            unknown=Count(tally.unknown(self.threshold, self.counting)),
            share_below=count.value / known if count.value is not None and known else None,
        )


def need_table(shown: Shown, region: Region) -> NeedTable:
    """Write the table of need for the region, its municipalities, uses and postcodes.

    Parameters
    ----------
    shown
        What to show and what to withhold.
    region
        Gives the names.

    Returns
    -------
    NeedTable
        Municipalities by code. Counts in addresses.

    References
    ----------
    docs/figures/need.md, docs/figures/disclosure.md
    """
    day = shown.day
    names = {place.code: place.name for place in region.municipalities}
    return NeedTable(
        threshold=shown.threshold.label,
        counting=shown.counting,
        when=day.when,
        origin=day.origin(METHOD),
        region=replace(_area(shown, REGION, region.name.da, day.region), code=region.code),
        areas=tuple(_area(shown, code, names[code], tally) for code, tally in day.areas.items()),
        postcodes=tuple(
            _postcode(shown, code, postcode, day.postcodes[code, postcode])
            for code, postcode in sorted(day.postcodes)
        ),
    )


def _area(shown: Shown, code: str, name: str, tally: Tally) -> AreaFigures:
    cell = Cell("need", shown.day.when, code)
    numbers = shown.numbers(tally, cell)
    would_tell = cell in shown.withheld or cell in shown.withheld_elsewhere
    return AreaFigures(
        code=code,
        name=name,
        addresses=numbers.addresses,
        below=numbers.below,
        unknown=numbers.unknown,
        share_below=numbers.share_below,
        uses=_uses(shown, code),
        technologies=_technologies(shown, tally, withheld=would_tell),
    )


def _uses(shown: Shown, code: str) -> tuple[UseFigures, ...]:
    day = shown.day
    tallies = (
        day.region_uses
        if code == REGION
        else {use: day.uses[code, use] for use in USES if (code, use) in day.uses}
    )
    figures = []
    for use in USES:
        if use in tallies:
            cell = Cell("use", day.when, code, use.value)
            numbers = shown.numbers(tallies[use], cell)
            figures.append(
                UseFigures(
                    use, numbers.addresses, numbers.below, numbers.unknown, numbers.share_below
                )
            )
    return tuple(figures)


def _technologies(shown: Shown, tally: Tally, *, withheld: bool) -> tuple[TechnologyFigures, ...]:
    # What one technology alone serves can tell how many are below, so both are withheld together.
    counts = counted(shown.counting, shown.day.counts.technologies)
    return tuple(
        TechnologyFigures(
            technology=technology,
            counts=technology in counts,
            served=Count.WITHHELD
            if withheld
            else Count(tally[served(shown.threshold, technology)]),
        )
        for technology in shown.day.counts.technologies
    )


def _postcode(shown: Shown, code: str, postcode: str, tally: Tally) -> PostcodeFigures:
    numbers = shown.numbers(tally, Cell("postcode", shown.day.when, code, postcode))
    return PostcodeFigures(
        municipality=code,
        postcode=postcode,
        addresses=numbers.addresses,
        below=numbers.below,
        unknown=numbers.unknown,
        share_below=numbers.share_below,
    )
