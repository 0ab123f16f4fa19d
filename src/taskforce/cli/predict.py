"""`taskforce predict`: how far a mast would reach, why, and how sure that is."""

from __future__ import annotations

import click

from taskforce.cli.predicting.calibrate import calibrate
from taskforce.cli.predicting.explain import explain
from taskforce.cli.predicting.footprint import footprint


@click.group()
def command() -> None:
    """Say how far a mast would reach, and why it does at an address."""


command.add_command(footprint)
command.add_command(calibrate)
command.add_command(explain)
