"""A ranking for the tests, chosen by the real solver among sites with made-up coverage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from taskforce.report.ranking.ranking import (
    Assumption,
    Candidate,
    Chosen,
    Demand,
    Input,
    LeftOut,
    Question,
    Ranking,
    Stage,
)
from taskforce.siting.curve import Point, curve
from taskforce.siting.explanation import explain
from taskforce.siting.limits import Limits
from taskforce.siting.sets import Coverage, coverage
from taskforce.web.sites.models import Site

MADE = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
_HOMES = 400


def candidates_of(sites: Sequence[Site]) -> tuple[Candidate, ...]:
    """The sites of the register as candidates; what each covers alone follows from its place."""
    covered = _covered(len(sites))
    return tuple(
        Candidate(
            one.number,
            one.name,
            one.kind,
            one.owner.name,
            one.municipality.code,
            *one.metric(),
            one.longitude,
            one.latitude,
            one.top_m,
            one.antenna_m is None,
            alone=len(covered.of(place)),
        )
        for place, one in enumerate(sites)
    )


def ranking_of(
    candidates: Sequence[Candidate], question: Question | None = None, name: str = "prøve"
) -> Ranking:
    """The best choices of up to three of them."""
    asked, covered = question or Question(k=3), _covered(len(candidates))
    points = curve(covered, Limits(k=asked.k), min(asked.k, len(candidates)))
    return Ranking(
        id=name,
        made_at=MADE,
        software="digital-taskforce 0.4.0",
        demonstration=True,
        question=asked,
        demand=Demand(_HOMES, 23, 2, covered.value(range(covered.sites))),
        inputs=(
            Input("coverage", "2026-06-30-a", "2026-06-30", "Styrelsen"),
            Input("sites", "2026-11-20-b", "2026-11-20", "Digital Taskforce"),
        ),
        terrain="none",
        spread_db=8.0,
        calibrated=False,
        assumptions=(Assumption("Sendestyrke", "Transmitted power", 15.2, "dBm"),),
        candidates=tuple(candidates),
        left_out=(LeftOut("P-9999", "Siloen", "Ligger i havet.", "Lies in the sea."),),
        stages=tuple(_stage(one, covered, candidates) for one in points),
    )


def _stage(point: Point, covered: Coverage, candidates: Sequence[Candidate]) -> Stage:
    told = explain(covered, Limits(k=point.k), point.chosen)
    after = np.cumsum([one.newly_covered for one in told.chosen])
    chosen = (
        Chosen(
            candidates[one.site].id,
            one.rank,
            one.alone,
            one.newly_covered,
            int(total),
            one.only_here,
            candidates[one.instead].id if one.instead is not None else None,
            one.loss,
            kept_share=2 / 3,
            road_km=None,
        )
        for one, total in zip(told.chosen, after, strict=True)
    )
    return Stage(point.k, point.value, point.bound, checked=True, chosen=tuple(chosen))


def _covered(sites: int) -> Coverage:
    """Each site covers a share of the homes by chance, always the same."""
    chance = np.random.default_rng(5)
    sets = [np.flatnonzero(chance.random(_HOMES) < 0.1 + 0.02 * one) for one in range(sites)]
    starts = np.append(0, np.cumsum([len(one) for one in sets]))
    return coverage(starts, np.concatenate(sets), np.ones(_HOMES, int))
