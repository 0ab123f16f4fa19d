"""The footprint of a mast: what each cell gets, how much ground each tier has, and bad masts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.prediction.footprint import Footprint, footprint
from taskforce.prediction.levels import predict
from taskforce.prediction.radio import Band, Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain, TerrainMode, flat
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.signal import Tier, tier_of
from tests.prediction.hills import hills, mast

RADIO = Radio(bands=(Band(800), Band(2100)), radius_m=4000)


def middles(found: Footprint) -> Points:
    rows, columns = np.nonzero(found.inside)
    return Points(
        found.west_m + (columns + 0.5) * found.cell_m, found.south_m + (rows + 0.5) * found.cell_m
    )


def test_each_cell_has_the_signal_that_a_prediction_of_its_middle_has() -> None:
    terrain = hills(woods=True)
    found = footprint(terrain, mast(), RADIO)

    levels = predict(terrain, [mast()], middles(found), RADIO, floor_dbm=-999.0)

    assert len(levels.point) == found.inside.sum() > 1000
    assert found.best_dbm[found.inside].tolist() == levels.signal_dbm.max(axis=1).tolist()


def test_the_number_of_threads_changes_nothing() -> None:
    one, two = (footprint(hills(), mast(), Radio(radius_m=6000), threads=n) for n in (1, 2))

    assert one.best_dbm.tobytes() == two.best_dbm.tobytes()


def test_a_circle_has_its_area_and_lies_on_the_danish_grid() -> None:
    here = Transmitter("here", 655_037.0, 6_145_081.0, 30)
    found = footprint(flat(), here, Radio(radius_m=5000))

    assert found.inside.sum() * 0.01 == pytest.approx(np.pi * 25, rel=0.01)
    assert (found.west_m % 100, found.south_m % 100) == (0, 0)
    away = np.hypot(
        middles(found).easting_m - here.easting_m, middles(found).northing_m - here.northing_m
    )
    assert away.max() <= 5000
    assert found.farthest_km(found.inside) == pytest.approx(away.max() / 1000)


@settings(max_examples=50, deadline=None)
@given(
    levels=st.lists(st.floats(-150, -50, width=32) | st.just(np.nan), min_size=1, max_size=30),
    threshold=st.sampled_from([-110.0, -100.0, -93.5]),
    spread=st.floats(0, 20),
)
def test_tiers_are_those_of_each_cell_and_share_out_all_that_is_predicted(
    levels: list[float], threshold: float, spread: float
) -> None:
    best = np.array([levels], np.float32)
    found = Footprint(mast(), 0.0, 0.0, 100.0, best, np.ones(best.shape, np.bool_))

    for tier in Tier:
        inside = found.of_tier(tier, threshold, spread)[0]
        for cell, level in zip(inside, best[0], strict=True):
            expected = np.isfinite(level) and tier_of(level - threshold, spread) is tier
            assert bool(cell) is bool(expected)
    shared = sum(found.km2_of(tier, threshold, spread) for tier in Tier)
    assert shared + found.off_terrain_km2 == pytest.approx(len(levels) * 0.01)


def test_what_lies_off_the_terrain_is_not_unlikely_but_unknown() -> None:
    terrain = hills()
    near_edge = Transmitter("edge", terrain.west_m + 500, terrain.south_m + 10_000, 30)

    found = footprint(terrain, near_edge, RADIO)

    # Half of the circle and half a kilometre more; the corners outside it are not counted.
    assert found.off_terrain_km2 == pytest.approx(np.pi * 8 - 0.5 * 8, rel=0.02)
    west = found.best_dbm[:, :30]
    assert np.isnan(west).all()
    assert not any(found.of_tier(tier, -100.0, 8.0)[:, :30].any() for tier in Tier)


def test_a_taller_mast_on_flat_ground_never_reaches_less() -> None:
    low, high = (footprint(flat(), mast(height), Radio(radius_m=8000)) for height in (15, 40))

    # At the foot of the mast its own height is most of the way.
    rows, columns = np.nonzero(low.inside)
    away_m = np.hypot(rows - rows.mean(), columns - columns.mean()) * low.cell_m
    beyond = rows[away_m > 1000], columns[away_m > 1000]
    assert (high.best_dbm[beyond] >= low.best_dbm[beyond] - 1e-4).all()


def test_a_mast_off_the_terrain_or_in_the_sea_is_refused() -> None:
    sea = Terrain(
        TerrainMode.GROUND, np.zeros((200, 200), np.float32), west_m=650_000, south_m=6_140_000
    )
    with pytest.raises(Refused, match="buoy lies in the sea"):
        footprint(sea, Transmitter("buoy", 655_000, 6_145_000, 30), RADIO)
    with pytest.raises(Refused, match="swapped lies off the terrain"):
        footprint(sea, Transmitter("swapped", 6_145_000, 655_000, 30), RADIO)
    with pytest.raises(Refused, match="-3"):
        Transmitter("below", 655_000, 6_145_000, -3)


@pytest.mark.parametrize(("radius_m", "cell_m"), [(0, 100), (20_000, 0), (20_000, 1)])
def test_too_many_cells_and_none_are_refused(radius_m: float, cell_m: float) -> None:
    with pytest.raises(WrongUse, match="none, or too many"):
        footprint(flat(), mast(), Radio(radius_m=radius_m), cell_m=cell_m)
