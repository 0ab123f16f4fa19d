"""Ranks the public sites of a shelf: reads, predicts, chooses, checks and explains."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from taskforce import __version__
from taskforce.prediction.known_masts import known_masts
from taskforce.prediction.radio import Radio
from taskforce.prediction.terrain import Terrain
from taskforce.prediction.terrain_layer import KIND as TERRAIN
from taskforce.prediction.terrain_layer import terrain_on
from taskforce.report.calibration.found import RegionCalibration
from taskforce.report.calibration_file import in_force
from taskforce.report.codec import plain
from taskforce.report.edition import chosen_region
from taskforce.report.mobile.asked import Spread
from taskforce.report.ranking.candidates import Sites, sites_of
from taskforce.report.ranking.costs import whole_costs
from taskforce.report.ranking.demand import (
    Addresses,
    addresses_in,
    lacking_by_masts,
    need_named,
    wanted,
)
from taskforce.report.ranking.grounds import assumptions, input_of
from taskforce.report.ranking.question import refuse_contradictions
from taskforce.report.ranking.ranking import Candidate, Demand, Input, Question, Ranking, Stage
from taskforce.report.ranking.reach import Tell, Work, reach_of
from taskforce.report.ranking.roads import roads_in, with_roads
from taskforce.report.ranking.stages import SHIFTS_DB, Asked, stages_of
from taskforce.report.ranking.standing_masts import in_use, reached_by
from taskforce.siting.greedy import gains
from taskforce.siting.limits import Limits
from taskforce.snapshot.checksum import fingerprint
from taskforce.snapshot.frozen import Layer, Snapshot
from taskforce.snapshot.shelf import Shelf

TIME_LIMIT_S = 120.0


def rank(
    shelf: Shelf,
    question: Question,
    *,
    costs_dkk: Mapping[str, float] | None = None,
    threads: int = 1,
    tell: Tell = lambda _: None,
    time_limit_s: float = TIME_LIMIT_S,
) -> Ranking:
    """Find the sites that together would newly cover most homes and firms.

    Nothing is put on the shelf but the signals that were predicted on the way, so that a ranking
    that was stopped goes on where it was.

    Parameters
    ----------
    shelf
        With a snapshot and a layer of sites; terrain, masts and roads are used where they are.
    question
        What is asked; see `Question`.
    costs_dkk
        Kroner a year by the id of a site; only a budget asks for them, and they are not kept.
    threads
        For the prediction; the answer does not depend on it.
    tell
        Called with a word on what is being done.
    time_limit_s
        Seconds for choosing. What is not proven then has a gap.

    Returns
    -------
    Ranking
        In addresses; to be kept with `taskforce.report.ranking.keeping.keep`.

    Raises
    ------
    NotOnShelf
        There is no snapshot, or there are no sites, or no masts where those are asked.
    Refused
        No site can be reckoned with, a forced one cannot, or a cost is missing.
    WrongUse
        The question contradicts itself or names an unknown site.

    References
    ----------
    docs/figures/ranking.md
    """
    refuse_contradictions(question)
    read = _read(shelf, question)
    limits = _limits(question, read.sites, costs_dkk or {})
    work = Work(read.terrain, Radio(), threads, shelf.root / "derived" / "levels", tell)
    addresses = _addresses(read, question, work)
    held = read.terrain.holds(addresses.easting_m, addresses.northing_m)
    places = wanted(addresses, held & np.isfinite(addresses.easting_m))
    level_dbm = question.threshold_dbm + question.margin_db
    reach = reach_of(
        read.sites.transmitters, places.points, work, weakest_dbm=level_dbm + min(SHIFTS_DB)
    )
    covers = reach.at_least(level_dbm, places.weights)
    tell("Choosing")
    asked = Asked(reach, places.weights, level_dbm, limits)
    stages = stages_of(asked, read.sites.ids, k=question.k, time_limit_s=time_limit_s)
    stages = _on_roads(read, question, stages, work)
    lacking = int(addresses.lacking.sum())
    alone = gains(covers, np.zeros(covers.demand, np.int64))
    return _told(
        read,
        question,
        work.radio,
        Demand(
            lacking=lacking,
            unknown=int(addresses.unknown.sum()),
            off_terrain=lacking - int(places.weights.sum()),
            reachable=covers.value(range(covers.sites)),
        ),
        read.sites.with_alone(alone.tolist()),
        stages,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What a ranking is made from; `masts` is None where they are not asked.

    `calibration` is None where the spread of predictions was not measured in the region.
    """

    snapshot: Snapshot
    layer: Layer
    masts: Layer | None
    ground: Layer | None
    roads: Layer | None
    terrain: Terrain
    sites: Sites
    calibration: RegionCalibration | None

    @property
    def frozen(self) -> tuple[Snapshot | Layer, ...]:
        some = (self.snapshot, self.layer, self.masts, self.ground, self.roads)
        return tuple(one for one in some if one is not None)

    @property
    def inputs(self) -> tuple[Input, ...]:
        measured = self.calibration.inputs if self.calibration else ()
        return (
            *(input_of(one) for one in self.frozen),
            *(one for one in measured if one.kind == "measurements"),
        )

    @property
    def spread(self) -> Spread:
        return self.calibration.spread if self.calibration else Spread()


def _read(shelf: Shelf, question: Question) -> _Read:
    asks_masts = need_named(question.need).asks_masts
    snapshot = shelf.latest()
    layer = shelf.needed("sites")
    terrain = terrain_on(shelf)
    return _Read(
        snapshot=snapshot,
        layer=layer,
        masts=shelf.needed("masts") if asks_masts else None,
        ground=shelf.layer(TERRAIN),
        roads=shelf.layer("roads"),
        terrain=terrain,
        sites=sites_of(layer, terrain, question.municipality),
        calibration=in_force(shelf),
    )


def _limits(question: Question, sites: Sites, given: Mapping[str, float]) -> Limits:
    forbidden = tuple(
        sites.number(one) for one in question.forbidden if one not in sites.left_out_ids
    )
    costs: tuple[int, ...] = ()
    if question.budget_dkk is not None:
        # What is never chosen costs nothing.
        free = dict.fromkeys(question.forbidden, 0.0)
        costs = whole_costs(sites.ids, sites.costs_dkk, {**given, **free})
    return Limits(
        budget=question.budget_dkk,
        costs=costs,
        forced=tuple(sites.number(one) for one in question.forced),
        forbidden=forbidden,
    )


def _addresses(read: _Read, question: Question, work: Work) -> Addresses:
    need = need_named(question.need)
    work.tell("Reading who lacks coverage")
    addresses = addresses_in(read.snapshot, _codes(question), need)
    if read.masts is None:
        return addresses
    level_dbm = question.threshold_dbm + question.margin_db
    masts = in_use(known_masts(read.masts))
    reached = reached_by(masts, addresses.points, work, level_dbm=level_dbm)
    held = read.terrain.holds(addresses.easting_m, addresses.northing_m)
    return lacking_by_masts(addresses, reached, held & np.isfinite(addresses.easting_m), need)


def _codes(question: Question) -> list[str]:
    if question.municipality is not None:
        return [question.municipality]
    return [one.code for one in chosen_region().municipalities]


def _on_roads(
    read: _Read, question: Question, stages: tuple[Stage, ...], work: Work
) -> tuple[Stage, ...]:
    if read.roads is None:
        return stages
    roads = roads_in(read.roads, _codes(question), whole_region=question.municipality is None)
    level_dbm = question.threshold_dbm + question.margin_db
    return with_roads(stages, read.sites, roads, work, level_dbm=level_dbm)


def _told(
    read: _Read,
    question: Question,
    radio: Radio,
    demand: Demand,
    candidates: tuple[Candidate, ...],
    stages: tuple[Stage, ...],
) -> Ranking:
    inputs = read.inputs
    now = datetime.now(UTC)
    # The moment counts too: with other costs, which are not kept, the answer may be another.
    asked = json.dumps(plain((question, inputs)), sort_keys=True)
    content = fingerprint(asked, __version__, now.isoformat())
    return Ranking(
        id=f"{now:%Y%m%d-%H%M%S}-{content[:8]}",
        made_at=now,
        software=__version__,
        demonstration=any(one.manifest.demonstration for one in read.frozen),
        question=question,
        demand=demand,
        inputs=inputs,
        terrain=read.terrain.mode.value,
        spread_db=read.spread.db,
        calibrated=read.spread.calibrated,
        assumptions=assumptions(radio, candidates, asks_masts=read.masts is not None),
        candidates=candidates,
        left_out=read.sites.left_out,
        stages=stages,
    )
