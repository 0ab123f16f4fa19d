"""An overview is made once from the same data, kept and shown; anew when any of them changes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime

from taskforce.prediction.calibration import Calibration
from taskforce.report.calibration.found import RegionCalibration, Skipped
from taskforce.report.calibration_file import keep as keep_calibration
from taskforce.report.mobile.asked import Asked
from taskforce.report.mobile.keeping import cells_of, keep, latest
from taskforce.report.mobile.making import up_to_date
from taskforce.report.mobile.overview import Predicted
from taskforce.report.mobile.publishing import on_show
from taskforce.report.mobile.reckoning import made_already, overview
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import Service
from tests.makers import make_snapshot
from tests.mobile_region import mobile_region


def measured_spread(rmse_db: float) -> RegionCalibration:
    return RegionCalibration(
        id="20261128-c",
        made_at=datetime(2026, 11, 28, tzinfo=UTC),
        software="0.4.0",
        demonstration=False,
        terrain="none",
        inputs=(),
        overall=Calibration(60, 600, bias_db=0.0, spread_db=rmse_db, rmse_db=rmse_db),
        fits=(),
        skipped=Skipped(0, 0, 0),
        assumptions=(),
    )


def test_the_same_data_are_known_again_until_something_is_collected(tmp_path):
    shelf = mobile_region(Shelf(tmp_path / "shelf"), tmp_path)
    assert made_already(shelf) is None
    made, cells = overview(shelf)
    yesterday = replace(
        made, id=f"20200101-{made.id[-8:]}", made_at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    keep(shelf, yesterday, cells)
    assert made_already(shelf) == yesterday
    assert made_already(shelf, Asked.usual(Service.VOICE)) is None
    make_snapshot(shelf, [], "2026-12-31")
    assert made_already(shelf) is None


def test_tiers_are_drawn_with_the_spread_that_was_measured_in_the_region(tmp_path):
    shelf = mobile_region(Shelf(tmp_path / "shelf"), tmp_path)
    typical, _ = up_to_date(shelf)
    keep_calibration(shelf, measured_spread(2.0), ())
    assert made_already(shelf) is None
    made, _ = up_to_date(shelf)
    assert (made.spread_db, made.calibrated) == (2.0, True)
    assert typical.region.predicted == Predicted(likely=6, uncertain=2, unlikely=2, off_terrain=1)
    assert made.region.predicted == Predicted(likely=8, uncertain=0, unlikely=2, off_terrain=1)
    assert latest(shelf) == made


def test_it_is_made_kept_and_shown_once_and_what_is_not_shown_is_shown_again(tmp_path):
    shelf = mobile_region(Shelf(tmp_path / "shelf"), tmp_path)
    first, cells = up_to_date(shelf)
    assert (latest(shelf), cells_of(shelf, first.id)) == (first, cells)
    assert on_show(shelf).id == first.id
    shutil.rmtree(shelf.root / "mobile-public")
    assert up_to_date(shelf) == (first, cells)
    assert on_show(shelf).id == first.id
