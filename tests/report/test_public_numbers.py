"""No page, map or file gives away a small group, alone or together with the others."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable

import pyarrow.parquet as pq
import pyogrio
import pytest

from taskforce.need.overview import overview
from taskforce.report.count import Count
from taskforce.report.figures import NOW, THEN
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS
from taskforce.vocabulary.technology import Counting

SMALL = (1, 2)
Equation = tuple[str, list[str]]


def needs(bundle, counting: Counting = Counting.FIXED) -> Iterable[tuple[str, Count]]:
    """Every number of addresses in need that the pages show, by a name of its own."""
    for threshold in DESIGN_THRESHOLDS:
        for when in (NOW, THEN):
            table = bundle.need(threshold, when, counting=counting)
            asked = f"{threshold.slug} {when}"
            for area in (table.region, *table.areas):
                yield f"{asked} {area.code}", area.below
                for use in area.uses:
                    yield f"{asked} {area.code} use {use.use}", use.below
            for part in table.postcodes:
                yield f"{asked} {part.municipality} post {part.postcode}", part.below
        change = bundle.change(threshold, counting=counting)
        for area in (change.region, *change.areas):
            for flow in (
                "still",
                "gained",
                "lost",
                "newly_known",
                "no_longer_known",
                "new",
                "gone",
            ):
                yield f"{threshold.slug} {area.code} {flow}", getattr(area, flow)


def equations(bundle, names: Iterable[str]) -> list[Equation]:
    """Every sum that a reader of the pages knows."""
    region, known = bundle.region().code, set(names)
    codes = [area.code for area in bundle.areas()]
    found = []
    for name in known:
        head, _, tail = name.partition(f" {region}")
        if region in name:
            found.append((name, [f"{head} {code}{tail}" for code in codes]))
        for kind in (" use ", " post "):
            parts = [other for other in known if other.startswith(name + kind)]
            found += [(name, parts)] if parts else []
    for slug in ("30-5", "100-30", "1000-100"):
        for code in (region, *codes):
            for when, flows in (
                (THEN, ("still", "gained", "no_longer_known", "gone")),
                (NOW, ("still", "lost", "newly_known", "new")),
            ):
                found.append((f"{slug} {when} {code}", [f"{slug} {code} {flow}" for flow in flows]))
    return [(total, [p for p in parts if p in known]) for total, parts in found if total in known]


def subtracted(numbers: dict[str, int | None], sums: list[Equation]) -> dict[str, int | None]:
    """Fill in every number that is alone unknown in a sum, again and again."""
    found, before = dict(numbers), None
    while found != before:
        before = dict(found)
        for total, parts in sums:
            unknown = [name for name in {total, *parts} if found[name] is None]
            if unknown == [total]:
                found[total] = sum(found[part] or 0 for part in parts)
            elif len(unknown) == 1:
                found[unknown[0]] = (found[total] or 0) - sum(found[p] or 0 for p in parts)
    return found


@pytest.mark.parametrize("counting", Counting)
def test_no_page_shows_a_small_group(bundle, counting):
    shown = [count.value for _, count in needs(bundle, counting)]
    assert any(value is None for value in shown)
    assert not any(value in SMALL for value in shown)


@pytest.mark.parametrize("counting", Counting)
def test_no_small_group_is_found_by_subtraction(bundle, counting):
    numbers = {name: count.value for name, count in needs(bundle, counting)}
    assert None in numbers.values()
    sums = equations(bundle, numbers)
    assert len(sums) > 100
    assert not any(value in SMALL for value in subtracted(numbers, sums).values())


def test_without_cover_the_same_reader_would_find_small_groups(bundle, shelf):
    """The proof above has teeth: withholding only the small numbers is not enough."""
    numbers = {name: count.value for name, count in needs(bundle)}
    truth = dict(numbers)
    for when, year in ((NOW, "2026"), (THEN, "2016")):
        for threshold in DESIGN_THRESHOLDS:
            for area in overview(shelf.open(year), threshold=threshold, split_by_use=True):
                head = f"{threshold.slug} {when} {area.area}"
                truth |= {f"{head} use {use}": part.below for use, part in area.uses.items()}
                truth[head] = area.below
    naive = {
        name: None if truth[name] in SMALL or truth[name] is None else truth[name]
        for name in numbers
    }
    found = subtracted(naive, equations(bundle, numbers))
    assert any(value in SMALL for value in found.values())


@pytest.mark.parametrize("when", [NOW, THEN])
def test_one_technology_does_not_tell_how_many_are_below(bundle, when):
    withheld = 0
    for threshold in DESIGN_THRESHOLDS:
        tables = [bundle.need(threshold, when, counting=counting) for counting in Counting]
        for both in zip(*([table.region, *table.areas] for table in tables), strict=True):
            assert all(area.share_below is None for area in both if area.below.withheld)
            if any(area.below.withheld for area in both):
                withheld += 1
                assert all(one.served.withheld for area in both for one in area.technologies)
    assert withheld > 0 or when == THEN


def test_hexagons_do_not_give_away_a_municipality_nor_each_other(bundle):
    below: defaultdict[tuple[str, ...], list[int | None]] = defaultdict(list)
    with bundle.download("need_hexes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            asked = (row["threshold"], row["when"], row["municipality"])
            below[asked].append(int(row["below"]) if row["below"] else None)
            assert (row["withheld"] == "true") == (row["below"] == row["share_below"] == "")
    assert not any(value in SMALL for values in below.values() for value in values)
    for (threshold, when, code), values in below.items():
        total = bundle.need(threshold, when).area(code).below.value
        if total is not None:
            hidden = total - sum(value or 0 for value in values)
            assert hidden not in SMALL
            assert values.count(None) != 1 or hidden == 0


def test_white_spots_leave_no_small_rest(bundle):
    for threshold in DESIGN_THRESHOLDS:
        table = bundle.white_spots(threshold)
        for area in bundle.need(threshold).areas:
            counts = [spot.addresses for spot in table.in_municipality(area.code)]
            counts.append(table.scattered_in(area.code))
            assert not any(count.value in SMALL for count in counts)
            hidden = [count for count in counts if count.withheld]
            if area.below.shown and hidden:
                rest = area.below.value - sum(count.value or 0 for count in counts)
                assert len(hidden) > 1
                assert rest >= 3
    assert len(bundle.white_spots("100/30").in_municipality("0340")) == 1


def in_need(subject: str, column: str) -> bool:
    flows = ("still", "gained", "lost", "newly_known", "no_longer_known", "new", "gone")
    counts = ("addresses",) if subject == "white_spots" else ("below", "below_then", "below_now")
    return column in (*counts, *flows) or "_below_" in column


@pytest.mark.parametrize("ending", ["parquet", "gpkg"])
def test_no_file_shows_a_small_group(bundle, ending):
    files = [one for one in bundle.downloads() if one.format == ending]
    assert len(files) >= 3
    for one in files:
        path = bundle.download(one.name)
        table = pq.read_table(path) if ending == "parquet" else pyogrio.raw.read_arrow(path)[1]
        chosen = [name for name in table.column_names if in_need(one.subject, name)]
        assert chosen
        for name in chosen:
            assert not any(value in SMALL for value in table[name].to_pylist()), (one.name, name)


def test_no_public_file_has_a_row_for_an_address(bundle):
    for one in bundle.downloads():
        content = bundle.download(one.name).read_bytes()
        assert b"Andersens" not in content
        assert not {"source_id", "road", "house_number"} & {column.name for column in one.columns}
