"""`taskforce collect`: take in coverage, boundaries, uses and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.outcomes import show_json, show_outcome
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.places import DEFAULT_REGION

if TYPE_CHECKING:
    from taskforce.collect.coverage import Choices
    from taskforce.collect.outcome import Outcome, Tell

_FILE = click.Path(path_type=Path)


class _Day(click.ParamType[date]):
    """A date written 2026-06-30."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 2026-06-30.", param, ctx)


def _shared(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the counts for machines."),
        click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing."),
        click.option("--as-of", type=_Day(), help="The day that the files speak of, 2026-06-30."),
    ):
        command = option(command)
    return command


@click.group()
def command() -> None:
    """Take in files, and freeze them on the shelf.

    Nothing is changed when something is wrong, and the same file twice is the same snapshot.
    """


@command.command(
    epilog="""\b
Examples:
  taskforce collect coverage "BBK26_udbudt private.csv"
  taskforce collect coverage raadata.zip --as-of 2023-06-30 --dry-run
  taskforce collect coverage fiber.csv kabel.csv xdsl.csv --as-of 2016-06-30
  taskforce collect coverage kommune.xlsx --profile kommune.toml --json
"""
)
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--profile", help="A mapping profile: its name, or a TOML file of your own.")
@click.option("--region", default=DEFAULT_REGION, show_default=True, help="Counted apart.")
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@click.option("--demonstration", is_flag=True, help="Mark it as demonstration data.")
@_shared
@click.pass_obj
def coverage(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in what is offered at each address, from one or more FILES of one delivery.

    The publisher is recognised by the column names; any other CSV, XLSX, Parquet or GeoPackage
    is read by a mapping profile. Rejected rows are kept with line and reason; above 2 % the
    delivery is refused.
    """
    from taskforce.collect.coverage import collect_coverage

    with _told() as tell:
        outcome = collect_coverage(shelf, files, _choices(choices), tell=tell)
    _answer(outcome, as_json)


@command.command(
    epilog="""\b
Examples:
  taskforce collect boundaries kommuner.geojson
  taskforce collect boundaries dagi.gpkg --as-of 2026-01-01
"""
)
@click.argument("file", type=_FILE)
@_shared
@click.pass_obj
def boundaries(shelf: Shelf, /, file: Path, as_json: bool, **choices: Any) -> None:
    """Take in the boundaries of the municipalities, from a GeoJSON or GeoPackage FILE."""
    from taskforce.collect.boundaries import collect_boundaries

    with _told() as tell:
        outcome = collect_boundaries(shelf, file, _choices(choices), tell=tell)
    _answer(outcome, as_json)


@command.command(
    epilog="""\b
Examples:
  taskforce collect uses bbr_bygning.csv
  taskforce collect uses bbr_bygning.csv bbr_enhed.csv dar_adresse.ndjson
"""
)
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_shared
@click.pass_obj
def uses(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in what addresses are used for, from the building register's FILES.

    The newest snapshot is frozen anew with it, under a new id.
    """
    from taskforce.collect.uses import collect_uses

    with _told() as tell:
        outcome = collect_uses(shelf, files, _choices(choices), tell=tell)
    _answer(outcome, as_json)


@command.command(
    epilog="""\b
Examples:
  taskforce collect addresses adgangsadresser.csv
"""
)
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--profile", help="A mapping profile of kind addresses.")
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@_shared
@click.pass_obj
def addresses(shelf: Shelf, /, files: tuple[Path, ...], as_json: bool, **choices: Any) -> None:
    """Take in the register of addresses, from FILES in DAWA's CSV.

    An address that coverage does not mention is then counted as unknown.
    """
    from taskforce.collect.register import collect_addresses

    with _told() as tell:
        outcome = collect_addresses(shelf, files, _choices(choices), tell=tell)
    _answer(outcome, as_json)


def _choices(given: dict[str, Any]) -> Choices:
    from taskforce.collect.coverage import Choices

    return Choices(**given)


def _answer(outcome: Outcome, as_json: bool) -> None:
    (show_json if as_json else show_outcome)(outcome)


@contextmanager
def _told() -> Iterator[Tell]:
    """Say on the terminal what is being done; say nothing where there is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("Opening the files") as status:
        yield status.update
