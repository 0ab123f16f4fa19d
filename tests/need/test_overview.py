"""The overview of need: its parts make the whole, and nothing unknown is ever counted as need."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.areas import AreaKind
from taskforce.need.overview import AreaNeed, overview
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, Threshold
from taskforce.vocabulary.technology import Counting, Technology
from taskforce.vocabulary.use import Use
from tests.makers import GIGABIT, SLOW, Address, make_snapshot, uuid_of
from tests.need.brute_force import (
    addresses,
    counted_technologies,
    few_examples,
    standing_of,
    thresholds,
)

kinds = st.sampled_from(AreaKind)


def sums(areas: tuple[AreaNeed, ...]) -> tuple[int, int, int]:
    return (
        sum(area.addresses for area in areas),
        sum(area.below for area in areas),
        sum(area.unknown for area in areas),
    )


@few_examples
@given(rows=addresses(), threshold=thresholds, by=kinds, counting=st.sampled_from(Counting))
def test_sum_of_the_parts_is_the_whole(
    many_shelves: Shelf, rows: list[Address], threshold: Threshold, by: str, counting: Counting
) -> None:
    technologies = counted_technologies(counting)
    answers = Counter(standing_of(row, threshold, technologies) for row in rows)

    areas = overview(
        make_snapshot(many_shelves, rows), threshold=threshold, counting=counting, by=by
    )

    assert sums(areas) == (len(rows), answers[False], answers[None])


@few_examples
@given(rows=addresses(), threshold=thresholds, by=kinds)
def test_sum_of_the_uses_is_the_area(
    many_shelves: Shelf, rows: list[Address], threshold: Threshold, by: str
) -> None:
    snapshot = make_snapshot(many_shelves, rows)

    areas = overview(snapshot, threshold=threshold, by=by, split_by_use=True)

    for area in areas:
        uses = (area.uses or {}).values()
        assert area.addresses == sum(use.addresses for use in uses)
        assert area.below == sum(use.below for use in uses)
        assert area.unknown == sum(use.unknown for use in uses)


@few_examples
@given(rows=addresses(), threshold=thresholds, download=st.integers(0, 10**6))
def test_more_offers_never_raise_need(
    many_shelves: Shelf, rows: list[Address], threshold: Threshold, download: int
) -> None:
    before = overview(make_snapshot(many_shelves, rows), threshold=threshold, by="region")
    more = [
        Address(
            **{
                **row.__dict__,
                "offers": {
                    **(row.offers or {}),
                    Technology.FIBRE: [
                        *((row.offers or {}).get(Technology.FIBRE) or []),
                        (download, 30_000),
                    ],
                },
            }
        )
        for row in rows
        if row.offers is not None
    ]
    unchanged = [row for row in rows if row.offers is None]

    after = overview(
        make_snapshot(many_shelves, [*more, *unchanged]), threshold=threshold, by="region"
    )

    assert sums(after)[1] <= sums(before)[1]


@few_examples
@given(rows=addresses(), by=kinds)
def test_a_higher_threshold_never_lowers_need(
    many_shelves: Shelf, rows: list[Address], by: str
) -> None:
    snapshot = make_snapshot(many_shelves, rows)
    grid = [Threshold.parse(text) for text in ("5/5", "30/5", "100/30", "100/100", "1000/1000")]

    below = [
        {area.area: area.below for area in overview(snapshot, threshold=one, by=by)} for one in grid
    ]

    for lower, higher in itertools.pairwise(below):
        assert all(lower[area] <= higher[area] for area in lower)


def test_unknown_speed_is_not_counted_as_need(shelf: Shelf) -> None:
    snapshot = make_snapshot(
        shelf, [Address(uuid_of(1), SLOW), Address(uuid_of(2), None), Address(uuid_of(3), GIGABIT)]
    )

    (area,) = overview(snapshot, threshold=DEFAULT_THRESHOLD)

    assert (area.addresses, area.below, area.unknown) == (3, 1, 1)
    assert area.share_below == pytest.approx(0.5)


def test_share_is_unknown_where_nothing_is_known(shelf: Shelf) -> None:
    snapshot = make_snapshot(shelf, [Address(uuid_of(1), None)])

    (area,) = overview(snapshot, threshold=DEFAULT_THRESHOLD)

    assert area.share_below is None


def test_mobile_is_counted_only_when_asked(shelf: Shelf) -> None:
    mobile = Address(uuid_of(1), {Technology.MOBILE: [(600_000, 50_000)]})
    snapshot = make_snapshot(shelf, [mobile])

    (fixed,) = overview(snapshot, threshold=DEFAULT_THRESHOLD)
    (everything,) = overview(snapshot, threshold=DEFAULT_THRESHOLD, counting=Counting.ALL)

    assert (fixed.below, everything.below) == (1, 0)


def test_own_region_comes_first_and_the_unknown_last(shelf: Shelf) -> None:
    codes = [None, "0101", "0376", "0360", "0851"]
    rows = [Address(uuid_of(n), GIGABIT, municipality=code) for n, code in enumerate(codes)]

    areas = overview(make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD)

    assert [area.area for area in areas] == ["0360", "0376", "0101", "0851", ""]
    assert [area.name for area in areas][-1] == "unknown"
    assert areas[0].name == "Lolland"


@pytest.mark.parametrize(("code", "expected"), [("1085", 3), ("0360", 2), ("9999", 0)])
def test_within_keeps_only_one_region_or_municipality(
    shelf: Shelf, code: str, expected: int
) -> None:
    codes = ["0360", "0360", "0376", "0101", None]
    rows = [Address(uuid_of(n), SLOW, municipality=each) for n, each in enumerate(codes)]

    areas = overview(
        make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD, by="postcode", within=code
    )

    assert sums(areas)[0] == expected


def test_uses_are_split_and_named(shelf: Shelf) -> None:
    rows = [
        Address(uuid_of(1), SLOW, use=Use.HOME),
        Address(uuid_of(2), SLOW, use=Use.HOLIDAY_HOME),
        Address(uuid_of(3), GIGABIT, use=Use.HOLIDAY_HOME),
    ]

    (area,) = overview(
        make_snapshot(shelf, rows), threshold=DEFAULT_THRESHOLD, by="region", split_by_use=True
    )

    assert {use: need.below for use, need in (area.uses or {}).items()} == {
        Use.HOME: 1,
        Use.HOLIDAY_HOME: 1,
    }
