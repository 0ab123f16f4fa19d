"""`taskforce collect`: take in coverage, boundaries, uses and addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.collecting.masts import masts
from taskforce.cli.collecting.measurements import measurements
from taskforce.cli.collecting.options import FILE, answer, shared, told
from taskforce.cli.collecting.roads import roads
from taskforce.cli.collecting.sites import sites
from taskforce.cli.collecting.terrain import terrain
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.places import DEFAULT_REGION

if TYPE_CHECKING:
    from taskforce.collect.coverage import Choices


@click.group()
def command() -> None:
    """Take in files, and freeze them on the shelf.

    Nothing is changed when something is wrong, and the same file twice is the same snapshot.
    """


command.add_command(masts)
command.add_command(measurements)
command.add_command(roads)
command.add_command(sites)
command.add_command(terrain)


@command.command(
    epilog="""\b
Examples:
  taskforce collect coverage "BBK26_udbudt private.csv"
  taskforce collect coverage raadata.zip --as-of 2023-06-30 --dry-run
  taskforce collect coverage fiber.csv kabel.csv xdsl.csv --as-of 2016-06-30
  taskforce collect coverage kommune.xlsx --profile kommune.toml --json
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--profile", help="A mapping profile: its name, or a TOML file of your own.")
@click.option("--region", default=DEFAULT_REGION, show_default=True, help="Counted apart.")
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@click.option("--demonstration", is_flag=True, help="Mark it as demonstration data.")
@shared
@click.pass_obj
def coverage(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in what is offered at each address, from one or more FILES of one delivery.

    The publisher is recognised by the column names; any other CSV, XLSX, Parquet or GeoPackage
    is read by a mapping profile. Rejected rows are kept with line and reason; above 2 % the
    delivery is refused.
    """
    from taskforce.collect.coverage import collect_coverage

    with told() as tell:
        outcome = collect_coverage(shelf, files, _choices(choices), tell=tell)
    answer(outcome, as_json)


@command.command(
    epilog="""\b
Examples:
  taskforce collect boundaries kommuner.geojson
  taskforce collect boundaries dagi.gpkg --as-of 2026-01-01
"""
)
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def boundaries(shelf: Shelf, /, file: Path, as_json: bool, **choices: Any) -> None:
    """Take in the boundaries of the municipalities, from a GeoJSON or GeoPackage FILE."""
    from taskforce.collect.boundaries import collect_boundaries

    with told() as tell:
        outcome = collect_boundaries(shelf, file, _choices(choices), tell=tell)
    answer(outcome, as_json)


@command.command(
    epilog="""\b
Examples:
  taskforce collect uses bbr_bygning.csv
  taskforce collect uses bbr_bygning.csv bbr_enhed.csv dar_adresse.ndjson
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@shared
@click.pass_obj
def uses(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in what addresses are used for, from the building register's FILES.

    The newest snapshot is frozen anew with it, under a new id.
    """
    from taskforce.collect.uses import collect_uses

    with told() as tell:
        outcome = collect_uses(shelf, files, _choices(choices), tell=tell)
    answer(outcome, as_json)


@command.command(
    epilog="""\b
Examples:
  taskforce collect addresses adgangsadresser.csv
"""
)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--profile", help="A mapping profile of kind addresses.")
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@shared
@click.pass_obj
def addresses(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in the register of addresses, from FILES in DAWA's CSV.

    An address that coverage does not mention is then counted as unknown.
    """
    from taskforce.collect.register import collect_addresses

    with told() as tell:
        outcome = collect_addresses(shelf, files, _choices(choices), tell=tell)
    answer(outcome, as_json)


def _choices(given: dict[str, Any]) -> Choices:
    from taskforce.collect.coverage import Choices

    return Choices(**given)
