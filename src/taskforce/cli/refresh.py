"""`taskforce refresh`: fetch a register from its official address, and take it in."""

from __future__ import annotations

from typing import Any

import click

from taskforce.cli.collecting.options import answer, shared, told
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.masts.address import DEFAULT_TIMEOUT_S, DEFAULT_URL


@click.group()
def command() -> None:
    """Fetch a register from its official address, and take it in.

    Where it cannot be fetched or read, what lies on the shelf stays as it is.
    """


@command.command(
    epilog="""\b
Examples:
  taskforce refresh masts
  taskforce refresh masts --dry-run
  taskforce refresh masts --timeout 300 --json
"""
)
@click.option("--url", default=DEFAULT_URL, show_default=True, help="The register's address.")
@click.option(
    "--timeout",
    type=float,
    metavar="SECONDS",
    default=DEFAULT_TIMEOUT_S,
    show_default=True,
    help="From the question to the last byte.",
)
@click.option("--allow-rejected", is_flag=True, help="Take in a file with many wrong rows.")
@shared
@click.pass_obj
def masts(shelf: Shelf, /, as_json: bool, **choices: Any) -> None:
    """Fetch masts and antennas from mastedatabasen.dk, and take them in."""
    from taskforce.collect.masts_refresh import RefreshChoices, refresh_masts

    with told() as tell:
        outcome = refresh_masts(shelf, RefreshChoices(**choices), tell=tell)
    answer(outcome, as_json)
