"""`taskforce predict calibrate`: how far predictions lie from what was measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import number, write_csv, write_json, write_table
from taskforce.cli.map_options import telling
from taskforce.cli.radio_options import threads_option
from taskforce.prediction.calibration import ENOUGH_CELLS, ENOUGH_MEASUREMENTS
from taskforce.snapshot.shelf import Shelf

if TYPE_CHECKING:
    from taskforce.prediction.calibration import Calibration
    from taskforce.report.calibration.found import RegionCalibration

_HEADING = ("Network", "Masts", "Squares", "Samples", "Bias dB", "Spread dB", "RMSE dB")


@click.command(
    epilog="""\b
Examples:
  taskforce predict calibrate
  taskforce predict calibrate --format json
  taskforce predict calibrate --format geojson > residuals.geojson
"""
)
@threads_option()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "geojson", "json"]),
    default="text",
    show_default=True,
    help="Text and JSON tell bias and spread; CSV and GeoJSON the squares behind them.",
)
@click.pass_obj
def calibrate(shelf: Shelf, /, threads: int, form: str) -> None:
    """Hold predictions of the masts in use against what was measured.

    Says bias, spread and RMSE, and keeps them on the shelf: from then on predictions are as
    certain as that. The bias is told and never applied. With too few measurements the spread
    stays the typical one.
    """
    from taskforce.report.calibration.reckoning import calibrate as calibrated
    from taskforce.report.calibration.residual_map import COLUMNS, as_geojson, as_rows
    from taskforce.report.calibration_file import keep
    from taskforce.report.codec import plain

    with telling() as tell:
        found, residuals = calibrated(shelf, threads=threads, tell=tell)
        keep(shelf, found, residuals)
    if form == "csv":
        write_csv(as_rows(residuals), COLUMNS)
    elif form == "geojson":
        # Thousands of squares: a line each would be most of the file.
        click.echo(json.dumps(as_geojson(found, residuals), separators=(",", ":")))
    elif form == "json":
        write_json({**plain(found), "spread": plain(found.spread)})
    else:
        _show(found)


def _show(found: RegionCalibration) -> None:
    rows = [
        (_network(one.operator, one.generation), number(one.masts), *_figures(one.calibration))
        for one in found.fits
    ]
    total = [("All", "", *_figures(found.overall))]
    write_table("Measured less predicted", _HEADING, rows, totals=total)
    click.echo(verdict(found))
    for words, count in _skipped(found):
        if count:
            click.echo(f"Not compared: {number(count)} measured squares {words}.")
    _show_grounds(found)


def verdict(found: RegionCalibration) -> str:
    """One sentence on what the measurements are good for."""
    overall, spread = found.overall, found.spread
    if not overall.enough:
        return (
            f"Too few measurements: the spread is the typical one, {spread.db:.1f} dB. It takes "
            f"{ENOUGH_MEASUREMENTS} measurements in {ENOUGH_CELLS} squares; compared were "
            f"{number(overall.measurements)} in {number(overall.cells)}."
        )
    bias = overall.bias_db or 0.0
    side = "less" if bias < 0 else "more"
    return (
        f"On average there is {abs(bias):.1f} dB {side} signal than predicted. Coverage is called "
        f"likely or unlikely from {spread.db:.1f} dB on, the RMSE: the bias is not taken off, so "
        "it counts as uncertainty."
    )


def _show_grounds(found: RegionCalibration) -> None:
    from taskforce.prediction.terrain import TerrainMode

    made_up = "Demonstration data. " if found.demonstration else ""
    click.echo(
        f"{made_up}Predicted by ITU-R P.1812-8, {TerrainMode(found.terrain).label.en}; each square "
        "of 100 m counts once, by its median."
    )
    for one in found.inputs:
        click.echo(f"From {one.kind} {one.id}, as of {one.as_of} ({one.publisher}).")
    click.echo(f"Calibration {found.id} lies on the shelf.")


def _figures(calibration: Calibration) -> Sequence[str]:
    levels: tuple[Any, ...] = (calibration.bias_db, calibration.spread_db, calibration.rmse_db)
    return (
        number(calibration.cells),
        number(calibration.measurements),
        *("unknown" if one is None else f"{one:.1f}" for one in levels),
    )


def _network(operator: str | None, generation: str) -> str:
    return f"{operator or 'strongest'}, {generation or 'not told'}"


def _skipped(found: RegionCalibration) -> tuple[tuple[str, int], ...]:
    return (
        ("of a generation that no mast in use sends, or none that is told", found.skipped.no_masts),
        ("off the terrain", found.skipped.off_terrain),
        ("out of reach of every mast", found.skipped.out_of_reach),
    )
