"""Even steps along a path: every distance is a whole number, so that divisions are looked up."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Line = NDArray[np.float64]

# What may be rearranged so that one instruction looks at several points; no NaN is ever met.
FAST = {"reassoc", "nnan", "nsz", "contract", "ninf"}


class Steps(NamedTuple):
    """Look-ups for each point between the ends, and room for what is found there."""

    ahead: Line
    """i: how many steps a point lies from the transmitter."""
    inverse: Line
    """1 / i"""
    inverse_root: Line
    """1 / √i"""
    inverse_back: Line
    """1 / (n − i)"""
    inverse_root_back: Line
    from_tx: Line
    from_rx: Line
    clearance: Line


class Grade(NamedTuple):
    """A profile of even steps, and how the bent earth rises along it."""

    steps: int
    step_km: float
    bend: float
    """500 · step² / a_e: times i (n − i), the bulge of the earth below a point."""
    radius_km: float


def steps_up_to(longest: int) -> Steps:
    """Prepare the look-ups for profiles of up to so many steps.

    Parameters
    ----------
    longest
        The number of steps.

    Returns
    -------
    Steps
        Look-ups and room, to be cut by `between`.
    """
    ahead = np.arange(longest + 1, dtype=np.float64)
    whole = np.maximum(ahead, 1.0)
    inverse, root = 1.0 / whole, 1.0 / np.sqrt(whole)
    # Backwards too, so that a profile reads both in the direction of the memory.
    back, root_back = inverse[::-1].copy(), root[::-1].copy()
    room = [np.empty(longest + 1) for _ in range(3)]
    return Steps(ahead, inverse, root, back, root_back, *room)


@njit(cache=True)
def between(steps: Steps, n: int) -> Steps:
    """Cut the look-ups to the points between the ends of a profile of n steps.

    Parameters
    ----------
    steps
        Long enough for the profile.
    n
        Its number of steps.

    Returns
    -------
    Steps
        Views of n − 1 values: the first is that of point 1.
    """
    behind = slice(len(steps.ahead) - n, len(steps.ahead) - 1)
    return Steps(
        steps.ahead[1:n],
        steps.inverse[1:n],
        steps.inverse_root[1:n],
        steps.inverse_back[behind],
        steps.inverse_root_back[behind],
        steps.from_tx[1:n],
        steps.from_rx[1:n],
        steps.clearance[1:n],
    )


@njit(cache=True, fastmath=FAST)
def highest(values: Line) -> float:
    """The largest of some values, four at a time so that none waits for the one before.

    Parameters
    ----------
    values
        At least one.

    Returns
    -------
    float
        The largest.
    """
    one = two = three = four = values[0]
    whole = len(values) - len(values) % 4
    for i in range(0, whole, 4):
        one = max(values[i], one)
        two = max(values[i + 1], two)
        three = max(values[i + 2], three)
        four = max(values[i + 3], four)
    for i in range(whole, len(values)):
        one = max(values[i], one)
    return max(max(one, two), max(three, four))


@njit(cache=True)
def first_of(values: Line, value: float) -> int:
    """The first point with a value, or the highest where rounding hides it.

    Parameters
    ----------
    values
        One for each point between the ends.
    value
        The highest of them.

    Returns
    -------
    int
        The point's number; the first point between the ends is 1.
    """
    for i in range(len(values)):
        if values[i] >= value:
            return i + 1
    return int(np.argmax(values)) + 1


@njit(cache=True)
def last_of(values: Line, value: float) -> int:
    """The last point with a value, or the highest where rounding hides it.

    Parameters
    ----------
    values
        One for each point between the ends.
    value
        The highest of them.

    Returns
    -------
    int
        The point's number; the first point between the ends is 1.
    """
    for i in range(len(values) - 1, -1, -1):
        if values[i] >= value:
            return i + 1
    return int(np.argmax(values)) + 1
