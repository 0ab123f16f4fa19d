"""The smooth earth that fits the ground of a path best, and how high the antennas stand over it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from taskforce.prediction.p1812.horizons import Ends, Horizon, horizon_of

Line = NDArray[np.float64]


class Smooth(NamedTuple):
    """The smooth earth below both ends, attachment 1, section 5.6; metres over the sea."""

    tx_m: float
    """h_st, eq. (87)."""
    rx_m: float
    tx_diffraction_m: float
    """h_std: for diffraction, eq. (91)."""
    rx_diffraction_m: float
    tx_effective_m: float
    """h_te: the antenna over the smooth earth, for ducting, eq. (94)."""
    rx_effective_m: float
    base_m: float
    """Where the smooth earth for ducting begins, eq. (92a)."""
    slope: float
    """How it rises from there, metres a kilometre, eq. (93)."""


class Shape(NamedTuple):
    """What a profile comes down to; the same for every frequency."""

    distance_km: float
    horizon: Horizon
    smooth: Smooth
    angle_mrad: float
    """θ: the angular distance of the path, eq. (84)."""
    roughness_m: float
    """h_m: how far the ground between the horizons rises over the smooth earth, eq. (95)."""


@njit(cache=True)
def shape_of(distance: Line, ground: Line, ends: Ends, radius_km: float) -> Shape:
    """Find the horizons and the smooth earth of a profile, attachment 1.

    Parameters
    ----------
    distance, ground
        Kilometres from the transmitter, metres over the sea; the bare ground without cover.
    ends
        The antennas.
    radius_km
        The median effective radius of the earth.

    Returns
    -------
    Shape
        All the numbers that later steps need of the bare ground.
    """
    total = distance[-1]
    horizon = horizon_of(distance, ground, ends, radius_km)
    tx_m, rx_m = _best_fit(distance, ground)
    d, h = distance[1:-1], ground[1:-1]
    rise = h - (ends.tx_m * (total - d) + ends.rx_m * d) / total  # eq. (89d)
    obstruction = (rise.max(), (rise / d).max(), (rise / (total - d)).max())  # eq. (89a) to (89c)
    smooth = smooth_earth((tx_m, rx_m), obstruction, ends, total)
    between = slice(
        min(horizon.tx_point, horizon.rx_point), max(horizon.tx_point, horizon.rx_point) + 1
    )
    roughness = ground[between] - (smooth.base_m + smooth.slope * distance[between])  # eq. (95)
    angle = angular_distance(total, horizon, radius_km)
    return Shape(total, horizon, smooth, angle, roughness.max())


@njit(cache=True)
def angular_distance(distance_km: float, horizon: Horizon, radius_km: float) -> float:
    """The angle between both horizon rays, eq. (84).

    Parameters
    ----------
    distance_km
        The length of the path.
    horizon
        The horizons of both ends.
    radius_km
        The median effective radius of the earth.

    Returns
    -------
    float
        Milliradians.
    """
    return 1000.0 * distance_km / radius_km + horizon.tx_mrad + horizon.rx_mrad


@njit(cache=True)
def _best_fit(distance: Line, ground: Line) -> tuple[float, float]:
    total = distance[-1]
    near, far = distance[:-1], distance[1:]
    low, high = ground[:-1], ground[1:]
    v1 = ((far - near) * (high + low)).sum()  # eq. (85)
    v2 = ((far - near) * (high * (2.0 * far + near) + low * (far + 2.0 * near))).sum()  # (86)
    return (2.0 * v1 * total - v2) / total**2, (v2 - v1 * total) / total**2  # eq. (87), (88)


@njit(cache=True)
def smooth_earth(
    fit: tuple[float, float],
    obstruction: tuple[float, float, float],
    ends: Ends,
    distance_km: float,
) -> Smooth:
    """Lower the best fit where the ground demands it, eq. (90) to (94).

    Parameters
    ----------
    fit
        The best fit below both ends, m.
    obstruction
        How the ground rises over the straight line between the antennas: the highest rise, and
        the steepest as each end sees it; only their ratio matters.
    ends
        The antennas.
    distance_km
        The length of the path.

    Returns
    -------
    Smooth
        The smooth earth for diffraction and for ducting.
    """
    tx_low, rx_low = fit
    above, from_tx, from_rx = obstruction
    if above > 0.0:
        tx_low -= above * from_tx / (from_tx + from_rx)  # eq. (90c), (90e)
        rx_low -= above * from_rx / (from_tx + from_rx)  # eq. (90d), (90f)
    tx_base, rx_base = min(fit[0], ends.tx_ground_m), min(fit[1], ends.rx_ground_m)  # eq. (92)
    return Smooth(
        fit[0],
        fit[1],
        min(tx_low, ends.tx_ground_m),  # eq. (91a), (91b)
        min(rx_low, ends.rx_ground_m),  # eq. (91c), (91d)
        ends.tx_m - tx_base,  # eq. (94a)
        ends.rx_m - rx_base,  # eq. (94b)
        tx_base,
        (rx_base - tx_base) / distance_km,  # eq. (93)
    )
