"""`taskforce tiles`: make the map tiles of a snapshot, for the web or any other map."""

from __future__ import annotations

from pathlib import Path

import click

from taskforce.cli.answers import snapshot_option, write_json
from taskforce.cli.map_options import land_file, region_option, telling
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce tiles
  taskforce tiles --snapshot 2026-06-30 --out /srv/maps
"""
)
@snapshot_option()
@region_option()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tiles"),
    show_default=True,
    help="The folder to write in.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the files for machines.")
@click.pass_obj
def command(shelf: Shelf, /, snapshot_id: str, region: str, out: Path, as_json: bool) -> None:
    """Draw municipalities, hexagons and white spots as PMTiles, one file per layer.

    Numbers that would give away a group of fewer than three addresses are withheld.
    """
    from taskforce.report.tile_set import make_tiles
    from taskforce.vocabulary.places import load_region

    with telling() as tell:
        files = make_tiles(
            shelf,
            snapshot_id,
            out=out,
            region=load_region(region),
            land=land_file(),
            progress=tell,
        )
    if as_json:
        write_json({"files": [str(file) for file in files]})
    else:
        for file in files:
            click.echo(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
