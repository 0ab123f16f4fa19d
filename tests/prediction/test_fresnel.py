"""The room around the line of sight, and what stands in it."""

from __future__ import annotations

import numpy as np
import pytest

from taskforce.prediction.fresnel import bulge_m, first_zone_m, obstacles, sight_line_m

DISTANCE = np.linspace(0, 10, 201)


def test_the_first_zone_is_widest_in_the_middle() -> None:
    zone = first_zone_m(DISTANCE, 0.9)

    assert zone[[0, -1]].tolist() == [0, 0]
    # 8.656 × sqrt(10 km / 0.9 GHz), the rule of thumb.
    assert zone[100] == pytest.approx(8.656 * np.sqrt(10 / 0.9), rel=1e-3)
    assert zone.argmax() == 100


def test_the_earth_bulges_between_the_ends() -> None:
    bulge = bulge_m(DISTANCE, 8500.0)

    assert bulge[[0, -1]].tolist() == [0, 0]
    assert bulge[100] == pytest.approx(25e6 / (2 * 8500e3))


def test_a_hill_above_the_line_blocks_sight_where_it_stands() -> None:
    top = np.zeros(201)
    top[60:65] = [10, 20, 52, 20, 10]

    (hill,) = obstacles(DISTANCE, top, sight_line_m(DISTANCE, 40, 40), first_zone_m(DISTANCE, 0.8))

    assert hill.blocks_sight
    assert hill.distance_km == pytest.approx(3.1)
    assert hill.above_sight_m == pytest.approx(12)


def test_a_hill_below_the_line_may_still_narrow_the_room() -> None:
    top = np.zeros(201)
    top[100] = 30

    (hill,) = obstacles(DISTANCE, top, sight_line_m(DISTANCE, 40, 40), first_zone_m(DISTANCE, 0.8))

    assert not hill.blocks_sight
    assert hill.above_sight_m == pytest.approx(-10)
    assert hill.into_zone_m > 0


def test_open_ground_has_no_obstacle() -> None:
    top = np.zeros(201)

    assert obstacles(DISTANCE, top, sight_line_m(DISTANCE, 90, 90), first_zone_m(DISTANCE, 2)) == []


def test_two_hills_are_two_obstacles_from_the_mast_outwards() -> None:
    top = np.zeros(201)
    top[[40, 150]] = 80

    found = obstacles(DISTANCE, top, sight_line_m(DISTANCE, 60, 60), first_zone_m(DISTANCE, 3.5))

    assert [round(one.distance_km, 3) for one in found] == [2.0, 7.5]
