"""The slow truth: try every choice; and small random questions to try it on."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np

from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage, coverage_of_sets


def best_value(coverage: Coverage, limits: Limits) -> int:
    """What the best of all allowed choices covers."""
    sites = range(coverage.sites)
    every = chain.from_iterable(combinations(sites, size) for size in range(coverage.sites + 1))
    return max(covered(coverage, choice) for choice in every if allowed(limits, set(choice)))


def covered(coverage: Coverage, choice: tuple[int, ...]) -> int:
    points = {point for site in choice for point in coverage.of(site).tolist()}
    return sum(int(coverage.weights[point]) for point in points)


def allowed(limits: Limits, choice: set[int]) -> bool:
    return (
        (limits.k is None or len(choice) <= limits.k)
        and (limits.budget is None or sum(limits.costs[site] for site in choice) <= limits.budget)
        and set(limits.forced) <= choice
        and not set(limits.forbidden) & choice
        and all(len(set(group) & choice) <= 1 for group in limits.groups)
        and not any(set(again) <= choice for again in limits.not_again)
    )


def question(seed: int, *, most_sites: int = 12) -> tuple[Coverage, Limits]:
    """A small random question; every kind of limit occurs among a few hundred of them."""
    chance = np.random.default_rng(seed)
    sites, demand = int(chance.integers(1, most_sites + 1)), int(chance.integers(1, 40))
    share = chance.uniform(0.05, 0.6)
    sets = [np.flatnonzero(chance.random(demand) < share) for _ in range(sites)]
    weights = chance.integers(0, 20, demand)
    k = int(chance.integers(0, sites + 2))
    costs = chance.integers(0, 30, sites)
    by_budget = chance.random() < 0.5
    order = chance.permutation(sites)
    forbidden = tuple(order[: int(chance.integers(0, 1 + sites // 3))].tolist())
    forced = tuple(order[::-1][: int(chance.integers(0, 1 + min(k, 1 + sites // 4)))].tolist())
    forced = tuple(site for site in forced if site not in forbidden)
    groups = _groups(chance, sites, set(forced))
    budget = int(costs[list(forced)].sum() + chance.integers(0, 60)) if by_budget else None
    limits = Limits(
        k=None if by_budget and chance.random() < 0.5 else max(k, len(forced)),
        budget=budget,
        costs=tuple(costs.tolist()) if by_budget else (),
        forced=forced,
        forbidden=forbidden,
        groups=groups,
    )
    return coverage_of_sets(sets, weights), limits


def _groups(
    chance: np.random.Generator, sites: int, forced: set[int]
) -> tuple[tuple[int, ...], ...]:
    if chance.random() < 0.5:
        return ()
    label = chance.integers(0, max(2, sites // 2), sites)
    groups = [tuple(np.flatnonzero(label == each).tolist()) for each in np.unique(label)]
    return tuple(group for group in groups if len(group) > 1 and len(forced & set(group)) <= 1)
