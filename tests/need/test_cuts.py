"""Clusters, and the cuts that keep them small: the same whatever order the points come in."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from taskforce.need.clusters import components
from taskforce.need.cuts import Grouping, grouped
from tests.need.brute_force import in_any_time

SMALL = Grouping(distance_m=300.0, max_addresses=6, max_span_m=900.0)

points = st.lists(
    st.tuples(st.integers(0, 2_000), st.integers(0, 2_000), st.integers(0, 2)),
    min_size=1,
    max_size=120,
)


def arrays(
    places: list[tuple[int, int, int]],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    east, north, group = zip(*places, strict=True)
    return np.array(east, float), np.array(north, float), np.array(group)


@in_any_time
@given(places=points, turn=st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_the_points(
    places: list[tuple[int, int, int]], turn: object
) -> None:
    shuffled = list(range(len(places)))
    turn.shuffle(shuffled)  # type: ignore[attr-defined]

    labels = grouped(*arrays(places), SMALL)
    other = grouped(*arrays([places[n] for n in shuffled]), SMALL)

    pairs = set(zip(labels[shuffled].tolist(), other.tolist(), strict=True))
    assert len(pairs) == len(set(labels.tolist())) == len(set(other.tolist()))


@in_any_time
@given(places=points)
def test_no_cluster_is_larger_than_allowed(places: list[tuple[int, int, int]]) -> None:
    labels = grouped(*arrays(places), SMALL)

    spots = [
        {places[n] for n in np.flatnonzero(labels == label)} for label in range(labels.max() + 1)
    ]
    counts = Counter(labels.tolist())
    assert all(counts[label] <= SMALL.max_addresses or len(spots[label]) == 1 for label in counts)


@in_any_time
@given(places=points)
def test_every_cluster_hangs_together(places: list[tuple[int, int, int]]) -> None:
    east, north, group = arrays(places)
    labels = grouped(east, north, group, SMALL)

    again = components(east, north, labels, SMALL.distance_m)

    assert again.max() == labels.max()


@in_any_time
@given(places=points)
def test_clusters_that_are_small_enough_are_not_cut(places: list[tuple[int, int, int]]) -> None:
    east, north, group = arrays(places)
    roomy = Grouping(distance_m=300.0, max_addresses=1_000, max_span_m=100_000.0)

    labels = grouped(east, north, group, roomy)

    assert (labels == components(east, north, group, 300.0)).all()


def test_a_step_of_exactly_the_distance_counts_across_cells() -> None:
    east = np.array([0.0, 300.0, 600.0, 0.0, 900.1])
    north = np.array([0.0, 0.0, 0.0, -300.0, 0.0])

    labels = components(east, north, np.zeros(5, np.int64), 300.0)

    assert len(set(labels[:4].tolist())) == 1
    assert labels[4] != labels[0]


def test_no_points_make_no_clusters() -> None:
    none = np.zeros(0)

    assert len(grouped(none, none, np.zeros(0, np.int64), SMALL)) == 0
