"""The signal's account: what is sent, what is lost, and what is left at the telephone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from taskforce.prediction.p2108 import Surroundings
from taskforce.prediction.radio import USUAL_BANDS, Band, Radio
from taskforce.prediction.terrain import Terrain, TerrainMode
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.text import Text

USUAL_MHZ = tuple(band.frequency_mhz for band in USUAL_BANDS)
SUBCARRIERS_PER_BLOCK = 12
# Above this, networks send in narrow beams that follow the telephone: a fixed pattern only hints.
BEAMS_ABOVE_MHZ = 3000.0


class Use(StrEnum):
    """Where the telephone is; the same signal is weaker in a car, and weaker still in a house."""

    OUTDOOR = "outdoor"
    IN_CAR = "in_car"
    TRADITIONAL_HOUSE = "traditional_house"
    EFFICIENT_HOUSE = "efficient_house"

    @property
    def label(self) -> Text:
        return _USES[self]


@dataclass(frozen=True, slots=True)
class Term:
    """One line of the account; gains are above 0, losses below."""

    name: str
    label: Text
    value: float
    unit: str
    assumed: bool
    """True where the figure is this software's default, false where it was given or reckoned."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What the prediction takes for granted; every figure can be changed and is shown.

    One budget serves every band and every candidate, so that no supplier or operator is favoured.
    `known` names the figures that were given by the user; all others are assumptions.
    """

    power_dbm: float = 46.0
    antenna_dbi: float = 15.0
    feeder_db: float = 1.0
    resource_blocks: int = 50
    """50 blocks of 12 subcarriers fill 10 MHz of LTE."""
    handset_dbi: float = 0.0
    body_db: float = 0.0
    in_car_db: float = 8.0
    entry_percent: float = 50.0
    """Share of houses whose walls take no more than the loss that is reckoned with."""
    place_percent: float = 50.0
    """Share of the places in a cell that reach the signal; 50 gives the median."""
    cell_m: float = 100.0
    surroundings: Surroundings | None = None
    """Trees and houses around the telephone by P.2108; only where no map of them is used."""
    known: frozenset[str] = field(default=frozenset())

    def __post_init__(self) -> None:
        if self.resource_blocks < 1:
            raise WrongUse("A carrier has at least one resource block.")
        if not 1 <= self.entry_percent <= 99 or not 1 <= self.place_percent <= 99:
            raise WrongUse("Shares of houses and places lie between 1 and 99 per cent.")
        if min(self.feeder_db, self.body_db, self.in_car_db) < 0:
            raise WrongUse("A loss is written as a number of dB from 0 up.")

    @property
    def split_db(self) -> float:
        """What each subcarrier gets of the power."""
        return -10 * math.log10(SUBCARRIERS_PER_BLOCK * self.resource_blocks)

    @property
    def eirp_dbm_per_re(self) -> float:
        return self.power_dbm + self.antenna_dbi - self.feeder_db + self.split_db


def given(**figures: Any) -> Budget:
    """Make a budget in which the figures named are given, and the others assumed.

    Parameters
    ----------
    figures
        Fields of `Budget` with their values.

    Returns
    -------
    Budget
        With `known` filled in.
    """
    return replace(Budget(), **figures, known=frozenset(figures))


def radio_for(
    budget: Budget,
    *,
    frequencies_mhz: Sequence[float] = USUAL_MHZ,
    radius_m: float = 20_000.0,
    receiver_m: float = 1.5,
) -> Radio:
    """What the budget sends in each band, and the height that paths are reckoned to.

    Parameters
    ----------
    budget
        The account.
    frequencies_mhz
        The bands, MHz; all send with the budget's one strength.
    radius_m
        How far from the mast to predict, metres.
    receiver_m
        The height of the telephone, metres. With `surroundings`, paths end at the height of
        these, and P.2108 takes the signal down to the telephone.

    Returns
    -------
    Radio
    """
    bands = tuple(Band(mhz, budget.eirp_dbm_per_re) for mhz in frequencies_mhz)
    around = budget.surroundings
    height_m = receiver_m if around is None else max(receiver_m, around.height_m)
    return Radio(bands=bands, receiver_m=height_m, radius_m=radius_m)


def refuse_double_clutter(budget: Budget, terrain: Terrain) -> None:
    """Never take off for trees and houses twice.

    Parameters
    ----------
    budget, terrain
        The account, and the ground it is used on.

    Raises
    ------
    Refused
        The terrain knows trees and houses, and the budget has P.2108 for them too.
    """
    with_clutter = terrain.mode in (TerrainMode.GROUND_AND_CLUTTER, TerrainMode.SURFACE)
    if budget.surroundings is not None and with_clutter:
        raise Refused(
            "The terrain holds trees and houses already; P.2108 would take them off twice.",
            remedy="Leave the surroundings out, or use terrain without ground cover.",
        )


def place_margin_db(budget: Budget, frequency_ghz: float) -> float:
    """What is taken off so that more than half of the places reach the signal.

    Parameters
    ----------
    budget
        With the share of places, per cent, and the side of a cell, metres.
    frequency_ghz
        The band, GHz.

    Returns
    -------
    float
        dB; 0 at 50 %, 1.645 standard deviations at 95 %. Source: ITU-R P.1812-8, section 4.8.
    """
    from taskforce.prediction.p1812 import location

    if budget.place_percent == 50.0:
        return 0.0
    spread = location.location_spread_db(frequency_ghz, cell_m=budget.cell_m)
    return location.place_margin_db(budget.place_percent, spread)


def is_indicative(band: Band) -> bool:
    """Tell whether a band is usually sent in beams, so that its figures only hint.

    Parameters
    ----------
    band
        The band.

    Returns
    -------
    bool
    """
    return band.frequency_mhz > BEAMS_ABOVE_MHZ


def total(terms: Sequence[Term]) -> float:
    """Add the account up.

    Parameters
    ----------
    terms
        All lines of it.

    Returns
    -------
    float
        The signal (RSRP), dBm.
    """
    return math.fsum(term.value for term in terms)


_USES = {
    Use.OUTDOOR: Text("udendørs", "outdoors"),
    Use.IN_CAR: Text("i bil", "in a car"),
    Use.TRADITIONAL_HOUSE: Text("i et almindeligt hus", "in a traditional house"),
    Use.EFFICIENT_HOUSE: Text("i et energieffektivt hus", "in a thermally efficient house"),
}
