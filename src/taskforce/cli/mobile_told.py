"""Tells the overview of mobile need in words and tables: how old and how sure each truth is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from taskforce.cli.answers import number, share, write_table
from taskforce.prediction.terrain import TerrainMode
from taskforce.report.mobile.overview import (
    LEAST_MEASUREMENTS,
    AreaRow,
    CellRow,
    Masts,
    Measured,
    MobileOverview,
)
from taskforce.report.mobile.truths import Truth

_UNKNOWN = "unknown"
_LISTED = 40
_AREA = ("Area", "Name", "Count", "Reported", "Measured", "Predicted", "Differ")
_CELL = ("Id", "Area", "Count", "Reported", "Measured", "Predicted", "Differ")


def write(
    overview: MobileOverview, areas: Sequence[AreaRow], cells: Sequence[CellRow] | None
) -> None:
    """Print the overview for reading.

    Parameters
    ----------
    overview
        What was made; the region stands below the rows.
    areas, cells
        The rows: of municipalities where `cells` is None.
    """
    title = f"Without mobile coverage for {overview.service.label.en.lower()}{_flat(overview)}"
    if cells is None:
        rows, total = [_area(one) for one in areas], _area(overview.region)
        write_table(title, _AREA, rows, totals=[total])
    else:
        write_table(title, _CELL, [_cell(one) for one in cells[:_LISTED]])
        if len(cells) > _LISTED:
            click.echo(f"and {number(len(cells) - _LISTED)} more cells: --format csv lists them.")
    for line in (*_legend(overview), "", *_differences(overview), "", *_grounds(overview)):
        click.echo(line)


def _area(row: AreaRow) -> tuple[str, ...]:
    return (
        row.code,
        row.name,
        number(row.addresses),
        _UNKNOWN if row.reported is None else number(row.reported.lacking),
        _weak(row.measured),
        _UNKNOWN if row.predicted is None else number(row.predicted.unlikely),
        _UNKNOWN if row.differing is None else number(row.differing),
    )


def _weak(measured: Measured | None) -> str:
    if measured is None or not measured.cells:
        return _UNKNOWN
    return f"{number(measured.weak_cells)} of {number(measured.cells)}"


def _cell(row: CellRow) -> tuple[str, ...]:
    median = "unmeasured" if row.median_dbm is None else f"{row.median_dbm:.0f} dBm"
    if row.median_dbm is None and row.measurements:
        median = "too few"
    return (
        row.cell or "no place",
        row.municipality,
        number(row.addresses),
        _UNKNOWN if row.reported is None else number(row.reported.lacking),
        median,
        _UNKNOWN if row.predicted is None else number(row.predicted.unlikely),
        _UNKNOWN if row.differing is None else number(row.differing),
    )


def _legend(overview: MobileOverview) -> Iterator[str]:
    yield (
        f"Count: addresses. Reported: those without mobile broadband of "
        f"{overview.reported_mbps} Mbit/s. "
        f"Measured: hexagons whose median signal is below {overview.threshold_dbm:g} dBm, of those "
        f"with at least {LEAST_MEASUREMENTS} measurements. Predicted: those where the masts "
        "make coverage unlikely. Differ: those of which two of the three say the opposite."
    )


def _differences(overview: MobileOverview) -> Iterator[str]:
    region = overview.region
    yield f"Where they differ in {region.name}{_flat(overview)}:"
    for one in region.differences:
        yield (
            f"  {one.kind.label.en} {number(one.addresses)} of {number(one.compared)} addresses "
            f"({share(one.addresses / one.compared)}), in {_hexagons(one.cells)}."
        )
    if not region.differences:
        yield "  Nothing could be compared."


def _hexagons(count: int) -> str:
    return "1 hexagon" if count == 1 else f"{number(count)} hexagons"


def _flat(overview: MobileOverview) -> str:
    """What must stand on every number that was predicted without knowing the ground."""
    mode = TerrainMode(overview.terrain)
    blind = mode is TerrainMode.NONE and overview.region.predicted is not None
    return f" ({mode.label.en})" if blind else ""


def _grounds(overview: MobileOverview) -> Iterator[str]:
    for truth in Truth:
        yield f"{truth.value.capitalize()}: {_ground(overview, truth)}"
    masts = overview.masts
    if overview.region.predicted is not None and masts is not None:
        basis = "measured in the region" if overview.calibrated else "typical, not measured here"
        yield (
            f"Predicted by ITU-R P.1812 from {number(masts.in_use - masts.off_terrain)} masts in "
            f"use, {TerrainMode(overview.terrain).label.en}{_off(masts)}. Likely from "
            f"{overview.spread_db:.1f} dB above the threshold, unlikely from as much below it: "
            f"the spread of the prediction, {basis}."
        )
    demonstration = "Demonstration data. " if overview.demonstration else ""
    yield f"{demonstration}Overview {overview.id}. What is unknown or not measured is never 0."


def _off(masts: Masts) -> str:
    if not masts.off_terrain:
        return ""
    return f"; {number(masts.off_terrain)} more masts lie off the terrain and reach nobody"


def _ground(overview: MobileOverview, truth: Truth) -> str:
    absent = overview.region.why_absent(truth)
    if absent is not None:
        return absent.en
    told = "; ".join(
        f"{one.kind} {one.id} of {one.as_of} ({one.publisher}, {one.certainty})"
        for one in overview.inputs_of(truth)
    )
    measured = overview.region.measured
    if truth is Truth.MEASURED and measured and measured.oldest and measured.newest:
        return f"{told}, from {measured.oldest} to {measured.newest}."
    return f"{told}."
