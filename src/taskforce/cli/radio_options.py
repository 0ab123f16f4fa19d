"""The options that commands share which predict a signal: what is enough, and how many cores."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from taskforce.cli.answers import Command
from taskforce.vocabulary.signal import Service


def service_option() -> Callable[[Command], Command]:
    """The option --service: voice or data."""
    return click.option(
        "--service",
        type=click.Choice([each.value for each in Service]),
        default=Service.DATA.value,
        show_default=True,
        help="Decides which signal is enough: voice -110 dBm, data -100 dBm.",
    )


def signal_option(*, also: str = "") -> Callable[[Command], Command]:
    """The option --threshold-dbm: another signal; `also` says what else follows from it."""
    told = f"; {also}" if also else ""
    return click.option(
        "--threshold-dbm", type=float, help=f"Another signal (RSRP) that is enough{told}."
    )


def threads_option() -> Callable[[Command], Command]:
    """The option --threads: all cores unless told otherwise."""
    return click.option(
        "--threads",
        type=click.IntRange(min=1),
        default=lambda: os.cpu_count() or 1,
        show_default="all cores",
        help="For the prediction; the answer does not depend on it.",
    )
