"""Which addresses the masts that stand today would reach, by the prediction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.known_masts import KnownMast
from taskforce.prediction.radio import Band, Points, Radio
from taskforce.report.ranking.reach import Work

_TOLD_EACH = 50
# P.1812 holds from here to here; a mast of higher bands alone is not predicted.
LOWEST_MHZ, HIGHEST_MHZ = 30, 6000


def in_use(masts: Sequence[KnownMast]) -> tuple[KnownMast, ...]:
    """The masts that serve telephones today: planned ones and other services do not.

    Parameters
    ----------
    masts
        All masts of the register.

    Returns
    -------
    tuple of KnownMast
    """
    return tuple(one for one in masts if one.mobile and not one.planned)


def reached_by(
    masts: Sequence[KnownMast], points: Points, work: Work, *, level_dbm: float
) -> NDArray[np.bool_]:
    """Say which places some mast reaches.

    A place that one mast reaches is not asked of the next: most stand near one.

    Parameters
    ----------
    masts
        Those in use. One whose bands are not told is given the usual ones.
    points
        The places, EPSG:25832; one without coordinates, or off the terrain, is reached by none.
    work
        Ground, radio, threads.
    level_dbm
        From this signal on a place is reached, in the best band of the mast.

    Returns
    -------
    array of bool
        One for each place. A mast that lies off the terrain reaches none.
    """
    from taskforce.prediction.p1812.fan import losses

    reached = np.zeros(len(points), np.bool_)
    for number, mast in enumerate(masts):
        if number % _TOLD_EACH == 0:
            work.tell(f"Predicting masts in use, {number + 1:,} of {len(masts):,}")
        radio = radio_of(mast, work.radio)
        at = np.flatnonzero(near(mast, points, radio.radius_m) & ~reached)
        if radio.bands and len(at):
            places = Points(points.easting_m[at], points.northing_m[at])
            loss = losses(work.terrain, mast.transmitter, places, radio, threads=work.threads)
            # NaN, off the terrain, is no signal.
            reached[at] = (radio.eirp_dbm_per_re - loss >= level_dbm).any(axis=1)
    return reached


def near(mast: KnownMast, points: Points, radius_m: float) -> NDArray[np.bool_]:
    """Tell which places lie within the radius of a mast; one without coordinates never does."""
    east = points.easting_m - mast.easting_m
    north = points.northing_m - mast.northing_m
    return east**2 + north**2 <= radius_m**2


def radio_of(mast: KnownMast, radio: Radio) -> Radio:
    """The radio with the bands of a mast; the usual ones where the register tells none."""
    if not mast.bands_mhz:
        return radio
    held = (float(mhz) for mhz in mast.bands_mhz if LOWEST_MHZ <= mhz <= HIGHEST_MHZ)
    return replace(radio, bands=tuple(Band(mhz) for mhz in held))
