"""Hexagons found by the million are the very ones that the H3 library names."""

import h3
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from taskforce.vocabulary.hexagons import hex_cells

PLACES = some.lists(
    some.tuples(some.floats(-180, 180), some.floats(-89.9, 89.9)), min_size=1, max_size=20
)


def named_by_the_library(longitude, latitude, resolution):
    return [
        h3.latlng_to_cell(lat, lon, resolution)
        for lon, lat in zip(longitude, latitude, strict=True)
    ]


@settings(deadline=None)
@given(PLACES, some.sampled_from([0, 5, 7, 8, 9]))
def test_any_place_on_earth(places, resolution):
    longitude, latitude = np.array(places).T
    cells = [f"{cell:x}" for cell in hex_cells(longitude, latitude, resolution=resolution)]
    assert cells == named_by_the_library(longitude, latitude, resolution)


@pytest.mark.parametrize("resolution", [7, 8])
def test_ten_thousand_places_in_denmark(resolution):
    chance = np.random.default_rng(8)
    longitude, latitude = chance.uniform(8, 15.2, 10_000), chance.uniform(54.5, 57.8, 10_000)
    cells = [f"{cell:x}" for cell in hex_cells(longitude, latitude, resolution=resolution)]
    assert cells == named_by_the_library(longitude, latitude, resolution)


def test_no_place_has_no_cell():
    assert len(hex_cells(np.empty(0), np.empty(0), resolution=8)) == 0
