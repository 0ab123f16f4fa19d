"""`taskforce collect measurements`: take in drive tests, walks and surveys of mobile signal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from taskforce.cli.collecting.options import FILE, answer, shared, told
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce collect measurements drive_log.txt --dry-run
  taskforce collect measurements drive_log.txt drive_datatest.txt --timezone Europe/Copenhagen
  taskforce collect measurements lorries.gpkg --profile lorries.toml
  taskforce collect measurements walk.csv --operator TDC
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--profile", help="A mapping profile: its name, or a TOML file of your own.")
@click.option(
    "--timezone",
    metavar="ZONE",
    help="The zone of times that carry none; Europe/Copenhagen unless the layout knows better.",
)
@click.option("--operator", metavar="NAME", help="The network of files that tell of one only.")
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@shared
@click.pass_obj
def measurements(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in measurements of mobile signal, from logs, walks and surveys in FILES.

    The layout is recognised by the column names; any other CSV, XLSX, Parquet or GeoPackage is
    read by a mapping profile. They are added to the measurements on the shelf, and a file that is
    there already is not taken twice. A standing vehicle counts once a minute. Rejected rows are
    kept with line and reason; above 10 % wrong rows the file is refused.
    """
    from taskforce.collect.measurements import MeasurementChoices, collect_measurements

    with told() as tell:
        outcome = collect_measurements(shelf, files, MeasurementChoices(**choices), tell=tell)
    answer(outcome, as_json)
