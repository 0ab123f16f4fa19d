"""`taskforce sites propose`: a list of public property to begin with, from BBR."""

from __future__ import annotations

from pathlib import Path

import click

from taskforce.vocabulary.errors import Refused

_FILE = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  taskforce sites propose bbr_bygning.csv bbr_grund.csv bbr_ejendomsrelation.csv --out forslag.csv
  taskforce sites propose bbr.zip --out forslag.csv
"""
)
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--out", required=True, type=_FILE, help="The list to write, as CSV.")
def propose(files: tuple[Path, ...], out: Path) -> None:
    """Propose public buildings as sites, from the building register's FILES.

    Give BBR's bygning, grund and ejendomsrelation, and tekniskanlaeg where there is one. The
    highest come first; heights are estimated by storeys. Strike out what cannot carry a mast,
    fill in the rest, and take it in with: taskforce collect sites.
    """
    from taskforce.siting.site_list.proposals import propose as proposed
    from taskforce.siting.site_list.writing import as_csv

    found = proposed(files)
    try:
        out.write_bytes(as_csv(found.sites))
    except OSError as error:
        raise Refused(
            f"The list cannot be written ({error.strerror}).", remedy="Look at --out.", file=out
        ) from error
    click.echo(f"{len(found.sites):,} sites are proposed in {out}.")
    for note in found.notes:
        click.echo(f"  {note.en}")
