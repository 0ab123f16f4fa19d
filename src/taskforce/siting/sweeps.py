"""The few loops that run over every pair of a site and what it covers, compiled."""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

Starts = NDArray[np.int64]
Points = NDArray[np.int32]
Counts = NDArray[np.int64]


@numba.njit(cache=True)
def alike(starts: Starts, points: Points, demand: int) -> Counts:
    """Label demand points: two points have the same label when the same sites cover them.

    Parameters
    ----------
    starts, points
        The demand points of each site, one site after the other.
    demand
        The number of demand points.

    Returns
    -------
    array of int
        A label for each demand point; 0 where no site covers it. Labels have gaps.

    References
    ----------
    Partition refinement: every site splits each class into those it covers and the others.
    """
    label = np.zeros(demand, np.int64)
    split_by = np.full(len(points) + 1, -1, np.int64)
    split_into = np.zeros(len(points) + 1, np.int64)
    last = 0
    for site in range(len(starts) - 1):
        for at in range(starts[site], starts[site + 1]):
            old = label[points[at]]
            if split_by[old] != site:
                last += 1
                split_by[old] = site
                split_into[old] = last
            label[points[at]] = split_into[old]
    return label


@numba.njit(cache=True)
def sums(starts: Starts, points: Points, worth: Counts) -> Counts:
    """Add up for each site what the points it covers are worth.

    Parameters
    ----------
    starts, points
        The demand points of each site, one site after the other.
    worth
        What each demand point counts.

    Returns
    -------
    array of int
        One sum for each site.
    """
    found = np.zeros(len(starts) - 1, np.int64)
    for site in range(len(starts) - 1):
        total = 0
        for at in range(starts[site], starts[site + 1]):
            total += worth[points[at]]
        found[site] = total
    return found


@numba.njit(cache=True)
def filled(
    starts: Starts, points: Points, share: NDArray[np.float64], demand: int
) -> NDArray[np.float64]:
    """Add up for each demand point the shares of the sites that cover it.

    Parameters
    ----------
    starts, points
        The demand points of each site, one site after the other.
    share
        How far each site is taken, 0 to 1.
    demand
        The number of demand points.

    Returns
    -------
    array of float
        One sum for each demand point.
    """
    found = np.zeros(demand)
    for site in range(len(starts) - 1):
        if share[site] > 0.0:
            for at in range(starts[site], starts[site + 1]):
                found[points[at]] += share[site]
    return found


@numba.njit(cache=True)
def sums_by_group(
    starts: Starts, points: Points, worth: Counts, group: Counts, groups: int
) -> Counts:
    """Add up for each site what the points it covers are worth, one sum for each group.

    Parameters
    ----------
    starts, points
        The demand points of each site, one site after the other.
    worth
        What each demand point counts.
    group
        The group each demand point belongs to.
    groups
        The number of groups.

    Returns
    -------
    array of int, groups by sites
    """
    found = np.zeros((len(starts) - 1, groups), np.int64)
    for site in range(len(starts) - 1):
        for at in range(starts[site], starts[site + 1]):
            found[site, group[points[at]]] += worth[points[at]]
    return found.T.copy()
