"""In which order to build the chosen sites: each time the one that newly covers most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.siting.greedy import gains
from taskforce.siting.sets import Coverage


@dataclass(frozen=True, slots=True)
class Step:
    """One site of the rollout: what it newly covers, and what all sites so far cover together."""

    site: int
    newly_covered: int
    covered: int


def rollout(coverage: Coverage, chosen: Iterable[int]) -> tuple[Step, ...]:
    """Order chosen sites so that each step covers as much as it can.

    Parameters
    ----------
    coverage
        Sites and demand points.
    chosen
        The chosen sites, in any order.

    Returns
    -------
    tuple of Step
        One step for each site; among equals the lowest number first.
    """
    left = sorted(set(chosen))
    times = coverage.times_covered(())
    steps: list[Step] = []
    covered = 0
    while left:
        gain = gains(coverage, times)
        site = max(left, key=lambda each: (gain[each], -each))
        left.remove(site)
        times[coverage.of(site)] += 1
        covered += int(gain[site])
        steps.append(Step(site, int(gain[site]), covered))
    return tuple(steps)
