"""What every subcommand of `taskforce collect` shares: its options, what it tells, its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.outcomes import show_json, show_outcome

if TYPE_CHECKING:
    from taskforce.collect.outcome import Outcome, Tell

FILE = click.Path(path_type=Path)


class Day(click.ParamType[date]):
    """A date written 2026-06-30."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 2026-06-30.", param, ctx)


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options --as-of, --dry-run and --json."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the counts for machines."),
        click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing."),
        click.option("--as-of", type=Day(), help="The day that the files speak of, 2026-06-30."),
    ):
        command = option(command)
    return command


def answer(outcome: Outcome, as_json: bool) -> None:
    """Print what came of it, for people or for machines."""
    (show_json if as_json else show_outcome)(outcome)


@contextmanager
def told() -> Iterator[Tell]:
    """Say on the terminal what is being done; say nothing where there is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("Opening the files") as status:
        yield status.update
