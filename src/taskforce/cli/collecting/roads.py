"""`taskforce collect roads`: take in the roads, so that covered kilometres can be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from taskforce.cli.collecting.options import FILE, answer, shared, told
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce collect roads vejmidte.geojson --as-of 2026-11-01
  taskforce collect roads vejmidte.gpkg --dry-run
"""
)
@click.argument("file", type=FILE)
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong features.")
@shared
@click.pass_obj
def roads(shelf: Shelf, /, file: Path, as_json: bool, **choices: Any) -> None:
    """Take in the centre lines of roads, from a GeoJSON or GeoPackage FILE.

    GeoDanmark's vejmidte is recognised; any other lines do. They are cut into pieces of at most
    100 metres. Every line counts, whatever its class; the file replaces the roads that stood
    there.
    """
    from taskforce.collect.roads import RoadChoices, collect_roads

    with told() as tell:
        outcome = collect_roads(shelf, file, RoadChoices(**choices), tell=tell)
    answer(outcome, as_json)
