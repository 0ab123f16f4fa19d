"""Why these sites: what each brings, what only it brings, and what would be lost without it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.greedy import gains
from taskforce.siting.limits import Limits, Rows, rows_of
from taskforce.siting.rollout import rollout
from taskforce.siting.sets import Coverage


@dataclass(frozen=True, slots=True)
class ChosenSite:
    """What one chosen site brings, in homes and firms.

    `alone` counts what it covers without the others, `newly_covered` what it adds in the order
    of the rollout, `only_here` what no other chosen site covers. `instead` is the best site
    that is not chosen to stand in for it, and `loss` what is lost by that; where no site may,
    `instead` is None and `loss` is what is lost without it.
    """

    site: int
    rank: int
    alone: int
    newly_covered: int
    only_here: int
    instead: int | None
    loss: int


@dataclass(frozen=True, slots=True)
class OtherSite:
    """What a site that is not chosen would add to the chosen ones, in homes and firms."""

    site: int
    alone: int
    would_add: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """The chosen sites in the order of the rollout, and the others, the most helpful first."""

    chosen: tuple[ChosenSite, ...]
    others: tuple[OtherSite, ...]


def explain(coverage: Coverage, limits: Limits, chosen: Iterable[int]) -> Explanation:
    """Say of every site what it brings or would bring.

    Parameters
    ----------
    coverage
        Sites and demand points.
    limits
        What a site that stands in for another must keep to.
    chosen
        The chosen sites.

    Returns
    -------
    Explanation
        In homes and firms. `would_add` is the most a site can add to the chosen ones: it looks
        at their coverage alone, not at limits.
    """
    rows = rows_of(limits, coverage.sites)
    steps = rollout(coverage, chosen)
    sites = [step.site for step in steps]
    times = coverage.times_covered(sites)
    alone = gains(coverage, np.zeros(coverage.demand, np.int64))
    told = []
    for rank, step in enumerate(steps, 1):
        only_here = _only_here(coverage, times, step.site)
        instead, gain = _stand_in(coverage, rows, sites, step.site, times)
        told.append(
            ChosenSite(
                site=step.site,
                rank=rank,
                alone=int(alone[step.site]),
                newly_covered=step.newly_covered,
                only_here=only_here,
                instead=instead,
                loss=only_here - gain,
            )
        )
    adds = gains(coverage, times)
    others = sorted(set(range(coverage.sites)) - set(sites), key=lambda each: (-adds[each], each))
    return Explanation(
        tuple(told), tuple(OtherSite(each, int(alone[each]), int(adds[each])) for each in others)
    )


def _only_here(coverage: Coverage, times: NDArray[np.int64], site: int) -> int:
    covered = coverage.of(site)
    return int(coverage.weights[covered[times[covered] == 1]].sum())


def _stand_in(
    coverage: Coverage,
    rows: Rows,
    chosen: list[int],
    leaving: int,
    times: NDArray[np.int64],
) -> tuple[int | None, int]:
    """The best site in place of one of the chosen, and what it would cover besides the rest."""
    taken = np.zeros(coverage.sites, np.bool_)
    taken[chosen] = True
    taken[leaving] = False
    without = times.copy()
    without[coverage.of(leaving)] -= 1
    may = rows.fits(taken) & (rows.state != 0)
    may[leaving] = False
    if not may.any():
        return None, 0
    gain = np.where(may, gains(coverage, without), -1)
    best = int(gain.argmax())
    return best, int(gain[best])
