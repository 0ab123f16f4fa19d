"""The best choice of each size, checked apart from the solver, and why each site is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from taskforce.report.ranking.ranking import Chosen, Stage
from taskforce.report.ranking.reach import Reach
from taskforce.siting.certificate import verify
from taskforce.siting.curve import Point, curve
from taskforce.siting.explanation import ChosenSite, explain
from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage

# How much weaker or stronger than predicted a signal may well be; a spread of the prediction.
SHIFTS_DB = (-8.0, 0.0, 8.0)


@dataclass(frozen=True, slots=True)
class Asked:
    """What each site reaches, the addresses of each place, the signal that is enough, the limits.

    The limits' own `k` is set aside.
    """

    reach: Reach
    weights: NDArray[np.int64]
    level_dbm: float
    limits: Limits

    def covers(self, shift_db: float = 0.0) -> Coverage:
        """What each site covers when every signal is this much stronger than predicted."""
        return self.reach.at_least(self.level_dbm - shift_db, self.weights)


def stages_of(
    asked: Asked, ids: Sequence[str], *, k: int, time_limit_s: float
) -> tuple[Stage, ...]:
    """Choose for every number of sites up to `k`, and explain each choice.

    Parameters
    ----------
    asked
        Sites, places, and what a choice must keep to.
    ids
        The id of each site.
    k
        The largest number of sites.
    time_limit_s
        Seconds for all of it: half for the choice, half for weaker and stronger signals.

    Returns
    -------
    tuple of Stage
        By `k`, beginning with the number of forced sites. Value and bound of each were checked
        anew without the solver.

    References
    ----------
    docs/figures/ranking.md
    """
    helpful = _helpful(asked)
    few = _only(asked, helpful)
    most = min(k, len(helpful))
    seconds = {0.0: time_limit_s / 2}
    curves = {
        shift_db: curve(
            few.covers(shift_db),
            few.limits,
            most,
            time_limit_s=seconds.get(shift_db, time_limit_s / 4),
        )
        for shift_db in SHIFTS_DB
    }
    covers, names = few.covers(), [ids[site] for site in helpful]
    checked = _checked(covers, few.limits, curves[0.0])
    stages = []
    for at, point in enumerate(curves[0.0]):
        kept = _kept(len(helpful), [one[at] for one in curves.values()])
        told = explain(covers, replace(few.limits, k=point.k), point.chosen).chosen
        chosen = _chosen(told, names, kept)
        stages.append(Stage(point.k, point.value, point.bound, checked[at], chosen))
    return tuple(stages)


def _helpful(asked: Asked) -> list[int]:
    """The sites that reach anybody even where signals are strongest, and those that are forced."""
    reaches = np.diff(asked.reach.starts) > 0
    reaches[list(asked.limits.forced)] = True
    return np.flatnonzero(reaches).tolist()


def _only(asked: Asked, sites: Sequence[int]) -> Asked:
    """The same question of fewer sites, numbered anew."""
    new = {site: number for number, site in enumerate(sites)}
    limits = asked.limits
    return Asked(
        asked.reach.only(sites),
        asked.weights,
        asked.level_dbm,
        replace(
            limits,
            costs=tuple(limits.costs[site] for site in sites) if limits.costs else (),
            forced=tuple(new[site] for site in limits.forced),
            forbidden=tuple(new[site] for site in limits.forbidden if site in new),
        ),
    )


def _checked(coverage: Coverage, limits: Limits, points: Sequence[Point]) -> list[bool]:
    """Verify each choice; a bound may be that of a larger choice, so those above must hold too."""
    held, found = True, []
    for point in reversed(points):
        verdict = verify(coverage, replace(limits, k=point.k), point.choice)
        held = held and verdict.holds and verdict.value == point.value
        found.append(held)
    return found[::-1]


def _kept(sites: int, points: Sequence[Point]) -> NDArray[np.float64]:
    times = np.zeros(sites)
    for point in points:
        times[list(point.chosen)] += 1
    return times / len(points)


def _chosen(
    told: Sequence[ChosenSite], ids: Sequence[str], kept: NDArray[np.float64]
) -> tuple[Chosen, ...]:
    after = np.cumsum([one.newly_covered for one in told]).tolist()
    return tuple(
        Chosen(
            id=ids[one.site],
            rank=one.rank,
            alone=one.alone,
            newly_covered=one.newly_covered,
            after=covered,
            only_here=one.only_here,
            instead=None if one.instead is None else ids[one.instead],
            loss=one.loss,
            kept_share=float(kept[one.site]),
            road_km=None,
        )
        for one, covered in zip(told, after, strict=True)
    )
