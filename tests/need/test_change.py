"""The change between two snapshots: exact to the address, and a mirror when they are swapped."""

from __future__ import annotations

from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.areas import AreaKind
from taskforce.need.change import AreaChange, compare
from taskforce.need.overview import overview
from taskforce.need.passages import ABSENT, PASSAGES, changed_addresses
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, Threshold
from taskforce.vocabulary.technology import Counting
from tests.makers import GIGABIT, SLOW, Address, make_snapshot, uuid_of
from tests.need.brute_force import (
    addresses,
    counted_technologies,
    few_examples,
    standing_of,
    thresholds,
)

WORDS = {True: "above", False: "below", None: "unknown"}
MIRROR = {
    name: PASSAGES[after, before]
    for (before, after), name in PASSAGES.items()
    if (after, before) in PASSAGES
}


def counts(change: AreaChange) -> dict[str, int]:
    return {name: number for name, number in asdict(change).items() if name in MIRROR}


def two(shelf: Shelf, old: list[Address], new: list[Address]) -> tuple[Snapshot, Snapshot]:
    return make_snapshot(shelf, old, "2025-06-30"), make_snapshot(shelf, new, "2026-06-30")


# The addresses 0, 1, 2, … then and 3, 4, 5, … now: some are gone, some new, most in both.
then_and_now = st.tuples(addresses(), addresses(first=3))


@few_examples
@given(rows=then_and_now, threshold=thresholds, by=st.sampled_from(AreaKind))
def test_swapping_the_snapshots_mirrors_the_change(
    many_shelves: Shelf, rows: tuple[list[Address], list[Address]], threshold: Threshold, by: str
) -> None:
    old, new = two(many_shelves, *rows)

    forth = compare(old, new, threshold=threshold, by=by)
    back = compare(new, old, threshold=threshold, by=by)

    assert [area.area for area in forth] == [area.area for area in back]
    for one, other in zip(forth, back, strict=True):
        assert {MIRROR[name]: number for name, number in counts(one).items()} == counts(other)


@few_examples
@given(rows=then_and_now, threshold=thresholds)
def test_every_address_is_in_exactly_one_count(
    many_shelves: Shelf, rows: tuple[list[Address], list[Address]], threshold: Threshold
) -> None:
    fixed = counted_technologies(Counting.FIXED)
    then, now = (
        {row.source_id: WORDS[standing_of(row, threshold, fixed)] for row in side} for side in rows
    )
    expected = dict.fromkeys(MIRROR, 0)
    for source_id in then | now:
        expected[PASSAGES[then.get(source_id, ABSENT), now.get(source_id, ABSENT)]] += 1

    changes = compare(*two(many_shelves, *rows), threshold=threshold)

    assert {name: sum(counts(area)[name] for area in changes) for name in MIRROR} == expected


@few_examples
@given(rows=then_and_now, threshold=thresholds)
def test_the_change_leads_from_one_overview_to_the_other(
    many_shelves: Shelf, rows: tuple[list[Address], list[Address]], threshold: Threshold
) -> None:
    old, new = two(many_shelves, *rows)

    changes = compare(old, new, threshold=threshold, by="region")

    for snapshot, attribute in ((old, "below_before"), (new, "below_after")):
        below = sum(area.below for area in overview(snapshot, threshold=threshold, by="region"))
        assert sum(getattr(change, attribute) for change in changes) == below


def test_an_address_that_moved_counts_where_the_later_snapshot_has_it(shelf: Shelf) -> None:
    old, new = two(
        shelf,
        [Address(uuid_of(1), SLOW, municipality="0360")],
        [Address(uuid_of(1), GIGABIT, municipality="0376")],
    )

    (change,) = compare(old, new, threshold=DEFAULT_THRESHOLD)

    assert (change.area, change.name, change.gained) == ("0376", "Guldborgsund", 1)


def test_an_unknown_address_never_gains_nor_loses(shelf: Shelf) -> None:
    old, new = two(
        shelf,
        [Address(uuid_of(1), None), Address(uuid_of(2), GIGABIT)],
        [Address(uuid_of(1), GIGABIT), Address(uuid_of(2), None)],
    )

    (change,) = compare(old, new, threshold=DEFAULT_THRESHOLD)

    assert (change.gained, change.lost) == (0, 0)
    assert (change.newly_known_above, change.no_longer_known_above) == (1, 1)


def test_changed_addresses_are_listed_one_by_one(shelf: Shelf) -> None:
    old, new = two(
        shelf,
        [Address(uuid_of(1), SLOW), Address(uuid_of(2), SLOW), Address(uuid_of(3), GIGABIT)],
        [Address(uuid_of(1), GIGABIT), Address(uuid_of(2), SLOW), Address(uuid_of(4), None)],
    )

    listed = changed_addresses(old, new, threshold=DEFAULT_THRESHOLD)

    assert {(one.source_id, one.change) for one in listed} == {
        (uuid_of(1), "gained"),
        (uuid_of(3), "gone_above"),
        (uuid_of(4), "new_unknown"),
    }
    assert {one.road for one in listed} == {"Strandvej"}
