"""What a mast sends, where the user knows it better than the usual account does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import click

from taskforce.prediction.budget import Budget, given
from taskforce.prediction.radio import Band, Radio
from taskforce.vocabulary.errors import WrongUse

FIGURES = ("power_dbm", "antenna_dbi", "feeder_db", "resource_blocks")


def account_options() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options for bands and strength; what is not told stays as usual."""
    usual = Budget()
    options = (
        click.option(
            "--mhz",
            multiple=True,
            type=float,
            help="A band, instead of the usual ones or the mast's own. Can be repeated.",
        ),
        _figure("power_dbm", float, f"Power of the transmitter; {usual.power_dbm:g} unless told."),
        _figure("antenna_dbi", float, f"Gain of the antenna; {usual.antenna_dbi:g} unless told."),
        _figure("feeder_db", float, f"Loss in cables; {usual.feeder_db:g} unless told."),
        _figure(
            "resource_blocks",
            int,
            f"Blocks that share the power; {usual.resource_blocks} (10 MHz of LTE) unless told.",
        ),
    )

    def all_of_them(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return all_of_them


def budget_of(asked: Mapping[str, Any]) -> Budget:
    """The account with the figures that were told; the others are assumed."""
    told = {name: asked[name] for name in FIGURES if asked[name] is not None}
    for name, value in told.items():
        if not -100 <= value <= 1000:
            raise WrongUse(f"--{name.replace('_', '-')} {value:g} is no strength of a mast.")
    return given(**told)


def sent(radio: Radio, budget: Budget, asked: Mapping[str, Any]) -> Radio:
    """The radio with the bands and the strength that were asked for, and that far around."""
    bands = asked["mhz"] or tuple(band.frequency_mhz for band in radio.bands)
    return replace(
        radio,
        bands=tuple(Band(mhz, budget.eirp_dbm_per_re) for mhz in dict.fromkeys(bands)),
        radius_m=asked["radius_km"] * 1000,
    )


def _figure(name: str, kind: type, told: str) -> Callable[[Callable[..., Any]], Any]:
    return click.option(f"--{name.replace('_', '-')}", type=kind, help=told)
