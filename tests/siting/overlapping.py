"""A question whose footprints overlap so much that one linear programme does not answer it."""

from __future__ import annotations

import numpy as np

from taskforce.siting.sets import Coverage, coverage_of_sets


def overlapping(seed: int = 10, *, sites: int = 40, demand: int = 400) -> Coverage:
    """Circles on a square, wide enough that each point is seen from many sites."""
    chance = np.random.default_rng(seed)
    points, masts = chance.uniform(0, 1, (demand, 2)), chance.uniform(0, 1, (sites, 2))
    reach = chance.uniform(0.15, 0.3, sites)
    sets = [
        np.flatnonzero(np.hypot(*(points - mast).T) * chance.lognormal(0, 0.2, demand) < far)
        for mast, far in zip(masts, reach, strict=True)
    ]
    return coverage_of_sets(sets, chance.integers(0, 9, demand))
