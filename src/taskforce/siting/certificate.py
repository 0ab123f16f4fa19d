"""Check a choice and its bound anew, from the raw sets and without the solver that found them.

Nothing of the search is trusted but its structure: which points a cut counts through the sites,
with which prices it was weighed, and which site each branch decided. Whatever these are, the bound
that follows from them holds; it is worked out here in whole numbers and compared with the claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.siting.choice import Choice
from taskforce.siting.limits import Limits
from taskforce.siting.proven_bound import proven_bound
from taskforce.siting.sets import Coverage


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was recomputed, and each thing that does not hold; nothing where all is well."""

    value: int
    bound: int
    complaints: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether everything the choice claims is so."""
        return not self.complaints


def verify(coverage: Coverage, limits: Limits, choice: Choice) -> Verdict:
    """Recompute the value, the limits and the bound of a choice.

    Parameters
    ----------
    coverage
        The raw sites and demand points, as they were given to `choose`.
    limits
        The limits, as they were given to `choose`.
    choice
        What is to be checked.

    Returns
    -------
    Verdict
        The value and the bound as recomputed, and what does not hold.
    """
    complaints = _broken_limits(coverage, limits, choice.chosen)
    value = _value(coverage, choice.chosen)
    if value != choice.value:
        complaints.append(f"The sites cover {value} homes and firms, not {choice.value}.")
    bound, faults = proven_bound(coverage, limits, choice.proof, value=min(value, choice.value))
    complaints.extend(faults)
    if bound > choice.bound:
        complaints.append(f"The proof gives a bound of {bound}, not {choice.bound}.")
    if choice.bound < value:
        complaints.append(f"The bound of {choice.bound} is below what the sites cover: {value}.")
    return Verdict(value, bound, tuple(complaints))


def _value(coverage: Coverage, chosen: tuple[int, ...]) -> int:
    covered: set[int] = set()
    for site in chosen:
        if 0 <= site < coverage.sites:
            covered.update(coverage.of(site).tolist())
    return sum(int(coverage.weights[point]) for point in covered)


def _broken_limits(coverage: Coverage, limits: Limits, chosen: tuple[int, ...]) -> list[str]:
    sites = set(chosen)
    found = []
    if len(sites) != len(chosen) or not sites <= set(range(coverage.sites)):
        found.append("A site is chosen twice, or is not among the candidates.")
        return found
    if limits.k is not None and len(sites) > limits.k:
        found.append(f"{len(sites)} sites are chosen, more than {limits.k}.")
    if limits.budget is not None:
        cost = sum(limits.costs[site] for site in sites)
        if cost > limits.budget:
            found.append(f"The sites cost {cost}, more than {limits.budget}.")
    if not set(limits.forced) <= sites:
        found.append("A forced site is not chosen.")
    if sites & set(limits.forbidden):
        found.append("A forbidden site is chosen.")
    return found + _broken_togetherness(limits, sites)


def _broken_togetherness(limits: Limits, sites: set[int]) -> list[str]:
    found = []
    if any(len(sites & set(group)) > 1 for group in limits.groups):
        found.append("Two sites of one group are chosen.")
    if any(set(choice) <= sites for choice in limits.not_again):
        found.append("A choice that was not wanted again is made again.")
    return found
