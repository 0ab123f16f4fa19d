"""A simple law of how far made-up masts reach; real predictions follow ITU-R P.1812 elsewhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration.ground import BUILT, TREES, Ground
from taskforce.sources.demonstration.mast_network import Masts

Metres = NDArray[np.float64]
Decibels = NDArray[np.float64]

# Below this no telephone hears anything.
SILENCE_DBM = -140.0
MAST_M, TELEPHONE_M, SENT_DBM, MHZ = 30.0, 1.5, 39.0, 800.0
NEAREST_MASTS, FARTHEST_M, ALONG, AT_A_TIME = 5, 25_000.0, 24, 20_000
EARTH_M = 8_500_000.0
COVER_DB, COVER_M = {TREES: 9.0, BUILT: 8.0}, {TREES: 15.0, BUILT: 8.0}


def strongest_dbm(
    masts: Masts, ground: Ground, easting_m: Metres, northing_m: Metres, chosen: NDArray[np.bool_]
) -> Decibels:
    """Work out the strongest signal in each place.

    A rule of thumb, not the project's prediction: Hata's law for open land, the highest hill on
    the way as one knife edge, and a fixed loss where the telephone stands among trees or houses.
    It makes up what operators report and drive tests meet, so that a real prediction has something
    to be compared with.

    Parameters
    ----------
    masts, ground
        What was made up.
    easting_m, northing_m
        The places, EPSG:25832.
    chosen
        Which masts send.

    Returns
    -------
    Decibels
        Reference signal in dBm without chance; -140 where no mast is near.

    References
    ----------
    M. Hata, "Empirical formula for propagation loss in land mobile radio services", 1980;
    ITU-R P.526, section 4.1, for the knife edge.
    """
    sends = np.flatnonzero(chosen & ~masts.planned)
    found = np.full(len(easting_m), SILENCE_DBM)
    for first in range(0, len(found), AT_A_TIME):
        part = slice(first, first + AT_A_TIME)
        found[part] = _strongest(masts, ground, (easting_m[part], northing_m[part]), sends)
    row, column = ground.at(easting_m, northing_m)
    cover = ground.cover[row, column]
    for code, loss in COVER_DB.items():
        found[cover == code] -= loss
    return np.maximum(found, SILENCE_DBM)


def _strongest(
    masts: Masts, ground: Ground, places: tuple[Metres, Metres], sends: NDArray[np.int64]
) -> Decibels:
    east, north = places
    away = np.hypot(
        east[:, None] - masts.easting_m[sends], north[:, None] - masts.northing_m[sends]
    )
    count = min(NEAREST_MASTS, len(sends))
    near = np.argpartition(away, count - 1, axis=1)[:, :count]
    best = np.full(len(east), SILENCE_DBM)
    for one in near.T:
        away_m = np.maximum(away[np.arange(len(east)), one], 50.0)
        mast = sends[one]
        start = masts.easting_m[mast], masts.northing_m[mast]
        level = SENT_DBM - _open_land_db(away_m) - _obstacle_db(ground, start, places, away_m)
        best = np.maximum(best, np.where(away_m < FARTHEST_M, level, SILENCE_DBM))
    return best


def _open_land_db(away_m: Metres) -> Decibels:
    """Hata's loss in open land at 800 MHz; near the mast no less than in free space."""
    mhz, km = np.log10(MHZ), np.log10(away_m / 1_000)
    telephone = (1.1 * mhz - 0.7) * TELEPHONE_M - (1.56 * mhz - 0.8)
    town = 69.55 + 26.16 * mhz - 13.82 * np.log10(MAST_M) - telephone
    town = town + (44.9 - 6.55 * np.log10(MAST_M)) * km
    open_land = town - 4.78 * mhz**2 + 18.33 * mhz - 40.94
    return np.maximum(open_land, 32.45 + 20 * mhz + 20 * km)


def _obstacle_db(
    ground: Ground, start: tuple[Metres, Metres], end: tuple[Metres, Metres], away_m: Metres
) -> Decibels:
    """What the worst hill or wood on the way takes, as one knife edge."""
    share = (np.arange(ALONG) + 0.5)[:, None] / ALONG
    east = start[0] + share * (end[0] - start[0])
    north = start[1] + share * (end[1] - start[1])
    low, high = ground.heights(*end) + TELEPHONE_M, ground.heights(*start) + MAST_M
    sight = high + share * (low - high)
    near, far = share * away_m, (1 - share) * away_m
    row, column = ground.at(east, north)
    top = ground.height_m[row, column] + _cover_m()[ground.cover[row, column]]
    above = top + near * far / (2 * EARTH_M) - sight
    metres = 299.79 / MHZ
    v = (above * np.sqrt(2 * away_m / (metres * near * far))).max(axis=0)
    loss = 6.9 + 20 * np.log10(np.sqrt((v - 0.1) ** 2 + 1) + v - 0.1)
    return np.where(v > -0.78, np.maximum(loss, 0), 0.0)


def _cover_m() -> NDArray[np.float64]:
    heights = np.zeros(256)
    heights[list(COVER_M)] = list(COVER_M.values())
    return heights
