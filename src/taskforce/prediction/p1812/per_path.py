"""The whole Recommendation for one path and one frequency, compiled, with every step kept."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from taskforce.prediction.p1812.air import Air, air_along, focusing_db
from taskforce.prediction.p1812.bullington import bullington_db
from taskforce.prediction.p1812.combination import Combined, Ways, Weights, combine, weights_of
from taskforce.prediction.p1812.ducting import duct_of, ducting_db
from taskforce.prediction.p1812.free_space import free_space_db
from taskforce.prediction.p1812.horizons import Ends
from taskforce.prediction.p1812.smooth_earth import Shape, shape_of
from taskforce.prediction.p1812.spherical_earth import clearance_of, spherical_db
from taskforce.prediction.p1812.troposcatter import scatter_of, troposcatter_db
from taskforce.prediction.p1812.wave import Wave
from taskforce.prediction.p1812.zones import stretches

Line = NDArray[np.float64]


class Diffraction(NamedTuple):
    """The three losses of the delta-Bullington method at one effective radius, and their sum."""

    bullington_db: float
    """Over the actual profile, L_bulla."""
    smooth_db: float
    """Over the smooth earth taken as edges, L_bulls."""
    spherical_db: float
    """Around the smooth earth, L_dsph."""
    total_db: float
    """L_d, eq. (39)."""


class Terms(NamedTuple):
    """Every step of the loss along one path."""

    air: Air
    land_km: float
    shape: Shape
    median: Diffraction
    beta0: Diffraction
    ways: Ways
    weights: Weights
    combined: Combined


@njit(cache=True, nogil=True)
def terms_of(
    profile: tuple[Line, Line, Line],
    zone: NDArray[np.int64],
    antennas: tuple[float, float],
    coasts: tuple[float, float],
    climate: tuple[float, float, float, float],
    wave: Wave,
) -> Terms:
    """Work out the loss of one path at one frequency, sections 4.1 to 4.7.

    Parameters
    ----------
    profile
        Kilometres from the transmitter, ground over the sea in metres, cover over the ground in
        metres; the cover at both ends is not used.
    zone
        Of each point: 1 sea, 3 coastal land, 4 inland.
    antennas
        Transmitter and receiver over the ground, m.
    coasts
        Over land from each end to the coast, km.
    climate
        Time percentage, ΔN and N0 in N-units, latitude of the middle of the path in degrees.
    wave
        Frequency and polarisation.

    Returns
    -------
    Terms
        The loss and every step towards it.
    """
    distance, ground, _ = profile
    sea_share, land_km, inland_km = stretches(distance, zone)
    air = air_along(climate, sea_share, land_km, inland_km)
    ends = Ends(ground[0] + antennas[0], ground[-1] + antennas[1], ground[0], ground[-1])
    shape = shape_of(distance, ground, ends, air.radius_km)
    median = _diffraction(profile, ends, shape, (air.radius_km, sea_share), wave)
    beta0 = _diffraction(profile, ends, shape, (air.beta0_radius_km, sea_share), wave)
    weights = weights_of(shape, air)
    free = free_space_db(shape.distance_km, ends, wave.decade)
    horizons_km = shape.horizon.tx_km + shape.horizon.rx_km
    ways = Ways(
        free,
        free + focusing_db(air.time_percent, horizons_km),
        free + focusing_db(air.beta0_percent, horizons_km),
        median.total_db,
        median.total_db + weights.median * (beta0.total_db - median.total_db),  # eq. (41)
        ducting_db(duct_of(shape, ends, coasts, air), wave),
        troposcatter_db(scatter_of(shape, air), wave.decade),
    )
    return Terms(air, land_km, shape, median, beta0, ways, weights, combine(ways, weights))


@njit(cache=True)
def _diffraction(
    profile: tuple[Line, Line, Line],
    ends: Ends,
    shape: Shape,
    earth: tuple[float, float],
    wave: Wave,
) -> Diffraction:
    """The delta-Bullington method, section 4.3.4, at an effective radius and a share of sea."""
    distance, ground, cover = profile
    radius_km, sea_share = earth
    covered = ground + cover
    covered[0], covered[-1] = ground[0], ground[-1]
    actual = bullington_db((distance, covered), (ends.tx_m, ends.rx_m), radius_km, wave.root)
    tx_m = ends.tx_m - shape.smooth.tx_diffraction_m  # eq. (37a)
    rx_m = ends.rx_m - shape.smooth.rx_diffraction_m  # eq. (37b)
    smooth = bullington_db((distance, np.zeros(len(distance))), (tx_m, rx_m), radius_km, wave.root)
    clear = clearance_of(shape.distance_km, tx_m, rx_m, radius_km)
    spherical = spherical_db(clear, wave, sea_share)
    return Diffraction(actual, smooth, spherical, actual + max(spherical - smooth, 0.0))  # eq. (39)
