"""Decide sites for good: those that no longer fit, and those that nothing better needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.limits import Rows
from taskforce.siting.prices import ROW_UNIT, Worth

State = NDArray[np.int8]


def fitting(state: State, rows: Rows) -> State | None:
    """Rule out the sites that do not fit besides those taken.

    Parameters
    ----------
    state
        1 taken, 0 ruled out, -1 free.
    rows
        The limits.

    Returns
    -------
    array or None
        The new state; None where the taken sites break a limit.
    """
    taken = state == 1
    if (rows.left(taken) < 0).any():
        return None
    found = state.copy()
    found[(state == -1) & ~rows.fits(taken)] = 0
    return found


def tightened(state: State, worth: Worth, rows: Rows, value: int) -> State | None:
    """Decide what prices and limits decide, given a choice of that value.

    Parameters
    ----------
    state
        1 taken, 0 ruled out, -1 free.
    worth
        What prices prove.
    rows
        The limits.
    value
        What the best choice so far covers; only better ones are of interest.

    Returns
    -------
    array or None
        The new state; None where nothing better is left.
    """
    fits = fitting(state, rows)
    if fits is None:
        return None
    bound, enough = worth.bound(fits), (value + 1) * ROW_UNIT
    if bound < enough:
        return None
    free = fits == -1
    gone = free & (worth.net < 0) & (bound + worth.net < enough)
    needed = free & (worth.net > 0) & (bound - worth.net < enough)
    fits[gone.astype(np.bool_)] = 0
    fits[needed.astype(np.bool_)] = 1
    return fitting(fits, rows)
