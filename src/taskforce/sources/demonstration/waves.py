"""Smooth made-up landscapes: waves of many lengths in all directions, laid over each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Axis = NDArray[np.float64]
Field = NDArray[np.float32]

WAVES = 28


def waves(
    east_m: Axis, north_m: Axis, *, lengths_m: tuple[float, float], rng: np.random.Generator
) -> Field:
    """Lay waves over an even grid.

    Parameters
    ----------
    east_m, north_m
        The columns and the rows, metres.
    lengths_m
        The shortest and the longest wave; long ones are higher.
    rng
        Source of chance for directions and phases.

    Returns
    -------
    Field
        One value per row and column, with mean about 0 and standard deviation about 1.
    """
    shortest, longest = lengths_m
    length_m = shortest * (longest / shortest) ** rng.random(WAVES)
    bearing, phase = rng.uniform(0, 2 * np.pi, (2, WAVES))
    height = length_m**0.7
    height *= np.sqrt(2 / (height**2).sum())
    across = 2 * np.pi * np.cos(bearing) / length_m * east_m[:, None] + phase
    along = 2 * np.pi * np.sin(bearing) / length_m * north_m[:, None]
    # cos(a + b) = cos a cos b - sin a sin b: two products instead of a wave in every point.
    even = (height * np.cos(along)) @ np.cos(across).T
    odd = (height * np.sin(along)) @ np.sin(across).T
    return (even - odd).astype(np.float32)


def smoothed(field: Field, points: int) -> Field:
    """The mean of each square of `points` to all four sides; the edge goes on as it is."""
    for axis in (0, 1):
        wide = np.take(field, _around(field.shape[axis], points), axis=axis)
        total = np.cumsum(wide, axis=axis, dtype=np.float64)
        total = np.insert(total, 0, 0, axis=axis)
        width = 2 * points + 1
        high = np.take(total, np.arange(width, total.shape[axis]), axis=axis)
        low = np.take(total, np.arange(total.shape[axis] - width), axis=axis)
        field = ((high - low) / width).astype(np.float32)
    return field


def _around(size: int, points: int) -> NDArray[np.int64]:
    return np.clip(np.arange(-points, size + points), 0, size - 1)
