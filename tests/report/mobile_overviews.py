"""Overviews of mobile need small enough to know by heart, for the tests of what is shown of them.

Sorø has 30 addresses in two hexagons: twelve lack coverage as reported, and the measured signal of
the hexagon where eight of the others live is weak. Lolland has ten, and two lack coverage.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from taskforce.report.mobile.overview import (
    Absent,
    AreaRow,
    CellRow,
    Difference,
    Masts,
    Measured,
    MobileOverview,
    Predicted,
    Reported,
)
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.report.ranking.ranking import Assumption, Input
from taskforce.vocabulary.signal import Service

WEAK = Disagreement.COVERED_BUT_WEAK
OLD, NEW = date(2026, 4, 1), date(2026, 5, 1)
SOROE_WEAK, SOROE_UNMEASURED, LOLLAND = "881f04a1e9fffff", "881f04a113fffff", "881f046031fffff"


def _cell(cell: str, code: str, reported: Reported, predicted: Predicted) -> CellRow:
    unmeasured = (0, None, None, None, None)
    return CellRow(cell, code, reported.addresses, reported, predicted, *unmeasured, None, ())


CELLS = (
    replace(
        _cell(SOROE_WEAK, "0340", Reported(8, 2, 0), Predicted(4, 3, 3, 0)),
        measurements=45,
        median_dbm=-104.5,
        weak=True,
        oldest=OLD,
        newest=NEW,
        differing=8,
        differences=(Difference(WEAK, 8, 10, 1),),
    ),
    _cell(SOROE_UNMEASURED, "0340", Reported(10, 10, 0), Predicted(0, 5, 14, 1)),
    _cell(LOLLAND, "0360", Reported(7, 2, 1), Predicted(10, 0, 0, 0)),
)
SOROE = AreaRow(
    code="0340",
    name="Sorø",
    addresses=30,
    reported=Reported(18, 12, 0),
    measured=Measured(1, 2, 1, 45, 10, 10, -104.5, OLD, NEW),
    predicted=Predicted(4, 8, 17, 1),
    differing=8,
    differences=(Difference(WEAK, 8, 10, 1),),
    absent=(),
)
NOT_MEASURED = Absent(Truth.MEASURED, "Ingen har målt her.", "Nobody has measured here.")
LOLLAND_ROW = AreaRow(
    code="0360",
    name="Lolland",
    addresses=10,
    reported=Reported(7, 2, 1),
    measured=None,
    predicted=Predicted(10, 0, 0, 0),
    differing=None,
    differences=(),
    absent=(NOT_MEASURED,),
)
REGION = replace(
    SOROE,
    code="",
    name="Region Sjælland",
    addresses=40,
    reported=Reported(25, 14, 1),
    predicted=Predicted(14, 8, 17, 1),
)
OVERVIEW = MobileOverview(
    id="20261126-mobil",
    made_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
    software="0.4.0",
    demonstration=True,
    service=Service.DATA,
    threshold_dbm=-100.0,
    reported_mbps="30/5",
    inputs=(
        Input("terrain", "t", "2026-01-01", "Klimadatastyrelsen", "measured"),
        Input("coverage", "c", "2026-06-30", "Styrelsen", "reported"),
        Input("masts", "m", "2026-07-01", "Mastedatabasen", "reported"),
        Input("measurements", "d", "2026-05-01", "Regionen", "measured"),
    ),
    terrain="none",
    spread_db=8.0,
    calibrated=False,
    masts=Masts(in_use=3, off_terrain=1, bands_assumed=0),
    assumptions=(Assumption("Telefonens højde", "Height of the telephone", 1.5, "m"),),
    region=REGION,
    areas=(SOROE, LOLLAND_ROW),
)
