"""`taskforce collect terrain`: take in the heights of the ground, and what stands on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from taskforce.cli.collecting.options import FILE, answer, shared, told
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce collect terrain dhm_10m.tif
  taskforce collect terrain N54E011.hgt N55E011.hgt N55E012.hgt --fill-voids
  taskforce collect terrain terrain.asc --crs EPSG:25832 --clutter woods.tif
  taskforce collect terrain glo30.tif --kind dsm --dry-run
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--clutter", type=FILE, metavar="FILE", help="A raster of what stands on the ground.")
@click.option(
    "--clutter-codes",
    metavar="CODE=CLASS,…",
    help="What its codes mean: open, suburban, trees, dense, or metres.",
)
@click.option("--step", type=float, default=50.0, show_default=True, help="Metres between points.")
@click.option(
    "--kind",
    type=click.Choice(["dtm", "dsm"]),
    default="dtm",
    show_default=True,
    help="The bare ground, or the surface with trees and houses.",
)
@click.option("--crs", help="The grid of coordinates, where a file does not tell.")
@click.option("--fill-voids", is_flag=True, help="Fill missing heights from what lies around.")
@click.option("--anywhere", is_flag=True, help="Take in a raster of another country, to try it.")
@shared
@click.pass_obj
def terrain(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in heights from FILES: GeoTIFF, SRTM tiles (.hgt) or ESRI ASCII grids (.asc).

    Any projection; several tiles are joined, and cropped to 30 km around the boundaries on the
    shelf. Missing heights are counted, and refused unless they may be filled. GeoTIFF needs
    pip install "digital-taskforce[terrain]".
    """
    from taskforce.collect.terrain import collect_terrain
    from taskforce.collect.terrain_choices import TerrainChoices

    with told() as tell:
        outcome = collect_terrain(shelf, files, TerrainChoices(**choices), tell=tell)
    answer(outcome, as_json)
