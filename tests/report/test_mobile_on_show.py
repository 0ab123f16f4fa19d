"""What everyone sees of mobile need: the true figures, and never a group of one or two."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.report.count import Count
from taskforce.report.mobile.classes import measured_class, predicted_tier, reported_class
from taskforce.report.mobile.differing import with_differing
from taskforce.report.mobile.open_files import open_files
from taskforce.report.mobile.overview import Difference, Reported
from taskforce.report.mobile.publishing import SHAPES, TILES, file_on_show, on_show, publish
from taskforce.report.mobile.showing import shown_overview
from taskforce.report.mobile.shown import ShownDifference, ShownPredicted, ShownReported
from taskforce.report.mobile.truths import Disagreement
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import Service, Tier
from tests.report.mobile_overviews import CELLS, LOLLAND, OVERVIEW, SOROE, SOROE_WEAK, WEAK

COUNTS = st.sampled_from((0, 0, 1, 2, 3, 4, 8))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Shelf:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    publish(shelf, OVERVIEW, CELLS)
    return shelf


def cells_shown():
    return {one.cell: one for one in shown_overview(OVERVIEW, CELLS)[1]}


def test_two_addresses_are_withheld_and_so_is_what_would_give_them_away():
    shown, _ = shown_overview(OVERVIEW, CELLS)
    assert shown.region.reported.lacking == Count(14)
    assert [one.reported.lacking for one in shown.areas] == [Count.WITHHELD, Count.WITHHELD]
    assert shown.areas[1].reported.lacking_share is None


@pytest.mark.parametrize(("differ", "of"), [(8, 10), (8, 9), (2, 18)])
def test_those_who_differ_are_withheld_where_they_or_the_others_are_a_small_group(differ, of):
    shown = with_difference(Difference(WEAK, differ, of, 1))
    # The two others of ten would lack coverage in both truths.
    assert shown.areas[0].reported.lacking.shown
    assert shown.areas[0].differences[0].addresses.withheld


def test_who_contradicts_a_withheld_need_is_withheld_too():
    shown, _ = shown_overview(OVERVIEW, CELLS)
    assert shown.areas[0].reported.lacking.withheld
    assert shown.areas[0].differences[0].addresses.withheld


def with_difference(one):
    """Sorø alone, with one way of differing."""
    soroe = replace(SOROE, differences=(one,))
    region = replace(OVERVIEW.region, differences=(one,), reported=SOROE.reported)
    return shown_overview(replace(OVERVIEW, region=region, areas=(soroe,)), ())[0]


def test_what_needs_no_protection_is_told_in_full():
    shown = with_difference(Difference(WEAK, 8, 18, 1))
    assert shown.areas[0].differences[0].addresses == Count(8)
    assert shown.areas[0].differing == Count(8)
    assert shown.areas[0].reported.lacking == Count(12)
    assert shown.areas[0].predicted.unlikely_share == 17 / 29


def test_a_hexagon_tells_its_classes_and_the_unmeasured_one_tells_no_signal():
    found = cells_shown()
    assert measured_class(found[SOROE_WEAK], -100) == 2
    assert measured_class(found[LOLLAND], -100) is None
    assert reported_class(found[SOROE_WEAK].reported) is None
    # The contradiction would tell how many are reported as covered there.
    assert found[SOROE_WEAK].main is None
    assert found[SOROE_WEAK].agrees is None


def test_the_classes_have_their_edges_where_the_legend_says():
    def lacking(count):
        return reported_class(ShownReported(Count(count), known=100, unknown=3))

    assert [lacking(count) for count in (0, 5, 10, 49, 50, 100)] == [0, 1, 2, 2, 3, 3]
    assert reported_class(ShownReported(Count(0), known=0, unknown=3)) is None
    cell = cells_shown()[SOROE_WEAK]
    levels = (-89.9, -90.0, -100.0, -100.1, -110.0, -110.1)
    told = [measured_class(replace(cell, median_dbm=level), -100) for level in levels]
    assert told == [0, 0, 1, 2, 2, 3]
    assert measured_class(replace(cell, measurements=9), -100) is None


def test_most_addresses_decide_the_tier_and_the_worse_one_where_two_are_as_many():
    def tier(*counts):
        told = [Count(one) for one in counts]
        return predicted_tier(ShownPredicted(*told, predicted=sum(counts), off_terrain=0))

    assert tier(5, 3, 0) is Tier.LIKELY
    assert tier(3, 3, 0) is Tier.UNCERTAIN
    assert tier(3, 0, 3) is Tier.UNLIKELY
    assert tier(0, 0, 0) is None
    withheld = [Count.WITHHELD] * 3
    assert predicted_tier(ShownPredicted(*withheld, predicted=9, off_terrain=0)) is None


def test_what_is_put_on_show_is_found_again_with_its_files(shelf):
    shown = on_show(shelf)
    assert shown.id == OVERVIEW.id
    assert shown.terrain == "none"
    assert shown.inputs == OVERVIEW.inputs
    path, file = file_on_show(shelf, shown.id, TILES)
    assert path.read_bytes()[:7] == b"PMTiles"
    assert path.stat().st_size == file.bytes
    assert on_show(shelf, Service.VOICE) is None
    assert file_on_show(shelf, shown.id, "overview.json") is None
    assert file_on_show(shelf, "ingen", TILES) is None


def test_the_shapes_say_where_they_come_from_and_withhold_too(shelf):
    path, _ = file_on_show(shelf, OVERVIEW.id, SHAPES)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["terrain_label"] == "flad jord, intet terræn"
    assert "Mastedatabasen, 2026-07-01" in told["source"]
    lolland = next(
        one["properties"] for one in told["features"] if one["properties"]["hex"] == LOLLAND
    )
    assert lolland["reported_lacking"] is None
    assert "reported_lacking" in lolland["withheld"]
    assert lolland["measured"] is None


def test_every_table_comes_in_every_form_with_its_columns_described(shelf):
    told = {one.name: one for one in open_files(on_show(shelf))}
    assert list(told) == [
        *("areas.csv", "areas.parquet", "areas.schema.json"),
        *("cells.csv", "cells.parquet", "cells.schema.json"),
        *("cells.geojson", "cells.gpkg", "cells.fgb", "datapackage.json"),
    ]
    for table in ("areas", "cells"):
        path, _ = file_on_show(shelf, OVERVIEW.id, f"{table}.csv")
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        schema = json.loads(path.with_suffix(".schema.json").read_text(encoding="utf-8"))
        assert [one["name"] for one in schema["fields"]] == head
        assert [one.name for one in told[f"{table}.csv"].columns] == head
        for row in rows:
            for field, value in zip(schema["fields"], row, strict=True):
                assert value == "" or _is_a(field, value), (field, value)
        frozen = pq.read_table(path.with_suffix(".parquet"))
        assert (frozen.column_names, frozen.num_rows) == (head, len(rows))
        assert frozen.schema.metadata[b"disclosure_limit"] == b"3"


def test_one_file_describes_all_the_others_so_that_a_program_can_read_them(shelf):
    path, _ = file_on_show(shelf, OVERVIEW.id, "datapackage.json")
    package = json.loads(path.read_text(encoding="utf-8"))
    others = [one for one in open_files(on_show(shelf)) if one.name != path.name]
    assert [one["path"] for one in package["resources"]] == [one.name for one in others]
    for told in package["resources"]:
        there = path.parent / told["path"]
        assert there.stat().st_size == told["bytes"]
        assert told["hash"] == f"sha256:{sha256_of(there)}"
    for table in ("areas", "cells"):
        schema = json.loads((path.parent / f"{table}.schema.json").read_text(encoding="utf-8"))
        assert [one["schema"] for one in package["resources"] if one["path"] == f"{table}.csv"] == [
            schema
        ]
    assert package["version"] == OVERVIEW.id
    assert package["licenses"][0]["title"] == "kildernes egne vilkår (the terms of the sources)"


def _is_a(field, value):
    kinds = {"integer": int, "number": float, "date": date.fromisoformat}
    found = kinds.get(field["type"], str)(value)
    limits = field.get("constraints", {})
    return (
        found >= limits.get("minimum", found)
        and found <= limits.get("maximum", found)
        and re.fullmatch(limits.get("pattern", ".*"), value) is not None
    )


def test_the_forms_of_the_map_hold_the_same_and_withhold_the_same(shelf):
    shapes = json.loads(file_on_show(shelf, OVERVIEW.id, SHAPES)[0].read_text(encoding="utf-8"))
    wanted = {one["properties"]["hex"]: one["properties"] for one in shapes["features"]}
    for name in ("cells.gpkg", "cells.fgb"):
        path, _ = file_on_show(shelf, OVERVIEW.id, name)
        table = pyogrio.read_arrow(path)[1].to_pylist()
        for row in table:
            assert {key: row[key] for key in wanted[row["hex"]]} == wanted[row["hex"]]
        assert len(table) == len(wanted)
    lolland = wanted[LOLLAND]
    assert lolland["reported_lacking"] is None


def test_an_overview_tells_the_terms_of_what_it_was_made_from(shelf):
    [one, *_] = open_files(on_show(shelf))
    assert one.origin.licence == "kildernes egne vilkår (the terms of the sources)"
    known = replace(on_show(shelf), licences=("CC0", "CC BY 4.0"))
    assert open_files(known)[0].origin.licence == "CC0 · CC BY 4.0"
    assert one.origin.as_of == date(2026, 7, 1)
    assert one.origin.publisher == "Klimadatastyrelsen; Styrelsen; Mastedatabasen; Regionen"


def test_an_overview_without_cells_has_no_map(tmp_path):
    shelf = Shelf(tmp_path)
    publish(shelf, OVERVIEW, ())
    assert file_on_show(shelf, OVERVIEW.id, TILES) is None
    assert on_show(shelf).region.addresses == OVERVIEW.region.addresses


@given(st.lists(st.lists(COUNTS, min_size=1, max_size=3), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_small_group_is_shown_and_none_is_left_over_alone(branches):
    cells, areas = [], []
    for code, counts in enumerate(branches):
        told = [Reported(9, count, 0) for count in counts]
        cells += [
            replace(CELLS[2], cell=f"{code}{n}", municipality=str(code), reported=one, addresses=0)
            for n, one in enumerate(told)
        ]
        areas.append(area(str(code), sum(counts), 9 * len(counts)))
    whole = area("", sum(map(sum, branches)), sum(one.reported.covered for one in areas))
    shown, seen = shown_overview(replace(OVERVIEW, region=whole, areas=tuple(areas)), cells)
    every = [one.reported.lacking for one in (shown.region, *shown.areas, *seen)]
    assert all(one.value not in (1, 2) for one in every)
    hidden = sum(one.reported.lacking.withheld for one in shown.areas)
    assert hidden != 1 or shown.region.reported.lacking.withheld


def differing_of(*areas):
    """What is told of the municipalities: how many differ, and each way of differing."""
    rows = [area("", 0, 9)] + [area(str(number), 0, 9) for number, _ in enumerate(areas)]
    whole = sum(differing for differing, *_ in areas)
    rows[0] = replace(rows[0], differing=whole)
    shown = []
    for (differing, *ways), at in zip(areas, range(1, len(rows)), strict=True):
        rows[at] = replace(rows[at], differing=differing)
        told = [Count.WITHHELD if way is None else Count(way) for way in ways]
        kinds = zip(Disagreement, told, strict=False)
        bare = shown_overview(OVERVIEW, ())[0].areas[0]
        ways_shown = tuple(ShownDifference(kind, one, Count(99)) for kind, one in kinds)
        shown.append(replace(bare, code=str(at - 1), differences=ways_shown))
    region = replace(shown[0], code="", differences=())
    return [one.differing for one in with_differing(rows, [region, *shown])]


def test_all_who_differ_are_told_where_the_shown_ways_account_for_them():
    assert differing_of((10, 8, None, 3), (5, 5)) == [Count(15), Count(10), Count(5)]


def test_all_who_differ_are_withheld_where_the_rest_would_tell_of_a_withheld_way():
    # Ten of whom eight are shown: the withheld way has two.
    assert differing_of((10, 8, None), (5, 5), (7, 7)) == [
        Count(22), Count.WITHHELD, Count.WITHHELD, Count(7),
    ]  # fmt: skip
    assert differing_of((2, None), (1, None), (7, 7))[1:] == [
        Count.WITHHELD, Count.WITHHELD, Count(7),
    ]  # fmt: skip


def area(code, lacking, covered):
    bare = replace(SOROE, code=code, measured=None, predicted=None, differing=None)
    return replace(bare, differences=(), reported=Reported(covered, lacking, 0))
