"""Nobody can find out a small group from what is shown, however patiently they reckon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.report.deduction import Sum, derivable, narrowed
from taskforce.report.disclosure import LIMIT, withheld_cells

Cells = dict[str, int]

COUNTS = st.sampled_from((0, 0, 0, 1, 1, 2, 2, 3, 4, 7))
SPARE = st.sampled_from((0, 1, 5))


def grid_of(rows: list[list[int]]) -> tuple[Cells, list[Sum]]:
    """Municipalities by uses, with all four kinds of totals, as the pages show them."""
    cells = {f"{m}{u}": count for m, row in enumerate(rows) for u, count in enumerate(row)}
    areas, uses = range(len(rows)), range(len(rows[0]))
    cells |= {f"m{m}": sum(rows[m]) for m in areas}
    cells |= {f"u{u}": sum(row[u] for row in rows) for u in uses}
    cells["region"] = sum(map(sum, rows))
    return cells, [
        *(Sum(f"m{m}", tuple(f"{m}{u}" for u in uses)) for m in areas),
        *(Sum(f"u{u}", tuple(f"{m}{u}" for m in areas)) for u in uses),
        Sum("region", tuple(f"m{m}" for m in areas)),
        Sum("region", tuple(f"u{u}" for u in uses)),
    ]


def tree_of(branches: list[list[int]]) -> tuple[Cells, list[Sum]]:
    """A municipality, its large hexagons, and the small ones in them."""
    cells = {
        f"{b}{i}": count for b, branch in enumerate(branches) for i, count in enumerate(branch)
    }
    cells |= {f"b{b}": sum(branch) for b, branch in enumerate(branches)}
    cells["all"] = sum(map(sum, branches))
    return cells, [
        *(
            Sum(f"b{b}", tuple(f"{b}{i}" for i in range(len(branch))))
            for b, branch in enumerate(branches)
        ),
        Sum("all", tuple(f"b{b}" for b in range(len(branches)))),
    ]


def worlds(
    cells: Cells, sums: list[Sum], hidden: list[str], most: Cells
) -> Iterator[dict[str, int]]:
    """Every way to fill in the hidden numbers that agrees with all that is shown."""
    leaves = [cell for cell in hidden if cell not in {line.total for line in sums}]
    ranges = [range(min(most[cell], 12) + 1) for cell in leaves]
    for values in product(*ranges):
        guess = {cell: count for cell, count in cells.items() if cell not in hidden}
        guess |= dict(zip(leaves, values, strict=True))
        if _agrees(guess, sums):
            yield guess


def _agrees(guess: dict[str, int], sums: list[Sum]) -> bool:
    for line in sums:
        total = sum(guess[part] for part in line.parts)
        if guess.setdefault(line.total, total) != total:
            return False
    return True


def assert_nobody_is_given_away(cells: Cells, sums: list[Sum], most: Cells) -> None:
    hidden = withheld_cells(cells, sums, most=most)
    small = [cell for cell, count in cells.items() if 0 < count < LIMIT]
    assert set(small) <= hidden
    leaves = [cell for cell in hidden if cell not in {line.total for line in sums}]
    seen: dict[str, set[int]] = {cell: set() for cell in small}
    assert not derivable(hidden, sums) & seen.keys()
    if len(leaves) > 5:  # too many worlds to try them all
        return
    for world in worlds(cells, sums, sorted(hidden), most):
        for cell in small:
            seen[cell].add(world[cell])
    assert all(len(values) > 1 for values in seen.values()), (cells, hidden, seen)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(COUNTS, min_size=3, max_size=3), min_size=2, max_size=3), SPARE)
def test_no_small_group_can_be_found_in_a_table_with_totals(rows, spare):
    cells, sums = grid_of(rows)
    assert_nobody_is_given_away(cells, sums, {cell: n + LIMIT + spare for cell, n in cells.items()})


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(COUNTS, min_size=1, max_size=4), min_size=1, max_size=3), SPARE)
def test_no_small_group_can_be_found_in_areas_within_areas(branches, spare):
    cells, sums = tree_of(branches)
    assert_nobody_is_given_away(cells, sums, {cell: n + LIMIT + spare for cell, n in cells.items()})


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=4), min_size=1, max_size=3)
)
def test_nearly_everyone_in_need_gives_nobody_away(branches):
    """A reader who knows how many addresses each area has, most of them in need, finds no one."""
    cells, sums = tree_of([[below for below, _ in branch] for branch in branches])
    most, _ = tree_of([[below + served for below, served in branch] for branch in branches])
    everyone = {line.total for line in sums if cells[line.total] == most[line.total]}
    if not everyone:
        assert_nobody_is_given_away(cells, sums, most)


def test_where_a_shown_group_is_all_in_need_its_parts_are_no_secret():
    cells = {"all": 9, "a": 2, "b": 7}
    sums = [Sum("all", ("a", "b"))]
    assert withheld_cells(cells, sums, most={"all": 9, "a": 2, "b": 7}) == {"a"}
    assert withheld_cells(cells, sums, most={"all": 12, "a": 3, "b": 9}) == {"a", "b"}


def test_a_lone_small_group_takes_another_number_with_it():
    cells = {"all": 41, "home": 40, "business": 1, "other": 0}
    sums = [Sum("all", ("home", "business", "other"))]
    assert withheld_cells(cells, sums) == {"home", "business"}


def test_two_small_groups_cover_each_other_only_when_more_than_one_world_fits():
    sums = [Sum("all", ("a", "b", "c", "d"))]
    assert withheld_cells({"all": 13, "a": 1, "b": 2, "c": 10, "d": 0}, sums) == {"a", "b"}
    three = withheld_cells({"all": 13, "a": 1, "b": 1, "c": 1, "d": 10}, sums)
    assert three == {"a", "b", "c", "d"}


def test_nothing_is_withheld_without_a_small_group():
    cells, sums = grid_of([[0, 3, 4], [5, 0, 7]])
    assert withheld_cells(cells, sums) == frozenset()


def test_a_group_of_two_addresses_tells_nothing_even_when_none_is_in_need():
    cells = {"all": 9, "a": 0, "b": 0, "c": 9}
    sums = [Sum("all", ("a", "b", "c"))]
    assert withheld_cells(cells, sums, most={"a": 2, "b": 50, "c": 50, "all": 102}) == {"a"}


def test_the_number_that_is_missed_least_covers():
    cells = {"all": 30, "a": 1, "b": 9, "c": 20}
    sums = [Sum("all", ("a", "b", "c"))]
    dear = {"b": 100}
    assert withheld_cells(cells, sums) == {"a", "b"}
    assert withheld_cells(cells, sums, worth=lambda cell: dear.get(cell, 1)) == {"a", "c"}


def test_what_follows_from_sums_is_found():
    sums = [Sum("t", ("a", "b")), Sum("u", ("b", "c"))]
    assert derivable({"a"}, sums) == {"a"}
    assert derivable({"a", "b"}, sums) == {"a", "b"}
    assert derivable({"a", "b", "c"}, sums) == set()
    bounds = {"a": (1, 99), "b": (1, 99)}
    assert narrowed(bounds, {"t": 2}, sums[:1]) == {"a": (1, 1), "b": (1, 1)}
