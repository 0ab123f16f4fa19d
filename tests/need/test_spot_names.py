"""The names of white spots survive from one snapshot to the next."""

from __future__ import annotations

import shutil

from hypothesis import given
from hypothesis import strategies as st

from taskforce.need.lineage import named
from taskforce.need.white_spots import white_spots
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from tests.makers import GIGABIT, SLOW, Address, make_snapshot, uuid_of
from tests.need.brute_force import in_any_time


def call(spots: list[list[str]], previous: dict[str, str]) -> list[str]:
    addresses = [each for spot in spots for each in spot]
    labels = [number for number, spot in enumerate(spots) for _ in spot]
    return named(addresses, labels, ["0360"] * len(spots), previous)


def names(shelf: Shelf, as_of: str, *spots: set[int], served: set[int] = frozenset()) -> list[str]:  # type: ignore[assignment]
    """Freeze a snapshot with these groups of addresses in need; tell their names in order."""
    rows = [
        Address(uuid_of(each), SLOW, easting_m=640_000.0 + 5_000 * group)
        for group, spot in enumerate(spots)
        for each in sorted(spot)
    ]
    rows += [Address(uuid_of(each), GIGABIT) for each in served]
    found = white_spots(make_snapshot(shelf, rows, as_of), threshold=DEFAULT_THRESHOLD)
    by_place = sorted(found, key=lambda spot: spot.centre_easting_m)
    return [spot.id for spot in by_place]


def test_a_name_survives_gains_and_losses(shelf: Shelf) -> None:
    before = names(shelf, "2024-06-30", {1, 2, 3}, {10, 11})
    after = names(shelf, "2025-06-30", {2, 3, 4}, {11, 12, 13}, served={1, 10})
    later = names(shelf, "2026-06-30", {4, 5}, {12}, served={2, 3})

    assert before == after == later


def test_of_two_halves_the_larger_keeps_the_name(shelf: Shelf) -> None:
    (before,) = names(shelf, "2024-06-30", {1, 2, 3, 4, 5})
    small, large = names(shelf, "2025-06-30", {1, 2}, {3, 4, 5})

    assert large == before
    assert small != before


def test_of_two_that_fuse_the_larger_gives_the_name(shelf: Shelf) -> None:
    _, large = names(shelf, "2024-06-30", {1, 2}, {3, 4, 5})
    (fused,) = names(shelf, "2025-06-30", {1, 2, 3, 4, 5})

    assert fused == large


def test_names_come_out_the_same_when_derived_notes_are_deleted(shelf: Shelf) -> None:
    names(shelf, "2024-06-30", {1, 2, 3})
    names(shelf, "2025-06-30", {2, 3, 4})
    noted = names(shelf, "2026-06-30", {3, 4, 5})
    assert (shelf.root / "derived").exists()

    shutil.rmtree(shelf.root / "derived")

    assert names(shelf, "2026-06-30", {3, 4, 5}) == noted


def test_an_older_snapshot_collected_later_is_heeded(shelf: Shelf) -> None:
    founder, *others = sorted(range(5), key=uuid_of)
    (alone,) = names(shelf, "2026-06-30", set(others))
    (oldest,) = names(shelf, "2024-06-30", {founder, *others})

    assert alone != oldest
    assert names(shelf, "2026-06-30", set(others)) == [oldest]


_spots = st.lists(st.sets(st.integers(0, 60), min_size=1, max_size=8), min_size=1, max_size=8).map(
    lambda sets: [
        sorted(map(str, own))
        for position, each in enumerate(sets)
        if (own := each - set().union(*sets[:position]))
    ]
)


@in_any_time
@given(before=_spots, after=_spots, turn=st.randoms(use_true_random=False))
def test_names_are_unique_and_independent_of_order(
    before: list[list[str]], after: list[list[str]], turn: object
) -> None:
    first = call(before, {})
    previous = {each: name for name, spot in zip(first, before, strict=True) for each in spot}
    shuffled = list(range(len(after)))
    turn.shuffle(shuffled)  # type: ignore[attr-defined]

    found = call(after, previous)
    other = call([after[n] for n in shuffled], previous)

    assert len(set(found)) == len(found)
    assert other == [found[n] for n in shuffled]


@in_any_time
@given(before=_spots)
def test_an_unchanged_snapshot_keeps_every_name(before: list[list[str]]) -> None:
    first = call(before, {})
    previous = {each: name for name, spot in zip(first, before, strict=True) for each in spot}

    assert call(before, previous) == first
