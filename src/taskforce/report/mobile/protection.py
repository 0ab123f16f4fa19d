"""Finds the small groups of an overview of mobile need, and what would give them away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from taskforce.report.cells import REGION, Cell, Cells, Known
from taskforce.report.mobile.overview import AreaRow, CellRow, MobileOverview
from taskforce.report.mobile.truths import Disagreement, Truth

Row = AreaRow | CellRow
Hidden = frozenset[Cell]

# What is need, as told by the operators and by the masts; a measured signal is that of a place.
LACKING, UNLIKELY = "lacking", "unlikely"
_TOLD_BY = {Truth.REPORTED: LACKING, Truth.PREDICTED: UNLIKELY}


def need_cell(quantity: str, row: Row) -> Cell:
    """The name of the number of those in need in an area, or in a hexagon of it."""
    if isinstance(row, AreaRow):
        return Cell("need", quantity, row.code)
    return Cell("hex", quantity, row.municipality, row.cell)


def hides_need(kind: Disagreement, row: Row, hidden: Hidden) -> bool:
    """Where a need is withheld, those who contradict it would tell how large it is at least."""
    needs = (_TOLD_BY[truth] for truth in kind.truths if truth in _TOLD_BY)
    return any(need_cell(need, row) in hidden for need in needs)


def hidden_cells(overview: MobileOverview, cells: Sequence[CellRow]) -> Hidden:
    """Choose the numbers to withhold, over all pages, map layers and files at once.

    Parameters
    ----------
    overview, cells
        With the true counts.

    Returns
    -------
    frozenset of Cell
        Those in need: `need_cell`. Those who differ: Cell("flow", kind, code); all that were
        compared: Cell("before", kind, code).

    References
    ----------
    docs/figures/disclosure.md
    """
    rows = (overview.region, *overview.areas)
    needs = (_need(LACKING, _lacking, rows, cells), _need(UNLIKELY, _unlikely, rows, cells))
    kinds = (_contradiction(kind, rows) for kind in Disagreement)
    return frozenset(chain(*needs, *kinds))


def _need(
    quantity: str,
    of: Callable[[Row], Known | None],
    rows: Sequence[AreaRow],
    cells: Sequence[CellRow],
) -> Hidden:
    book = Cells()
    total = Cell("need", quantity, REGION)
    for row in rows:
        if (need := of(row)) is not None:
            area = need_cell(quantity, row)
            book.add(area, need.below, most=need.known)
            if area != total:
                book.part_of(total, "municipality", area)
    for one in cells:
        if (need := of(one)) is not None:
            piece = need_cell(quantity, one)
            book.add(piece, need.below, most=need.known)
            area = Cell("need", quantity, one.municipality)
            if area in book.counts:
                book.part_of(area, "hex", piece)
    return book.withheld()


def _contradiction(kind: Disagreement, rows: Sequence[AreaRow]) -> Hidden:
    """Those who differ, and those who do not: together they are those that were compared."""
    book = Cells()
    for row in rows:
        one = row.difference(kind)
        if one is None:
            continue
        parts = {"": one.addresses, "agree": one.compared - one.addresses}
        book.add(Cell("before", kind, row.code), one.compared)
        for part, count in parts.items():
            cell = Cell("flow", kind, row.code, part)
            book.add(cell, count, most=one.compared)
            book.part_of(Cell("before", kind, row.code), "part", cell)
            if row.code != REGION:
                book.part_of(Cell("flow", kind, REGION, part), "municipality", cell)
        if row.code != REGION:
            book.part_of(
                Cell("before", kind, REGION), "municipality", Cell("before", kind, row.code)
            )
    return book.withheld()


def _lacking(row: Row) -> Known | None:
    told = row.reported
    return Known(told.lacking, told.covered + told.lacking) if told else None


def _unlikely(row: Row) -> Known | None:
    told = row.predicted
    return Known(told.unlikely, told.addresses - told.off_terrain) if told else None
