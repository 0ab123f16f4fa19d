"""Shapes are read out of a file page by page, and a box finds what it meets, in both units."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from taskforce.report.shape_file import ShapeFile
from taskforce.report.shape_rows import Asked, Box, KeptRows, Row
from taskforce.report.shapes import degrees, metric


@pytest.fixture(scope="module")
def hexes(bundle):
    return ShapeFile(bundle.download("need_hexes.gpkg"), ("municipality", "hex"))


def walk(source, asked):
    """All rows, page by page."""
    rows, after, more = [], 0, True
    while more:
        page = source.page(Asked(asked.limit, after, asked.box, asked.facts))
        rows, more = [*rows, *page.rows], page.more
        after = rows[-1].place if rows else 0
        assert len(page.rows) <= asked.limit
    assert len(rows) == page.matched
    return rows


def test_pages_together_are_all_shapes_with_their_numbers(hexes, bundle):
    drawn = json.loads(bundle.download("need_hexes.geojson").read_text(encoding="utf-8"))
    rows = walk(hexes, Asked(7))
    assert [row.facts for row in rows] == [one["properties"] for one in drawn["features"]]
    assert len({row.id for row in rows}) == len(rows) > 20
    for row, one in zip(rows, drawn["features"], strict=True):
        there = shapely.from_geojson(json.dumps(one["geometry"]))
        assert shapely.hausdorff_distance(row.shape, there) < 1e-5


def test_a_shape_is_found_by_its_id(hexes):
    [first] = hexes.page(Asked(1)).rows
    assert first.id == f"{first.facts['municipality']}-{first.facts['hex']}"
    assert hexes.one(first.id).shape.equals(first.shape)
    assert hexes.one("' OR 1") is None


def test_facts_choose(hexes):
    rows = walk(hexes, Asked(5, facts={"municipality": "0340"}))
    assert rows
    assert {row.facts["municipality"] for row in rows} == {"0340"}
    withheld = walk(hexes, Asked(5, facts={"now_withheld_100-30": "true"}))
    assert all(row.facts["now_below_100-30"] is None for row in withheld)
    with pytest.raises(ValueError, match="neither true"):
        hexes.page(Asked(5, facts={"now_withheld_100-30": "maybe"}))


@given(data=st.data())
def test_a_box_finds_exactly_what_it_meets_in_degrees_and_in_metres(hexes, data):
    rows = hexes.page(Asked(1000)).rows
    in_metres = data.draw(st.booleans())
    shapes = np.array([row.shape for row in rows], dtype=object)
    shapes = metric(shapes) if in_metres else shapes
    west, south, east, north = shapely.total_bounds(shapes)
    places = st.floats(0, 1)
    xs = sorted(west + data.draw(places) * (east - west) for _ in range(2))
    ys = sorted(south + data.draw(places) * (north - south) for _ in range(2))
    box = Box(xs[0], ys[0], xs[1], ys[1], metric=in_metres)
    expected = [
        row.id for row, one in zip(rows, shapes, strict=True) if one.intersects(box.shape())
    ]
    assert [row.id for row in walk(hexes, Asked(3, box=box))] == expected


def test_the_box_around_all_holds_all(hexes):
    west, south, east, north = hexes.bounds()
    assert west < east
    assert hexes.page(Asked(1, box=Box(west, south, east, north))).matched == (
        hexes.page(Asked(1)).matched
    )


def test_rows_in_memory_answer_in_the_same_way():
    rows = tuple(
        Row(n, f"m{n}", shapely.Point(11 + n / 10, 55), {"name": f"m{n}", "planned": n > 2})
        for n in range(1, 5)
    )
    kept = KeptRows(rows, {"name": "string", "planned": "boolean"})
    assert [row.id for row in walk(kept, Asked(2, facts={"planned": "true"}))] == ["m3", "m4"]
    assert [row.id for row in walk(kept, Asked(1, box=Box(11, 54, 11.25, 56)))] == ["m1", "m2"]
    assert kept.one("m2") == rows[1]
    assert KeptRows((), {}).bounds() is None


def test_degrees_and_metres_are_each_other_turned_round():
    point = np.array([shapely.Point(11.5, 55.4)])
    assert shapely.distance(degrees(metric(point)), point)[0] < 1e-9
