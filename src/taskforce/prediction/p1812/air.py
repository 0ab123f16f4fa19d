"""The air along a path bends the signal: how much in the median, and how often more than usual."""

from __future__ import annotations

from math import exp, log, log10, sqrt
from typing import NamedTuple

from numba import njit

EARTH_KM = 6371.0


class Air(NamedTuple):
    """What the air does on a path, sections 3.3 to 3.6; the same for every frequency."""

    time_percent: float
    """p: the loss is not exceeded for this share of an average year."""
    radius_km: float
    """a_e: the median effective radius of the earth, eq. (7a)."""
    beta0_radius_km: float
    """a_β: the effective radius exceeded for β0 % of the time, eq. (7b)."""
    beta0_percent: float
    """How often the air bends the signal anomalously, eq. (5)."""
    n0: float
    """Refractivity at the surface of the sea."""
    sea_share: float
    """ω: the share of the path over the sea."""
    inland_km: float
    """d_lm: the longest continuous inland section."""


@njit(cache=True)
def air_along(
    climate: tuple[float, float, float, float], sea_share: float, land_km: float, inland_km: float
) -> Air:
    """Describe the air of a path, sections 3.4 to 3.6.

    Parameters
    ----------
    climate
        Time percentage, ΔN and N0 in N-units, latitude of the middle of the path in degrees.
    sea_share
        The share of the path over the sea, 0 to 1.
    land_km, inland_km
        The longest continuous section over land, and inland.

    Returns
    -------
    Air
        What the air does on the path.
    """
    time_percent, delta_n, n0, latitude = climate
    radius_km = EARTH_KM * 157.0 / (157.0 - delta_n)  # eq. (6), (7a)
    beta0 = beta0_percent(latitude, land_km, inland_km)
    return Air(time_percent, radius_km, 3.0 * EARTH_KM, beta0, n0, sea_share, inland_km)


@njit(cache=True)
def beta0_percent(latitude: float, land_km: float, inland_km: float) -> float:
    """Say how often refractivity falls by more than 100 N-units a kilometre, eq. (2) to (5).

    Parameters
    ----------
    latitude
        Of the middle of the path, degrees.
    land_km, inland_km
        The longest continuous section over land, and inland.

    Returns
    -------
    float
        β0 in per cent of the time.
    """
    tau = inland_factor(inland_km)
    power = 10.0 ** (-land_km / (16.0 - 6.6 * tau)) + 10.0 ** (-5.0 * (0.496 + 0.354 * tau))
    mu1 = min(power**0.2, 1.0)  # eq. (2)
    north = min(abs(latitude), 70.0)
    # Beyond 70° the exponents stay what they are there: eq. (4), (5).
    mu4 = mu1 ** (-0.935 + 0.0176 * north) if north < 70.0 else mu1**0.3
    share = 10.0 ** (-0.015 * north + 1.67) if north < 70.0 else 4.17
    return share * mu1 * mu4


@njit(cache=True)
def inland_factor(inland_km: float) -> float:
    """How much of the inland air's calm a path gets, τ of eq. (3).

    Parameters
    ----------
    inland_km
        The longest continuous inland section.

    Returns
    -------
    float
        From 0, all coast and sea, towards 1, deep inland.
    """
    return 1.0 - exp(-4.12e-4 * inland_km**2.41)


@njit(cache=True)
def inverse_normal(share: float) -> float:
    """The Recommendation's own approximation of the inverse normal, attachment 2, eq. (96).

    Parameters
    ----------
    share
        The chance that is exceeded, 0 to 1.

    Returns
    -------
    float
        Standard deviations above the mean: positive below one half.
    """
    share = min(max(share, 1e-6), 1.0 - 1e-6)
    return _tail(share) if share <= 0.5 else -_tail(1.0 - share)


@njit(cache=True)
def _tail(share: float) -> float:
    t = sqrt(-2.0 * log(share))  # eq. (97a)
    above = (0.010328 * t + 0.802853) * t + 2.515516698
    below = ((0.001308 * t + 0.189269) * t + 1.432788) * t + 1.0
    return t - above / below  # eq. (97b)


@njit(cache=True)
def median_share(air: Air) -> float:
    """The weight of β0 against the median at the wanted time percentage, F_i of eq. (40a).

    Parameters
    ----------
    air
        The air of the path.

    Returns
    -------
    float
        1 at β0 % and below, 0 at the median.
    """
    if air.time_percent <= air.beta0_percent:
        return 1.0
    return inverse_normal(air.time_percent / 100.0) / inverse_normal(air.beta0_percent / 100.0)


@njit(cache=True)
def focusing_db(percent: float, horizons_km: float) -> float:
    """How much the air bundles the signal for a small share of the time, eq. (9).

    Parameters
    ----------
    percent
        The share of the time.
    horizons_km
        The distances of both ends from their horizons, together.

    Returns
    -------
    float
        Decibels to add to free space: 0 at 50 %, negative below.
    """
    return 2.6 * (1.0 - exp(-0.1 * horizons_km)) * log10(percent / 50.0)
