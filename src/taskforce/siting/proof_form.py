"""Whether a proof is of one piece: every number in it names something, and no point is left out."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from taskforce.siting.prices import CUT_UNIT, Prices
from taskforce.siting.raw_cuts import group_of_points
from taskforce.siting.sets import Coverage
from taskforce.siting.tree import Proof


def faults(coverage: Coverage, proof: Proof, *, rows: int) -> list[str]:
    """Find what would make a proof meaningless.

    Parameters
    ----------
    coverage
        The raw sites and demand points.
    proof
        What claims to prove a bound for them.
    rows
        How many limits there are.

    Returns
    -------
    list of str
        One sentence for each fault; none where the proof can be worked out.
    """
    found = []
    if not _classes_fit(coverage, proof):
        return ["The proof is about other demand points."]
    if _left_out(coverage, proof):
        found.append("The proof leaves out demand points that count.")
    if not _tree_fits(coverage, proof):
        found.append("The branches of the proof lead nowhere.")
    elif not all(_prices_fit(prices, coverage, proof, rows) for prices in proof.prices):
        found.append("The prices of the proof do not add up.")
    return found


def _classes_fit(coverage: Coverage, proof: Proof) -> bool:
    classes, cuts = len(proof.group_of_class), len(proof.cut_group)
    return (
        len(proof.label) == coverage.demand
        and _within(proof.label, -1, classes)
        and bool((proof.group_of_class >= 0).all())
        and proof.through.shape == (cuts, (classes + 7) // 8)
    )


def _left_out(coverage: Coverage, proof: Proof) -> bool:
    reached = np.zeros(coverage.demand, np.bool_)
    reached[coverage.points] = True
    return bool((reached & (coverage.weights > 0) & (proof.label < 0)).any())


def _tree_fits(coverage: Coverage, proof: Proof) -> bool:
    """Children come after their parents, so that every walk ends."""
    nodes = len(proof.branch)
    if not nodes == len(proof.own) == len(proof.ruled_out) == len(proof.taken) > 0:
        return False
    inner = [node for node in range(nodes) if proof.branch[node] >= 0]
    return (
        len(proof.prices) > 0
        and _within(proof.own, -1, len(proof.prices))
        and _within(proof.branch, -1, coverage.sites)
        and all(node < proof.ruled_out[node] < nodes for node in inner)
        and all(node < proof.taken[node] < nodes for node in inner)
    )


def _prices_fit(prices: Prices, coverage: Coverage, proof: Proof, rows: int) -> bool:
    """Weights of cuts are 0 or more and 1 in all for each group that counts anything."""
    if len(prices.rows) != rows or min(prices.rows, default=0) < 0:
        return False
    if not _within([cut for cut, _ in prices.cuts], 0, len(proof.cut_group)):
        return False
    weights: dict[int, int] = {}
    for cut, weight in prices.cuts:
        if weight < 0:
            return False
        group = int(proof.cut_group[cut])
        weights[group] = weights.get(group, 0) + weight
    group_of = group_of_points(proof)
    counting = np.unique(group_of[(coverage.weights > 0) & (group_of >= 0)])
    return all(weights.get(group) == CUT_UNIT for group in counting.tolist())


def _within(numbers: Iterable[int], least: int, end: int) -> bool:
    given = np.asarray(numbers)
    return len(given) == 0 or bool((given >= least).all() and (given < end).all())
