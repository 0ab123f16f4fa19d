"""A frequency, and the powers of it that many formulas share."""

from __future__ import annotations

from math import log10, sqrt
from typing import NamedTuple

from numba import njit


class Wave(NamedTuple):
    """A frequency and how its wave stands; worked out once, used on every path."""

    ghz: float
    vertical: bool
    root: float
    cube_root: float
    decade: float
    """The frequency's logarithm to base 10."""


@njit(cache=True)
def wave_of(ghz: float, vertical: bool) -> Wave:
    """Prepare a frequency.

    Parameters
    ----------
    ghz
        The frequency.
    vertical
        Whether the wave stands upright.

    Returns
    -------
    Wave
        With its roots and logarithm.
    """
    return Wave(ghz, vertical, sqrt(ghz), ghz ** (1.0 / 3.0), log10(ghz))
