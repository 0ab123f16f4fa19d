"""Why a signal cannot be worked out between a mast and a place, said so that one can mend it."""

from __future__ import annotations

from enum import StrEnum
from math import hypot

import numpy as np

from taskforce.prediction.levels import refuse_impossible
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.prediction.terrain import Terrain
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text


class Hindrance(StrEnum):
    """What stands in the way of a prediction, not of the signal."""

    NO_PLACE = "no-place"
    MAST_UNPLACED = "mast-unplaced"
    MAST_OFF_TERRAIN = "mast-off-terrain"
    MAST_IN_THE_SEA = "mast-in-the-sea"
    PLACE_OFF_TERRAIN = "place-off-terrain"
    TOO_FAR = "too-far"

    @property
    def label(self) -> Text:
        """One sentence that says what is wrong."""
        return _LABELS[self]

    @property
    def remedy(self) -> Text:
        """One sentence that says what can be done."""
        return _REMEDIES[self]


def hindrance(
    terrain: Terrain, transmitter: Transmitter, place: tuple[float, float], radio: Radio
) -> Hindrance | None:
    """Say why the signal of a mast cannot be worked out at a place.

    Parameters
    ----------
    terrain
        The ground, or none.
    transmitter, place
        The two ends, EPSG:25832; NaN where they are not known.
    radio
        With the radius in metres.

    Returns
    -------
    Hindrance or None
        None where it can be worked out.
    """
    if not np.isfinite(place).all():
        return Hindrance.NO_PLACE
    if not np.isfinite((transmitter.easting_m, transmitter.northing_m)).all():
        return Hindrance.MAST_UNPLACED
    away_m = hypot(place[0] - transmitter.easting_m, place[1] - transmitter.northing_m)
    if away_m > radio.radius_m:
        return Hindrance.TOO_FAR
    if not _holds(terrain, (transmitter.easting_m, transmitter.northing_m)):
        return Hindrance.MAST_OFF_TERRAIN
    if not _holds(terrain, place):
        return Hindrance.PLACE_OFF_TERRAIN
    return Hindrance.MAST_IN_THE_SEA if _is_impossible(terrain, transmitter) else None


def _holds(terrain: Terrain, place: tuple[float, float]) -> bool:
    return bool(terrain.holds(np.array([place[0]]), np.array([place[1]]))[0])


def _is_impossible(terrain: Terrain, transmitter: Transmitter) -> bool:
    try:
        refuse_impossible(terrain, transmitter)
    except Refused:
        return True
    return False


_LABELS = {
    Hindrance.NO_PLACE: Text("Stedet har ingen koordinater.", "The place has no coordinates."),
    Hindrance.MAST_UNPLACED: Text("Masten har ingen koordinater.", "The mast has no coordinates."),
    Hindrance.MAST_OFF_TERRAIN: Text(
        "Masten ligger uden for terrænet.", "The mast lies off the terrain."
    ),
    Hindrance.MAST_IN_THE_SEA: Text("Masten ligger i havet.", "The mast lies in the sea."),
    Hindrance.PLACE_OFF_TERRAIN: Text(
        "Stedet ligger uden for terrænet.", "The place lies off the terrain."
    ),
    Hindrance.TOO_FAR: Text(
        "Stedet ligger for langt fra masten til at blive beregnet.",
        "The place lies too far from the mast to be predicted.",
    ),
}
_ANOTHER = Text("Vælg et andet sted.", "Choose another place.")
_MEND = Text("Ret mastens koordinater.", "Mend the coordinates of the mast.")
_REMEDIES = {
    Hindrance.NO_PLACE: Text(
        "Vælg en adresse i nærheden, eller angiv et punkt.",
        "Choose an address nearby, or give a point.",
    ),
    Hindrance.MAST_UNPLACED: _MEND,
    Hindrance.MAST_OFF_TERRAIN: _MEND,
    Hindrance.MAST_IN_THE_SEA: _MEND,
    Hindrance.PLACE_OFF_TERRAIN: _ANOTHER,
    Hindrance.TOO_FAR: _ANOTHER,
}
