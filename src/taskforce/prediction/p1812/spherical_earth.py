"""Diffraction around the bulge of a smooth earth."""

from __future__ import annotations

from math import acos, cos, log10, pi, sqrt
from typing import NamedTuple

from numba import njit

from taskforce.prediction.p1812.wave import Wave

# Two decibels, the margin of eq. (34)'s floor, as a factor of what is taken the logarithm of.
_FLOOR = 10.0**0.1

# Permittivity and conductivity (S/m) of the ground.
_LAND = (22.0, 0.003)
_SEA = (80.0, 5.0)


class Clearance(NamedTuple):
    """How a ray passes over the smooth earth; the same for every frequency."""

    distance_km: float
    tx_m: float
    rx_m: float
    beyond: bool
    height_m: float
    """h_se: how far the ray clears the earth at the narrowest, eq. (23)."""
    needed_m: float
    """h_req: how far it must at 1 GHz to lose nothing, eq. (25)."""
    radius_km: float
    """The effective radius for the first term: a_p, or a_em of eq. (26)."""
    cube_root: float
    """Of that radius."""


@njit(cache=True)
def clearance_of(distance_km: float, tx_m: float, rx_m: float, radius_km: float) -> Clearance:
    """Find how a ray passes over the smooth earth, section 4.3.2.

    Parameters
    ----------
    distance_km
        The length of the path.
    tx_m, rx_m
        Both antennas over the smooth earth.
    radius_km
        The effective radius of the earth.

    Returns
    -------
    Clearance
        Beyond the horizon, or how far clear of the earth.
    """
    in_sight_km = sqrt(2.0 * radius_km) * (sqrt(0.001 * tx_m) + sqrt(0.001 * rx_m))  # eq. (22)
    if distance_km >= in_sight_km:
        return Clearance(
            distance_km, tx_m, rx_m, True, 0.0, 1.0, radius_km, radius_km ** (1.0 / 3.0)
        )
    c = (tx_m - rx_m) / (tx_m + rx_m)  # eq. (24d)
    m = 250.0 * distance_km**2 / (radius_km * (tx_m + rx_m))  # eq. (24e)
    turn = acos(1.5 * c * sqrt(3.0 * m / (m + 1.0) ** 3))
    b = 2.0 * sqrt((m + 1.0) / (3.0 * m)) * cos((pi + turn) / 3.0)  # eq. (24c)
    near = 0.5 * distance_km * (1.0 + b)  # eq. (24a)
    far = distance_km - near  # eq. (24b)
    over_near, over_far = tx_m - 500.0 * near**2 / radius_km, rx_m - 500.0 * far**2 / radius_km
    height_m = (over_near * far + over_far * near) / distance_km  # eq. (23)
    needed_m = 17.456 * sqrt(near * far * 0.2998 / distance_km)  # eq. (25)
    marginal_km = 500.0 * (distance_km / (sqrt(tx_m) + sqrt(rx_m))) ** 2  # eq. (26)
    root = marginal_km ** (1.0 / 3.0)
    return Clearance(distance_km, tx_m, rx_m, False, height_m, needed_m, marginal_km, root)


@njit(cache=True)
def spherical_db(clear: Clearance, wave: Wave, sea_share: float) -> float:
    """The loss around a smooth earth, eq. (22) to (28).

    Parameters
    ----------
    clear
        How the ray passes over the earth.
    wave
        Frequency and polarisation.
    sea_share
        The share of the path over the sea.

    Returns
    -------
    float
        Decibels.
    """
    if clear.beyond:
        return _first_term(clear, wave, sea_share)
    needed_m = clear.needed_m / wave.root
    if clear.height_m > needed_m:
        return 0.0
    return (1.0 - clear.height_m / needed_m) * max(_first_term(clear, wave, sea_share), 0.0)  # (27)


@njit(cache=True)
def _first_term(clear: Clearance, wave: Wave, sea_share: float) -> float:
    land = _over(_LAND, clear, wave) if sea_share < 1.0 else 0.0
    sea = _over(_SEA, clear, wave) if sea_share > 0.0 else 0.0
    return sea_share * sea + (1.0 - sea_share) * land  # eq. (28)


@njit(cache=True)
def _over(ground: tuple[float, float], clear: Clearance, wave: Wave) -> float:
    permittivity, conductivity = ground
    cube_root = clear.cube_root * wave.cube_root
    loss = 18.0 * conductivity / wave.ghz
    k = 0.036 / (cube_root * sqrt(sqrt((permittivity - 1.0) ** 2 + loss**2)))  # eq. (29a)
    if wave.vertical:
        k *= sqrt(permittivity**2 + loss**2)  # eq. (29b)
    k2 = k * k
    beta = (1.0 + 1.6 * k2 + 0.67 * k2 * k2) / (1.0 + 4.5 * k2 + 1.53 * k2 * k2)  # eq. (30)
    # (f/a²)^⅓ and (f²/a)^⅓ are both made of (a·f)^⅓: one root less.
    x = 21.88 * beta * cube_root / clear.radius_km * clear.distance_km  # eq. (31)
    y = 0.9575 * beta * wave.ghz / cube_root  # eq. (32)
    gains = _gain(beta * y * clear.tx_m, k) + _gain(beta * y * clear.rx_m, k)
    return -_distance_term(x) - gains  # eq. (36)


@njit(cache=True)
def _distance_term(x: float) -> float:
    if x >= 1.6:
        return 11.0 + 10.0 * log10(x) - 17.6 * x  # eq. (33)
    return -20.0 * log10(x) - 5.6488 * x**1.425


@njit(cache=True)
def _gain(b: float, k: float) -> float:
    """G(Y) of eq. (34), never below 2 + 20 log K."""
    if b <= 2.0:
        return 20.0 * log10(max(b + 0.1 * b**3, _FLOOR * k))
    gain = 17.6 * sqrt(b - 1.1) - 5.0 * log10(b - 1.1) - 8.0
    # Here the gain is above 8 dB: only a K above 2 could lie higher.
    return gain if k < 2.0 else max(gain, 2.0 + 20.0 * log10(k))
