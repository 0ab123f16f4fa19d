"""What must hold of a loss whatever the ground is like."""

from __future__ import annotations

import numpy as np
import pytest

from taskforce.prediction.p1812.fan import link_for, losses, profile_between
from taskforce.prediction.p1812.path import Link, Path, path_loss
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import flat
from tests.prediction.hills import hills, mast, places

LEVEL = Points(np.geomspace(50.0, 20_000.0, 120), np.zeros(120))


def slants_db(height_m: float) -> np.ndarray:
    """What the slant from the mast's top costs in free space at 1 GHz, less a constant."""
    return 10.0 * np.log10(LEVEL.easting_m**2 + (height_m - 1.5) ** 2)[:, None]


@pytest.mark.parametrize("woods", [False, True])
@pytest.mark.parametrize("ghz", [0.7, 3.5])
def test_a_path_loses_the_same_both_ways(woods, ghz):
    ground, radio, spots = hills(7, woods=woods), Radio(), places(40)
    for east, north in zip(spots.easting_m[2:], spots.northing_m[2:], strict=True):
        there = profile_between(ground, mast(), (east, north), radio)
        length = there.distance_km[-1]
        back = Path(
            length - there.distance_km[::-1],
            there.ground_m[::-1],
            there.cover_m[::-1],
            there.zone,
        )
        one, other = Link(ghz, 30.0, 1.5), Link(ghz, 1.5, 30.0)
        assert path_loss(there, one).loss_db == pytest.approx(
            path_loss(back, other).loss_db, abs=1e-6
        )


@pytest.mark.parametrize("woods", [False, True])
def test_no_path_loses_less_than_free_space_at_half_of_the_time(woods):
    ground, radio, spots = hills(3, woods=woods), Radio(), places()
    lost = losses(ground, mast(45.0), spots, radio)
    for point in range(len(spots)):
        place = spots.easting_m[point], spots.northing_m[point]
        path = profile_between(ground, mast(45.0), place, radio)
        for band in range(len(radio.bands)):
            free = path_loss(path, link_for(mast(45.0), radio, band)).free_space_db
            assert lost[point, band] >= free - 1e-9


def test_a_higher_mast_over_flat_ground_loses_no_more_than_its_longer_slant():
    before = None
    for height_m in range(5, 205, 10):
        lost = losses(flat(), Transmitter("mast", 0.0, 0.0, height_m), LEVEL, Radio())
        beyond_slant = lost - slants_db(height_m)
        assert before is None or (beyond_slant <= before + 1e-9).all()
        before = beyond_slant


def test_ten_metres_more_of_mast_never_weaken_the_signal_far_away():
    far = Points(np.linspace(3_000.0, 20_000.0, 120), np.zeros(120))
    for height_m in range(10, 90, 10):
        low, high = (
            losses(flat(), Transmitter("mast", 0.0, 0.0, metres), far, Radio())
            for metres in (height_m, height_m + 10)
        )
        assert (high <= low + 0.001).all()


def test_a_higher_frequency_costs_more_behind_the_horizon_of_flat_ground():
    # Not so within sight: a higher frequency needs less room over the ground, and loses less there.
    for height_m in (5.0, 8.0, 10.0):
        horizon_m = 4120.0 * (np.sqrt(height_m) + np.sqrt(1.5))
        behind = Points(np.linspace(horizon_m, 40_000.0, 50), np.zeros(50))
        lost = losses(flat(), Transmitter("mast", 0.0, 0.0, height_m), behind, Radio())
        assert (np.diff(lost, axis=1) > 0.0).all()


def test_a_hill_in_the_way_costs_and_a_wood_on_it_costs_more():
    distance = np.linspace(0.0, 8.0, 161)
    level, zone, link = np.zeros(161), np.full(161, 4), Link(0.8, 30.0, 1.5)
    hill = 60.0 * np.exp(-(((distance - 4.0) / 0.5) ** 2))
    wood = np.where(hill > 30.0, 20.0, 0.0)
    bare = path_loss(Path(distance, level, level, zone), link)
    behind = path_loss(Path(distance, hill, level, zone), link)
    wooded = path_loss(Path(distance, hill, wood, zone), link)
    assert behind.beyond_horizon
    assert behind.loss_db > bare.loss_db + 10.0
    assert wooded.loss_db > behind.loss_db + 1.0


def test_a_short_share_of_the_time_brings_a_stronger_signal():
    distance, level, zone = np.linspace(0.0, 40.0, 401), np.zeros(401), np.full(401, 4)
    path = Path(distance, level, level, zone)
    lost = [path_loss(path, Link(0.8, 30.0, 1.5, percent)).loss_db for percent in (1, 10, 50)]
    assert lost[0] < lost[1] < lost[2]
