"""A signal comes by several ways at once: their losses become one."""

from __future__ import annotations

from math import exp, log1p, log10, tanh
from typing import NamedTuple

from numba import njit

from taskforce.prediction.p1812.air import Air, median_share
from taskforce.prediction.p1812.smooth_earth import Shape


class Weights(NamedTuple):
    """How much each way counts on a path; the same for every frequency."""

    median: float
    """F_i: β0 % against the median, eq. (40a)."""
    angle: float
    """F_j: by the angular distance, eq. (57)."""
    distance: float
    """F_k: by the length of the path, eq. (58)."""
    land_share: float
    rare: bool
    """The wanted time percentage is below β0."""


class Ways(NamedTuple):
    """The losses of the single ways at one frequency, dB."""

    free_space: float
    in_sight: float
    """L_b0p: free space with focusing, eq. (10)."""
    in_sight_beta0: float
    """L_b0β, eq. (11)."""
    diffraction_median: float
    """L_d50, eq. (39)."""
    diffraction: float
    """L_dp, eq. (41)."""
    ducting: float
    """L_ba, eq. (46)."""
    troposcatter: float
    """L_bs, eq. (44)."""


class Combined(NamedTuple):
    """The steps of section 4.7, dB."""

    diffraction_median: float
    """L_bd50, eq. (42)."""
    diffraction: float
    """L_bd, eq. (43)."""
    least_in_sight: float
    """L_min0bp, eq. (59)."""
    least_ducting: float
    """L_minbap, eq. (60)."""
    diffraction_ducting: float
    """L_bda, eq. (61)."""
    modified: float
    """L_bam, eq. (62)."""
    before_places: float
    """L_bc, eq. (63)."""
    loss: float
    """L_b at half of the places, eq. (69)."""


@njit(cache=True)
def weights_of(shape: Shape, air: Air) -> Weights:
    """Weigh the ways of a path, eq. (40a), (57), (58).

    Parameters
    ----------
    shape
        The length of the path and its angular distance.
    air
        The air of the path.

    Returns
    -------
    Weights
        F_i, F_j, F_k.
    """
    angle = 1.0 - 0.5 * (1.0 + tanh(3.0 * 0.8 * (shape.angle_mrad - 0.3) / 0.3))
    distance = 1.0 - 0.5 * (1.0 + tanh(3.0 * 0.5 * (shape.distance_km - 20.0) / 20.0))
    rare = air.time_percent < air.beta0_percent
    return Weights(median_share(air), angle, distance, 1.0 - air.sea_share, rare)


@njit(cache=True)
def combine(ways: Ways, weights: Weights) -> Combined:
    """Join the ways into the basic transmission loss, section 4.7.

    Parameters
    ----------
    ways
        The losses of the single ways.
    weights
        How much each counts.

    Returns
    -------
    Combined
        The loss for half of the places, and each step towards it.
    """
    median = ways.free_space + ways.diffraction_median  # eq. (42)
    diffraction = ways.in_sight + ways.diffraction  # eq. (43)
    over_land = weights.land_share * ways.diffraction
    if weights.rare:
        least = ways.in_sight + over_land  # eq. (59)
    else:
        least = median + (ways.in_sight_beta0 + over_land - median) * weights.median
    ducting = 2.5 * _sum_of_powers(ways.ducting / 2.5, ways.in_sight / 2.5)  # eq. (60)
    both = diffraction
    if ducting <= diffraction:
        both = ducting + (diffraction - ducting) * weights.distance  # eq. (61)
    modified = both + (least - both) * weights.angle  # eq. (62)
    together = _together_db(ways.troposcatter, modified)  # eq. (63)
    return Combined(
        median,
        diffraction,
        least,
        ducting,
        both,
        modified,
        together,
        max(ways.in_sight, together),  # eq. (69)
    )


@njit(cache=True)
def _sum_of_powers(one: float, other: float) -> float:
    """ln(e^one + e^other), written so that it cannot overflow."""
    return max(one, other) + log1p(exp(-abs(one - other)))


@njit(cache=True)
def _together_db(one: float, other: float) -> float:
    """−5 log(10^(−0.2·one) + 10^(−0.2·other)), written so that it cannot underflow."""
    return min(one, other) - 5.0 * log10(1.0 + 10.0 ** (-0.2 * abs(one - other)))
