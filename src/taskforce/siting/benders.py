"""The search for the best choice: programmes with cuts inside branch and bound."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.clock import Clock
from taskforce.siting.cuts import Grouped, Pool, separated, trivial
from taskforce.siting.exchange import exchanged
from taskforce.siting.fixing import State, fitting, tightened
from taskforce.siting.limits import Rows
from taskforce.siting.lp import Programme, Solved
from taskforce.siting.prices import CUT_UNIT, Prices, Worth, prices_of, worth
from taskforce.siting.rounding import rounded
from taskforce.siting.tree import Tree

_WHOLE = 1e-6
_TIGHT = 1e-6
# Cutting goes on at fractional shares while a round closes this part of the gap.
_WORTHWHILE = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class _Open:
    """A node that is not finished: what is decided there, and the prices that bound it."""

    node: int
    state: State
    prices: int
    bound: int


class Search:
    """One search; `run` it, then read `chosen`, `value`, `bound`, and what proves the bound."""

    def __init__(
        self, grouped: Grouped, rows: Rows, start: tuple[int, ...], *, clock: Clock, threads: int
    ) -> None:
        self.grouped, self.rows, self.clock = grouped, rows, clock
        self.chosen, self.value = start, grouped.coverage.value(start)
        self.pool, self.tree = Pool(), Tree()
        self.prices: list[Prices] = []
        self.programmes = 0
        self._worths: list[Worth] = []
        self._rounded: set[tuple[int, ...]] = set()
        self._programme = Programme(rows, grouped.groups, threads=threads)
        self._open: list[tuple[int, int, _Open]] = []

    @property
    def bound(self) -> int:
        """No choice covers more homes and firms than this."""
        return max([self.value, *(entry[2].bound for entry in self._open)])

    def run(self) -> None:
        """Search until nothing better can be left, or the time is up."""
        self._plant()
        while self._open and not self.clock.over:
            _, _, here = heapq.heappop(self._open)
            if here.bound > self.value:
                for left in self._explored(here):
                    heapq.heappush(self._open, (-left.bound, left.node, left))
        self._open = [entry for entry in self._open if entry[2].bound > self.value]

    def _plant(self) -> None:
        cuts = trivial(self.grouped)
        numbers = [self.pool.add(self.grouped, cuts, group) for group in range(self.grouped.groups)]
        whole = tuple((number, CUT_UNIT) for number in numbers)
        self._price(Prices(whole, (0,) * len(self.rows.caps)))
        if self.grouped.groups:
            self._programme.add(self.pool, numbers)
            shares = np.zeros(self.grouped.coverage.sites)
            shares[list(self.chosen)] = 1.0
            self._cut(shares, np.full(self.grouped.groups, np.inf))
        root = _Open(self.tree.grow(), self.rows.state, 0, self._worths[0].homes(self.rows.state))
        self._open.append((-root.bound, root.node, root))

    def _explored(self, here: _Open) -> Iterator[_Open]:
        """Bound a node as well as its programme can, and split it where that is not enough."""
        state = tightened(here.state, self._worths[here.prices], self.rows, self.value)
        if state is None:
            return
        last = self._settled(state)
        if last is None:
            yield here
            return
        own = self._price(prices_of(last, self.pool, self.grouped.groups))
        self.tree.own[here.node] = own
        decided = tightened(state, self._worths[own], self.rows, self.value)
        if decided is None:
            return
        if not (decided == -1).any():
            self._try(tuple(np.flatnonzero(decided == 1).tolist()))
            return
        if self.clock.over:
            bound = min(here.bound, self._worths[own].homes(state))
            yield _Open(here.node, state, own, bound)
            return
        yield from self._split(here, decided, own, last.shares)

    def _split(
        self, here: _Open, state: State, own: int, shares: NDArray[np.float64]
    ) -> Iterator[_Open]:
        """Decide the most fractional of the free sites, both ways."""
        site = int(np.where(state == -1, np.abs(shares - 0.5), np.inf).argmin())
        for child, decision in zip(self.tree.split(here.node, site), (0, 1), strict=True):
            decided = state.copy()
            decided[site] = decision
            fits = fitting(decided, self.rows)
            if fits is not None:
                bound = min(here.bound, self._worths[own].homes(fits))
                yield _Open(child, decided, own, bound)

    def _settled(self, state: State) -> Solved | None:
        """Solve and cut until the cuts are tight, or no longer worth their time.

        Whole shares are never left before their cuts are tight: only then is the bound there
        what the choice really covers.
        """
        self._programme.fix(state)
        last: Solved | None = None
        while not self.clock.over:
            found = self._programme.solve(self.clock.left_s)
            if found is None:
                break
            self.programmes += 1
            self._programme.forget(found)
            whole = bool((np.abs(found.shares - np.rint(found.shares)) < _WHOLE).all())
            if whole or last is None:
                self._try(rounded(found.shares, self.rows))
            before, last = last, found
            if found.bound < self.value + 1 - _TIGHT:
                break
            if not whole and before is not None and self._stalls(before, found):
                break
            if not self._cut(found.shares, found.claims):
                break
        if last is not None:
            self._try(rounded(last.shares, self.rows))
        return last

    def _stalls(self, before: Solved, now: Solved) -> bool:
        return before.bound - now.bound < _WORTHWHILE * (now.bound - self.value)

    def _cut(self, shares: NDArray[np.float64], claims: NDArray[np.float64]) -> bool:
        """Add the cuts that these claims break; False when they break none."""
        cuts = separated(self.grouped, shares)
        broken = np.flatnonzero(claims > cuts.reached + _TIGHT * (1.0 + cuts.reached))
        if len(broken) == 0:
            return False
        numbers = [self.pool.add(self.grouped, cuts, int(group)) for group in broken]
        self._programme.add(self.pool, numbers)
        return True

    def _price(self, prices: Prices) -> int:
        self.prices.append(prices)
        self._worths.append(worth(prices, self.pool, self.rows))
        return len(self.prices) - 1

    def _try(self, choice: tuple[int, ...]) -> None:
        """Improve a choice by exchanges, and keep it when it is the best so far."""
        if choice in self._rounded:
            return
        self._rounded.add(choice)
        better = exchanged(
            self.grouped.coverage,
            self.rows,
            choice,
            allowed=self.rows.state != 0,
            clock=self.clock,
        )
        value = self.grouped.coverage.value(better)
        if value > self.value:
            self.chosen, self.value = better, value
