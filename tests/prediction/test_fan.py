"""Many places at once come to the same losses as one path by itself."""

from __future__ import annotations

import os
from dataclasses import replace

import numpy as np
import pytest

from taskforce.prediction.p1812.fan import link_for, losses, profile_between
from taskforce.prediction.p1812.path import path_loss
from taskforce.prediction.radio import Band, Points, Radio, Transmitter
from taskforce.prediction.terrain import flat
from taskforce.vocabulary.errors import Refused
from tests.prediction.hills import SOUTH_M, WEST_M, hills, mast, places

GROUNDS = {
    "hills": lambda: hills(1),
    "low hills": lambda: hills(4, top_m=8.0),
    "hills and woods": lambda: hills(2, woods=True),
    "flat": flat,
}


def one_by_one(ground, transmitter, spots, radio):
    lost = np.empty((len(spots), len(radio.bands)))
    for point in range(len(spots)):
        place = spots.easting_m[point], spots.northing_m[point]
        path = profile_between(ground, transmitter, place, radio)
        for band in range(len(radio.bands)):
            lost[point, band] = path_loss(path, link_for(transmitter, radio, band)).loss_db
    return lost


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("height_m", [8.0, 30.0, 120.0])
@pytest.mark.parametrize("percent", [50.0, 10.0])
def test_the_fused_scan_equals_the_plain_function_in_every_band(ground, height_m, percent):
    terrain, radio, spots = GROUNDS[ground](), Radio(time_percent=percent), places(120)
    fast = losses(terrain, mast(height_m), spots, radio)
    plain = one_by_one(terrain, mast(height_m), spots, radio)
    assert np.abs(fast - plain).max() < 1e-6


@pytest.mark.parametrize("step_m", [10.0, 73.0, 400.0])
def test_any_step_of_the_profile_gives_the_plain_function(step_m):
    terrain, spots = hills(5, woods=True), places(60)
    radio = Radio(profile_step_m=step_m, receiver_m=4.0, delta_n=40.0, n0=318.0)
    fast = losses(terrain, mast(), spots, radio)
    assert np.abs(fast - one_by_one(terrain, mast(), spots, radio)).max() < 1e-6


@pytest.mark.parametrize("threshold_db", [120.0, 132.0, 142.0])
def test_every_place_is_covered_or_not_as_the_plain_function_says(threshold_db):
    terrain, radio, spots = hills(6, woods=True), Radio(), places(400)
    fast = losses(terrain, mast(), spots, radio)
    plain = one_by_one(terrain, mast(), spots, radio)
    decided = np.abs(plain - threshold_db) > 0.01
    assert ((fast <= threshold_db) == (plain <= threshold_db))[decided].all()
    assert decided.mean() > 0.99


@pytest.mark.parametrize("threads", [2, 3, 7])
def test_the_number_of_threads_changes_no_bit(threads):
    terrain, radio, spots = hills(1, woods=True), Radio(), places(9_000)
    alone = losses(terrain, mast(), spots, radio)
    assert losses(terrain, mast(), spots, radio, threads=threads).tobytes() == alone.tobytes()


def test_the_company_of_other_places_and_bands_changes_no_bit():
    terrain, radio, spots = hills(1), Radio(), places(50)
    together = losses(terrain, mast(), spots, radio)
    for point in (0, 1, 17, 49):
        one = Points(spots.easting_m[point : point + 1], spots.northing_m[point : point + 1])
        assert losses(terrain, mast(), one, radio).tobytes() == together[point].tobytes()
    alone = losses(terrain, mast(), spots, replace(radio, bands=(Band(1800.0),)))
    assert (alone[:, 0] == together[:, 3]).all()


def test_a_place_off_the_terrain_is_not_known():
    terrain = hills(1)
    spots = Points(
        np.array([WEST_M, WEST_M - 1.0, WEST_M + 500.0, terrain.east_m, terrain.east_m]),
        np.array([SOUTH_M, SOUTH_M, SOUTH_M - 0.1, terrain.north_m, terrain.north_m + 60.0]),
    )
    lost = losses(terrain, mast(), spots, Radio())
    assert np.isnan(lost).all(axis=1).tolist() == [False, True, True, False, True]
    with pytest.raises(Refused, match="off the terrain"):
        profile_between(terrain, mast(), (WEST_M - 1.0, SOUTH_M), Radio())


def test_from_a_mast_off_the_terrain_nothing_is_known():
    away = Transmitter("away", WEST_M - 10_000.0, SOUTH_M, 30.0)
    assert np.isnan(losses(hills(1), away, places(5), Radio())).all()


def test_no_places_have_no_losses():
    nowhere = Points(np.empty(0), np.empty(0))
    assert losses(flat(), mast(), nowhere, Radio()).shape == (0, 6)


def test_the_profile_runs_from_the_mast_to_the_place():
    terrain = hills(1, woods=True)
    path = profile_between(terrain, mast(), (WEST_M + 100.0, SOUTH_M + 250.0), Radio())
    assert path.ground_m[0] == pytest.approx(float(terrain.heights_m[209:211, 209:211].mean()))
    assert path.ground_m[-1] == pytest.approx(float(terrain.heights_m[5, 2]))
    assert path.cover_m[0] == path.cover_m[-1] == 0.0
    assert np.diff(path.distance_km).max() <= 0.05
    assert path.distance_km[-1] == pytest.approx(
        np.hypot(mast().easting_m - WEST_M - 100.0, mast().northing_m - SOUTH_M - 250.0) / 1000.0
    )
    assert set(path.cover_m) <= {0.0, 10.0, 15.0, 20.0}


def test_heights_between_grid_points_are_interpolated_evenly():
    rising = hills(1)
    column, row = np.meshgrid(np.arange(420), np.arange(420))
    rising = replace(rising, heights_m=(0.1 * column + 0.05 * row).astype(np.float32))
    path = profile_between(rising, mast(), (WEST_M + 1234.5, SOUTH_M + 777.7), Radio())
    share = np.linspace(0.0, 1.0, len(path.distance_km))
    east = 209.5 + share * (1234.5 / 50.0 - 209.5)
    north = 209.5 + share * (777.7 / 50.0 - 209.5)
    assert path.ground_m == pytest.approx(0.1 * east + 0.05 * north, abs=1e-5)


def test_a_receiver_on_the_ground_is_refused():
    with pytest.raises(Refused, match="receiver"):
        losses(flat(), mast(), places(5), Radio(receiver_m=0.2))


def test_stale_numerics_are_not_used(tmp_path, monkeypatch, capsys):
    from taskforce.prediction.p1812 import compiling

    class Kernel:
        __name__ = "kernel"
        signatures = ()
        py_func = flat

        class stats:  # noqa: N801 - as numba calls it
            cache_path = str(tmp_path)

    code = flat.__code__
    stored = tmp_path / f"terrain.kernel-{code.co_firstlineno}.py311.nbi"
    stored.write_bytes(b"")
    monkeypatch.setattr(compiling, "_said", set())
    assert compiling.is_compiled(Kernel())
    os.utime(stored, (0, 0))  # older than the sources
    assert not compiling.is_compiled(Kernel())
    compiling.announce(Kernel())
    assert not stored.exists()
    assert "warm-up" in capsys.readouterr().err
    compiling.announce(Kernel())
    assert capsys.readouterr().err == ""
