"""Reads rasters in the points of an even grid, band by band, so that memory stays small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.terrain.grid import Grid
from taskforce.sources.terrain.raster import Heights, Raster, Window

ROWS_AT_A_TIME = 64
# A point is known where at least half of what it is weighed from is.
_ENOUGH = 0.5

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Band:
    """A few rows of the grid; `covered` tells which points lie in any raster at all."""

    first_row: int
    values: Heights
    covered: NDArray[np.bool_]


def sampled(rasters: Sequence[Raster], grid: Grid, *, nearest: bool = False) -> Iterator[Band]:
    """Read the rasters in every point of the grid, from south to north.

    Parameters
    ----------
    rasters
        Where two lie over each other, the first that knows a height is believed.
    grid
        The points.
    nearest
        Take the nearest cell as it stands (for codes); otherwise bilinear interpolation. Where
        cells are smaller than the step they are joined first, to their mean or middle one.

    Returns
    -------
    Iterator of Band
        NaN where no raster knows a value.
    """
    from pyproj import Transformer

    moves = [Transformer.from_crs(grid.crs, one.crs, always_xy=True) for one in rasters]
    factors = [_factor(one, grid, move) for one, move in zip(rasters, moves, strict=True)]
    east = grid.west_m + grid.step_m * np.arange(grid.columns)
    for first in range(0, grid.rows, ROWS_AT_A_TIME):
        rows = min(ROWS_AT_A_TIME, grid.rows - first)
        north = grid.south_m + grid.step_m * np.arange(first, first + rows)
        x, y = (axis.ravel() for axis in np.meshgrid(east, north))
        values = np.full(x.shape, np.nan, np.float32)
        covered = np.zeros(x.shape, np.bool_)
        for raster, move, factor in zip(rasters, moves, factors, strict=True):
            _add(raster, move.transform(x, y), factor, into=(values, covered), nearest=nearest)
        shape = (rows, grid.columns)
        yield Band(first, values.reshape(shape), covered.reshape(shape))


def _factor(raster: Raster, grid: Grid, move: Any) -> int:
    """How many cells of the raster lie between two points of the grid, at least one."""
    middle_e = grid.west_m + grid.step_m * grid.columns / 2
    middle_n = grid.south_m + grid.step_m * grid.rows / 2
    step = grid.step_m
    x, y = move.transform(
        np.array([middle_e, middle_e + step, middle_e]),
        np.array([middle_n, middle_n, middle_n + step]),
    )
    across = np.hypot(x[1] - x[0], x[2] - x[0]) / raster.cell_x
    along = np.hypot(y[1] - y[0], y[2] - y[0]) / raster.cell_y
    between = min(across, along)
    if not np.isfinite(between):
        return 1
    # A projection that rounds must not make 50 cells 49.
    return int(max(1, min(between + 1e-6, raster.rows, raster.columns)))


def _add(
    raster: Raster,
    places: tuple[Numbers, Numbers],
    factor: int,
    *,
    into: tuple[Heights, NDArray[np.bool_]],
    nearest: bool,
) -> None:
    values, covered = into
    column = (places[0] - raster.west) / raster.cell_x - 0.5
    row = (raster.north - places[1]) / raster.cell_y - 0.5
    # A thousandth of a cell forgives the rounding of projections at the edge.
    inside = (column >= -0.501) & (column <= raster.columns - 0.499)
    inside &= (row >= -0.501) & (row <= raster.rows - 0.499)
    covered |= inside
    open_ = np.flatnonzero(inside & np.isnan(values))
    if not len(open_):
        return
    row, column = row[open_], column[open_]
    window = _window(raster, (row, column), factor, nearest=nearest)
    cells = raster.read(window)
    middle = (factor - 1) / 2
    at_row = np.clip((row - window.row - middle) / factor, 0, cells.shape[0] - 1)
    at_column = np.clip((column - window.column - middle) / factor, 0, cells.shape[1] - 1)
    if nearest:
        values[open_] = cells[np.rint(at_row).astype(np.int64), np.rint(at_column).astype(np.int64)]
    else:
        values[open_] = _between(cells, at_row, at_column)


def _window(
    raster: Raster, places: tuple[Numbers, Numbers], factor: int, *, nearest: bool
) -> Window:
    """The part of the raster around some places, whole squares of `factor` cells."""
    found = []
    for at, size in zip(places, (raster.rows, raster.columns), strict=True):
        first = max(0, int(np.floor(at.min())) - factor)
        last = min(size, int(np.ceil(at.max())) + factor + 1)
        squares = min(-(-(last - first) // factor), size // factor)
        found.append((min(first, size - squares * factor), squares * factor))
    (row, rows), (column, columns) = found
    return Window(row, column, rows, columns, factor, nearest)


def _between(cells: Heights, row: Numbers, column: Numbers) -> Heights:
    """Bilinear interpolation that leaves missing cells out."""
    low_row, low_column = row.astype(np.int64), column.astype(np.int64)
    up, right = row - low_row, column - low_column
    total, weight = np.zeros(len(row)), np.zeros(len(row))
    for next_row, row_share in ((0, 1 - up), (1, up)):
        at_row = np.minimum(low_row + next_row, cells.shape[0] - 1)
        for next_column, column_share in ((0, 1 - right), (1, right)):
            at_column = np.minimum(low_column + next_column, cells.shape[1] - 1)
            value, share = cells[at_row, at_column], row_share * column_share
            told = np.isfinite(value)
            total += np.where(told, share * value, 0)
            weight += np.where(told, share, 0)
    enough = weight >= _ENOUGH
    return np.where(enough, total / np.where(enough, weight, 1), np.nan).astype(np.float32)
