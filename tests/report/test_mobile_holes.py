"""A mobile hole is hexagons side by side that are reported or measured to fail; nothing else."""

from dataclasses import replace

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.report.count import Count
from taskforce.report.mobile.holes import holes, outline
from taskforce.report.mobile.overview import Predicted, Reported
from tests.report.mobile_overviews import CELLS, LOLLAND, OVERVIEW, SOROE_UNMEASURED, SOROE_WEAK

MIDDLE = SOROE_WEAK
RING = sorted(h3.grid_ring(MIDDLE, 1))
FAR = h3.grid_ring(MIDDLE, 4)[0]
_, PLAIN, _ = CELLS


def cell(name, lacking=0, *, weak=None, addresses=20, code="0340"):
    """A hexagon of twenty addresses; not measured unless it is said how."""
    return replace(
        PLAIN,
        cell=name,
        municipality=code,
        addresses=addresses,
        reported=Reported(addresses - lacking, lacking, 0),
        weak=weak,
        median_dbm=None if weak is None else -110.0 if weak else -80.0,
        measurements=0 if weak is None else 40,
    )


# Without the sums of municipalities no number can be reckoned out.
ALONE = replace(OVERVIEW, areas=())


def found(*cells):
    return holes(ALONE, cells)


def test_reported_and_measured_make_a_hole_and_are_counted_apart():
    (one,) = holes(OVERVIEW, CELLS)
    assert one.cells == (SOROE_UNMEASURED, SOROE_WEAK)
    # Ten of Sorø's twelve: told, they would give away the two in the weak hexagon.
    assert one.addresses == Count.WITHHELD
    assert (one.measured_cells, one.weak_cells, one.weak_addresses) == (1, 1, 10)
    assert LOLLAND not in one.cells


def test_neighbours_are_one_hole_but_not_across_a_border_or_a_gap():
    together = found(cell(MIDDLE, 5), cell(RING[0], 7), cell(FAR, 9))
    assert [(len(one.cells), one.addresses.value) for one in together] == [(1, 9), (2, 12)]
    apart = found(cell(MIDDLE, 5), cell(RING[0], 7, code="0360"))
    assert [one.municipality for one in apart] == ["0340", "0360"]


@pytest.mark.parametrize(
    ("row", "holes_found"),
    [
        (cell(MIDDLE, 2), 0),
        (cell(MIDDLE, 3), 1),
        (cell(MIDDLE, weak=True, addresses=2), 0),
        (cell(MIDDLE, weak=True, addresses=3), 1),
        (cell(MIDDLE, weak=False), 0),
        (replace(cell(MIDDLE), predicted=Predicted(0, 0, 20, 0)), 0),
        (cell("", 9), 0),
    ],
)
def test_one_hexagon_alone(row, holes_found):
    assert len(found(row)) == holes_found


def test_a_stretch_of_road_where_nobody_lives_is_a_hole():
    empty = [cell(one, weak=True, addresses=0) for one in (MIDDLE, RING[0])]
    (one,) = found(*empty)
    assert (one.addresses, one.weak_cells, one.weak_addresses) == (Count(0), 2, 0)


def test_where_nothing_is_reported_the_number_is_unknown_and_not_none():
    silent = replace(cell(MIDDLE, weak=True), reported=None)
    assert found(silent)[0].addresses == Count.UNKNOWN


def test_the_outline_covers_the_hexagons_and_the_middle_lies_in_it():
    (one,) = found(*(cell(name, 4) for name in (MIDDLE, *RING)))
    shape = outline(one.cells)
    assert shape.geom_type == "Polygon"
    assert len(shape.interiors) == 0
    assert abs(one.area_km2 - 7 * h3.cell_area(MIDDLE, unit="km^2")) < 0.1
    assert shape.contains(type(shape.centroid)(one.longitude, one.latitude))


@given(
    st.dictionaries(
        st.sampled_from(sorted(h3.grid_disk(MIDDLE, 3))), st.integers(0, 20), min_size=1
    ),
)
def test_every_failing_hexagon_is_in_exactly_one_hole_and_no_two_holes_touch(lacking):
    every = found(*(cell(name, count) for name, count in lacking.items()))
    inside = [name for one in every for name in one.cells]
    assert sorted(inside) == sorted(name for name, count in lacking.items() if count >= 3)
    for one in every:
        around = {near for name in one.cells for near in h3.grid_disk(name, 1)}
        assert around.intersection(inside) == set(one.cells)
