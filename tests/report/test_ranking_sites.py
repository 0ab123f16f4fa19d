"""Sites that cannot be reckoned with are counted, each with its reason; the rest is ranked."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pyarrow.parquet as pq
import pytest

from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.report.ranking.ranking import Question
from taskforce.report.ranking.reckoning import rank
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused, WrongUse
from tests.mast_files import EAST, NORTH
from tests.ranking_shelf import DAY, SITES, list_sites, ranking_shelf
from tests.sources.terrain_files import ascii_grid

# Land 30 m high, 35 × 20 km around the first two villages; the sea begins 17 km to the east.
WEST, SOUTH, ROWS, COLUMNS, SHORE = EAST - 10_000, NORTH - 10_000, 200, 350, 270

AT_SEA = f"V-4;Havet;mast;;0340;{EAST + 21_000};{NORTH};30;;ja"
LOW = f"V-5;Kælderen;bygning;;0340;{EAST};{NORTH + 500};0,5;;ja"
KEPT_BACK = f"V-6;Rådhuset;bygning;;0340;{EAST};{NORTH + 600};30;;nej"
WITHOUT_HEIGHT = f"V-7;Gården;bygning;;0340;{EAST};{NORTH + 700};;;ja"
IN_FEET = f"V-8;Kirken;kirke;;0340;{EAST};{NORTH + 800};110 ft;;ja"
TOO_HIGH = f"V-9;Masten;mast;;0340;{EAST};{NORTH + 900};1050;;ja"


@pytest.fixture
def shelf(tmp_path):
    """The three villages; the terrain reaches two of them."""
    shelf = ranking_shelf(Shelf(tmp_path / "shelf"), tmp_path)
    heights = np.full((ROWS, COLUMNS), 30.0)
    heights[:, SHORE:] = 0
    file = ascii_grid(tmp_path / "ground.asc", heights, west=WEST, south=SOUTH)
    collect_terrain(shelf, [file], TerrainChoices(as_of=DAY, crs="EPSG:25832"))
    return shelf


@pytest.fixture
def listed(shelf, tmp_path):
    def take_in(*rows):
        list_sites(shelf, tmp_path, *rows)
        return shelf

    return take_in


def test_every_site_is_a_candidate_or_left_out_with_its_reason(listed):
    ranking = rank(listed(*SITES, AT_SEA, LOW, KEPT_BACK, WITHOUT_HEIGHT), Question(k=3))
    assert {one.id: one.english for one in ranking.left_out} == {
        "V-3": "It lies off the terrain.",
        "V-4": "It lies in the sea.",
        "V-5": "The height of its antennas must lie between 1 and 3000 m.",
        "V-6": "Its owner does not offer it.",
    }
    assert all(one.danish and one.name for one in ranking.left_out)
    assert [one.id for one in ranking.candidates] == ["V-1", "V-2", "V-7"]
    assert [one.id for one in ranking.stages[-1].chosen] == ["V-1"]
    assert ranking.stages[-1].value == 12


def test_homes_off_the_terrain_are_counted_and_not_taken_for_covered(shelf):
    demand = rank(shelf, Question(k=3)).demand
    assert (demand.lacking, demand.off_terrain, demand.reachable) == (18, 6, 12)


def test_a_height_that_is_not_told_is_assumed_by_the_kind_and_counted(listed):
    ranking = rank(listed(SITES[0], WITHOUT_HEIGHT), Question(k=1))
    assert [(one.id, one.antenna_m, one.antenna_assumed) for one in ranking.candidates] == [
        ("V-1", 38, False),
        ("V-7", 15, True),
    ]
    assumed = [one for one in ranking.assumptions if "assumed by their kind" in one.english]
    assert [one.value for one in assumed] == [1]


def test_feet_for_metres_never_reach_a_ranking(listed):
    shelf = listed(SITES[0], IN_FEET, TOO_HIGH)
    rejects = pq.read_table(shelf.layer("sites").file("rejects")).to_pylist()
    assert Counter(one["reason"] for one in rejects) == {"feet for metres": 2}
    assert [one.id for one in rank(shelf, Question(k=1)).candidates] == ["V-1"]


def test_a_site_that_is_left_out_may_be_forbidden_but_not_forced(listed):
    shelf = listed(SITES[0], AT_SEA)
    assert rank(shelf, Question(k=1, forbidden=("V-4",))).stages[-1].value == 12
    with pytest.raises(Refused, match=r"V-4 \(Havet\) cannot be chosen. It lies in the sea."):
        rank(shelf, Question(k=1, forced=("V-4",)))
    with pytest.raises(WrongUse, match='no site "V-8"'):
        rank(shelf, Question(k=1, forbidden=("V-8",)))


def test_a_site_that_is_left_out_needs_no_cost(listed):
    ranking = rank(listed(SITES[0], AT_SEA), Question(k=1, budget_dkk=30_000))
    assert ranking.stages[-1].value == 12


def test_nothing_but_impossible_sites_is_refused_with_the_first_reason(listed):
    with pytest.raises(Refused, match=r"None of the 2 sites .* V-4: It lies in the sea."):
        rank(listed(AT_SEA, LOW), Question(k=1))
