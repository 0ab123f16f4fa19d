"""The unevenness of high air scatters a little of every signal far behind the horizon."""

from __future__ import annotations

from math import log10

from numba import njit

from taskforce.prediction.p1812.air import Air
from taskforce.prediction.p1812.smooth_earth import Shape

_DECADE_OF_TWO = log10(2.0)


@njit(cache=True)
def scatter_of(shape: Shape, air: Air) -> float:
    """What a path and its air give to troposcatter, eq. (44) without its frequency.

    Parameters
    ----------
    shape
        The length of the path and its angular distance.
    air
        Refractivity and time percentage.

    Returns
    -------
    float
        Decibels.
    """
    time_db = 10.125 * log10(50.0 / air.time_percent) ** 0.7
    path_db = 20.0 * log10(shape.distance_km) + 0.573 * shape.angle_mrad
    return 190.1 + path_db - 0.15 * air.n0 - time_db


@njit(cache=True)
def troposcatter_db(scatter: float, decade: float) -> float:
    """The loss by troposcatter, eq. (44), (45).

    Parameters
    ----------
    scatter
        What the path and its air give.
    decade
        The logarithm of the frequency in GHz to base 10.

    Returns
    -------
    float
        Decibels.
    """
    return scatter + 25.0 * decade - 2.5 * (decade - _DECADE_OF_TWO) ** 2
