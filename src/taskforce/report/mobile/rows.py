"""Counts the three truths for the region, for each municipality and for each hexagon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

import numpy as np

from taskforce.report.mobile.evidence import Evidence
from taskforce.report.mobile.networks import MeasuredHex
from taskforce.report.mobile.overview import (
    REGION,
    Absent,
    AreaRow,
    CellRow,
    Measured,
    Predicted,
    Reported,
)
from taskforce.report.mobile.pieces import Pieces
from taskforce.report.mobile.truths import Truth
from taskforce.report.mobile.verdicts import NO, NOTHING, YES, Grouped, contradicted

_NOT_MEASURED_HERE = Absent(Truth.MEASURED, "Her har ingen målt.", "Nobody measured here.")


def region_row(evidence: Evidence, pieces: Pieces, name: str) -> AreaRow:
    """The region as a whole; each hexagon counts once."""
    return _area_rows(evidence, pieces.together, [(REGION, name, pieces.cells)])[0]


def area_rows(evidence: Evidence, pieces: Pieces, names: Mapping[str, str]) -> tuple[AreaRow, ...]:
    """One row for each municipality in which somebody lives or has measured, by code."""
    areas = [
        (code, names.get(code, code), pieces.cells_of(number))
        for number, code in enumerate(pieces.codes)
    ]
    return _area_rows(evidence, pieces.by_area, areas)


def cell_rows(evidence: Evidence, pieces: Pieces) -> tuple[CellRow, ...]:
    """One row for each piece of a hexagon, by municipality and cell."""
    grouped, hexes = pieces.by_piece, evidence.hexes or {}
    nobody = MeasuredHex(measurements=0, median_dbm=None, oldest=None, newest=None)
    rows = zip(
        pieces.names,
        grouped.count(_everyone(evidence)),
        _reported(evidence, grouped),
        _predicted(evidence, grouped),
        contradicted(evidence.said, grouped, evidence.service),
        strict=True,
    )
    return tuple(
        CellRow(
            cell=cell,
            municipality=code,
            addresses=addresses,
            reported=reported,
            predicted=predicted,
            measurements=hexes.get(cell, nobody).measurements,
            median_dbm=hexes.get(cell, nobody).median_dbm,
            weak=evidence.weak(hexes.get(cell, nobody)),
            oldest=hexes.get(cell, nobody).oldest,
            newest=hexes.get(cell, nobody).newest,
            differing=found.differing,
            differences=found.differences,
        )
        for (code, cell), addresses, reported, predicted, found in rows
    )


def _area_rows(
    evidence: Evidence, grouped: Grouped, areas: Sequence[tuple[str, str, Sequence[str]]]
) -> tuple[AreaRow, ...]:
    rows = zip(
        areas,
        grouped.count(_everyone(evidence)),
        _reported(evidence, grouped),
        _measured(evidence, grouped, [cells for _, _, cells in areas]),
        _predicted(evidence, grouped),
        contradicted(evidence.said, grouped, evidence.service),
        strict=True,
    )
    return tuple(
        AreaRow(
            code=code,
            name=name,
            addresses=addresses,
            reported=reported,
            measured=measured,
            predicted=predicted,
            differing=found.differing,
            differences=found.differences,
            absent=_absent(evidence, measured),
        )
        for (code, name, _), addresses, reported, measured, predicted, found in rows
    )


def _absent(evidence: Evidence, measured: Measured | None) -> tuple[Absent, ...]:
    if evidence.hexes is None or measured is not None:
        return evidence.absent
    return (*evidence.absent, _NOT_MEASURED_HERE)


def _everyone(evidence: Evidence) -> np.ndarray:
    return np.ones(len(evidence.homes), np.bool_)


def _reported(evidence: Evidence, grouped: Grouped) -> list[Reported | None]:
    said = evidence.homes.reported
    if said is None:
        return [None] * grouped.groups
    parts = (grouped.count(said == one) for one in (YES, NO, NOTHING))
    return [Reported(*counts) for counts in zip(*parts, strict=True)]


def _predicted(evidence: Evidence, grouped: Grouped) -> list[Predicted | None]:
    prediction = evidence.prediction
    if prediction is None:
        return [None] * grouped.groups
    held = prediction.held
    parts = (grouped.count(held & (prediction.tier == one)) for one in (YES, NOTHING, NO))
    return [Predicted(*counts) for counts in zip(*parts, grouped.count(~held), strict=True)]


def _measured(
    evidence: Evidence, grouped: Grouped, cells: Sequence[Sequence[str]]
) -> list[Measured | None]:
    said, hexes = evidence.said.measured, evidence.hexes
    if said is None or hexes is None:
        return [None] * grouped.groups
    near, weak = grouped.count(said != NOTHING), grouped.count(said == NO)
    found = [[hexes[cell] for cell in of if cell in hexes] for of in cells]
    return [
        _summed_up(evidence, of, addresses=addresses, weak_addresses=weak_addresses)
        for of, addresses, weak_addresses in zip(found, near, weak, strict=True)
    ]


def _summed_up(
    evidence: Evidence, hexes: Sequence[MeasuredHex], *, addresses: int, weak_addresses: int
) -> Measured | None:
    if not hexes:
        return None
    medians = [one.median_dbm for one in hexes if one.median_dbm is not None]
    return Measured(
        cells=len(medians),
        too_few=len(hexes) - len(medians),
        weak_cells=sum(bool(evidence.weak(one)) for one in hexes),
        measurements=sum(one.measurements for one in hexes),
        addresses=addresses,
        weak_addresses=weak_addresses,
        median_dbm=median(medians) if medians else None,
        oldest=min((one.oldest for one in hexes if one.oldest), default=None),
        newest=max((one.newest for one in hexes if one.newest), default=None),
    )
