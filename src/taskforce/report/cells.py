"""Names every number that is shown, and the sums that tie them together on all pages and maps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from taskforce.report.deduction import Sum
from taskforce.report.disclosure import withheld_cells

REGION = ""

# The part of a municipality's need that lies in no white spot.
SCATTERED = "scattered"


class Cell(NamedTuple):
    """One number: of what kind, on which day, where, and which part of it."""

    kind: str
    when: str
    area: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Flows:
    """What became of the need of an area, in addresses; see `figures.AreaChange`."""

    still: int = 0
    gained: int = 0
    lost: int = 0
    newly_known: int = 0
    no_longer_known: int = 0
    new: int = 0
    gone: int = 0

    @property
    def before(self) -> int:
        return sum(getattr(self, name) for name in OF_THEN)

    @property
    def after(self) -> int:
        return sum(getattr(self, name) for name in OF_NOW)


FLOWS = tuple(flow.name for flow in fields(Flows))
OF_THEN = ("still", "gained", "no_longer_known", "gone")
OF_NOW = ("still", "lost", "newly_known", "new")


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
        chosen = withheld_cells(self.counts, sums, most=self.most)
        return frozenset(cell for cell in chosen if isinstance(cell, Cell))


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


def add_flows(cells: Cells, when_then: str, when_now: str, flows: Mapping[str, Flows]) -> None:
    """Add what became of the need: it ties the two days together in every municipality.

    Parameters
    ----------
    cells
        Holds the need of both days already.
    when_then, when_now
        How the two days are called.
    flows
        By municipality; they add up to those of the region.
    """
    for code, counts in {REGION: total_flows(flows), **flows}.items():
        then = before_cell(cells, when_then, code, counts)
        for name in FLOWS:
            cell = Cell("flow", when_now, code, name)
            cells.add(cell, getattr(counts, name))
            if code != REGION:
                cells.part_of(Cell("flow", when_now, REGION, name), "municipality", cell)
            if name in OF_THEN:
                cells.part_of(then, "flow", cell)
            if name in OF_NOW:
                cells.part_of(Cell("need", when_now, code), "flow", cell)
        cells.add(then, counts.before)


def total_flows(flows: Mapping[str, Flows]) -> Flows:
    """Add up the municipalities."""
    return Flows(**{name: sum(getattr(one, name) for one in flows.values()) for name in FLOWS})


def before_cell(cells: Cells, when_then: str, code: str, counts: Flows) -> Cell:
    """The number below before: that of the earlier day, unless addresses have moved since.

    An address counts where the later snapshot has it. Where one has moved to another
    municipality, the earlier day's own table says another number, and both stand apart.
    """
    need = Cell("need", when_then, code)
    return need if cells.counts.get(need) == counts.before else Cell("before", when_then, code)


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
