"""Everything the demonstration makes up about mobile coverage: ground, masts, signal."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from taskforce.sources.demonstration.addresses import Register
from taskforce.sources.demonstration.areas import Areas
from taskforce.sources.demonstration.ground import Ground, make_ground
from taskforce.sources.demonstration.mast_network import Masts, plan_masts
from taskforce.sources.demonstration.signal_law import strongest_dbm

# Operators report for squares rather than for doors.
SQUARE_M = 200.0


@dataclass(frozen=True, slots=True)
class Mobile:
    """The ground, the masts on it, and the signal of any operator: dBm, one value per address."""

    ground: Ground
    masts: Masts
    signal_dbm: NDArray[np.float64]


def make_mobile(areas: Areas, land: BaseGeometry, register: Register, seed: int) -> Mobile:
    """Make up hills and masts, and work out the signal at every address.

    Parameters
    ----------
    areas
        Municipality code to polygon, EPSG:25832.
    land
        All land, EPSG:25832.
    register
        One row per address.
    seed
        The same seed gives the same. The chance of other parts of the demonstration is not used.

    Returns
    -------
    Mobile
        The signal is the same in a whole square of 200 m.
    """
    ground, masts = make_ground(areas, land, seed), plan_masts(areas, seed)
    squares = np.floor(np.column_stack([register.easting_m, register.northing_m]) / SQUARE_M)
    each, of = np.unique(squares, axis=0, return_inverse=True)
    middle = (each + 0.5) * SQUARE_M
    every = np.ones(len(masts), bool)
    signal = strongest_dbm(masts, ground, middle[:, 0], middle[:, 1], every)
    return Mobile(ground, masts, signal[of.ravel()])
