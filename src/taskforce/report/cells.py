"""Names every number that is shown, and the sums that tie them together on all pages and maps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from taskforce.report.deduction import Sum
from taskforce.report.disclosure import withheld_cells
from taskforce.report.flows import FLOWS, OF_NOW, OF_THEN, Passages, together

REGION = ""

# The part of a municipality's need that lies in no white spot.
SCATTERED = "scattered"


_WORTH = {
    **{"need": 500, "before": 500, "use": 20, "flow": 20},
    **{"postcode": 10, "spot": 5, "wide": 2, "hex": 1},
}


class Cell(NamedTuple):
    """One number: of what kind, on which day, where, and which part of it."""

    kind: str
    when: str
    area: str
    part: str = ""


@dataclass(slots=True)
class Cells:
    """The numbers of one threshold and one way of counting, with all that ties them together."""

    counts: dict[Cell, int] = field(default_factory=dict)
    most: dict[Cell, int] = field(default_factory=dict)
    _parts: defaultdict[tuple[Cell, str], list[Cell]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, cell: Cell, count: int, *, most: int | None = None) -> None:
        """Add a number; `most` is the largest that a reader knows it can be."""
        self.counts[cell] = count
        if most is not None:
            self.most[cell] = most

    def part_of(self, total: Cell, division: str, cell: Cell) -> None:
        """Say that the cells of one division add up to the total."""
        self._parts[total, division].append(cell)

    def withheld(self) -> frozenset[Cell]:
        """Choose the numbers to withhold."""
        sums = [Sum(total, tuple(parts)) for (total, _), parts in self._parts.items()]
        chosen = withheld_cells(self.counts, sums, most=self.most, worth=worth)
        return frozenset(cell for cell in chosen if isinstance(cell, Cell))


def worth(cell: Cell) -> int:
    """How much a reader would miss a number: the whole more than its parts."""
    return _WORTH[cell.kind] * (20 if cell.area == REGION else 1)


@dataclass(frozen=True, slots=True)
class Known:
    """Addresses below, and those whose standing is known: the most there could be."""

    below: int
    known: int


def add_need(
    cells: Cells,
    when: str,
    *,
    region: Known,
    areas: Mapping[str, Known],
    parts: Mapping[str, Mapping[tuple[str, str], Known]],
) -> None:
    """Add the need of a day: region, municipalities, and divisions of each municipality.

    Parameters
    ----------
    cells
        Where to add.
    when
        "now" or "then".
    region, areas
        The region and, by code, its municipalities, which add up to it.
    parts
        By division ("use", "postcode"): by municipality and part; the parts of each
        municipality add up to it, and a part over all municipalities to that of the region.
    """
    total = Cell("need", when, REGION)
    cells.add(total, region.below, most=region.known)
    for code, need in areas.items():
        area = Cell("need", when, code)
        cells.add(area, need.below, most=need.known)
        cells.part_of(total, "municipality", area)
    for division, pieces in parts.items():
        for (code, part), need in pieces.items():
            cell = Cell(division, when, code, part)
            cells.add(cell, need.below, most=need.known)
            cells.part_of(Cell("need", when, code), division, cell)


def add_region_parts(cells: Cells, division: str, when: str, whole: Mapping[str, Known]) -> None:
    """Add a division of the whole region, tied to the same parts of the municipalities."""
    pieces = [cell for cell in cells.counts if cell.kind == division and cell.when == when]
    for part, need in whole.items():
        cell = Cell(division, when, REGION, part)
        cells.add(cell, need.below, most=need.known)
        cells.part_of(Cell("need", when, REGION), division, cell)
    for piece in pieces:
        cells.part_of(Cell(division, when, REGION, piece.part), "municipality", piece)


def add_hexes(
    cells: Cells,
    when: str,
    *,
    wide: Mapping[tuple[str, str], Known],
    small: Mapping[tuple[str, str], Known],
    parent: Mapping[str, str],
) -> None:
    """Add the hexagons of the map, cut by municipality: small ones within wide ones.

    Parameters
    ----------
    cells, when
        See `add_need`.
    wide, small
        By municipality and hexagon.
    parent
        The wide hexagon of each small one.
    """
    for (code, hexagon), need in wide.items():
        cell = Cell("wide", when, code, hexagon)
        cells.add(cell, need.below, most=need.known)
        cells.part_of(Cell("need", when, code), "wide", cell)
    for (code, hexagon), need in small.items():
        cell = Cell("hex", when, code, hexagon)
        cells.add(cell, need.below, most=need.known)
        cells.part_of(Cell("wide", when, code, parent[hexagon]), "hex", cell)


def add_flows(
    cells: Cells, when_then: str, when_now: str, passages: Mapping[str, Passages]
) -> dict[str, Cell]:
    """Add what became of the need: it ties the two days together in every municipality.

    Parameters
    ----------
    cells
        Holds the need of both days already.
    when_then, when_now
        How the two days are called.
    passages
        By municipality; they add up to those of the region.

    Returns
    -------
    dict
        By area, the cell of the number below before.
    """
    before = {}
    for code, one in {REGION: together(passages), **passages}.items():
        before[code] = _before(cells, when_then, code, one.flows.before)
        for name in FLOWS:
            cell = Cell("flow", when_now, code, name)
            cells.add(cell, getattr(one.flows, name), most=one.most(name))
            if code != REGION:
                cells.part_of(Cell("flow", when_now, REGION, name), "municipality", cell)
            if name in OF_THEN:
                cells.part_of(before[code], "flow", cell)
            if name in OF_NOW:
                cells.part_of(Cell("need", when_now, code), "flow", cell)
    return before


def _before(cells: Cells, when_then: str, code: str, count: int) -> Cell:
    """The number below before: that of the earlier day, unless addresses have moved since.

    An address counts where the later snapshot has it. Where one has moved to another
    municipality, the earlier day's own table says another number, and both stand apart.
    """
    need = Cell("need", when_then, code)
    if cells.counts.get(need) == count:
        return need
    apart = Cell("before", when_then, code)
    cells.add(apart, count)
    return apart


def add_white_spots(
    cells: Cells, when: str, spots: Iterable[tuple[str, str, int]], codes: Iterable[str]
) -> dict[str, int]:
    """Add the white spots; the rest of each municipality's need lies scattered.

    Parameters
    ----------
    cells
        Holds the need of the day already.
    when
        The day.
    spots
        Municipality, id and addresses of each.
    codes
        The municipalities.

    Returns
    -------
    dict
        By municipality, the addresses in need outside of the white spots.
    """
    left = {code: cells.counts[Cell("need", when, code)] for code in codes}
    for code, identity, addresses in spots:
        cell = Cell("spot", when, code, identity)
        cells.add(cell, addresses)
        cells.part_of(Cell("need", when, code), "spot", cell)
        left[code] -= addresses
    for code, addresses in left.items():
        cell = Cell("spot", when, code, SCATTERED)
        cells.add(cell, addresses)
        cells.part_of(Cell("need", when, code), "spot", cell)
    return left
