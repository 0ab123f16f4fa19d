"""Neighbouring addresses: who can reach whom in steps of at most a given distance."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Metres = NDArray[np.float64]
Labels = NDArray[np.int64]

# Room around the grid, so that a cell's neighbours never lie on the far side of the next column.
_MARGIN = 2


def components(easting_m: Metres, northing_m: Metres, group: Labels, distance_m: float) -> Labels:
    """Number the connected clusters of points.

    Two points of one group belong together when they are within the distance of each other, or
    when a chain of such steps joins them.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832, finite, one value per point.
    group
        Points of different groups never belong together; in whole numbers from 0.
    distance_m
        The longest step, above 0.

    Returns
    -------
    array of int64
        The cluster of each point. The numbers are consecutive from 0, in the order of group,
        then of west to east; they do not depend on the order of the points.
    """
    if len(easting_m) == 0:
        return np.zeros(0, np.int64)
    # In a cell of this size any two points are within the distance of each other.
    cell_m = distance_m / np.sqrt(2.0)
    column = ((easting_m - easting_m.min()) // cell_m).astype(np.int64) + _MARGIN
    row = ((northing_m - northing_m.min()) // cell_m).astype(np.int64) + _MARGIN
    rows = int(row.max()) + 1 + _MARGIN
    columns = int(column.max()) + 1 + _MARGIN
    key = (group * columns + column) * rows + row
    order = np.argsort(key, kind="stable")
    cells, start = np.unique(key[order], return_index=True)
    ends = np.append(start, len(order)).astype(np.int64)
    roots = _joined(cells, ends, easting_m[order], northing_m[order], rows, distance_m)
    labels = np.empty(len(order), np.int64)
    labels[order] = np.repeat(np.unique(roots, return_inverse=True)[1], np.diff(ends))
    return labels


@njit(cache=True)
def _joined(
    cells: Labels, ends: Labels, easting_m: Metres, northing_m: Metres, rows: int, distance_m: float
) -> Labels:
    """Find for each cell the first cell of its cluster."""
    parent = np.arange(len(cells))
    for here in range(len(cells)):
        # Each pair of cells is looked at once: this column upwards, and the two columns east.
        for east in range(3):
            low = cells[here] + 1 if east == 0 else cells[here] + east * rows - 2
            high = cells[here] + east * rows + 2
            there = np.searchsorted(cells, low)
            while there < len(cells) and cells[there] <= high:
                mine, other = _root(parent, here), _root(parent, there)
                if mine != other and _touch(ends, easting_m, northing_m, (here, there), distance_m):
                    parent[max(mine, other)] = min(mine, other)
                there += 1
    for cell in range(len(cells)):
        parent[cell] = _root(parent, cell)
    return parent


@njit(cache=True)
def _root(parent: Labels, cell: int) -> int:
    while parent[cell] != cell:
        parent[cell] = parent[parent[cell]]
        cell = parent[cell]
    return cell


@njit(cache=True)
def _touch(
    ends: Labels,
    easting_m: Metres,
    northing_m: Metres,
    cells: tuple[int, int],
    distance_m: float,
) -> bool:
    here, there = cells
    for one in range(ends[here], ends[here + 1]):
        for two in range(ends[there], ends[there + 1]):
            east = easting_m[one] - easting_m[two]
            north = northing_m[one] - northing_m[two]
            if east * east + north * north <= distance_m * distance_m:
                return True
    return False
