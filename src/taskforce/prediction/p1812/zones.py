"""How much of a path lies over the sea, and how long its longest stretches over land are."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

SEA, COASTAL, INLAND = 1, 3, 4

Zones = NDArray[np.int64]
Line = NDArray[np.float64]


@njit(cache=True)
def stretches(distance_km: Line, zone: Zones) -> tuple[float, float, float]:
    """Measure the stretches of a path by their zone, eq. (1) and section 3.6.

    Parameters
    ----------
    distance_km
        Of each point of the path from the transmitter.
    zone
        Of each point: 1 sea, 3 coastal land, 4 inland.

    Returns
    -------
    sea_share, land_km, inland_km
        ω, the longest continuous land section (coastal and inland), the longest inland section.
    """
    last = len(distance_km) - 1
    sea = land = inland = longest_land = longest_inland = 0.0
    for i in range(len(distance_km)):
        # A point speaks for the half steps on both sides of it.
        before = distance_km[i] - distance_km[i - 1] if i > 0 else 0.0
        after = distance_km[i + 1] - distance_km[i] if i < last else 0.0
        reach = 0.5 * (before + after)
        sea += reach if zone[i] == SEA else 0.0
        land = land + reach if zone[i] != SEA else 0.0
        inland = inland + reach if zone[i] == INLAND else 0.0
        longest_land = max(longest_land, land)
        longest_inland = max(longest_inland, inland)
    return sea / (distance_km[last] - distance_km[0]), longest_land, longest_inland
