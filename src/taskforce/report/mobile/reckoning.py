"""Makes the overview of mobile need: reads, predicts, compares and counts."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from taskforce import __version__
from taskforce.prediction.radio import Radio
from taskforce.report.calibration_file import spread_on
from taskforce.report.mobile.asked import Asked, Spread, print_of
from taskforce.report.mobile.evidence import Evidence, Prediction, tiers
from taskforce.report.mobile.homes import Homes, homes_in
from taskforce.report.mobile.keeping import latest
from taskforce.report.mobile.networks import lone_hexes, measured_hexes
from taskforce.report.mobile.overview import AreaRow, CellRow, MobileOverview
from taskforce.report.mobile.pieces import pieces_of
from taskforce.report.mobile.rows import area_rows, cell_rows, region_row
from taskforce.report.mobile.sources import OnShelf, read
from taskforce.report.mobile.strongest import strongest
from taskforce.report.ranking.demand import MOBILE_THRESHOLD
from taskforce.report.ranking.grounds import assumptions_of_masts
from taskforce.report.ranking.reach import Tell, Work
from taskforce.snapshot.shelf import Shelf

USUAL = Asked()


def overview(
    shelf: Shelf,
    asked: Asked = USUAL,
    *,
    threads: int = 1,
    tell: Tell = lambda _: None,
) -> tuple[MobileOverview, tuple[CellRow, ...]]:
    """Say who lacks mobile coverage: as reported, as measured, and as predicted from the masts.

    Nothing is put on the shelf but the signals that were predicted on the way, so that a run that
    was stopped goes on where it was.

    Parameters
    ----------
    shelf
        With a snapshot; measurements, masts and terrain are used where they are, and what is not
        there is said to be absent.
    asked
        The service, and which signal is enough for it.
    threads
        For the prediction; the answer does not depend on it.
    tell
        Called with a word on what is being done.

    Returns
    -------
    MobileOverview, tuple of CellRow
        In addresses, by municipality and by H3 cell; to be kept with
        `taskforce.report.mobile.keeping.keep`.

    Raises
    ------
    NotOnShelf
        There is no snapshot.
    Refused
        The snapshot has no address in the region.

    References
    ----------
    docs/figures/mobile.md
    """
    held, spread = read(shelf), spread_on(shelf)
    tell("Reading what the operators report")
    homes = homes_in(held.snapshot, held.codes)
    tell("Summing up what was measured")
    hexes = None if held.measurements is None else measured_hexes(held.measurements)
    work = Work(held.terrain, Radio(), threads, shelf.root / "derived" / "mobile", tell)
    evidence = Evidence(
        service=asked.service,
        threshold_dbm=asked.threshold_dbm,
        homes=homes,
        hexes=hexes,
        prediction=_prediction(held, homes, work, asked=asked, spread=spread),
        absent=held.absent,
    )
    tell("Comparing")
    pieces = pieces_of(homes, lone_hexes(hexes or {}, held.boundaries, held.codes))
    region = region_row(evidence, pieces, held.region.name.da)
    areas = area_rows(evidence, pieces, held.names)
    return _told(held, asked, spread, region, areas), cell_rows(evidence, pieces)


def made_already(shelf: Shelf, asked: Asked = USUAL) -> MobileOverview | None:
    """The newest overview if it was made from just these data; None where it is time for another.

    Parameters
    ----------
    shelf
        Where overviews are kept.
    asked
        The service, and which signal is enough for it.

    Returns
    -------
    MobileOverview or None

    Raises
    ------
    NotOnShelf
        There is no snapshot.
    """
    wanted = print_of(asked, spread_on(shelf), read(shelf).inputs)
    newest = latest(shelf, asked.service)
    return newest if newest and newest.id.endswith(f"-{wanted}") else None


def _prediction(
    held: OnShelf, homes: Homes, work: Work, *, asked: Asked, spread: Spread
) -> Prediction | None:
    if not held.reaching:
        return None
    points = homes.points
    on_terrain = held.terrain.holds(points.easting_m, points.northing_m)
    placed = on_terrain & np.isfinite(points.easting_m) & np.isfinite(points.northing_m)
    signal_dbm = strongest(held.reaching, points, work, enough_dbm=asked.threshold_dbm + spread.db)
    tier = tiers(signal_dbm, placed, threshold_dbm=asked.threshold_dbm, spread_db=spread.db)
    return Prediction(tier, placed)


def _told(
    held: OnShelf, asked: Asked, spread: Spread, region: AreaRow, areas: tuple[AreaRow, ...]
) -> MobileOverview:
    now = datetime.now(UTC)
    return MobileOverview(
        id=f"{now:%Y%m%d}-{print_of(asked, spread, held.inputs)}",
        made_at=now,
        software=__version__,
        demonstration=held.demonstration,
        service=asked.service,
        threshold_dbm=asked.threshold_dbm,
        reported_mbps=MOBILE_THRESHOLD.label,
        inputs=held.inputs,
        terrain=held.terrain.mode.value,
        spread_db=spread.db,
        calibrated=spread.calibrated,
        masts=held.counted_masts,
        assumptions=assumptions_of_masts(Radio()),
        region=region,
        areas=areas,
    )
