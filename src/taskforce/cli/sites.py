"""`taskforce sites`: find sites for masts, and choose among them."""

from __future__ import annotations

import click

from taskforce.cli.siting.propose import propose
from taskforce.cli.siting.rank import rank


@click.group()
def command() -> None:
    """Propose sites for masts, and choose among them."""


command.add_command(propose)
command.add_command(rank)
