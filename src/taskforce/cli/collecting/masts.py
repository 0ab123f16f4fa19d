"""`taskforce collect masts`: take in the register of masts and antennas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from taskforce.cli.collecting.options import FILE, answer, shared, told
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce collect masts antenner.json --dry-run
  taskforce collect masts antenner.json --as-of 2026-11-01
  taskforce collect masts masteibrug-1.json masteibrug-2.json masteifremtid.json
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@shared
@click.pass_obj
def masts(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in masts and antennas, from the mast register's FILES.

    Its list (antenner.json), the GeoJSON of its map, in use and planned, and a CSV with lat, lon
    and technology are told apart by what stands in them. Give all files together: they replace
    the masts that stood there. To fetch the register itself: taskforce refresh masts.
    """
    from taskforce.collect.masts import MastChoices, collect_masts

    with told() as tell:
        outcome = collect_masts(shelf, files, MastChoices(**choices), tell=tell)
    answer(outcome, as_json)
