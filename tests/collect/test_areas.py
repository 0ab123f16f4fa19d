"""A point belongs to exactly one area, and a guess never changes the answer."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as some

from taskforce.collect.areas import Areas, area_of_points

SQUARES = Areas(
    ("0001", "0002", "0003"),
    ("west", "east", "far"),
    np.array([shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10), shapely.box(50, 50, 60, 60)]),
)

POINTS = some.lists(some.tuples(some.floats(-5, 65), some.floats(-5, 65)), max_size=30)


def found(points, guess=None):
    east, north = np.array(points or np.empty((0, 2)), float).T
    given = None if guess is None else np.array(guess, np.int16)
    return area_of_points(east, north, SQUARES, guess=given).tolist()


def test_points_find_their_area():
    assert found([(5, 5), (15, 5), (55, 55), (30, 30)]) == [0, 1, 2, -1]


def test_a_point_on_the_border_belongs_to_the_first_code():
    assert found([(10, 5), (20, 5), (0, 0)]) == [0, 1, 0]


def test_a_point_without_a_place_lies_nowhere():
    assert found([(float("nan"), 5.0)]) == [-1]


@settings(deadline=None)
@given(POINTS, some.integers(-1, 2))
def test_a_guess_changes_nothing(points, guess):
    assert found(points, [guess] * len(points)) == found(points)
