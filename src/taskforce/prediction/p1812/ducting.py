"""Layers in the air can carry a signal far beyond the horizon, for a small share of the time."""

from __future__ import annotations

from math import exp, log10, sqrt, tanh
from typing import NamedTuple

from numba import njit

from taskforce.prediction.p1812.air import Air, inland_factor
from taskforce.prediction.p1812.horizons import Ends
from taskforce.prediction.p1812.smooth_earth import Shape
from taskforce.prediction.p1812.wave import Wave


class Duct(NamedTuple):
    """What a path and its air give to ducting; the same for every frequency."""

    fixed_db: float
    """The terms of eq. (47) and (53) that know no frequency."""
    angle_mrad: float
    """θ': the angular distance, corrected, eq. (52)."""
    radius_km: float
    tx_shield_mrad: float
    """θ''_t: how far the horizon rises above the layer, eq. (48a)."""
    rx_shield_mrad: float
    tx_horizon_km: float
    rx_horizon_km: float


@njit(cache=True)
def duct_of(shape: Shape, ends: Ends, coasts: tuple[float, float], air: Air) -> Duct:
    """Gather what ducting needs of a path, section 4.5.

    Parameters
    ----------
    shape
        Horizons and smooth earth.
    ends
        The antennas.
    coasts
        Over land from each end to the coast, km.
    air
        The air of the path.

    Returns
    -------
    Duct
        Everything but the frequency.
    """
    horizon = shape.horizon
    tx_layer, rx_layer = 0.1 * horizon.tx_km, 0.1 * horizon.rx_km
    coupling = _over_sea_db(coasts[0], horizon.tx_km, ends.tx_m, air.sea_share)
    coupling += _over_sea_db(coasts[1], horizon.rx_km, ends.rx_m, air.sea_share)
    angle = (
        1000.0 * shape.distance_km / air.radius_km
        + min(horizon.tx_mrad, tx_layer)
        + min(horizon.rx_mrad, rx_layer)
    )  # eq. (52), (52a)
    return Duct(
        102.45 + 20.0 * log10(horizon.tx_km + horizon.rx_km) + coupling + _time_db(shape, air),
        angle,
        air.radius_km,
        horizon.tx_mrad - tx_layer,
        horizon.rx_mrad - rx_layer,
        horizon.tx_km,
        horizon.rx_km,
    )


@njit(cache=True)
def ducting_db(duct: Duct, wave: Wave) -> float:
    """The loss by ducting and reflection from layers, eq. (46).

    Parameters
    ----------
    duct
        What the path and its air give.
    wave
        The frequency.

    Returns
    -------
    float
        Decibels.
    """
    ghz = wave.ghz
    low = 45.375 - 137.0 * ghz + 92.5 * ghz * ghz if ghz < 0.5 else 0.0  # eq. (47a)
    tx = _shield_db(duct.tx_shield_mrad, duct.tx_horizon_km, wave)
    rx = _shield_db(duct.rx_shield_mrad, duct.rx_horizon_km, wave)
    along = 5e-5 * duct.radius_km * wave.cube_root * duct.angle_mrad  # eq. (50), (51)
    return duct.fixed_db + 20.0 * wave.decade + low + tx + rx + along


@njit(cache=True)
def _shield_db(mrad: float, horizon_km: float, wave: Wave) -> float:
    if mrad <= 0.0:
        return 0.0
    near = 20.0 * log10(1.0 + 0.361 * mrad * wave.root * sqrt(horizon_km))
    return near + 0.264 * mrad * wave.cube_root  # eq. (48)


@njit(cache=True)
def _over_sea_db(coast_km: float, horizon_km: float, antenna_m: float, sea_share: float) -> float:
    if coast_km > 5.0 or coast_km > horizon_km or sea_share < 0.75:
        return 0.0
    return -3.0 * exp(-0.25 * coast_km**2) * (1.0 + tanh(0.07 * (50.0 - antenna_m)))  # eq. (49)


@njit(cache=True)
def _time_db(shape: Shape, air: Air) -> float:
    """How ducting varies with time, A(p) of eq. (53)."""
    d = shape.distance_km
    beta = air.beta0_percent * _geometry(shape, air) * _roughness(shape)  # eq. (54)
    logarithm = log10(beta)
    gamma = (
        1.076
        / (2.0058 - logarithm) ** 1.012
        * exp(-(9.51 - 4.8 * logarithm + 0.198 * logarithm**2) * 1e-6 * d**1.13)
    )  # eq. (53a)
    rate = air.time_percent / beta
    return -12.0 + (1.2 + 3.7e-3 * d) * log10(rate) + 12.0 * rate**gamma


@njit(cache=True)
def _geometry(shape: Shape, air: Air) -> float:
    """μ2, eq. (55)."""
    d, smooth = shape.distance_km, shape.smooth
    alpha = max(-0.6 - 3.5e-9 * d**3.1 * inland_factor(air.inland_km), -3.4)  # eq. (55a)
    heights = (sqrt(smooth.tx_effective_m) + sqrt(smooth.rx_effective_m)) ** 2
    return min((500.0 / air.radius_km * d**2 / heights) ** alpha, 1.0)


@njit(cache=True)
def _roughness(shape: Shape) -> float:
    """μ3, eq. (56)."""
    if shape.roughness_m <= 10.0:
        return 1.0
    horizon = shape.horizon
    between = min(shape.distance_km - horizon.tx_km - horizon.rx_km, 40.0)  # eq. (56a)
    return exp(-4.6e-5 * (shape.roughness_m - 10.0) * (43.0 + 6.0 * between))
