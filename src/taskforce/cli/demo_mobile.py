"""The mobile part of `taskforce demo`: ground, masts, drives, roads, and what follows from them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from taskforce.snapshot.shelf import Shelf

if TYPE_CHECKING:
    from taskforce.collect.outcome import Outcome, Tell
    from taskforce.sources.demonstration.deliveries import Deliveries

# The made-up ground is no finer than this.
STEP_M = 100.0
CHOSEN = 10


def collected_mobile(shelf: Shelf, files: Deliveries, day: date) -> Iterator[Outcome]:
    """Take in ground, masts, drive tests and roads, on the road of real data."""
    from taskforce.collect.masts import MastChoices, collect_masts
    from taskforce.collect.measurements import MeasurementChoices, collect_measurements
    from taskforce.collect.roads import RoadChoices, collect_roads
    from taskforce.collect.terrain import collect_terrain
    from taskforce.collect.terrain_choices import TerrainChoices
    from taskforce.sources.demonstration.drive_test import TIMEZONE
    from taskforce.sources.demonstration.ground import CODES

    ground = TerrainChoices(as_of=day, step=STEP_M, clutter=files.land_cover, clutter_codes=CODES)
    yield collect_terrain(shelf, [files.terrain], ground)
    yield collect_masts(shelf, [files.masts], MastChoices(as_of=day))
    drives = MeasurementChoices(as_of=day, timezone=TIMEZONE)
    yield collect_measurements(shelf, files.drive_tests, drives)
    yield collect_roads(shelf, files.roads, RoadChoices(as_of=day))


def calibrate_predictions(shelf: Shelf, tell: Tell) -> None:
    """Hold predictions against the drive test as `taskforce predict calibrate` does, once."""
    from taskforce.prediction.p1812.warming import warm_up
    from taskforce.report.calibration.reckoning import calibrate, inputs_on
    from taskforce.report.calibration_file import keep, latest

    before = latest(shelf)
    if before and before.inputs == inputs_on(shelf):
        tell("Predictions have been held against measurements already")
        return
    tell("Getting the radio model ready (compiled once on each machine, for up to a minute)")
    warm_up()
    tell("Holding predictions against the drive test")
    found, residuals = calibrate(
        shelf, threads=os.cpu_count() or 1, tell=lambda doing: tell(f"  {doing}")
    )
    keep(shelf, found, residuals)
    tell(f"  Predictions are {found.spread.db:.1f} dB off, as a rule")


def compare_truths(shelf: Shelf, tell: Tell) -> None:
    """Make the overview of mobile need as `taskforce mobile` does, unless it has been made."""
    from taskforce.prediction.p1812.warming import warm_up
    from taskforce.report.mobile.making import up_to_date
    from taskforce.report.mobile.reckoning import made_already

    if made_already(shelf):
        tell("Mobile coverage has been compared already")
        return
    tell("Getting the radio model ready (compiled once on each machine, for up to a minute)")
    warm_up()
    tell("Comparing mobile coverage as reported, as measured and as predicted")
    overview, _ = up_to_date(
        shelf, threads=os.cpu_count() or 1, tell=lambda doing: tell(f"  {doing}")
    )
    region = overview.region
    tell(f"  The truths differ for {region.differing or 0:,} of {region.addresses:,} addresses")


def rank_sites(shelf: Shelf, tell: Tell) -> None:
    """Rank the public sites as `taskforce sites rank` does, unless these have been ranked."""
    from taskforce.prediction.p1812.warming import warm_up
    from taskforce.report.ranking.keeping import keep
    from taskforce.report.ranking.ranking import Question
    from taskforce.report.ranking.reckoning import rank

    if _is_ranked(shelf):
        tell("The public sites have been ranked already")
        return
    tell("Getting the radio model ready (compiled once on each machine, for up to a minute)")
    warm_up()
    tell("Ranking the public sites")
    question = Question(k=CHOSEN)
    ranking = rank(
        shelf, question, threads=os.cpu_count() or 1, tell=lambda doing: tell(f"  {doing}")
    )
    keep(shelf, ranking)
    best = ranking.stages[-1]
    tell(
        f"  {best.k} of {len(ranking.candidates)} sites would cover {best.value:,} of the "
        f"{ranking.demand.lacking:,} homes and firms without mobile coverage"
    )


def _is_ranked(shelf: Shelf) -> bool:
    from taskforce.report.ranking.keeping import latest

    ranking = latest(shelf)
    layers = (shelf.layer(kind) for kind in ("sites", "roads"))
    held = {one.id for one in ranking.inputs} if ranking else set()
    newest = {shelf.latest().id, *(one.id if one else "" for one in layers)}
    return newest <= held
