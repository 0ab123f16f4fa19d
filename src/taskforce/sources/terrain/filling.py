"""Heights for the points that have none, from the heights around them; each is counted."""

from __future__ import annotations

import numpy as np

from taskforce.sources.terrain.raster import Heights


def filled(heights: Heights) -> Heights:
    """Give every missing point a height from its surroundings.

    Parameters
    ----------
    heights
        Metres, NaN where missing; changed in place.

    Returns
    -------
    Heights
        The same array. A missing point gets the mean of its square of 2 × 2 points, or of
        4 × 4, 8 × 8 and so on until one knows a height: the nearer count, the further do not.

    Raises
    ------
    ValueError
        No point has a height.
    """
    missing = np.isnan(heights)
    if missing.all():
        raise ValueError("no point has a height")
    if missing.any():
        coarse = filled(_halved(heights))
        row, column = np.nonzero(missing)
        heights[row, column] = coarse[row // 2, column // 2]
    return heights


def _halved(heights: Heights) -> Heights:
    """The mean of what is known in each square of 2 × 2 points."""
    rows, columns = (-(-size // 2) for size in heights.shape)
    total = np.zeros((rows, columns), np.float32)
    count = np.zeros((rows, columns), np.int8)
    for row in (0, 1):
        for column in (0, 1):
            part = heights[row::2, column::2]
            told = np.isfinite(part)
            total[: part.shape[0], : part.shape[1]] += np.where(told, part, 0)
            count[: part.shape[0], : part.shape[1]] += told
    mean = total / np.maximum(count, 1)
    return np.where(count > 0, mean, np.nan).astype(np.float32)
