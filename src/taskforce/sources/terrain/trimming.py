"""Cuts off the edges that no raster covers: a map moved to another projection is no rectangle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# At most this part of the rows and of the columns is cut off on each side.
LARGEST_PART = 0.1


def trimmed(covered: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Find the rows and columns that are left without the uncovered edges.

    Parameters
    ----------
    covered
        Whether each point of the grid lies in a raster.

    Returns
    -------
    rows, columns
        The worst edge is cut first, until every edge is covered, or too much would be lost: then
        nothing is cut, and the gaps are counted as what they are.
    """
    spare = [int(size * LARGEST_PART) for size in covered.shape for _ in (0, 1)]
    top, bottom, left, right = 0, covered.shape[0], 0, covered.shape[1]
    while True:
        here = covered[top:bottom, left:right]
        if min(here.shape) < 2:
            break
        edges = (here[0], here[-1], here[:, 0], here[:, -1])
        empty = [1 - float(edge.mean()) for edge in edges]
        worst = int(np.argmax(empty))
        if empty[worst] == 0:
            return slice(top, bottom), slice(left, right)
        if spare[worst] == 0:
            break
        spare[worst] -= 1
        top, bottom = top + (worst == 0), bottom - (worst == 1)
        left, right = left + (worst == 2), right - (worst == 3)
    return slice(0, covered.shape[0]), slice(0, covered.shape[1])
