"""What a signal is explained with comes from the shelf; what is not there is said, not guessed."""

from __future__ import annotations

import pytest

from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.prediction.explanation import Asked
from taskforce.prediction.hindrance import Hindrance
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.prediction.terrain import TerrainMode
from taskforce.report.calibration.reckoning import calibrate
from taskforce.report.calibration_file import keep
from taskforce.report.signal.ground import ground_on
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB, Service
from tests.calibrated_region import measured_region
from tests.sources.terrain_files import ascii_grid, metric_plain

MAST = Transmitter("P-1", 655_000.0, 6_145_000.0, 30.0)
HOME = (657_000.0, 6_146_000.0)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "shelf")


def with_terrain(shelf, folder):
    file = ascii_grid(folder / "ground.asc", metric_plain())
    collect_terrain(shelf, [file], TerrainChoices(crs="EPSG:25832"))


def test_without_terrain_the_earth_is_flat_and_no_source_is_claimed(shelf):
    ground = ground_on(shelf)
    found = ground.explain(MAST, HOME, Radio())

    assert (found.terrain, ground.inputs) == (TerrainMode.NONE, ())
    assert found.asked.spread_db == TYPICAL_SPREAD_DB
    assert not found.asked.calibrated


def test_with_terrain_its_source_and_day_are_told(shelf, tmp_path):
    with_terrain(shelf, tmp_path)
    ground = ground_on(shelf)
    found = ground.explain(MAST, HOME, Radio(), asked=Asked(service=Service.VOICE))

    assert found.terrain is TerrainMode.GROUND
    assert found.layer == ground.inputs[0].id
    # The plain rises 1 m a kilometre to the east and 2 m to the north.
    assert found.profile.ground_m[[0, -1]] == pytest.approx([25, 29], abs=0.01)
    assert ground.hinders(MAST, (690_000.0, 6_146_000.0), Radio(radius_m=50_000)) is (
        Hindrance.PLACE_OFF_TERRAIN
    )


@pytest.mark.parametrize("squares", [60, 20])
def test_the_spread_is_the_regions_own_only_where_it_was_measured_enough(shelf, tmp_path, squares):
    measured_region(shelf, tmp_path, [6.0, -7.0] * (squares // 2))
    found, residuals = calibrate(shelf)
    keep(shelf, found, residuals)
    ground = ground_on(shelf)

    assert (ground.spread_db, ground.calibrated) == (found.spread.db, squares == 60)
    assert ("measurements" in {one.kind for one in ground.inputs}) is ground.calibrated
    assert ground.explain(MAST, HOME, Radio()).asked.spread_db == ground.spread_db
    assert (ground.spread_db != TYPICAL_SPREAD_DB) is ground.calibrated
