"""Decides, for one threshold and one way of counting, which numbers of all pages to withhold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from taskforce.need.white_spots import WhiteSpot
from taskforce.report.cells import (
    Cell,
    Cells,
    Known,
    add_flows,
    add_hexes,
    add_need,
    add_region_parts,
    add_white_spots,
)
from taskforce.report.counting import Tally, below
from taskforce.report.day import Day, wide_hex
from taskforce.report.flows import Passages
from taskforce.report.need_table import Shown
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting


@dataclass(frozen=True, slots=True)
class Found:
    """All that was counted for one threshold and one way of counting, before any is withheld."""

    threshold: Threshold
    counting: Counting
    days: tuple[Day, ...]
    passages: Mapping[str, Passages] | None = None
    spots: Sequence[WhiteSpot] | None = None


@dataclass(frozen=True, slots=True)
class Protected:
    """What was found, the numbers to withhold, and what only the sums could tell.

    `before` is by area the cell of the number before, `scattered` by municipality the need
    outside of white spots.
    """

    found: Found
    withheld: frozenset[Cell]
    before: Mapping[str, Cell]
    scattered: Mapping[str, int]

    def shown(self, day: Day) -> Shown:
        return Shown(day, self.found.threshold, self.found.counting, self.withheld)


def protect(found: Found) -> Protected:
    """Choose the numbers to withhold, over all pages, map layers and files at once.

    Parameters
    ----------
    found
        Everything that shall be shown of a threshold and a way of counting.

    Returns
    -------
    Protected
        With the cells to withhold.

    References
    ----------
    docs/figures/disclosure.md
    """
    cells = Cells()
    for day in found.days:
        _add_day(cells, day, found)
    before: dict[str, Cell] = {}
    if found.passages is not None:
        now, then = found.days
        before = add_flows(cells, then.when, now.when, found.passages)
    scattered: dict[str, int] = {}
    if found.spots is not None:
        day = found.days[0]
        listed = [(spot.municipality or "", spot.id, spot.addresses) for spot in found.spots]
        scattered = add_white_spots(cells, day.when, listed, day.areas)
    return Protected(found, cells.withheld(), before, scattered)


def _add_day(cells: Cells, day: Day, found: Found) -> None:
    def known(tallies: Mapping[Any, Tally]) -> dict[Any, Known]:
        return {key: _known(tally, found) for key, tally in tallies.items()}

    uses = {(code, use.value): tally for (code, use), tally in day.uses.items()}
    add_need(
        cells,
        day.when,
        region=_known(day.region, found),
        areas=known(day.areas),
        parts={"use": known(uses), "postcode": known(day.postcodes)},
    )
    whole = {use.value: tally for use, tally in day.region_uses.items()}
    add_region_parts(cells, "use", day.when, known(whole))
    if found.counting is Counting.FIXED:
        add_hexes(
            cells,
            day.when,
            wide=known(day.wide),
            small=known(day.hexes),
            parent={hexagon: wide_hex(hexagon) for _, hexagon in day.hexes},
        )


def _known(tally: Tally, found: Found) -> Known:
    known = tally.known(found.threshold, found.counting)
    return Known(tally[below(found.threshold, found.counting)], known)
