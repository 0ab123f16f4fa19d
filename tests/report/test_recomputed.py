"""Every published figure, counted again from the frozen snapshots by the rooms that count need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from taskforce.need.areas import AreaKind
from taskforce.need.change import compare
from taskforce.need.growth import growth_rates, scenario
from taskforce.need.overview import need_by_area, overview
from taskforce.need.tables import open_tables
from taskforce.need.white_spots import white_spots
from taskforce.report.bundle import Bundles
from taskforce.report.certificates import key as keys
from taskforce.report.certificates.key import Key
from taskforce.report.certificates.record import read_record
from taskforce.report.certificates.value import value_of
from taskforce.report.disclosure import LIMIT
from taskforce.report.figures import NOW, THEN
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS, Threshold
from taskforce.vocabulary.technology import Counting
from taskforce.vocabulary.use import Use
from tests.made_once import small_region

REGION = load_region()
OURS = {place.code for place in REGION.municipalities}
CASES = [(threshold, counting) for threshold in DESIGN_THRESHOLDS for counting in Counting]
NAMES = [f"{threshold.slug} {counting.value}" for threshold, counting in CASES]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The shelf of the small region, its two snapshots, and what was published of them."""
    root = small_region(tmp_path_factory, tmp_path_factory.mktemp("recomputed"))
    bundle = Bundles(root).latest()
    shelf = Shelf(root)
    now = shelf.open(bundle.label.snapshot)
    then = shelf.open(bundle.label.previous)
    return {NOW: now, THEN: then, "record": read_record(bundle.path, bundle.edition)}


def published(small: Any, key: Key) -> Any:
    return value_of(small["record"], key)


def agree(small: Any, key: Key, counted: Any) -> bool:
    """Bit for bit the same, or withheld; returns whether it was shown."""
    found = published(small, key)
    if found.withheld:
        return False
    assert found.number == counted, key
    return True


def areas(small: Any, when: str, threshold: Threshold, counting: Counting) -> Iterator[tuple]:
    """Every area of every kind, as the need room counts it: code, part, and the counts."""
    asked = {"threshold": threshold, "counting": counting}
    for one in overview(small[when], by="region", within=REGION.code, **asked):
        yield REGION.code, "", one
    for one in overview(small[when], by="municipality", split_by_use=True, **asked):
        yield one.area, "", one
        for use, part in (one.uses or {}).items():
            if part.addresses:
                yield one.area, use.value, part
    for code in sorted(OURS & {one.area for one in overview(small[when], **asked)}):
        for one in overview(small[when], by="postcode", within=code, **asked):
            yield code, one.area or keys.NO_POSTCODE, one


@pytest.mark.parametrize(("threshold", "counting"), CASES, ids=NAMES)
@pytest.mark.parametrize("when", [NOW, THEN])
def test_the_need_of_every_area_is_what_the_need_room_counts(small, when, threshold, counting):
    shown = hidden = 0
    for code, part, counted in areas(small, when, threshold, counting):
        place = Key(keys.BELOW, code, part, threshold.slug, counting.value, when)
        below = published(small, place)
        for kind, number in (
            (keys.ADDRESSES, counted.addresses),
            (keys.UNKNOWN, counted.unknown),
            (keys.BELOW, counted.below),
            (keys.SHARE_BELOW, counted.share_below),
        ):
            key = Key(kind, code, part, threshold.slug, counting.value, when)
            shown += agree(small, key, number)
        hidden += below.withheld
        # A small group is never shown, whatever else is.
        assert below.withheld or counted.below == 0 or counted.below >= LIMIT
    assert shown > 4 * len(OURS & {"0340", "0360"})
    # Lolland's two, and whatever would give them away.
    if (threshold.slug, counting, when) == ("100-30", Counting.FIXED, NOW):
        assert hidden


@pytest.mark.parametrize("threshold", DESIGN_THRESHOLDS, ids=lambda one: one.slug)
@pytest.mark.parametrize("when", [NOW, THEN])
def test_what_each_technology_serves_alone_is_what_the_need_room_counts(small, when, threshold):
    tables, shown = open_tables(small[when]), 0
    for technology in small[when].technologies:
        for kind in (AreaKind.REGION, AreaKind.MUNICIPALITY):
            asked = {"threshold": threshold, "technologies": (technology,), "kind": kind}
            for area, served in served_by_area(need_by_area(tables, **asked)).items():
                key = Key(f"served-{technology}", area, "", threshold.slug, "fixed", when)
                shown += agree(small, key, served)
    assert shown


@pytest.mark.parametrize(("threshold", "counting"), CASES, ids=NAMES)
def test_every_change_is_what_the_need_room_finds_between_the_days(small, threshold, counting):
    asked = {"threshold": threshold, "counting": counting}
    found = {
        one.area: one
        for by in ("municipality", "region")
        for one in compare(small[THEN], small[NOW], by=by, **asked)
    }
    flows = {
        "still": "still_below",
        "gained": "gained",
        "lost": "lost",
        "newly_known": "newly_known_below",
        "no_longer_known": "no_longer_known_below",
        "new": "new_below",
        "gone": "gone_below",
        "addresses_new": "new",
        "addresses_gone": "gone",
        "below_then": "below_before",
        "below_now": "below_after",
    }
    shown = 0
    for code in found.keys() & {*OURS, REGION.code}:
        for flow, counted in flows.items():
            key = Key(f"change-{flow}", code, "", threshold.slug, counting.value, NOW)
            shown += agree(small, key, getattr(found[code], counted))
    assert shown > len(found)


@pytest.mark.parametrize("threshold", DESIGN_THRESHOLDS, ids=lambda one: one.slug)
def test_every_white_spot_is_what_the_need_room_groups(small, threshold):
    every = white_spots(small[NOW], threshold=threshold)
    spots = [one for one in every if one.addresses >= LIMIT]
    for code in sorted({one.municipality for one in spots} | {"0340"}):
        here = [one for one in spots if one.municipality == code]
        assert agree(small, Key(keys.SPOTS, code, "", threshold.slug), len(here))
    for one in spots:
        code, _, name = one.id.partition("-")
        agree(small, Key(keys.SPOT, code, name, threshold.slug), one.addresses)
        metres = None if one.nearest_served_m is None else round(one.nearest_served_m, 1)
        agree(small, Key(keys.NEAREST, code, name, threshold.slug), metres)
    for code in OURS:
        few = [one.addresses for one in every if one.municipality == code and one.addresses < LIMIT]
        agree(small, Key(keys.SCATTERED, code, "", threshold.slug), sum(few))
    total = published(small, Key(keys.SPOTS, REGION.code, "", threshold.slug))
    assert total.number == len(spots)


def test_every_year_of_growth_is_what_the_need_room_reckons(small):
    first, shown = small[NOW].manifest.as_of.year, 0
    for rate in growth_rates():
        for year in (first + 1, first + 4, first + 7, first + 10):
            outlook = scenario(
                small[NOW],
                threshold=REGION.default_threshold,
                yearly_growth=rate.yearly_growth,
                year=year,
            )
            for one in outlook.areas:
                key = Key(f"growth-{rate.slug}-{year}", one.area)
                shown += agree(small, key, one.below_then)
    assert shown


def test_the_names_reach_every_figure_that_was_published(small):
    """What no name reaches, nobody can check: every number in the frozen file is some key's."""
    record = small["record"]
    for name in record.content:
        if name.startswith("need "):
            _, counting, threshold, when = name.split()
            for code, part in _rows(record.content[name]):
                for kind in (keys.ADDRESSES, keys.BELOW, keys.UNKNOWN, keys.SHARE_BELOW):
                    published(small, Key(kind, code, part, threshold, counting, when))
    for fact in record.content["reference"]:
        key = Key(
            f"official-{fact['subject']}", fact["area"], "", "published", "published", fact["as_of"]
        )
        assert published(small, key).number == fact["value"]


def served_by_area(counts: Any) -> dict[str, int]:
    """The addresses above the threshold by area: neither below nor unknown."""
    above = (counts.addresses - counts.below - counts.unknown).sum()
    rows = counts.group_by("area").agg(above=above).to_pyarrow().to_pylist()
    return {row["area"]: row["above"] for row in rows}


def _rows(table: Any) -> Iterator[tuple[str, str]]:
    for area in (table["region"], *table["areas"]):
        yield area["code"], ""
        yield from ((area["code"], Use(use["use"]).value) for use in area["uses"])
    for one in table["postcodes"]:
        yield one["municipality"], one["postcode"] or keys.NO_POSTCODE
