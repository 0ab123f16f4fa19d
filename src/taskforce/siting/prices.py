"""Prices of cuts and limits: any prices prove a bound, and the exact bound is worked out here.

Weigh the cuts of each group so that the weights add up to 1, and give each limit a price of 0 or
more. Then covered weight <= constants + prices times caps + what each site still brings net of the
prices it pays. Nothing is rounded: prices are whole numbers of a fixed small unit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.cuts import Pool
from taskforce.siting.limits import Rows
from taskforce.siting.lp import Solved

CUT_UNIT = 2**30
ROW_UNIT = 2**60


@dataclass(frozen=True, slots=True)
class Prices:
    """Weights of cuts in units of 1 / CUT_UNIT, prices of limits in units of 1 / ROW_UNIT."""

    cuts: tuple[tuple[int, int], ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """A bound before anything is decided about the sites, and what each site brings net.

    Both in units of 1 / ROW_UNIT, as whole numbers of any length.
    """

    base: int
    net: NDArray[np.object_]

    def bound(self, state: NDArray[np.int8]) -> int:
        """The exact bound, in units, where some sites are decided."""
        free = np.maximum(self.net[state == -1], 0).sum()
        return self.base + int(self.net[state == 1].sum()) + int(free)

    def homes(self, state: NDArray[np.int8]) -> int:
        """The bound in whole homes and firms: a choice covers no fraction of one."""
        return self.bound(state) // ROW_UNIT


def prices_of(solved: Solved, pool: Pool, groups: int) -> Prices:
    """Round the prices of a solved programme so that they are exact and hold.

    Parameters
    ----------
    solved
        What the linear programme found.
    pool
        The cuts it speaks of.
    groups
        The number of groups of demand points.

    Returns
    -------
    Prices
        The weights of the cuts of each group add up to exactly 1.
    """
    weight = np.rint(solved.cut_prices * CUT_UNIT).astype(np.int64)
    group = np.array([pool.group[cut] for cut in solved.cuts], np.int64)
    for number in range(groups):
        own = np.flatnonzero(group == number)
        heaviest = own[weight[own].argmax()]
        weight[heaviest] += CUT_UNIT - weight[own].sum()
    used = np.flatnonzero(weight)
    return Prices(
        tuple((int(solved.cuts[at]), int(weight[at])) for at in used),
        tuple(int(price * ROW_UNIT) for price in solved.row_prices),
    )


def worth(prices: Prices, pool: Pool, rows: Rows) -> Worth:
    """Work out what prices prove.

    Parameters
    ----------
    prices
        Weights of cuts and prices of limits.
    pool
        The cuts.
    rows
        The limits.

    Returns
    -------
    Worth
        Holds for every choice within the limits.
    """
    scale = ROW_UNIT // CUT_UNIT
    constant, slope = 0, np.zeros(len(rows.state), np.int64)
    for cut, weight in prices.cuts:
        constant += pool.constant[cut] * weight
        slope += pool.slope[cut] * weight
    net = slope.astype(object) * scale
    for row, price in enumerate(prices.rows):
        if price:
            own = slice(rows.starts[row], rows.starts[row + 1])
            net[rows.sites[own]] -= rows.amounts[own].astype(object) * price
    caps = sum(price * int(cap) for price, cap in zip(prices.rows, rows.caps, strict=True))
    return Worth(constant * scale + caps, net)
