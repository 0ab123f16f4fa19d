"""Cuts: what a group of demand points can be worth at most, whatever sites are chosen.

For any subset P of a group: covered weight <= weight outside P + sum of site shares times the
weight each site covers inside P. A cut is therefore told by its group and by P alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.greedy import greedy
from taskforce.siting.limits import Limits, rows_of
from taskforce.siting.sets import Coverage
from taskforce.siting.sweeps import filled, sums_by_group

GROUPS = 40
# A point counts as fully covered when the shares of its sites miss 1 by no more than this.
_FULL = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """Sites and demand points, with the group of each demand point."""

    coverage: Coverage
    group: NDArray[np.int64]
    groups: int


@dataclass(frozen=True, slots=True, eq=False)
class Separated:
    """One cut for each group, made where the sites are taken by these shares.

    Of group `g` at most `constant[g] + slope[g] @ shares` is covered, and at the shares of the
    separation exactly that: `constant + slope @ shares == reached`.
    """

    constant: NDArray[np.int64]
    slope: NDArray[np.int64]
    through_sites: NDArray[np.bool_]
    reached: NDArray[np.float64]


@dataclass(slots=True)
class Pool:
    """All cuts found so far, shared by the whole search; a cut holds everywhere."""

    group: list[int] = field(default_factory=list)
    constant: list[int] = field(default_factory=list)
    slope: list[NDArray[np.int64]] = field(default_factory=list)
    through: list[NDArray[np.uint8]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.group)

    def add(self, grouped: Grouped, cuts: Separated, group: int) -> int:
        """Keep the cut of one group, and return its number."""
        inside = cuts.through_sites & (grouped.group == group)
        self.group.append(group)
        self.constant.append(int(cuts.constant[group]))
        self.slope.append(cuts.slope[group])
        self.through.append(np.packbits(inside))
        return len(self) - 1


def in_groups(coverage: Coverage) -> Grouped:
    """Put demand points in groups: those that the greedy sites newly cover, one after the other.

    Parameters
    ----------
    coverage
        Sites and demand points, merged: each point is covered by some site.

    Returns
    -------
    Grouped
        About forty groups of points that lie together; the last one holds what is left.
    """
    order = greedy(coverage, rows_of(Limits(k=GROUPS - 1), coverage.sites))
    group = np.full(coverage.demand, len(order), np.int64)
    for number, site in reversed(list(enumerate(order))):
        group[coverage.of(site)] = number
    names, group = np.unique(group, return_inverse=True)
    return Grouped(coverage, group.astype(np.int64), len(names))


def separated(grouped: Grouped, shares: NDArray[np.float64]) -> Separated:
    """Make for each group the cut that says most about these shares.

    Parameters
    ----------
    grouped
        Sites and demand points in groups.
    shares
        How far each site is taken, 0 to 1.

    Returns
    -------
    Separated
        One cut for each group, tight at the shares.
    """
    coverage = grouped.coverage
    fill = filled(coverage.starts, coverage.points, shares, coverage.demand)
    through = fill < 1.0 - _FULL
    worth = np.where(through, coverage.weights, 0)
    slope = sums_by_group(coverage.starts, coverage.points, worth, grouped.group, grouped.groups)
    whole = _by_group(grouped, np.where(through, 0, coverage.weights))
    covered = coverage.weights * np.minimum(fill, 1.0)
    reached = np.bincount(grouped.group, covered, grouped.groups).astype(np.float64)
    return Separated(whole, slope, through, reached)


def trivial(grouped: Grouped) -> Separated:
    """Make the cuts that hold without any site: no more than all of a group is covered.

    Parameters
    ----------
    grouped
        Sites and demand points in groups.

    Returns
    -------
    Separated
        One cut for each group, without any site in it.
    """
    total = _by_group(grouped, grouped.coverage.weights)
    reached = np.array(total, np.float64)
    nothing = np.zeros((grouped.groups, grouped.coverage.sites), np.int64)
    return Separated(total, nothing, np.zeros(grouped.coverage.demand, np.bool_), reached)


def _by_group(grouped: Grouped, weights: NDArray[np.int64]) -> NDArray[np.int64]:
    # Sums below 2**53 are exact in floating point.
    return np.bincount(grouped.group, weights, grouped.groups).astype(np.int64)
