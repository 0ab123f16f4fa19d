"""White spots: near neighbours in need, and nobody else."""

from __future__ import annotations

import uuid

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.cuts import Grouping
from taskforce.need.white_spots import white_spots
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import Counting, Technology
from tests.makers import GIGABIT, SLOW, Address, make_snapshot, uuid_of
from tests.need.brute_force import few_examples

EAST, NORTH = 640_000.0, 6_080_000.0


def at(number: int, east_m: float, north_m: float = 0.0, **given: object) -> Address:
    given.setdefault("offers", SLOW)
    return Address(
        uuid_of(number),
        easting_m=EAST + east_m,
        northing_m=NORTH + north_m,
        **given,  # type: ignore[arg-type]
    )


def chained(rows: list[Address], distance_m: float) -> set[frozenset[str]]:
    """The connected components by plain loops."""
    spots: list[set[int]] = []
    for one, row in enumerate(rows):
        near = [
            spot
            for spot in spots
            if any(
                row.municipality == rows[other].municipality
                and np.hypot(
                    row.easting_m - rows[other].easting_m, row.northing_m - rows[other].northing_m
                )
                <= distance_m
                for other in spot
            )
        ]
        spots = [spot for spot in spots if spot not in near] + [{one}.union(*near)]
    return {frozenset(rows[one].source_id for one in spot) for spot in spots}


def members(shelf: Shelf, rows: list[Address], **question: object) -> dict[str, frozenset[str]]:
    """The white spots by name, as sets of the publisher's ids."""
    snapshot = make_snapshot(shelf, rows)
    ids = sorted(rows, key=lambda one: (one.municipality or "", one.source_id))
    spots = white_spots(snapshot, threshold=DEFAULT_THRESHOLD, **question)  # type: ignore[arg-type]
    return {spot.id: frozenset(ids[each].source_id for each in spot.address_ids) for spot in spots}


_places = st.lists(
    st.tuples(
        st.integers(0, 2_500), st.integers(0, 2_500), st.sampled_from(["0360", "0376", None])
    ),
    min_size=1,
    max_size=60,
)


@few_examples
@given(places=_places, distance_m=st.sampled_from([100.0, 300.0, 500.0]))
def test_white_spots_are_the_connected_neighbours(
    many_shelves: Shelf, places: list[tuple[int, int, str | None]], distance_m: float
) -> None:
    rows = [
        at(number, east, north, municipality=code)
        for number, (east, north, code) in enumerate(places)
    ]

    # A shelf of its own: older snapshots would have a say in the names.
    shelf = Shelf(many_shelves.root / uuid.uuid4().hex)

    found = members(shelf, rows, grouping=Grouping(distance_m=distance_m))

    assert set(found.values()) == chained(rows, distance_m)


def test_steps_of_300_m_join_and_longer_ones_do_not(shelf: Shelf) -> None:
    rows = [at(1, 0), at(2, 300), at(3, 600), at(4, 900.5)]

    found = members(shelf, rows)

    assert set(found.values()) == {
        frozenset({uuid_of(1), uuid_of(2), uuid_of(3)}),
        frozenset({uuid_of(4)}),
    }


def test_unknown_and_served_addresses_are_in_no_white_spot(shelf: Shelf) -> None:
    rows = [at(1, 0), at(2, 10, offers=None), at(3, 20, offers=GIGABIT)]

    assert list(members(shelf, rows).values()) == [frozenset({uuid_of(1)})]


def test_addresses_without_a_place_are_left_out(shelf: Shelf) -> None:
    nowhere = Address(uuid_of(2), SLOW, easting_m=None, northing_m=None)

    assert list(members(shelf, [at(1, 0), nowhere]).values()) == [frozenset({uuid_of(1)})]


def test_without_need_there_is_no_white_spot(shelf: Shelf) -> None:
    assert members(shelf, [at(1, 0, offers=GIGABIT)]) == {}


def test_a_municipality_border_parts_neighbours(shelf: Shelf) -> None:
    rows = [at(1, 0, municipality="0360"), at(2, 10, municipality="0376")]

    spots = white_spots(make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD)

    assert sorted(spot.municipality or "" for spot in spots) == ["0360", "0376"]
    assert all(spot.id.startswith(spot.municipality or "0000") for spot in spots)


def test_two_towns_joined_by_a_thread_are_cut_at_its_widest_gap(shelf: Shelf) -> None:
    west = [at(n, 10.0 * n, 7.0 * (n % 3)) for n in range(30)]
    thread = [at(100, 560), at(101, 850)]
    east = [at(200 + n, 1_100 + 10.0 * n, 7.0 * (n % 3)) for n in range(30)]

    found = members(shelf, [*west, *thread, *east], grouping=Grouping(max_addresses=40))

    assert sorted(len(spot) for spot in found.values()) == [31, 31]


def test_no_white_spot_is_larger_than_stated(shelf: Shelf) -> None:
    rows = [at(n, 37.0 * (n % 20), 41.0 * (n // 20)) for n in range(400)]
    grouping = Grouping(max_addresses=50, max_span_m=600)

    spots = white_spots(make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD, grouping=grouping)

    assert sum(spot.addresses for spot in spots) == 400
    assert max(spot.addresses for spot in spots) <= 50


def test_addresses_at_one_place_are_never_parted(shelf: Shelf) -> None:
    rows = [at(n, 0) for n in range(10)]

    assert len(members(shelf, rows, grouping=Grouping(max_addresses=3))) == 1


def test_outline_holds_every_address_and_a_single_one_gets_a_disc(shelf: Shelf) -> None:
    rows = [at(1, 0), at(2, 250, 100), at(3, 400, -50), at(9, 5_000)]

    large, single = white_spots(make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD)

    assert all(large.hull.contains_properly(_point(row)) for row in rows[:3])
    assert single.addresses == 1
    assert single.area_km2 == pytest.approx(0.0077, abs=0.0005)
    assert single.density_per_km2 == pytest.approx(1 / single.area_km2)
    assert (single.centre_easting_m, single.centre_northing_m) == (EAST + 5_000, NORTH)


def test_nearest_served_address_and_its_technology_are_told(shelf: Shelf) -> None:
    rows = [
        at(1, 0),
        at(2, 200),
        at(3, 1_200, offers={Technology.CABLE: [(1_000_000, 50_000)]}),
        at(4, -1_500, offers=GIGABIT, municipality="0376"),
    ]

    (spot,) = white_spots(make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD)

    assert spot.nearest_served_m == pytest.approx(1_000)
    assert spot.nearest_served_technology is Technology.CABLE


def test_where_nobody_is_served_there_is_no_nearest(shelf: Shelf) -> None:
    (spot,) = white_spots(make_snapshot(shelf, [at(1, 0)]), threshold=DEFAULT_THRESHOLD)

    assert (spot.nearest_served_m, spot.nearest_served_technology) == (None, None)


def test_what_is_offered_today_is_told_per_technology(shelf: Shelf) -> None:
    slow = {Technology.XDSL: [(20_000, 2_000)], Technology.MOBILE: [(300_000, 30_000)]}
    rows = [
        at(1, 0, offers=slow),
        at(2, 10, offers={Technology.XDSL: [(50_000, None)]}),
        at(3, 20, offers={}),
    ]

    (spot,) = white_spots(make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD)

    assert set(spot.offered_today) == {Technology.XDSL, Technology.MOBILE}
    xdsl = spot.offered_today[Technology.XDSL]
    assert (xdsl.addresses, xdsl.highest_download_mbps, xdsl.median_download_mbps) == (2, 50, 35)
    assert xdsl.highest_upload_mbps == 2


def test_mobile_fills_white_spots_only_when_counted(shelf: Shelf) -> None:
    rows = [at(1, 0, offers={Technology.MOBILE: [(300_000, 30_000)]})]

    assert len(members(shelf, rows)) == 1
    assert members(shelf, rows, counting=Counting.ALL) == {}


def _point(address: Address) -> object:
    import shapely

    return shapely.Point(address.easting_m, address.northing_m)
