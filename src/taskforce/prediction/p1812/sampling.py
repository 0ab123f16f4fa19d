"""The ground between a mast and a place, read off the grid at even steps."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Line = NDArray[np.float64]
Grid = NDArray[np.float32]

# As few steps as the Recommendation allows, and the shortest path that is worked out.
FEWEST_STEPS = 4
NEAREST_M = 10.0


class Ground(NamedTuple):
    """Heights on an even grid, row 0 in the south; empty where the earth is taken as flat."""

    heights_m: Grid
    cover_m: Grid
    west_m: float
    south_m: float
    step_m: float


@njit(cache=True)
def steps_between(distance_m: float, step_m: float) -> int:
    """Into how many even steps a path is cut, none longer than wanted.

    Parameters
    ----------
    distance_m, step_m
        The length of the path, and of the longest step.

    Returns
    -------
    int
        At least four, as the Recommendation needs five points.
    """
    return max(FEWEST_STEPS, int(np.ceil(distance_m / step_m)))


@njit(cache=True, error_model="numpy")
def read_heights(
    ground: Ground, start: tuple[float, float], step: tuple[float, float], heights: Line
) -> None:
    """Fill in the heights along a straight line, between four grid points each (bilinear).

    Parameters
    ----------
    ground
        The grid; all of the line lies on it.
    start
        Where the line begins, EPSG:25832.
    step
        How far one step goes, east and north.
    heights
        Filled in: one height a step, the first at the start.
    """
    grid = ground.heights_m
    if grid.size == 0:
        heights[:] = 0.0
        return
    last_row, last_column = grid.shape[0] - 2, grid.shape[1] - 2
    x, y = (start[0] - ground.west_m) / ground.step_m, (start[1] - ground.south_m) / ground.step_m
    dx, dy = step[0] / ground.step_m, step[1] / ground.step_m
    for i in range(len(heights)):
        across, up = x + i * dx, y + i * dy
        # Unsigned, so that no index could count from the end: a check less for every point.
        column, row = np.uint64(min(int(across), last_column)), np.uint64(min(int(up), last_row))
        beside, above = column + np.uint64(1), row + np.uint64(1)
        east, north = across - column, up - row
        south_west, south_east = grid[row, column], grid[row, beside]
        north_west, north_east = grid[above, column], grid[above, beside]
        low = south_west + east * (south_east - south_west)
        high = north_west + east * (north_east - north_west)
        heights[i] = low + north * (high - low)


@njit(cache=True, error_model="numpy")
def read_cover(
    ground: Ground, start: tuple[float, float], step: tuple[float, float], cover: Line
) -> None:
    """Fill in the cover along a straight line, from the nearest grid point, none at both ends.

    Halfway between a wood and a field there is no wood of half the height.

    Parameters
    ----------
    ground
        The grid; all of the line lies on it.
    start
        Where the line begins, EPSG:25832.
    step
        How far one step goes, east and north.
    cover
        Filled in: metres over the ground, one value a step.
    """
    grid = ground.cover_m
    if grid.size == 0:
        cover[:] = 0.0
        return
    x = (start[0] - ground.west_m) / ground.step_m + 0.5
    y = (start[1] - ground.south_m) / ground.step_m + 0.5
    dx, dy = step[0] / ground.step_m, step[1] / ground.step_m
    for i in range(len(cover)):
        cover[i] = grid[np.uint64(y + i * dy), np.uint64(x + i * dx)]
    cover[0] = cover[-1] = 0.0
