"""The bound that a proof really gives: its tree walked again, with cuts made anew from raw sets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.limits import Limits
from taskforce.siting.prices import CUT_UNIT, ROW_UNIT, Prices
from taskforce.siting.proof_form import faults
from taskforce.siting.raw_cuts import RawCut, raw_cuts
from taskforce.siting.sets import Coverage
from taskforce.siting.tree import Proof


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    sites: NDArray[np.int64]
    amounts: NDArray[np.int64]
    cap: int


@dataclass(frozen=True, slots=True, eq=False)
class _Priced:
    """A bound without any site, and what each site brings net, in units of 1 / ROW_UNIT."""

    base: int
    net: NDArray[np.object_]

    def bound(self, state: NDArray[np.int8]) -> int:
        gains = [max(net, 0) for net in self.net[state == -1]]
        return self.base + sum(gains) + sum(self.net[state == 1])


@dataclass(frozen=True, slots=True, eq=False)
class _Walk:
    """What stays the same all along the walk."""

    coverage: Coverage
    proof: Proof
    rows: tuple[_Row, ...]
    priced: tuple[_Priced, ...]
    value: int


def proven_bound(
    coverage: Coverage, limits: Limits, proof: Proof, *, value: int
) -> tuple[int, list[str]]:
    """Work out the bound that a proof gives for choices better than one at hand.

    Parameters
    ----------
    coverage
        The raw sites and demand points.
    limits
        What every choice keeps to.
    proof
        Cuts, prices and branches.
    value
        What the choice at hand covers: whatever covers no more needs no proof.

    Returns
    -------
    int
        No choice within the limits covers more.
    list of str
        What is wrong with the proof; the bound is then what holds without it.
    """
    rows = _rows(limits, coverage.sites)
    wrong = faults(coverage, proof, rows=len(rows))
    if wrong:
        return int(coverage.weights.sum()), wrong
    cuts = raw_cuts(coverage, proof)
    priced = tuple(_with_prices(each, cuts, rows, coverage.sites) for each in proof.prices)
    state = np.full(coverage.sites, -1, np.int8)
    state[list(limits.forbidden)] = 0
    state[list(limits.forced)] = 1
    return _highest_end(_Walk(coverage, proof, rows, priced, value), state), []


def _highest_end(walk: _Walk, state: NDArray[np.int8]) -> int:
    """Follow every branch to its end; no choice is better than the highest bound of an end."""
    best, proof = walk.value, walk.proof
    todo = [(0, state, 0, int(walk.coverage.weights.sum()))]
    while todo:
        node, start, before, bound = todo.pop()
        own = proof.own[node] if proof.own[node] >= 0 else before
        here = _decided(start, walk.priced[before], walk)
        here = None if here is None else _decided(here, walk.priced[own], walk)
        if here is None:
            continue
        bound = min(bound, *(walk.priced[each].bound(here) // ROW_UNIT for each in (before, own)))
        site = proof.branch[node]
        if not (here == -1).any():
            best = max(best, walk.coverage.value(np.flatnonzero(here == 1).tolist()))
        elif site < 0:
            best = max(best, bound)
        else:
            for child, decision in ((proof.ruled_out[node], 0), (proof.taken[node], 1)):
                if here[site] in (-1, decision):
                    after = here.copy()
                    after[site] = decision
                    todo.append((child, after, own, bound))
    return best


def _decided(state: NDArray[np.int8], priced: _Priced, walk: _Walk) -> NDArray[np.int8] | None:
    """Decide the sites no better choice can take, or every one must; None if there is none."""
    fits = _fitting(state, walk.rows)
    if fits is None:
        return None
    bound, enough = priced.bound(fits), (walk.value + 1) * ROW_UNIT
    if bound < enough:
        return None
    for site in np.flatnonzero(fits == -1):
        if bound - abs(priced.net[site]) < enough:
            fits[site] = 1 if priced.net[site] > 0 else 0
    return _fitting(fits, walk.rows)


def _fitting(state: NDArray[np.int8], rows: tuple[_Row, ...]) -> NDArray[np.int8] | None:
    found = state.copy()
    for row in rows:
        left = row.cap - int(row.amounts[state[row.sites] == 1].sum())
        if left < 0:
            return None
        too_much = row.sites[row.amounts > left]
        found[too_much[state[too_much] == -1]] = 0
    return found


def _with_prices(prices: Prices, cuts: list[RawCut], rows: tuple[_Row, ...], sites: int) -> _Priced:
    base, net = 0, np.zeros(sites, np.int64)
    for cut, weight in prices.cuts:
        base += cuts[cut].constant * weight
        net += cuts[cut].slope * weight
    unit = ROW_UNIT // CUT_UNIT
    base, exact = base * unit, net.astype(object) * unit
    for row, price in zip(rows, prices.rows, strict=True):
        base += row.cap * price
        if price:
            exact[row.sites] -= row.amounts.astype(object) * price
    return _Priced(base, exact)


def _rows(limits: Limits, sites: int) -> tuple[_Row, ...]:
    """The limits again, in the order in which their prices stand."""
    everywhere, ones = np.arange(sites), np.ones(sites, np.int64)
    rows = [] if limits.k is None else [_Row(everywhere, ones, limits.k)]
    if limits.budget is not None:
        rows.append(_Row(everywhere, np.array(limits.costs, np.int64), limits.budget))
    at_most = [(group, 1) for group in limits.groups]
    at_most += [(choice, len(set(choice)) - 1) for choice in limits.not_again]
    for group, cap in at_most:
        own = np.array(sorted(set(group)), np.int64)
        rows.append(_Row(own, np.ones(len(own), np.int64), cap))
    return tuple(rows)
