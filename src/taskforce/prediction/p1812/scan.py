"""One scan of an even profile finds all that the loss needs of it, at any number of frequencies."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from taskforce.prediction.p1812.bullington import WAVELENGTH_AT_ONE_GHZ_M, crossing_edge
from taskforce.prediction.p1812.horizons import Ends, Horizon, ray_mrad
from taskforce.prediction.p1812.smooth_earth import Shape, angular_distance, smooth_earth
from taskforce.prediction.p1812.steps import FAST, Grade, Steps, first_of, highest, last_of

Line = NDArray[np.float64]


class Peaks(NamedTuple):
    """The maxima over a profile; slopes are in metres a step."""

    from_tx: float
    """The steepest rise from the transmitter's antenna, over the bent earth."""
    from_rx: float
    clearance: float
    """The highest bent ground over the ray, by the width of the Fresnel zone."""


@njit(cache=True)
def peaks_of(heights: Line, ends: Ends, grade: Grade, steps: Steps) -> Peaks:
    """Find the steepest slopes and the narrowest clearance of a profile.

    Parameters
    ----------
    heights
        Metres over the sea, at even steps.
    ends
        The antennas.
    grade
        The steps, and how the earth bends.
    steps
        The look-ups, cut to the profile; their room keeps slopes and clearances point by point.

    Returns
    -------
    Peaks
        The maxima over all points between the ends.
    """
    _fill(heights[1:-1], (ends.tx_m, ends.rx_m), grade, steps)
    return Peaks(highest(steps.from_tx), highest(steps.from_rx), highest(steps.clearance))


@njit(cache=True, fastmath=FAST)
def _fill(inner: Line, antennas: tuple[float, float], grade: Grade, steps: Steps) -> None:
    tx, rx = antennas
    n, bend = float(grade.steps), grade.bend
    rise = (rx - tx) / n
    for i in range(len(inner)):
        ahead = steps.ahead[i]
        slope = (inner[i] - tx) * steps.inverse[i] + bend * (n - ahead)
        steps.from_tx[i] = slope
        steps.from_rx[i] = (inner[i] - rx) * steps.inverse_back[i] + bend * ahead
        # How far the slope exceeds that of the ray, times the way there, is the height over it.
        over_ray = (slope - rise) * ahead
        steps.clearance[i] = over_ray * steps.inverse_root[i] * steps.inverse_root_back[i]


@njit(cache=True)
def shape_from(heights: Line, peaks: Peaks, ends: Ends, grade: Grade, steps: Steps) -> Shape:
    """Put together the shape of an even profile, as `smooth_earth.shape_of` finds it.

    Parameters
    ----------
    heights
        Of the bare ground.
    peaks
        Of the bare ground; the room of the steps still holds its slopes and clearances.
    ends
        The antennas.
    grade
        The steps, and how the earth bends.
    steps
        The look-ups, cut to the profile.

    Returns
    -------
    Shape
        Horizons, smooth earth and roughness.
    """
    total = grade.steps * grade.step_km
    horizon = _horizon_from(peaks, ends, grade, steps)
    fit = _best_fit(heights, steps.ahead)
    obstruction = _obstruction(heights[1:-1], ends, grade, steps)
    smooth = smooth_earth(fit, obstruction, ends, total)
    low = min(horizon.tx_point, horizon.rx_point)
    high = max(horizon.tx_point, horizon.rx_point)
    slope, roughness = smooth.slope * grade.step_km, -1e300
    for i in range(low, high + 1):
        roughness = max(roughness, heights[i] - (smooth.base_m + slope * i))  # eq. (95)
    angle = angular_distance(total, horizon, grade.radius_km)
    return Shape(total, horizon, smooth, angle, roughness)


@njit(cache=True)
def _horizon_from(peaks: Peaks, ends: Ends, grade: Grade, steps: Steps) -> Horizon:
    """As `horizons.horizon_of`, from the slopes that are found already."""
    n, step, radius_km = grade.steps, grade.step_km, grade.radius_km
    total, rise = n * step, ends.rx_m - ends.tx_m
    if peaks.from_tx * n > rise:
        tx = first_of(steps.from_tx, peaks.from_tx)
        rx = last_of(steps.from_rx, peaks.from_rx)
        # Along the whole path such a slope climbs like a ray that grazes its highest point.
        tx_mrad = ray_mrad(peaks.from_tx * n, total, radius_km)
        rx_mrad = ray_mrad(peaks.from_rx * n, total, radius_km)
        return Horizon(True, tx * step, (n - rx) * step, tx_mrad, rx_mrad, tx, rx)
    point = last_of(steps.clearance, peaks.clearance)
    tx_mrad, rx_mrad = ray_mrad(rise, total, radius_km), ray_mrad(-rise, total, radius_km)
    return Horizon(False, point * step, (n - point) * step, tx_mrad, rx_mrad, point, point)


@njit(cache=True, fastmath=FAST)
def _best_fit(heights: Line, ahead: Line) -> tuple[float, float]:
    """The smooth earth below both ends, eq. (85) to (88), counted in steps."""
    n = float(len(heights) - 1)
    first, last, inner = heights[0], heights[-1], heights[1:-1]
    total = moment = 0.0
    for i in range(len(inner)):
        total += inner[i]
        moment += inner[i] * ahead[i]
    v1 = 2.0 * total + first + last
    v2 = 6.0 * moment + first + (3.0 * n - 1.0) * last
    return (2.0 * v1 * n - v2) / n**2, (v2 - v1 * n) / n**2


@njit(cache=True)
def _obstruction(inner: Line, ends: Ends, grade: Grade, steps: Steps) -> tuple[float, float, float]:
    """How the ground rises over the straight line between the antennas, eq. (89), by the step."""
    _over_line(inner, ends, grade.steps, steps)
    above = highest(steps.clearance)
    if above <= 0.0:
        return above, 0.0, 0.0  # nothing rises, and nobody asks how steeply
    from_tx = from_rx = -1e300
    for i in range(len(inner)):
        from_tx = max(from_tx, steps.clearance[i] * steps.inverse[i])
        from_rx = max(from_rx, steps.clearance[i] * steps.inverse_back[i])
    return above, from_tx, from_rx


@njit(cache=True, fastmath=FAST)
def _over_line(inner: Line, ends: Ends, n: int, steps: Steps) -> None:
    rise = (ends.rx_m - ends.tx_m) / n
    for i in range(len(inner)):
        steps.clearance[i] = inner[i] - (ends.tx_m + rise * steps.ahead[i])


@njit(cache=True)
def smooth_edge(tx_m: float, rx_m: float, grade: Grade, steps: Steps) -> float:
    """The equivalent edge at 1 GHz of the smooth earth, a profile of height 0, section 4.3.4.

    Parameters
    ----------
    tx_m, rx_m
        Both antennas over the smooth earth.
    grade
        The steps, and how the earth bends.
    steps
        The look-ups, cut to the profile.

    Returns
    -------
    float
        ν at 1 GHz.
    """
    from_tx = _steepest(tx_m, grade)
    if from_tx * grade.steps < rx_m - tx_m:
        _over_sea(tx_m, rx_m, grade, steps)
        narrowest = Peaks(from_tx, 0.0, highest(steps.clearance))
        return edge_from(narrowest, (tx_m, rx_m), grade)
    return edge_from(Peaks(from_tx, _steepest(rx_m, grade), 0.0), (tx_m, rx_m), grade)


@njit(cache=True)
def _steepest(antenna_m: float, grade: Grade) -> float:
    """The largest bend · (n − i) − antenna / i: it lies beside where both fall equally fast."""
    n, bend = grade.steps, grade.bend
    at = min(max(int(sqrt(antenna_m / bend)), 1), n - 1)
    beside = min(at + 1, n - 1)
    return max(bend * (n - at) - antenna_m / at, bend * (n - beside) - antenna_m / beside)


@njit(cache=True, fastmath=FAST)
def _over_sea(tx_m: float, rx_m: float, grade: Grade, steps: Steps) -> None:
    n = float(grade.steps)
    tx, rx = tx_m / n, rx_m / n
    for i in range(len(steps.ahead)):
        ahead = steps.ahead[i]
        over_ray = (grade.bend * ahead - tx) * (n - ahead) - rx * ahead
        steps.clearance[i] = over_ray * steps.inverse_root[i] * steps.inverse_root_back[i]


@njit(cache=True)
def edge_from(peaks: Peaks, antennas: tuple[float, float], grade: Grade) -> float:
    """The equivalent edge of a profile at 1 GHz, as `bullington.sharpest_edge` finds it.

    Parameters
    ----------
    peaks
        Of the ground with its cover.
    antennas
        Both antennas, metres over the sea.
    grade
        The steps, and how the earth bends.

    Returns
    -------
    float
        ν at 1 GHz.
    """
    n, step = grade.steps, grade.step_km
    if peaks.from_tx * n < antennas[1] - antennas[0]:  # eq. (14)
        return peaks.clearance * sqrt(0.002 * n / (WAVELENGTH_AT_ONE_GHZ_M * step))
    return crossing_edge(peaks.from_tx / step, peaks.from_rx / step, antennas, n * step)
