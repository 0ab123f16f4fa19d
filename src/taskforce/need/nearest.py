"""The nearest other point to each cluster of points, found on a grid."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from taskforce.need.clusters import Labels, Metres

# Small enough that a cell of a town holds few points; larger where the country is very wide.
_CELL_M = 250.0
_MOST_CELLS = 8_000_000


class _Grid(NamedTuple):
    """Points sorted by cell; cell `row * columns + column` holds `order[start[c]:start[c + 1]]`."""

    west_m: float
    south_m: float
    cell_m: float
    columns: int
    rows: int
    start: NDArray[np.int64]
    easting_m: Metres
    northing_m: Metres
    order: Labels


def nearest(
    easting_m: Metres,
    northing_m: Metres,
    labels: Labels,
    others_easting_m: Metres,
    others_northing_m: Metres,
) -> tuple[Labels, Metres]:
    """Find for each cluster the one among others that is nearest to any of its points.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832, finite, one value per point.
    labels
        The cluster of each point, consecutive from 0.
    others_easting_m, others_northing_m
        EPSG:25832, finite, one value per other.

    Returns
    -------
    index, distance_m
        Per cluster the position among the others, the first where two are equally near, and how
        far it is. -1 and infinity where there are no others.
    """
    clusters = int(labels.max()) + 1 if len(labels) else 0
    if len(others_easting_m) == 0 or clusters == 0:
        return np.full(clusters, -1), np.full(clusters, np.inf)
    grid = _sorted_into_cells(others_easting_m, others_northing_m)
    return _search(easting_m, northing_m, labels, clusters, grid)


def _sorted_into_cells(easting_m: Metres, northing_m: Metres) -> _Grid:
    west, south = float(easting_m.min()), float(northing_m.min())
    width, height = float(np.ptp(easting_m)), float(np.ptp(northing_m))
    cell_m = max(_CELL_M, (width + height) / _MOST_CELLS**0.5)
    columns, rows = int(width // cell_m) + 1, int(height // cell_m) + 1
    column = ((easting_m - west) // cell_m).astype(np.int64)
    row = ((northing_m - south) // cell_m).astype(np.int64)
    start, order = _by_cell(row * columns + column, columns * rows)
    return _Grid(
        west, south, cell_m, columns, rows, start, easting_m[order], northing_m[order], order
    )


@njit(cache=True, nogil=True)
def _by_cell(cell: Labels, cells: int) -> tuple[Labels, Labels]:
    start = np.zeros(cells + 1, np.int64)
    for one in cell:
        start[one + 1] += 1
    start = np.cumsum(start)
    place, order = start[:-1].copy(), np.empty(len(cell), np.int64)
    for point in range(len(cell)):
        order[place[cell[point]]] = point
        place[cell[point]] += 1
    return start, order


@njit(cache=True, nogil=True)
def _search(
    easting_m: Metres, northing_m: Metres, labels: Labels, clusters: int, grid: _Grid
) -> tuple[Labels, Metres]:
    index = np.full(clusters, -1)
    squared = np.full(clusters, np.inf)
    for point in range(len(labels)):
        cluster = labels[point]
        place = (easting_m[point], northing_m[point])
        # What the cluster has found so far spares its other points the wider search.
        index[cluster], squared[cluster] = _around(place, grid, (index[cluster], squared[cluster]))
    return index, np.sqrt(squared)


@njit(cache=True)
def _around(place: tuple[float, float], grid: _Grid, found: tuple[int, float]) -> tuple[int, float]:
    across, up = (place[0] - grid.west_m) / grid.cell_m, (place[1] - grid.south_m) / grid.cell_m
    column, row = int(np.floor(across)), int(np.floor(up))
    edge = min(across - column, column + 1 - across, up - row, row + 1 - up)
    # Rings outside the grid are empty: begin with the first that reaches it.
    ring = max(0, -column, column - grid.columns + 1, -row, row - grid.rows + 1)
    last = max(column, grid.columns - 1 - column, row, grid.rows - 1 - row)
    while ring <= last and (
        # A ring is at least as far away as the inner rings are wide.
        ring == 0 or found[1] >= (grid.cell_m * (ring - 1 + edge)) ** 2
    ):
        found = _on_ring(place, (column, row, ring), grid, found)
        ring += 1
    return found


@njit(cache=True)
def _on_ring(
    place: tuple[float, float],
    cells: tuple[int, int, int],
    grid: _Grid,
    found: tuple[int, float],
) -> tuple[int, float]:
    column, row, ring = cells
    for above in range(max(row - ring, 0), min(row + ring, grid.rows - 1) + 1):
        step = 1 if abs(above - row) == ring else max(2 * ring, 1)
        for beside in range(column - ring, column + ring + 1, step):
            if 0 <= beside < grid.columns:
                found = _in_cell(place, above * grid.columns + beside, grid, found)
    return found


@njit(cache=True)
def _in_cell(
    place: tuple[float, float], cell: int, grid: _Grid, found: tuple[int, float]
) -> tuple[int, float]:
    best, best_squared = found
    for other in range(grid.start[cell], grid.start[cell + 1]):
        east, north = grid.easting_m[other] - place[0], grid.northing_m[other] - place[1]
        squared = east * east + north * north
        if squared < best_squared or (squared == best_squared and grid.order[other] < best):
            best, best_squared = grid.order[other], squared
    return best, best_squared
