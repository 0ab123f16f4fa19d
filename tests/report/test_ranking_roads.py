"""Kilometres of road are told for each chosen site, each kilometre once, and never guessed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.report.ranking.ranking import Question
from taskforce.report.ranking.reckoning import rank
from taskforce.report.ranking.roads import newly_covered_km
from taskforce.snapshot.shelf import Shelf
from tests.ranking_shelf import HERE, NEXT, ranking_shelf, take_roads


@pytest.fixture
def region(tmp_path):
    return ranking_shelf(Shelf(tmp_path / "shelf"), tmp_path)


def road_km(ranking):
    return {one.id: one.road_km for one in ranking.stages[-1].chosen}


def test_without_roads_on_the_shelf_nothing_is_told(region):
    assert set(road_km(rank(region, Question(k=3))).values()) == {None}


def test_each_site_is_told_what_no_site_before_it_reaches(region, tmp_path):
    # V-1 reaches both villages; nothing is known of roads near V-3, which is not 0 km.
    take_roads(region, tmp_path, (HERE, 1_000, "0340"), (NEXT, 500, "0340"))
    ranking = rank(region, Question(k=3))
    assert road_km(ranking) == {"V-1": pytest.approx(1.5), "V-3": None}
    assert "roads" in {one.kind for one in ranking.inputs}
    both = rank(region, Question(k=3, forced=("V-2",)))
    assert sum(filter(None, road_km(both).values())) == pytest.approx(1.5)


def test_roads_of_other_municipalities_do_not_count(region, tmp_path):
    take_roads(region, tmp_path, (HERE, 1_000, "0340"), (NEXT, 500, "0360"))
    ranking = rank(region, Question(k=1, municipality="0340"))
    assert road_km(ranking) == {"V-1": pytest.approx(1.0)}


def test_a_road_in_the_next_country_is_not_the_regions(region, tmp_path):
    take_roads(region, tmp_path, (HERE, 1_000, "0101"), (NEXT, 500, None))
    assert road_km(rank(region, Question(k=1))) == {"V-1": pytest.approx(0.5)}


def test_the_choice_stays_as_it_is_with_roads(region, tmp_path):
    before = rank(region, Question(k=3)).stages
    take_roads(region, tmp_path, (NEXT, 90_000, "0340"))
    after = rank(region, Question(k=3)).stages
    assert [[one.id for one in stage.chosen] for stage in after] == [
        [one.id for one in stage.chosen] for stage in before
    ]


LENGTHS = st.lists(st.floats(0.001, 0.1), min_size=1, max_size=30)


@given(LENGTHS, st.data())
def test_the_kilometres_of_a_rollout_are_those_of_all_its_sites(lengths, data):
    pieces = st.lists(st.integers(0, len(lengths) - 1), unique=True)
    reached = [np.array(one, np.int32) for one in data.draw(st.lists(pieces, max_size=6))]
    length_km = np.array(lengths)
    union = {int(piece) for one in reached for piece in one}
    new_km = newly_covered_km(reached, length_km)
    assert sum(new_km) == pytest.approx(sum(lengths[piece] for piece in union))
    assert min(new_km, default=0) >= 0
