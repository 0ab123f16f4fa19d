"""Makes of an overview of mobile need what everyone may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from taskforce.report.cells import Cell
from taskforce.report.count import Count
from taskforce.report.disclosure import LIMIT
from taskforce.report.mobile.differing import with_differing
from taskforce.report.mobile.overview import (
    AreaRow,
    CellRow,
    Difference,
    MobileOverview,
    Predicted,
    Reported,
)
from taskforce.report.mobile.protection import (
    LACKING,
    UNLIKELY,
    Hidden,
    hidden_cells,
    hides_need,
    need_cell,
)
from taskforce.report.mobile.shown import (
    ShownArea,
    ShownCell,
    ShownDifference,
    ShownOverview,
    ShownPredicted,
    ShownReported,
)
from taskforce.report.mobile.truths import Disagreement


def shown_overview(
    overview: MobileOverview, cells: Sequence[CellRow]
) -> tuple[ShownOverview, tuple[ShownCell, ...]]:
    """Withhold what would tell of fewer than three addresses, in figures and cells together.

    Parameters
    ----------
    overview, cells
        With the true counts.

    Returns
    -------
    tuple
        The overview, and its cells; those without a place are left out, no map can show them.

    References
    ----------
    docs/figures/disclosure.md
    """
    hidden = hidden_cells(overview, cells)
    rows = (overview.region, *overview.areas)
    region, *areas = with_differing(rows, [_area(one, hidden) for one in rows])
    own = {field.name for field in fields(ShownOverview)}
    same = own & {field.name for field in fields(overview)} - {"region", "areas"}
    shown = ShownOverview(
        **{name: getattr(overview, name) for name in same},
        region=region,
        areas=tuple(areas),
    )
    return shown, tuple(_cell(one, hidden) for one in cells if one.cell)


def _area(row: AreaRow, hidden: Hidden) -> ShownArea:
    differences = tuple(_difference(one, row, hidden) for one in row.differences)
    return ShownArea(
        code=row.code,
        name=row.name,
        addresses=row.addresses,
        reported=_reported(row.reported, need_cell(LACKING, row), hidden),
        measured=row.measured,
        predicted=_predicted(row.predicted, need_cell(UNLIKELY, row), hidden),
        differing=Count.UNKNOWN,
        differences=differences,
        absent=row.absent,
    )


def _cell(row: CellRow, hidden: Hidden) -> ShownCell:
    main = _main(row, hidden)
    agrees = False if main else (True if row.differing == 0 else None)
    return ShownCell(
        cell=row.cell,
        municipality=row.municipality,
        addresses=row.addresses,
        reported=_reported(row.reported, need_cell(LACKING, row), hidden),
        predicted=_predicted(row.predicted, need_cell(UNLIKELY, row), hidden),
        measurements=row.measurements,
        median_dbm=row.median_dbm,
        oldest=row.oldest,
        newest=row.newest,
        agrees=agrees,
        main=main,
    )


def _reported(told: Reported | None, cell: Cell, hidden: Hidden) -> ShownReported | None:
    if told is None:
        return None
    lacking = Count.WITHHELD if cell in hidden else Count(told.lacking)
    return ShownReported(lacking, told.covered + told.lacking, told.unknown)


def _predicted(told: Predicted | None, cell: Cell, hidden: Hidden) -> ShownPredicted | None:
    if told is None:
        return None
    hides = cell in hidden

    def count(value: int) -> Count:
        return Count.WITHHELD if hides else Count(value)

    return ShownPredicted(
        likely=count(told.likely),
        uncertain=count(told.uncertain),
        unlikely=count(told.unlikely),
        predicted=told.addresses - told.off_terrain,
        off_terrain=told.off_terrain,
    )


def _difference(one: Difference, row: AreaRow, hidden: Hidden) -> ShownDifference:
    secret = hides_need(one.kind, row, hidden)

    def count(cell: Cell, value: int) -> Count:
        return Count.WITHHELD if secret or cell in hidden else Count(value)

    return ShownDifference(
        one.kind,
        addresses=count(Cell("flow", one.kind, row.code), one.addresses),
        compared=count(Cell("before", one.kind, row.code), one.compared),
    )


def _main(row: CellRow, hidden: Hidden) -> Disagreement | None:
    """The contradiction that most have, where it may be told that there are three or more."""
    told = [
        one
        for one in row.differences
        if one.addresses >= LIMIT and not hides_need(one.kind, row, hidden)
    ]
    return max(told, key=lambda one: one.addresses).kind if told else None
