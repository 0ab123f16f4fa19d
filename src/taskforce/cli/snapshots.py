"""`taskforce snapshots`: what lies on the shelf, the oldest first."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf

COLUMNS = ("Snapshot", "As of", "Addresses", "Rejected rows", "Format", "Publisher")


@click.command(
    epilog="""\b
Examples:
  taskforce snapshots
  taskforce snapshots --json | jq -r '.[-1].snapshot'
"""
)
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects for machines.")
@click.pass_obj
def command(shelf: Shelf, as_json: bool) -> None:
    """List the snapshots on the shelf, the oldest first."""
    snapshots = shelf.snapshots()
    if as_json:
        click.echo(json.dumps([_described(one) for one in snapshots], ensure_ascii=False, indent=1))
    elif snapshots:
        _show(snapshots)
    else:
        click.echo(f"The shelf {shelf.root} holds no snapshot yet.", err=True)


def _described(snapshot: Snapshot) -> dict[str, Any]:
    label = snapshot.manifest
    return {
        "snapshot": label.id,
        "as_of": label.as_of.isoformat(),
        "as_of_basis": label.as_of_basis,
        "collected_at": label.collected_at.isoformat(),
        "format": label.format,
        "publisher": label.provenance.publisher,
        "rows": label.rows,
        "accepted": label.accepted,
        "rejected": label.rejected,
        "addresses": label.addresses,
        "technologies": [technology.value for technology in label.technologies],
        "layers": label.layers,
        "sources": [asdict(source) for source in label.sources],
        "demonstration": label.demonstration,
    }


def _show(snapshots: tuple[Snapshot, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None)
    for heading in COLUMNS:
        table.add_column(heading, no_wrap=heading in ("Snapshot", "As of"))
    for one in snapshots:
        label = one.manifest
        publisher = label.provenance.publisher + (
            " (demonstration data)" if label.demonstration else ""
        )
        table.add_row(
            label.id,
            label.as_of.isoformat(),
            f"{label.addresses:,}",
            f"{label.rejected:,}",
            label.format,
            publisher,
        )
    Console().print(table)
