"""Diffraction over hills, after Bullington: all obstacles of a path as one equivalent edge."""

from __future__ import annotations

from math import exp, log10, sqrt

import numpy as np
from numba import njit
from numpy.typing import NDArray

Line = NDArray[np.float64]

# The speed of light as the Recommendation's programs have it: wavelength in metres × GHz.
WAVELENGTH_AT_ONE_GHZ_M = 0.2998
# Below this parameter an edge costs nothing.
CLEAR = -0.78


@njit(cache=True)
def bullington_db(
    profile: tuple[Line, Line], heights: tuple[float, float], radius_km: float, root: float
) -> float:
    """The loss over the equivalent edge of a profile, section 4.3.1.

    Parameters
    ----------
    profile
        Kilometres from the transmitter, and metres over the sea with ground cover.
    heights
        Both antennas, metres over the sea.
    radius_km
        The effective radius of the earth.
    root
        The square root of the frequency in GHz.

    Returns
    -------
    float
        Decibels.
    """
    edge = sharpest_edge(profile, heights, radius_km)
    return edge_db(edge * root, profile[0][-1])


@njit(cache=True)
def sharpest_edge(
    profile: tuple[Line, Line], heights: tuple[float, float], radius_km: float
) -> float:
    """The diffraction parameter of the equivalent edge at 1 GHz, eq. (13) to (20).

    Parameters
    ----------
    profile
        Kilometres from the transmitter, and metres over the sea with ground cover.
    heights
        Both antennas, metres over the sea.
    radius_km
        The effective radius of the earth.

    Returns
    -------
    float
        ν at 1 GHz; it grows with the square root of the frequency.
    """
    total = profile[0][-1]
    tx, rx = heights
    d, g = profile[0][1:-1], profile[1][1:-1]
    back = total - d
    bent = g + 500.0 / radius_km * d * back
    steepest = ((bent - tx) / d).max()  # eq. (13)
    if steepest < (rx - tx) / total:  # eq. (14): in sight
        ray = (tx * back + rx * d) / total
        wide = np.sqrt(0.002 * total / (WAVELENGTH_AT_ONE_GHZ_M * d * back))
        return ((bent - ray) * wide).max()  # eq. (15)
    return crossing_edge(steepest, ((bent - rx) / back).max(), heights, total)  # eq. (17)


@njit(cache=True)
def crossing_edge(
    from_tx: float, from_rx: float, heights: tuple[float, float], distance_km: float
) -> float:
    """The edge where both ends' steepest rays cross, at 1 GHz, eq. (18) to (20).

    Parameters
    ----------
    from_tx, from_rx
        The steepest slope that each end sees, m/km.
    heights
        Both antennas, metres over the sea.
    distance_km
        The length of the path.

    Returns
    -------
    float
        ν at 1 GHz.
    """
    tx, rx = heights
    near = (rx - tx + from_rx * distance_km) / (from_tx + from_rx)  # eq. (18)
    far = distance_km - near
    above = tx + from_tx * near - (tx * far + rx * near) / distance_km
    return above * sqrt(0.002 * distance_km / (WAVELENGTH_AT_ONE_GHZ_M * near * far))  # eq. (20)


@njit(cache=True)
def edge_db(nu: float, distance_km: float) -> float:
    """The loss of the equivalent edge, with what lies beside it, eq. (12), (16), (21).

    Parameters
    ----------
    nu
        The diffraction parameter at the frequency.
    distance_km
        The length of the path.

    Returns
    -------
    float
        Decibels.
    """
    if nu <= CLEAR:
        return 0.0
    edge = 6.9 + 20.0 * log10(sqrt((nu - 0.1) ** 2 + 1.0) + nu - 0.1)
    return edge + (1.0 - exp(-edge / 6.0)) * (10.0 + 0.02 * distance_km)
