"""Where each end of a path sees its horizon, over the bent earth and its hills."""

from __future__ import annotations

from math import atan
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Line = NDArray[np.float64]


class Ends(NamedTuple):
    """The antennas at both ends of a path, and the ground below them, in metres over the sea."""

    tx_m: float
    """h_ts: the transmitter's antenna."""
    rx_m: float
    """h_rs: the receiver's antenna."""
    tx_ground_m: float
    rx_ground_m: float


class Horizon(NamedTuple):
    """Where the horizons lie, attachment 1, section 4."""

    beyond: bool
    """The ends do not see each other."""
    tx_km: float
    """d_lt: from the transmitter to its horizon, or to the point that comes nearest to the ray."""
    rx_km: float
    """d_lr: the same for the receiver."""
    tx_mrad: float
    """θ_t: the elevation of the transmitter's horizon."""
    rx_mrad: float
    tx_point: int
    rx_point: int


@njit(cache=True)
def horizon_of(distance: Line, ground: Line, ends: Ends, radius_km: float) -> Horizon:
    """Find the horizons over the bare ground, eq. (76) to (83).

    Parameters
    ----------
    distance, ground
        Kilometres from the transmitter, metres over the sea.
    ends
        The antennas.
    radius_km
        The median effective radius of the earth.

    Returns
    -------
    Horizon
        The first of equally high points for the transmitter, the last for the receiver.
    """
    total = distance[-1]
    d, h = distance[1:-1], ground[1:-1]
    back = total - d
    direct = ray_mrad(ends.rx_m - ends.tx_m, total, radius_km)  # eq. (78)
    tx = 1000.0 * np.arctan((h - ends.tx_m) / (1000.0 * d) - d / (2.0 * radius_km))  # eq. (77)
    if tx.max() > direct:
        rx = 1000.0 * np.arctan((h - ends.rx_m) / (1000.0 * back) - back / (2.0 * radius_km))
        near, far = int(np.argmax(tx)) + 1, len(rx) - int(np.argmax(rx[::-1]))
        to_rx = total - distance[far]
        return Horizon(True, distance[near], to_rx, tx.max(), rx.max(), near, far)  # (79) to (83)
    # In sight: both look at the point nearest to the ray; which one, no frequency decides.
    ray = (ends.tx_m * back + ends.rx_m * d) / total
    nu = (h + 500.0 / radius_km * d * back - ray) * np.sqrt(total / (d * back))
    point = len(nu) - int(np.argmax(nu[::-1]))
    direct_rx = ray_mrad(ends.tx_m - ends.rx_m, total, radius_km)  # eq. (81)
    return Horizon(False, distance[point], total - distance[point], direct, direct_rx, point, point)


@njit(cache=True)
def ray_mrad(rise_m: float, distance_km: float, radius_km: float) -> float:
    """The elevation of a straight ray over the bent earth, eq. (78).

    Parameters
    ----------
    rise_m, distance_km
        How much higher the other end is, and how far.
    radius_km
        The effective radius of the earth.

    Returns
    -------
    float
        Milliradians; negative where the ray points down.
    """
    return 1000.0 * atan(rise_m / (1000.0 * distance_km) - distance_km / (2.0 * radius_km))
