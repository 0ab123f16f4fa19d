"""A spot on the map is called by the nearest town of its own municipality."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.vocabulary.coordinates import to_metric
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.towns import nearest_town, towns_of


def test_the_middle_of_each_town_is_called_by_it():
    for town in towns_of():
        found = nearest_town(town.longitude, town.latitude, municipality=town.municipality)
        assert found is not None
        assert (found[0].name, found[1]) == (town.name, 0)


def test_every_municipality_of_the_region_has_a_town():
    assert {one.municipality for one in towns_of()} == {
        one.code for one in load_region().municipalities
    }


def test_a_place_is_never_called_by_a_town_across_the_border():
    greve = next(one for one in towns_of() if one.name == "Greve")
    found = nearest_town(greve.longitude, greve.latitude, municipality="0340")
    assert found is not None
    assert found[0].municipality == "0340"
    assert found[1] == pytest.approx(50_000, rel=0.5)


def test_where_no_towns_are_listed_nothing_is_said():
    assert towns_of("denmark") == ()
    assert nearest_town(11.5, 55.4, municipality="0751") is None


@given(st.floats(11.0, 12.5), st.floats(54.6, 55.9))
def test_the_nearest_is_the_nearest_on_the_grid_too(longitude, latitude):
    found = nearest_town(longitude, latitude, municipality="0340")
    assert found is not None
    towns = [one for one in towns_of() if one.municipality == "0340"]
    places = [(longitude, latitude), *((one.longitude, one.latitude) for one in towns)]
    east_m, north_m = to_metric(*np.array(places).T)
    metres = np.hypot(east_m[1:] - east_m[0], north_m[1:] - north_m[0])
    far = {town.name: float(away) for town, away in zip(towns, metres, strict=True)}
    assert far[found[0].name] == pytest.approx(min(far.values()), rel=0.01)
    assert found[1] == pytest.approx(far[found[0].name], rel=0.01, abs=10)
