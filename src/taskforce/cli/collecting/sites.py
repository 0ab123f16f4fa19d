"""`taskforce collect sites`: take in a municipality's own list of sites for masts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from taskforce.cli.collecting.options import FILE, answer, shared, told
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce collect sites steder.xlsx --municipality 0340
  taskforce collect sites soroe.csv slagelse.csv naestved.gpkg --as-of 2026-11-01
  taskforce collect sites steder.csv --crs EPSG:25833 --dry-run
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option(
    "--municipality", metavar="CODE", help="Whose list it is: the owner where none is told."
)
@click.option("--crs", help="The grid of the coordinates, where it is not EPSG:25832.")
@click.option("--allow-rejected", is_flag=True, help="Take in a list with many wrong rows.")
@shared
@click.pass_obj
def sites(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in the sites where a mast could stand, from FILES in CSV, XLSX or GeoPackage.

    The columns are described in docs/site-list.md. Give all lists together: they replace the
    sites that stood there. Rejected rows are kept with line, reason and remedy.
    """
    from taskforce.collect.sites import SiteChoices, collect_sites

    with told() as tell:
        outcome = collect_sites(shelf, files, SiteChoices(**choices), tell=tell)
    answer(outcome, as_json)
