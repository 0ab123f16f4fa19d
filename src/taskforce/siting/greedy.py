"""Take the site that helps most, then the one that helps most after that, and so on."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.limits import Rows
from taskforce.siting.sets import Coverage
from taskforce.siting.sweeps import sums


def gains(coverage: Coverage, times: NDArray[np.int64]) -> NDArray[np.int64]:
    """Say for each site how many homes and firms it would newly cover.

    Parameters
    ----------
    coverage
        Sites and demand points.
    times
        How many chosen sites cover each demand point already.

    Returns
    -------
    array of int
        One number for each site; 0 for a site whose points are all covered.
    """
    open_weight = np.where(times == 0, coverage.weights, 0)
    return sums(coverage.starts, coverage.points, open_weight)


def greedy(
    coverage: Coverage,
    rows: Rows,
    *,
    start: Iterable[int] = (),
    allowed: NDArray[np.bool_] | None = None,
    by_cost: bool = False,
) -> tuple[int, ...]:
    """Add sites one by one, each time the one that newly covers most.

    Parameters
    ----------
    coverage
        Sites and demand points.
    rows
        The limits; forced sites are taken first.
    start
        Sites that are chosen already.
    allowed
        The sites that may be added; every site that is not forbidden when left out.
    by_cost
        Take the site that newly covers most for its cost.

    Returns
    -------
    tuple of int
        The chosen sites: forced, start, and then as they were added. A site that would cover
        nothing new is not added.

    References
    ----------
    Lazy evaluation (Minoux 1978): a gain only shrinks, so an old one is an upper bound.
    """
    chosen = list(dict.fromkeys([*np.flatnonzero(rows.state == 1).tolist(), *start]))
    times = coverage.times_covered(chosen)
    taken = np.zeros(coverage.sites, np.bool_)
    taken[chosen] = True
    may = rows.fits(taken) & (rows.state != 0) & (True if allowed is None else allowed)
    price = np.maximum(rows.costs, 1) if by_cost else np.ones(coverage.sites, np.int64)
    first = gains(coverage, times)
    helpful = np.flatnonzero(may & (first > 0))
    # A sorted list is a heap.
    heap = sorted(zip((-first[helpful] / price[helpful]).tolist(), helpful.tolist(), strict=True))
    while heap:
        _, site = heapq.heappop(heap)
        if not may[site]:
            continue
        covered = coverage.of(site)
        gain = int(coverage.weights[covered[times[covered] == 0]].sum())
        if heap and (-gain / price[site], site) > heap[0]:
            heapq.heappush(heap, (-gain / price[site], site))
        elif gain > 0:
            chosen.append(site)
            times[covered] += 1
            taken[site] = True
            may &= rows.fits(taken)
            if not may.any():
                break
    return tuple(chosen)
