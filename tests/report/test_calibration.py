"""Bias and spread that were put into measurements come out again, and decide the tiers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.prediction.radio import Points
from taskforce.report.calibration.reckoning import calibrate
from taskforce.report.calibration.residual_map import as_geojson, as_rows
from taskforce.report.calibration_file import (
    in_force,
    keep,
    kept,
    latest,
    residuals_of,
    spread_on,
)
from taskforce.report.mobile.asked import Spread
from taskforce.report.mobile.reckoning import made_already, overview
from taskforce.report.ranking.ranking import Input, Question
from taskforce.report.ranking.reckoning import rank
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB
from tests.calibrated_region import (
    DAY,
    EACH,
    measured_again,
    measured_region,
    middles,
    predicted_dbm,
)
from tests.mast_files import EAST, antenna, as_list, in_file
from tests.ranking_shelf import ranking_shelf

CHANCE = np.random.default_rng(8).normal(0.0, 5.0, 60)


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def test_what_was_put_in_comes_out(shelf, tmp_path):
    measured_region(shelf, tmp_path, CHANCE - 3.0)

    found, residuals = calibrate(shelf)

    assert [one.residual_db for one in residuals] == pytest.approx((CHANCE - 3.0).tolist(), abs=0.1)
    assert found.overall.bias_db == pytest.approx(CHANCE.mean() - 3.0, abs=0.02)
    assert found.overall.spread_db == pytest.approx(CHANCE.std(ddof=1), abs=0.02)
    assert (found.overall.cells, found.overall.measurements) == (60, 60 * EACH)
    assert [(one.operator, one.generation, one.masts) for one in found.fits] == [(None, "4G", 1)]
    assert found.spread == Spread(found.overall.rmse_db, calibrated=True)
    assert {one.kind for one in found.inputs} == {"measurements", "masts"}
    assert all(one.as_of for one in found.inputs)


@pytest.mark.parametrize("shift_db", [-11.0, 4.5])
def test_more_signal_everywhere_moves_the_bias_and_leaves_the_spread(shelf, tmp_path, shift_db):
    measured_region(shelf, tmp_path, CHANCE)
    before, _ = calibrate(shelf)
    other = Shelf(tmp_path / "other")
    measured_region(other, tmp_path, CHANCE + shift_db)

    after, _ = calibrate(other)

    assert after.overall.bias_db == pytest.approx(before.overall.bias_db + shift_db, abs=0.02)
    assert after.overall.spread_db == pytest.approx(before.overall.spread_db, abs=0.02)


def test_the_number_of_threads_and_a_second_run_change_nothing(shelf, tmp_path):
    measured_region(shelf, tmp_path, CHANCE)
    one, two = calibrate(shelf, threads=1), calibrate(shelf, threads=2)

    assert one[1] == two[1]
    assert replace(one[0], made_at=two[0].made_at) == two[0]


def test_too_few_measurements_leave_the_typical_spread(shelf, tmp_path):
    measured_region(shelf, tmp_path, [12.0, -12.0] * 10)
    found, residuals = calibrate(shelf)
    keep(shelf, found, residuals)

    assert found.overall.cells == 20
    assert found.spread == spread_on(shelf) == Spread(TYPICAL_SPREAD_DB, calibrated=False)
    assert in_force(shelf) is None


def test_a_generation_that_no_mast_sends_is_counted_and_not_compared(shelf, tmp_path):
    measured_region(shelf, tmp_path, [0.0] * 5, generation="5G")

    found, residuals = calibrate(shelf)

    assert residuals == ()
    assert found.skipped.no_masts == 5
    assert found.overall.bias_db is None


def test_what_no_mast_reaches_is_counted_and_never_a_residual(shelf, tmp_path, monkeypatch):
    far = middles(3)
    monkeypatch.setattr(
        "tests.calibrated_region.middles",
        lambda _: Points(far.easting_m + 40_000.0, far.northing_m),
    )
    measured_region(shelf, tmp_path, [0.0] * 3)

    found, residuals = calibrate(shelf)

    assert residuals == ()
    assert (found.skipped.out_of_reach, found.skipped.off_terrain) == (3, 0)


def test_a_strong_signal_is_compared_as_it_is(shelf, tmp_path):
    """Where one mast is more than enough, a second one may still be stronger."""
    measured_region(shelf, tmp_path, [0.0] * 3)
    near = [antenna(), antenna(EAST + 700, frekvensbaand="700")]
    collect_masts(shelf, [in_file(tmp_path, as_list(near))], MastChoices(as_of=DAY))

    _, residuals = calibrate(shelf)

    alone = predicted_dbm(3)
    assert alone.min() > -70
    assert all(one.predicted_dbm > level for one, level in zip(residuals, alone, strict=True))


def test_a_kept_calibration_is_read_back_and_the_newest_counts(shelf, tmp_path):
    measured_region(shelf, tmp_path, CHANCE)
    first, residuals = calibrate(shelf)
    keep(shelf, first, residuals)
    assert (latest(shelf), kept(shelf), in_force(shelf)) == (first, (first,), first)
    assert residuals_of(shelf, first) == residuals

    measured_again(shelf, tmp_path, CHANCE * 2)
    second, _ = calibrate(shelf)
    keep(shelf, second, ())

    assert second.id != first.id
    assert latest(shelf) == second
    assert spread_on(shelf).db == pytest.approx(second.overall.rmse_db)


def test_a_calibration_over_other_ground_is_not_used(shelf, tmp_path):
    measured_region(shelf, tmp_path, CHANCE)
    found, residuals = calibrate(shelf)
    hills = Input("terrain", "2020-01-01-abcdef00", "2020-01-01", "KDS", "measured")
    keep(shelf, replace(found, inputs=(*found.inputs, hills)), residuals)

    assert latest(shelf) is not None
    assert spread_on(shelf) == Spread()


def test_the_map_says_which_ground_and_what_each_square_is_off_by(shelf, tmp_path):
    measured_region(shelf, tmp_path, [4.0, -6.0])
    found, residuals = calibrate(shelf)

    told = as_geojson(found, residuals)

    assert told["terrain"] == "flat earth, no terrain"
    assert [one["properties"]["residual_db"] for one in told["features"]] == [4.0, -6.0]
    assert [one["properties"] for one in told["features"]] == as_rows(residuals)
    ring = told["features"][0]["geometry"]["coordinates"][0]
    assert len(ring) == 5
    assert 11 < ring[0][0] < 12
    assert 55 < ring[0][1] < 56


@pytest.mark.parametrize("missing", ["masts", "measurements"])
def test_without_masts_or_measurements_it_says_what_to_collect(shelf, tmp_path, missing):
    if missing == "masts":
        measured_again(shelf, tmp_path, [0.0])
    with pytest.raises(NotOnShelf, match=f"taskforce collect {missing}"):
        calibrate(shelf)


def test_rankings_and_overviews_are_as_certain_as_the_calibration_says(shelf, tmp_path):
    ranking_shelf(shelf, tmp_path, without="masts")
    before = made_already(shelf)
    assert (rank(shelf, Question(k=1)).spread_db, before) == (TYPICAL_SPREAD_DB, None)
    measured_region(shelf, tmp_path, CHANCE)
    found, residuals = calibrate(shelf)
    keep(shelf, found, residuals)

    ranking, (told, _) = rank(shelf, Question(k=1)), overview(shelf)

    for one in (ranking, told):
        assert (one.spread_db, one.calibrated) == (found.overall.rmse_db, True)
        assert found.input_ids("measurements") == tuple(
            each.id for each in one.inputs if each.kind == "measurements"
        )
