"""The standing of an address, held against plain three-valued logic."""

from __future__ import annotations

import ibis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.standing import standing
from taskforce.need.tables import overflow_table
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, Threshold
from taskforce.vocabulary.technology import Counting, Technology
from tests.makers import Address, make_snapshot, uuid_of
from tests.need.brute_force import (
    addresses,
    counted_technologies,
    few_examples,
    standing_of,
    thresholds,
)


def standings(
    shelf: Shelf,
    rows: list[Address],
    threshold: Threshold,
    technologies: tuple[Technology, ...],
) -> dict[str, bool | None]:
    snapshot = make_snapshot(shelf, rows)
    connection = ibis.duckdb.connect()
    speeds = snapshot.table(connection, "speeds")
    answer = standing(
        speeds,
        threshold=threshold,
        technologies=technologies,
        overflow=overflow_table(snapshot, connection),
    )
    address = snapshot.table(connection, "address")
    joined = speeds.select("address_id", answer=answer).inner_join(address, "address_id")
    found = connection.to_pyarrow(joined.select("source_id", "answer")).to_pylist()
    return {row["source_id"]: row["answer"] for row in found}


@few_examples
@given(rows=addresses(), threshold=thresholds, counting=st.sampled_from(Counting))
def test_standing_is_what_plain_logic_says(
    many_shelves: Shelf, rows: list[Address], threshold: Threshold, counting: Counting
) -> None:
    technologies = counted_technologies(counting)

    found = standings(many_shelves, rows, threshold, technologies)

    assert found == {row.source_id: standing_of(row, threshold, technologies) for row in rows}


@few_examples
@given(rows=addresses(), threshold=thresholds)
def test_standing_per_technology_adds_up_to_the_standing_together(
    many_shelves: Shelf, rows: list[Address], threshold: Threshold
) -> None:
    fixed = counted_technologies(Counting.FIXED)
    alone = [standings(many_shelves, rows, threshold, (each,)) for each in fixed]

    together = standings(many_shelves, rows, threshold, fixed)

    for source_id, answer in together.items():
        each = [one[source_id] for one in alone]
        assert answer is (True if True in each else None if None in each else False)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(100_000, 30_000)], True),
        ([(99_999, 30_000)], False),
        ([(100_000, 29_999)], False),
        ([(1_000_000, 20_000), (50_000, 50_000)], False),
        ([(1_000_000, 20_000), (100_000, 100_000)], True),
        ([(None, 30_000)], None),
        ([(None, 10_000)], False),
        ([(1_000_000, 20_000), (100_000, None)], None),
    ],
    ids=[
        "exactly enough",
        "download falls short",
        "upload falls short",
        "two offers never lend each other a speed",
        "a further offer suffices",
        "download unknown",
        "unknown, but the other falls short",
        "a further offer is unknown",
    ],
)
def test_both_speeds_must_hold_in_one_offer(
    shelf: Shelf, pairs: list[tuple[int | None, int | None]], expected: bool | None
) -> None:
    address = Address(uuid_of(1), {Technology.FIBRE: pairs})

    found = standings(shelf, [address], DEFAULT_THRESHOLD, (Technology.FIBRE,))

    assert found == {address.source_id: expected}


def test_two_technologies_never_lend_each_other_a_speed(shelf: Shelf) -> None:
    address = Address(
        uuid_of(1), {Technology.CABLE: [(1_000_000, 10_000)], Technology.XDSL: [(50_000, 50_000)]}
    )

    found = standings(shelf, [address], DEFAULT_THRESHOLD, (Technology.CABLE, Technology.XDSL))

    assert found == {address.source_id: False}


def test_where_no_technology_is_reported_everything_is_unknown(shelf: Shelf) -> None:
    address = Address(uuid_of(1), {Technology.FIBRE: [(1_000_000, 1_000_000)]})

    assert standings(shelf, [address], DEFAULT_THRESHOLD, ()) == {address.source_id: None}
