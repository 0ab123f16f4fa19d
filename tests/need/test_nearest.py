"""The nearest served neighbour, held against looking at every pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.nearest import nearest
from tests.need.brute_force import in_any_time

places = st.lists(
    st.tuples(st.integers(-9_000, 9_000), st.integers(-9_000, 9_000)), min_size=1, max_size=25
)


@in_any_time
@given(mine=places, others=places, spots=st.integers(1, 4))
def test_nearest_is_what_looking_at_every_pair_finds(
    mine: list[tuple[int, int]], others: list[tuple[int, int]], spots: int
) -> None:
    points, there = np.array(mine, float), np.array(others, float)
    labels = np.unique(np.arange(len(mine)) % spots, return_inverse=True)[1]

    index, distance_m = nearest(*points.T.copy(), labels, *there.T.copy())

    for label in range(labels.max() + 1):
        pairs = np.hypot(
            *(points[labels == label][:, None, :] - there[None, :, :]).transpose(2, 0, 1)
        ).min(axis=0)
        assert distance_m[label] == pytest.approx(pairs.min())
        assert index[label] == np.flatnonzero(pairs <= pairs.min() * (1 + 1e-12))[0]


def test_without_others_nothing_is_near() -> None:
    none, one = np.zeros(0), np.zeros(1)

    index, distance_m = nearest(one, one, np.zeros(1, np.int64), none, none)

    assert (index[0], distance_m[0]) == (-1, np.inf)
