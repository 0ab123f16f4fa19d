"""From shares of sites to whole sites: a choice that keeps to the limits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.limits import Rows

_LITTLE = 0.05


def rounded(shares: NDArray[np.float64], rows: Rows) -> tuple[int, ...]:
    """Take the sites with the largest shares as long as they fit.

    Parameters
    ----------
    shares
        How far each site is taken, 0 to 1.
    rows
        The limits; forced sites are taken first.

    Returns
    -------
    tuple of int
        The chosen sites, within the limits.
    """
    taken = rows.state == 1
    for site in np.argsort(-shares, kind="stable"):
        if shares[site] < _LITTLE:
            break
        if rows.state[site] != 0 and rows.fits(taken)[site]:
            taken[site] = True
    return tuple(np.flatnonzero(taken).tolist())
