"""What houses and trees around the telephone take, where no map of them is at hand (P.2108)."""

from __future__ import annotations

import math
from enum import StrEnum

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

# Recommendation ITU-R P.2108-1, section 3.1: statistical height gain at a terminal.
LOWEST_GHZ, HIGHEST_GHZ = 0.03, 3.0
USUAL_STREET_M = 27.0


class Surroundings(StrEnum):
    """What stands around the telephone, by the classes of the Recommendation."""

    WATER = "water"
    OPEN = "open"
    SUBURBAN = "suburban"
    TREES = "trees"
    DENSE = "dense"

    @property
    def height_m(self) -> float:
        """The representative height R of table 3; the path is reckoned up to here."""
        return _HEIGHTS_M[self]

    @property
    def label(self) -> Text:
        return _LABELS[self]


_HEIGHTS_M = {
    Surroundings.WATER: 10.0,
    Surroundings.OPEN: 10.0,
    Surroundings.SUBURBAN: 10.0,
    Surroundings.TREES: 15.0,
    Surroundings.DENSE: 20.0,
}
_LABELS = {
    Surroundings.WATER: Text("vand", "water"),
    Surroundings.OPEN: Text("åbent land", "open country"),
    Surroundings.SUBURBAN: Text("villakvarter", "suburb"),
    Surroundings.TREES: Text("by eller skov", "town or forest"),
    Surroundings.DENSE: Text("tæt by", "dense town"),
}
_WITHOUT_WALLS = frozenset({Surroundings.WATER, Surroundings.OPEN})


def height_gain_loss(
    frequency_ghz: float,
    surroundings: Surroundings,
    *,
    receiver_m: float = 1.5,
    street_m: float = USUAL_STREET_M,
) -> float:
    """What is lost between the height of the surroundings and a telephone below it.

    Parameters
    ----------
    frequency_ghz
        0.03 to 3 GHz.
    surroundings
        What stands around the telephone.
    receiver_m
        The height of the telephone over the ground, metres.
    street_m
        The width of the street, metres; the Recommendation's own figure unless known.

    Returns
    -------
    float
        Loss in dB, added to the loss of a path that ends at `surroundings.height_m`; 0 where the
        telephone is above its surroundings. Source: ITU-R P.2108-1, equations (1) and (2).

    Raises
    ------
    Refused
        The frequency is outside the model, or the telephone is not over the ground.
    """
    if not LOWEST_GHZ <= frequency_ghz <= HIGHEST_GHZ:
        raise Refused(
            f"{frequency_ghz * 1000:g} MHz: P.2108 section 3.1 holds from 30 to 3000 MHz.",
            remedy="Leave this band out, or use a map of trees and houses.",
        )
    if receiver_m <= 0 or street_m <= 0:
        raise Refused("The height of the telephone and the street's width must be above 0 m.")
    height_m = surroundings.height_m
    if receiver_m >= height_m:
        return 0.0
    if surroundings in _WITHOUT_WALLS:
        # Equation (2b), with K_h2 of equation (2f).
        return -(21.8 + 6.2 * math.log10(frequency_ghz)) * math.log10(receiver_m / height_m)
    return _knife_edge(_nu(frequency_ghz, height_m - receiver_m, street_m)) - 6.03


def _nu(frequency_ghz: float, above_m: float, street_m: float) -> float:
    """Equations (2c) to (2e) and (2g): the angle up to the roofs, in degrees."""
    angle = math.degrees(math.atan(above_m / street_m))
    return 0.342 * math.sqrt(frequency_ghz) * math.sqrt(above_m * angle)


def _knife_edge(nu: float) -> float:
    """J(ν) of P.526; 0 where the edge is well clear."""
    if nu <= -0.78:
        return 0.0
    return 6.9 + 20 * math.log10(math.sqrt((nu - 0.1) ** 2 + 1) + nu - 0.1)
