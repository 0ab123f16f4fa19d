"""What a signal loses with nothing in its way at all."""

from __future__ import annotations

from math import log10

from numba import njit

from taskforce.prediction.p1812.horizons import Ends


@njit(cache=True)
def free_space_db(distance_km: float, ends: Ends, decade: float) -> float:
    """The loss in free space along the slant between the antennas, eq. (8), (8a).

    Parameters
    ----------
    distance_km
        The length of the path over the ground.
    ends
        The antennas.
    decade
        The logarithm of the frequency in GHz to base 10.

    Returns
    -------
    float
        Decibels.
    """
    squared = distance_km**2 + ((ends.tx_m - ends.rx_m) / 1000.0) ** 2
    return 92.4 + 20.0 * decade + 10.0 * log10(squared)
