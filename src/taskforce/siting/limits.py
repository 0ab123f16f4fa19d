"""What a choice of sites must keep to: how many, how dear, which in any case and which never."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from taskforce.vocabulary.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Limits:
    """How many sites, how dear, which in any case, which never, and which not together.

    `k` is the largest number of sites, `budget` the largest sum of `costs` (whole kroner, one
    for each site); at least one of the two is given. Of each of the `groups` at most one site
    is chosen, for instance of the candidates on one property. `not_again` holds choices that
    are not wanted again: never all of their sites together.
    """

    k: int | None = None
    budget: int | None = None
    costs: tuple[int, ...] = ()
    forced: tuple[int, ...] = ()
    forbidden: tuple[int, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    not_again: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The limits as rows: of the sites in a row, amounts of the chosen add up to the cap at most.

    Row `r` has the entries `starts[r]:starts[r + 1]`. `state` is 1 where a site is chosen in
    any case, 0 where it never is, and -1 where the choice is free.
    """

    starts: NDArray[np.int64]
    sites: NDArray[np.int64]
    amounts: NDArray[np.int64]
    caps: NDArray[np.int64]
    state: NDArray[np.int8]
    costs: NDArray[np.int64] = field(repr=False)

    def row_of_entry(self) -> NDArray[np.int64]:
        """The row that each entry stands in."""
        return np.repeat(np.arange(len(self.caps)), np.diff(self.starts))

    def left(self, taken: NDArray[np.bool_]) -> NDArray[np.int64]:
        """What each row has left once these sites are taken; negative where it is broken."""
        used = np.append(0, np.cumsum(self.amounts * taken[self.sites]))
        return self.caps - (used[self.starts[1:]] - used[self.starts[:-1]])

    def fits(self, taken: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which sites could be taken besides these without breaking a row."""
        short = self.amounts > self.left(taken)[self.row_of_entry()]
        possible = ~taken
        possible[self.sites[short]] = False
        return possible


def rows_of(limits: Limits, sites: int) -> Rows:
    """Check limits for contradictions, and write them as rows.

    Parameters
    ----------
    limits
        What the choice must keep to.
    sites
        The number of candidate sites.

    Returns
    -------
    Rows
        All limits in one form.

    Raises
    ------
    WrongUse
        No limit is given, a site is unknown, or the limits contradict each other.
    """
    _check_numbers(limits, sites)
    entries: list[tuple[Sequence[int], Sequence[int], int]] = []
    if limits.k is not None:
        entries.append((range(sites), [1] * sites, limits.k))
    if limits.budget is not None:
        entries.append((range(sites), limits.costs, limits.budget))
    for group in limits.groups:
        entries.append((sorted(set(group)), [1] * len(set(group)), 1))
    for choice in limits.not_again:
        entries.append((sorted(set(choice)), [1] * len(set(choice)), len(set(choice)) - 1))
    state = np.full(sites, -1, np.int8)
    state[list(limits.forbidden)] = 0
    state[list(limits.forced)] = 1
    rows = Rows(
        starts=np.cumsum([0, *(len(each[0]) for each in entries)]).astype(np.int64),
        sites=_joined(each[0] for each in entries),
        amounts=_joined(each[1] for each in entries),
        caps=np.array([each[2] for each in entries], np.int64),
        state=state,
        costs=np.array(limits.costs or [1] * sites, np.int64),
    )
    _check_forced(limits, rows)
    return rows


def closer_than(
    easting_m: ArrayLike, northing_m: ArrayLike, separation_m: float
) -> tuple[tuple[int, ...], ...]:
    """Find the pairs of sites that stand too near each other to be chosen together.

    Parameters
    ----------
    easting_m, northing_m
        Where the sites stand, EPSG:25832.
    separation_m
        The smallest distance between two chosen sites, metres.

    Returns
    -------
    tuple of pairs
        To be given as `groups`.
    """
    place = np.asarray(easting_m, float) + 1j * np.asarray(northing_m, float)
    pairs: list[tuple[int, ...]] = []
    for site in range(len(place) - 1):
        near = np.flatnonzero(np.abs(place[site + 1 :] - place[site]) < separation_m)
        pairs.extend((site, site + 1 + int(other)) for other in near)
    return tuple(pairs)


def _check_numbers(limits: Limits, sites: int) -> None:
    if limits.k is None and limits.budget is None:
        raise WrongUse("There is no limit.", remedy="Say how many sites, or give a budget.")
    if (limits.k is not None and limits.k < 0) or (limits.budget or 0) < 0:
        raise WrongUse("The number of sites and the budget must be 0 or more.")
    if limits.budget is not None and len(limits.costs) != sites:
        raise WrongUse(
            f"There are {len(limits.costs)} costs for {sites} sites.",
            remedy="With a budget every site needs a cost.",
        )
    if any(cost < 0 or cost != int(cost) for cost in limits.costs):
        raise WrongUse("A cost is negative or not whole.", remedy="Give costs in whole kroner.")
    named = [limits.forced, limits.forbidden, *limits.groups, *limits.not_again]
    unknown = {site for each in named for site in each if not 0 <= site < sites}
    if unknown:
        raise WrongUse(f"There is no site number {min(unknown)} among the {sites} candidates.")


def _check_forced(limits: Limits, rows: Rows) -> None:
    both = sorted(set(limits.forced) & set(limits.forbidden))
    if both:
        raise WrongUse(
            f"Site {both[0]} is both forced and forbidden.", remedy="Take it off one of the lists."
        )
    forced = len(set(limits.forced))
    if limits.k is not None and forced > limits.k:
        raise WrongUse(
            f"{forced} sites are forced, but only {limits.k} may be chosen.",
            remedy="Force fewer sites, or choose more.",
        )
    cost = int(rows.costs[rows.state == 1].sum())
    if limits.budget is not None and cost > limits.budget:
        raise WrongUse(
            f"The forced sites cost {cost}, more than the budget of {limits.budget}.",
            remedy="Force fewer sites, or raise the budget.",
        )
    if (rows.left(rows.state == 1) < 0).any():
        raise WrongUse(
            "The forced sites may not be chosen together.",
            remedy="Force only one site of each group.",
        )


def _joined(parts: Iterable[Sequence[int]]) -> NDArray[np.int64]:
    return np.array([number for part in parts for number in part], np.int64)
