"""The command `taskforce`: what a consultant or a nightly job types."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from taskforce import __version__
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import TaskforceError, WrongUse

DONE, REFUSED, WRONG_USE = 0, 1, 2

# One file per command, loaded only when it is asked for: `taskforce --help` stays quick.
COMMANDS = {
    "collect": ("collect", "Take in coverage, boundaries, uses or addresses."),
    "refresh": ("refresh", "Fetch the mast register from its address, and take it in."),
    "snapshots": ("snapshots", "List what lies on the shelf."),
    "need": ("need", "Count the addresses below a threshold, area by area."),
    "white-spots": ("white_spots", "Find neighbouring addresses below a threshold."),
    "compare": ("compare", "Say who gained and who lost between two snapshots."),
    "growth": ("growth", "Ask how many addresses fall below what a household will need."),
    "measured": ("measured", "Say how strong the mobile signal was where it was measured."),
    "predict": ("predict", "Say how far a mast would reach, and why it does at an address."),
    "mobile": ("mobile", "Say who lacks mobile coverage: reported, measured and predicted."),
    "check": ("check", "Ask the digging and mast rules about one case."),
    "rules": ("rules", "Prove the rulebook, list its facts, write its pages."),
    "sites": ("sites", "Find sites for masts, and choose among them."),
    "validate": ("validate", "Compare the radio model with the ITU's reference cases."),
    "warm-up": ("warm_up", "Compile the radio model beforehand."),
    "tiles": ("tiles", "Make the map tiles of a snapshot."),
    "report": ("report", "Make what the web shows of a snapshot."),
    "demo": ("demo", "Write, collect and show a demonstration region."),
    "serve": ("serve", "Show the shelf in the browser."),
    "site": ("site", "Look after the web site: accounts, journal, nightly work."),
}

EXAMPLES = """\b
Examples:
  taskforce demo
  taskforce collect boundaries kommuner.geojson
  taskforce collect coverage "BBK26_udbudt private.csv"
  taskforce need --threshold 100/30 --by municipality
  taskforce --shelf /srv/shelf snapshots --json
"""


class Commands(click.Group):
    """The commands of the house, each found in its own file."""

    def list_commands(self, context: click.Context) -> list[str]:
        return [name for name, (module, _) in COMMANDS.items() if _exists(module)]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        module = import_module(f"taskforce.cli.{COMMANDS[name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(context)])

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except TaskforceError as error:
            click.echo(f"taskforce: {error}", err=True)
            sys.exit(WRONG_USE if isinstance(error, WrongUse) else REFUSED)


@click.group(
    cls=Commands,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--shelf",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="TASKFORCE_SHELF",
    default=Path("shelf"),
    show_default=True,
    help="The folder that holds snapshots and layers (or set TASKFORCE_SHELF).",
)
@click.version_option(__version__, message="taskforce %(version)s")
@click.pass_context
def main(context: click.Context, shelf: Path) -> None:
    """Say who lacks proper internet, where, and how that changes."""
    context.obj = Shelf(shelf)


def _exists(module: str) -> bool:
    return find_spec(f"taskforce.cli.{module}") is not None
