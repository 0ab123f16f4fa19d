"""Medians and other shares of many small groups at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Labels = NDArray[np.int64]


def quantiles(values: Values, groups: Labels, count: int, shares: Sequence[float]) -> Values:
    """Find the values below which given shares of each group lie.

    Parameters
    ----------
    values
        One value per row; NaN where the row has none, which then counts nowhere.
    groups
        The group of each row, 0 to `count` - 1.
    count
        How many groups there are.
    shares
        0.5 for the median, 0.1 for the value that a tenth of the rows stay below.

    Returns
    -------
    array of (count, shares)
        Interpolated linearly between neighbouring values, as numpy.quantile does; NaN for a
        group without a value.
    """
    known = np.isfinite(values)
    order = np.lexsort((values[known], groups[known]))
    ranked = np.append(values[known][order], np.nan)
    held = np.bincount(groups[known], minlength=count)
    first = np.cumsum(held) - held
    found = np.empty((count, len(shares)))
    for column, share in enumerate(shares):
        position = share * np.maximum(held - 1, 0)
        low = np.floor(position).astype(np.int64)
        high = np.minimum(low + 1, np.maximum(held - 1, 0))
        below, above = ranked[first + low], ranked[first + high]
        found[:, column] = np.where(held > 0, below + (above - below) * (position - low), np.nan)
    return found


def labelled(*keys: NDArray[np.int64]) -> tuple[Labels, int]:
    """Number the rows that agree in all keys.

    Parameters
    ----------
    keys
        One whole number per row each; the first key sorts first.

    Returns
    -------
    labels, count
        The number of each row's group in the order of the keys, and how many groups there are.
    """
    rows = len(keys[0])
    if rows == 0:
        return np.empty(0, np.int64), 0
    order = np.lexsort(keys[::-1])
    starts = np.zeros(rows, np.bool_)
    for key in keys:
        ranked = key[order]
        starts[1:] |= ranked[1:] != ranked[:-1]
    labels = np.empty(rows, np.int64)
    labels[order] = np.cumsum(starts)
    return labels, int(labels.max()) + 1
