"""What each site would cover: sets of demand points, and the homes and firms of each point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from taskforce.siting.sweeps import alike
from taskforce.vocabulary.errors import WrongUse

# Bounds are computed in whole numbers of 64 bits, with 30 of them behind the point.
MOST_WEIGHT = 2**32


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """The demand points that each site covers, one site after the other.

    Site `s` covers `points[starts[s]:starts[s + 1]]`, each point once. `weights` holds the
    homes and firms of each demand point, whole and never negative; what has coverage already
    has weight 0.
    """

    starts: NDArray[np.int64]
    points: NDArray[np.int32]
    weights: NDArray[np.int64]

    @property
    def sites(self) -> int:
        """The number of candidate sites."""
        return len(self.starts) - 1

    @property
    def demand(self) -> int:
        """The number of demand points."""
        return len(self.weights)

    def of(self, site: int) -> NDArray[np.int32]:
        """The demand points that one site covers."""
        return self.points[self.starts[site] : self.starts[site + 1]]

    def times_covered(self, chosen: Iterable[int]) -> NDArray[np.int64]:
        """How many of the chosen sites cover each demand point."""
        times = np.zeros(self.demand, np.int64)
        for site in chosen:
            times[self.of(site)] += 1
        return times

    def value(self, chosen: Iterable[int]) -> int:
        """The homes and firms that the chosen sites cover together."""
        return int(self.weights[self.times_covered(chosen) > 0].sum())


def coverage(starts: ArrayLike, points: ArrayLike, weights: ArrayLike) -> Coverage:
    """Check sets and weights once, and put them in their form.

    Parameters
    ----------
    starts
        Where the points of each site begin, and one number more: where the last ends.
    points
        The demand points of the first site, then of the second, and so on.
    weights
        Homes and firms of each demand point.

    Returns
    -------
    Coverage
        The points of each site in order, each once.

    Raises
    ------
    WrongUse
        A weight is negative or not whole, a point is unknown, or the starts do not fit.
    """
    begin = _whole(starts, "The starts of the sites")
    covered = _whole(points, "The demand points of the sites")
    weight = _whole(weights, "The weights of the demand points")
    if len(begin) == 0 or begin[0] != 0 or begin[-1] != len(covered) or (np.diff(begin) < 0).any():
        raise WrongUse("The starts of the sites do not fit the list of demand points.")
    if len(covered) and (covered.min() < 0 or covered.max() >= len(weight)):
        raise WrongUse("A site covers a demand point that is not there.")
    if len(weight) and (weight.min() < 0 or weight.sum() > MOST_WEIGHT):
        raise WrongUse(
            "The weights of the demand points are negative or too large.",
            remedy="Count homes and firms: 0 or more each, and at most four billion together.",
        )
    return _each_once(begin, covered, weight)


def coverage_of_sets(sets: Sequence[Iterable[int]], weights: ArrayLike) -> Coverage:
    """Check sets and weights, given as one set of demand points for each site.

    Parameters
    ----------
    sets
        For each site the demand points it covers.
    weights
        Homes and firms of each demand point.

    Returns
    -------
    Coverage
        The same in its compact form.

    Raises
    ------
    WrongUse
        A weight is negative or not whole, or a point is unknown.
    """
    listed = [list(each) for each in sets]
    starts = np.cumsum([0, *(len(each) for each in listed)])
    return coverage(starts, [point for each in listed for point in each], weights)


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """A coverage where points that the same sites cover are one, and `label` says which.

    `label` is -1 for a point that counts nothing or that no site covers.
    """

    coverage: Coverage
    label: NDArray[np.int32]


def merged(raw: Coverage) -> Merged:
    """Join the demand points that exactly the same sites cover; no choice can tell them apart.

    Parameters
    ----------
    raw
        Sites and demand points as they are.

    Returns
    -------
    Merged
        As many sites, fewer demand points; the value of every choice is the same.
    """
    found = alike(raw.starts, raw.points, raw.demand)
    found[raw.weights == 0] = 0
    names, first, label = np.unique(found, return_index=True, return_inverse=True)
    dropped = int(len(names) > 0 and names[0] == 0)
    names_of: NDArray[np.int32] = (label - dropped).astype(np.int32)
    kept = names_of >= 0
    weights = np.bincount(names_of[kept], raw.weights[kept], len(names) - dropped).astype(np.int64)
    # One point stands for all that are alike.
    stands = np.zeros(raw.demand, np.bool_)
    stands[first[dropped:]] = True
    stays = stands[raw.points]
    ends = np.append(0, np.cumsum(stays))
    points = names_of[raw.points[stays]]
    return Merged(Coverage(ends[raw.starts], points, weights), names_of)


def _whole(numbers: ArrayLike, what: str) -> NDArray[np.int64]:
    given = np.asarray(numbers)
    if given.size == 0:
        return np.zeros(0, np.int64)
    if given.ndim != 1 or given.dtype.kind not in "iufb":
        raise WrongUse(f"{what} must be a list of numbers.")
    if not np.isfinite(given).all() or (given != np.floor(given)).any():
        raise WrongUse(
            f"{what} must be whole numbers.", remedy="Count homes and firms, not shares."
        )
    return given.astype(np.int64)


def _each_once(
    starts: NDArray[np.int64], points: NDArray[np.int64], weights: NDArray[np.int64]
) -> Coverage:
    site = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    pairs = np.unique(site * max(len(weights), 1) + points)
    site, point = np.divmod(pairs, max(len(weights), 1))
    counts = np.bincount(site, minlength=len(starts) - 1)
    return Coverage(
        np.append(0, np.cumsum(counts)).astype(np.int64), point.astype(np.int32), weights
    )
