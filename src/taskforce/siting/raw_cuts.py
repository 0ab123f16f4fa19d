"""Cuts made anew from the raw sets; a proof only says which points count through the sites."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.sets import Coverage
from taskforce.siting.tree import Proof


@dataclass(frozen=True, slots=True, eq=False)
class RawCut:
    """Of its group at most `constant + slope @ shares` is covered, whatever the shares."""

    group: int
    constant: int
    slope: NDArray[np.int64]


def raw_cuts(coverage: Coverage, proof: Proof) -> list[RawCut]:
    """Make every cut of a proof from the raw sites and demand points.

    Parameters
    ----------
    coverage
        The raw sites and demand points.
    proof
        Says for each cut which points it counts through the sites.

    Returns
    -------
    list of RawCut
        In the order of the proof. Each holds, whatever the proof says.
    """
    group = group_of_points(proof)
    site = np.repeat(np.arange(coverage.sites), np.diff(coverage.starts))
    cuts: dict[int, RawCut] = {}
    for number in np.unique(proof.cut_group).tolist():
        own = np.flatnonzero(group == number)
        pairs = np.flatnonzero(group[coverage.points] == number)
        for cut in np.flatnonzero(proof.cut_group == number).tolist():
            through = np.zeros(coverage.demand, np.bool_)
            bits = np.unpackbits(proof.through[cut], count=len(proof.group_of_class))
            through[own] = bits[proof.label[own]] == 1
            worth = np.where(through, coverage.weights, 0)
            slope = np.bincount(site[pairs], worth[coverage.points[pairs]], coverage.sites)
            constant = int(coverage.weights[own].sum() - worth[own].sum())
            cuts[cut] = RawCut(number, constant, slope.astype(np.int64))
    return [cuts[cut] for cut in range(len(proof.cut_group))]


def group_of_points(proof: Proof) -> NDArray[np.int64]:
    """Say for each raw demand point which group it belongs to.

    Parameters
    ----------
    proof
        Names the class of each point and the group of each class.

    Returns
    -------
    array of int
        -1 for a point that belongs to none.
    """
    group = np.full(len(proof.label), -1, np.int64)
    inside = proof.label >= 0
    group[inside] = proof.group_of_class[proof.label[inside]]
    return group
