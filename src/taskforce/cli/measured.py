"""`taskforce measured`: the mobile signal that was measured, cell by cell or by municipality."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import format_option, number, share, write_csv, write_json, write_table
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.hexagons import HEX_RESOLUTION
from taskforce.vocabulary.signal import Generation, Service

if TYPE_CHECKING:
    from taskforce.need.measured import MeasuredCell, Question
    from taskforce.need.measured_areas import MeasuredArea
    from taskforce.snapshot.frozen import Layer

_CELL = (
    *("cell", "operator", "generation", "measurements", "with_rsrp", "median_rsrp_dbm"),
    *("p10_rsrp_dbm", "share_below_voice", "share_below_data", "oldest", "newest", "sources"),
)
_AREA = (
    *("area", "name", "operator", "generation", "cells", "with_rsrp", "below_voice"),
    *("below_data", "share_below_voice", "share_below_data", "oldest", "newest"),
)

_ALL = "all"


@click.command(
    epilog="""\b
Examples:
  taskforce measured
  taskforce measured --by hex --resolution 9 --split-operator --format csv
  taskforce measured --by municipality --generation 4G
  taskforce measured --cell 100m_61768_6411
"""
)
@click.option(
    "--by",
    type=click.Choice(["square", "hex", "municipality"]),
    default="square",
    show_default=True,
    help="100 m squares of the Danish grid, H3 cells, or municipalities.",
)
@click.option(
    "--resolution",
    type=click.IntRange(0, 15),
    default=HEX_RESOLUTION,
    show_default=True,
    help="Of H3; 8 is about 0.7 square kilometres.",
)
@click.option("--cell", metavar="NAME", help="Only this cell; says so if it is not measured.")
@click.option("--operator", metavar="NAME", help="Only this operator.")
@click.option(
    "--generation",
    type=click.Choice([each.value for each in Generation]),
    help="Only this generation.",
)
@click.option("--split-operator", is_flag=True, help="Answer for each operator apart.")
@click.option("--split-generation", is_flag=True, help="Answer for each generation apart.")
@click.option(
    "--voice",
    "voice_dbm",
    type=float,
    default=Service.VOICE.threshold_dbm,
    show_default=True,
    help="Weakest reference signal (RSRP, dBm) that is enough for voice.",
)
@click.option(
    "--data",
    "data_dbm",
    type=float,
    default=Service.DATA.threshold_dbm,
    show_default=True,
    help="Weakest reference signal (RSRP, dBm) that is enough for data.",
)
@format_option("csv")
@click.pass_obj
def command(shelf: Shelf, /, by: str, cell: str | None, form: str, **asked: Any) -> None:
    """Say how strong the mobile signal was where somebody measured it.

    Only measured cells are listed. A cell that is not there is not measured: nothing is said
    about its coverage.
    """
    from taskforce.need.measured import Question, measured_cells
    from taskforce.need.measured_areas import measured_areas
    from taskforce.need.measured_places import CellKind

    layer = shelf.needed("measurements")
    _refuse_unknown_operator(layer, asked["operator"])
    if by == "municipality":
        boundaries = shelf.needed("boundaries")
        question = Question(**asked)
        areas = measured_areas(layer, boundaries, question)
        _answer([_record(one, _AREA) for one in areas], _AREA, form, _show_areas)
    else:
        question = Question(by=CellKind(by), **asked)
        cells = measured_cells(layer, question)
        chosen = [one for one in cells if cell in (None, one.cell)]
        if cell and not chosen:
            click.echo(f"{cell} is not measured: nothing is said about its coverage.", err=True)
        if chosen or form != "table":
            _answer([_record(one, _CELL) for one in chosen], _CELL, form, _show_cells)
    if form == "table":
        click.echo(_origin(layer, question))


def _refuse_unknown_operator(layer: Layer, operator: str | None) -> None:
    from taskforce.need.measured_rows import measured_rows

    if operator is None:
        return
    known = measured_rows(layer).operators
    if operator not in known:
        raise Refused(
            f'Nobody measured an operator called "{operator}".',
            remedy=f"Measured: {', '.join(one or 'not told' for one in known)}.",
        )


def _record(one: MeasuredCell | MeasuredArea, columns: tuple[str, ...]) -> dict[str, Any]:
    return {name: _plain(getattr(one, name)) for name in columns}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _answer(
    records: list[dict[str, Any]],
    columns: tuple[str, ...],
    form: str,
    shown: Callable[[list[dict[str, Any]]], None],
) -> None:
    if form == "json":
        write_json(records)
    elif form == "csv":
        write_csv([_joined(record) for record in records], columns)
    else:
        shown(records)


def _joined(record: dict[str, Any]) -> dict[str, Any]:
    """Put several sources into one cell of a CSV."""
    return {
        name: "; ".join(value) if isinstance(value, list) else value
        for name, value in record.items()
    }


def _show_cells(records: list[dict[str, Any]]) -> None:
    heading = ("Median", "10 %", "No voice", "No data", "Newest")
    rows = [
        (
            record["cell"],
            _network(record),
            number(record["measurements"]),
            _dbm(record["median_rsrp_dbm"]),
            _dbm(record["p10_rsrp_dbm"]),
            share(record["share_below_voice"]),
            share(record["share_below_data"]),
            record["newest"] or "unknown",
        )
        for record in records
    ]
    _write("Measured signal (RSRP, dBm)", ("Id", "Network", "Count", *heading), rows)


def _show_areas(records: list[dict[str, Any]]) -> None:
    heading = ("Area", "Name", "Network", "Squares", "No voice", "No data", "Oldest", "Newest")
    rows = [
        (
            record["area"],
            record["name"],
            _network(record),
            number(record["cells"]),
            share(record["share_below_voice"]),
            share(record["share_below_data"]),
            record["oldest"] or "unknown",
            record["newest"] or "unknown",
        )
        for record in records
    ]
    _write("Measured squares of 100 m (median RSRP)", heading, rows)


def _write(title: str, heading: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    at = heading.index("Network")
    if all(row[at] == _ALL for row in rows):
        # Eighty signs are few; a column that says "all" in every row is left out.
        heading = heading[:at] + heading[at + 1 :]
        rows = [row[:at] + row[at + 1 :] for row in rows]
    write_table(title, heading, rows)


def _network(record: dict[str, Any]) -> str:
    told = [record["operator"], record["generation"]]
    return ", ".join(one or "not told" for one in told if one is not None) or _ALL


def _dbm(level: float | None) -> str:
    return "unknown" if level is None else f"{level:.1f}"


def _origin(layer: Layer, question: Question) -> str:
    label = layer.manifest
    demonstration = "Demonstration data. " if label.demonstration else ""
    return (
        f"{demonstration}Layer {layer.id} ({label.provenance.certainty.label.en}), "
        f"{len(label.sources):,} files. Enough for voice from {question.voice_dbm:g} dBm, for "
        f"data from {question.data_dbm:g} dBm. What is not listed is not measured."
    )
