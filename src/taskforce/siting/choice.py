"""Which sites would newly cover most homes and firms, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from taskforce.siting.benders import Search
from taskforce.siting.clock import Clock
from taskforce.siting.cuts import in_groups
from taskforce.siting.exchange import exchanged
from taskforce.siting.greedy import greedy
from taskforce.siting.limits import Limits, Rows, rows_of
from taskforce.siting.rollout import rollout
from taskforce.siting.sets import Coverage, Merged, merged
from taskforce.siting.tree import Proof

TIME_LIMIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The best choice that was found, and how much better any other could be.

    `chosen` stands in the order of the rollout. `value` and `bound` count homes and firms: no
    choice within the limits covers more than `bound`. `gap` is (bound - value) / bound, and 0
    where `proven`: then no choice covers more than this one. `greedy_value` is what the greedy
    choice covers, `nodes` and `programmes` tell how long the search was, `seconds` how long it
    took. `proof` can be checked by `certificate.verify`.
    """

    chosen: tuple[int, ...]
    value: int
    bound: int
    greedy_value: int
    nodes: int
    programmes: int
    seconds: float
    proof: Proof = field(repr=False, compare=False)

    @property
    def proven(self) -> bool:
        """Whether no choice covers more: the bound is less than one home above the value."""
        return self.bound - self.value < 1

    @property
    def gap(self) -> float:
        """By which part of the bound a better choice could exceed this one at most."""
        return 0.0 if self.proven else (self.bound - self.value) / self.bound


def choose(
    coverage: Coverage,
    limits: Limits,
    *,
    time_limit_s: float = TIME_LIMIT_S,
    threads: int = 1,
    start: tuple[int, ...] = (),
) -> Choice:
    """Choose the sites that together cover most homes and firms.

    Parameters
    ----------
    coverage
        Which demand points each candidate site covers, and how many homes and firms they have.
    limits
        How many sites, how dear, which in any case and which never.
    time_limit_s
        Seconds after which the best choice so far is returned with its gap. The same question
        has the same answer as long as the time suffices.
    threads
        For the solver; all searches in one process must use the same number.
    start
        A choice that may be a good one, for instance from a similar question.

    Returns
    -------
    Choice
        The best choice found; `proven` says whether it is the best there is.

    Raises
    ------
    WrongUse
        The limits contradict each other or name unknown sites.

    References
    ----------
    Church and ReVelle 1974 (maximal covering); Cordeau, Furini and Ljubic 2019 (Benders cuts).
    """
    clock = Clock(time_limit_s)
    rows = rows_of(limits, coverage.sites)
    small = merged(coverage)
    first = _first_choices(small.coverage, rows, start)
    ready = max(first, key=small.coverage.value)
    ready = exchanged(small.coverage, rows, ready, allowed=rows.state != 0, clock=clock)
    search = Search(in_groups(small.coverage), rows, ready, clock=clock, threads=threads)
    search.run()
    return Choice(
        chosen=tuple(step.site for step in rollout(small.coverage, search.chosen)),
        value=search.value,
        bound=search.bound,
        greedy_value=small.coverage.value(first[0]),
        nodes=len(search.tree),
        programmes=search.programmes,
        seconds=clock.taken_s,
        proof=_proof(small, search),
    )


def _first_choices(coverage: Coverage, rows: Rows, start: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The greedy choice, the greedy choice by cost, and what was given to start from."""
    found = [greedy(coverage, rows), greedy(coverage, rows, by_cost=True)]
    taken = rows.state == 1
    for site in dict.fromkeys(start):
        if rows.state[site] == -1 and rows.fits(taken)[site]:
            taken[site] = True
    found.append(tuple(np.flatnonzero(taken).tolist()))
    return found


def _proof(small: Merged, search: Search) -> Proof:
    tree, pool = search.tree, search.pool
    classes = (small.coverage.demand + 7) // 8
    return Proof(
        label=small.label,
        group_of_class=search.grouped.group,
        cut_group=np.array(pool.group, np.int64),
        through=np.array(pool.through, np.uint8).reshape(len(pool), classes),
        prices=tuple(search.prices),
        own=tuple(tree.own),
        branch=tuple(tree.branch),
        ruled_out=tuple(tree.ruled_out),
        taken=tuple(tree.taken),
    )
