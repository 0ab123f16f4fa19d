"""`taskforce report`: make what the web shows of a snapshot."""

from __future__ import annotations

import click

from taskforce.cli.answers import snapshot_option, write_json
from taskforce.cli.map_options import land_file, region_option, telling
from taskforce.snapshot.shelf import Shelf


@click.command(
    epilog="""\b
Examples:
  taskforce report
  taskforce report --snapshot 2026-06-30
  taskforce report --region denmark --again
"""
)
@snapshot_option()
@region_option()
@click.option("--again", is_flag=True, help="Build it even when nothing has changed.")
@click.option("--json", "as_json", is_flag=True, help="Print the bundle for machines.")
@click.pass_obj
def command(shelf: Shelf, /, snapshot_id: str, region: str, again: bool, as_json: bool) -> None:
    """Make figures, map, downloads and address search of a snapshot for the web.

    The snapshot is compared with the newest one of an earlier day. Numbers that would give away
    a group of fewer than three addresses are withheld. The same inputs are not built twice.
    """
    from taskforce.report.build import build
    from taskforce.vocabulary.places import load_region

    with telling() as tell:
        bundle = build(
            shelf,
            snapshot_id,
            region=load_region(region),
            land=land_file(),
            again=again,
            progress=tell,
        )
    if as_json:
        write_json({"bundle": bundle.name, "path": str(bundle)})
    else:
        click.echo(f"The web shows {bundle.name}. See it with: taskforce serve")
