"""How much of a signal a house keeps out: Recommendation ITU-R P.2109."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from math import log10
from statistics import NormalDist
from typing import NamedTuple

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

EDITION = "ITU-R P.2109-2"


class Building(StrEnum):
    """The two kinds of houses that the Recommendation knows; real ones lie between."""

    TRADITIONAL = "traditional"
    EFFICIENT = "efficient"

    @property
    def label(self) -> Text:
        return _LABELS[self]


class _Model(NamedTuple):
    """The coefficients of table 1, r to z."""

    median: tuple[float, float, float]
    spread_through: tuple[float, float]
    other_way: tuple[float, float]
    other_spread: tuple[float, float]


_MODELS = {
    Building.TRADITIONAL: _Model((12.64, 3.72, 0.96), (9.6, 2.0), (9.1, -3.0), (4.5, -2.0)),
    Building.EFFICIENT: _Model((28.19, -3.0, 8.48), (13.5, 3.8), (27.8, -2.9), (9.4, -2.1)),
}

_LABELS = {
    Building.TRADITIONAL: Text("almindeligt hus", "traditional house"),
    Building.EFFICIENT: Text(
        "hus med metalbelagte ruder eller foliebelagt isolering",
        "thermally efficient house: coated windows or foil-backed insulation",
    ),
}


@lru_cache(maxsize=4096)
def entry_loss(
    frequency_ghz: float,
    building: Building,
    probability_percent: float = 50.0,
    elevation_deg: float = 0.0,
) -> float:
    """The building entry loss that is not exceeded with the given probability.

    Parameters
    ----------
    frequency_ghz
        From 0.08 to 100 GHz.
    building
        Traditional or thermally efficient.
    probability_percent
        Above 0 and below 100; 50 gives the median of houses and of places within them.
    elevation_deg
        The angle of the path over the horizon at the house.

    Returns
    -------
    float
        Decibels to add to the loss outdoors; eq. (1) to (11) of P.2109.

    Raises
    ------
    Refused
        Where the Recommendation does not hold.
    """
    if not 0.08 <= frequency_ghz <= 100.0:
        raise Refused(f"{frequency_ghz:g} GHz: P.2109 holds from 0.08 to 100 GHz.")
    if not 0.0 < probability_percent < 100.0:
        raise Refused(f"A probability of {probability_percent:g} %: it lies between 0 and 100.")
    if not -90.0 <= elevation_deg <= 90.0:
        raise Refused(f"An elevation of {elevation_deg:g}°: it lies between -90 and 90.")
    model, decade = _MODELS[building], log10(frequency_ghz)
    r, s, t = model.median
    horizontal = r + s * decade + t * decade**2  # eq. (9)
    through = horizontal + 0.212 * abs(elevation_deg)  # eq. (5), (10)
    deviations = NormalDist().inv_cdf(probability_percent / 100.0)
    a = deviations * _line(model.spread_through, decade) + through  # eq. (2), (7)
    b = deviations * _line(model.other_spread, decade) + _line(model.other_way, decade)  # eq. (3)
    c = -3.0  # eq. (4)
    return 10.0 * log10(10.0 ** (0.1 * a) + 10.0 ** (0.1 * b) + 10.0 ** (0.1 * c))  # eq. (1)


def _line(coefficients: tuple[float, float], decade: float) -> float:
    return coefficients[0] + coefficients[1] * decade
