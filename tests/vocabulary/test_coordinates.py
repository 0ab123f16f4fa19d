"""Places keep their position when they move between the grid and the map."""

import h3
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, to_lonlat, to_metric
from taskforce.vocabulary.hexagons import hex_cells


@given(
    st.floats(DENMARK_BOUNDS.west_m, DENMARK_BOUNDS.east_m),
    st.floats(DENMARK_BOUNDS.south_m, DENMARK_BOUNDS.north_m),
)
def test_there_and_back_is_within_a_millimetre(easting_m, northing_m):
    there = to_lonlat(np.array([easting_m]), np.array([northing_m]))
    back = to_metric(*there)
    assert abs(back[0][0] - easting_m) < 0.001
    assert abs(back[1][0] - northing_m) < 0.001


def test_an_unknown_place_stays_unknown():
    longitude, latitude = to_lonlat(np.array([np.nan, 700_000.0]), np.array([np.nan, 6_140_000.0]))
    assert np.isnan(longitude[0])
    assert np.isnan(latitude[0])
    assert 12 < longitude[1] < 13
    assert 55 < latitude[1] < 56


def test_a_hexagon_is_the_one_the_h3_library_names():
    cells = hex_cells(np.array([12.08, 11.35]), np.array([55.64, 54.83]))
    assert [f"{cell:x}" for cell in cells] == [
        h3.latlng_to_cell(55.64, 12.08, 8),
        h3.latlng_to_cell(54.83, 11.35, 8),
    ]
