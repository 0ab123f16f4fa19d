"""All bands of many paths from one mast, compiled: what a map or a ranking is made of.

The same Recommendation as `per_path`, over land and at even steps; a test holds the two together.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from taskforce.prediction.p1812.air import air_along
from taskforce.prediction.p1812.bands import Traits, loss_at, traits_from
from taskforce.prediction.p1812.horizons import Ends
from taskforce.prediction.p1812.per_path import terms_of
from taskforce.prediction.p1812.sampling import (
    NEAREST_M,
    Ground,
    read_cover,
    read_heights,
    steps_between,
)
from taskforce.prediction.p1812.scan import edge_from, peaks_of, shape_from, smooth_edge
from taskforce.prediction.p1812.steps import Grade, Steps, between
from taskforce.prediction.p1812.wave import wave_of
from taskforce.prediction.p1812.zones import INLAND

Line = NDArray[np.float64]


class Fan(NamedTuple):
    """One mast and what is the same for every path from it."""

    easting_m: float
    northing_m: float
    height_m: float
    receiver_m: float
    step_m: float
    climate: tuple[float, float, float, float]
    """Time percentage, ΔN and N0 in N-units, latitude."""


@njit(cache=True, nogil=True)
def fan_losses(
    ground: Ground,
    fan: Fan,
    points: tuple[Line, Line],
    steps: Steps,
    frequencies: Line,
    losses: NDArray[np.float64],
) -> None:
    """Fill in the losses from one mast to many places, for half of the time.

    Parameters
    ----------
    ground
        Heights and cover; mast and places lie on it.
    fan
        The mast.
    points
        Eastings and northings of the places, EPSG:25832.
    steps
        Look-ups, long enough for the longest path, and room of this thread's own.
    frequencies
        The bands, GHz.
    losses
        Filled in: decibels, a row for each place, a column for each band.
    """
    room = np.empty((2, len(steps.ahead)))
    waves = [wave_of(ghz, True) for ghz in frequencies]
    for point in range(len(losses)):
        line, cover, distance_m = profile_to(ground, fan, points[0][point], points[1][point], room)
        for i in range(len(cover)):
            cover[i] += line[i]
        covered = (cover, ground.cover_m.size > 0)
        traits = _traits_of(line, covered, fan, distance_m, steps)
        for band in range(len(waves)):
            losses[point, band] = loss_at(traits, waves[band])


@njit(cache=True)
def _traits_of(
    line: Line, covered: tuple[Line, bool], fan: Fan, distance_m: float, steps: Steps
) -> Traits:
    n, total = len(line) - 1, distance_m / 1000.0
    air = air_along(fan.climate, 0.0, total, total)
    grade = Grade(n, total / n, 500.0 / air.radius_km * (total / n) ** 2, air.radius_km)
    ends = Ends(line[0] + fan.height_m, line[n] + fan.receiver_m, line[0], line[n])
    cut = between(steps, n)
    peaks = peaks_of(line, ends, grade, cut)
    shape = shape_from(line, peaks, ends, grade, cut)
    if covered[1]:
        peaks = peaks_of(covered[0], ends, grade, cut)
    edge = edge_from(peaks, (ends.tx_m, ends.rx_m), grade)
    tx_m = ends.tx_m - shape.smooth.tx_diffraction_m  # eq. (37a)
    rx_m = ends.rx_m - shape.smooth.rx_diffraction_m  # eq. (37b)
    return traits_from((edge, smooth_edge(tx_m, rx_m, grade, cut)), shape, ends, air)


@njit(cache=True, nogil=True)
def fan_losses_plainly(
    ground: Ground,
    fan: Fan,
    points: tuple[Line, Line],
    steps: Steps,
    frequencies: Line,
    losses: NDArray[np.float64],
) -> None:
    """Fill in the same losses path by path and band by band, for any share of the time.

    Parameters
    ----------
    ground, fan, points, steps, frequencies, losses
        As in `fan_losses`.
    """
    room = np.empty((2, len(steps.ahead)))
    for point in range(len(losses)):
        line, cover, distance_m = profile_to(ground, fan, points[0][point], points[1][point], room)
        n = len(line) - 1
        distance = np.arange(n + 1, dtype=np.float64) * (distance_m / 1000.0 / n)
        zone = np.full(n + 1, INLAND)
        for band in range(len(frequencies)):
            terms = terms_of(
                (distance, line, cover),
                zone,
                (fan.height_m, fan.receiver_m),
                (500.0, 500.0),
                fan.climate,
                wave_of(frequencies[band], True),
            )
            losses[point, band] = terms.combined.loss


@njit(cache=True, nogil=True)
def profile_to(
    ground: Ground, fan: Fan, easting_m: float, northing_m: float, room: NDArray[np.float64]
) -> tuple[Line, Line, float]:
    """Read the profile from the mast to a place.

    Parameters
    ----------
    ground
        Heights and cover; mast and place lie on it.
    fan
        The mast, and the longest step.
    easting_m, northing_m
        The place, EPSG:25832.
    room
        Two rows, long enough for the longest path.

    Returns
    -------
    heights, cover, distance_m
        Metres over the sea and over the ground at even steps, and the length of the path, which
        is never taken as shorter than ten metres.
    """
    east, north = easting_m - fan.easting_m, northing_m - fan.northing_m
    distance_m = max(sqrt(east * east + north * north), NEAREST_M)
    n = steps_between(distance_m, fan.step_m)
    heights, cover = room[0, : n + 1], room[1, : n + 1]
    start, step = (fan.easting_m, fan.northing_m), (east / n, north / n)
    read_heights(ground, start, step, heights)
    read_cover(ground, start, step, cover)
    return heights, cover, distance_m
