"""A bundle shows what the snapshots say: whole, reproducible, all or nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from taskforce.need.overview import overview
from taskforce.report import build as building
from taskforce.report.build import build
from taskforce.report.bundle import Bundle, Bundles
from taskforce.report.figures import NOW, THEN
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import NotOnShelf, PromiseBroken
from taskforce.vocabulary.places import Municipality, load_region
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS
from taskforce.vocabulary.technology import Counting
from tests.makers import SLOW, Address, make_snapshot, uuid_of
from tests.report.conftest import MUNICIPALITIES, OUTSIDE, two_days


@pytest.mark.parametrize("counting", Counting)
@pytest.mark.parametrize("when", [NOW, THEN])
def test_the_table_of_need_says_what_the_command_line_says(bundle, shelf, counting, when):
    snapshot = shelf.open("2026" if when == NOW else "2016")
    for threshold in DESIGN_THRESHOLDS:
        told = {
            area.area: area
            for area in overview(snapshot, threshold=threshold, counting=counting)
            if area.area in MUNICIPALITIES
        }
        table = bundle.need(threshold, when, counting=counting)
        assert {area.code for area in table.areas} == set(MUNICIPALITIES)
        for area in table.areas:
            assert area.addresses.value == told[area.code].addresses
            assert area.unknown.value == told[area.code].unknown
            if not area.below.withheld:
                assert area.below.value == told[area.code].below
                assert area.share_below == told[area.code].share_below
        assert table.region.unknown.value == sum(area.unknown for area in told.values())


def test_only_the_region_is_shown_and_the_rest_is_counted(bundle):
    region = bundle.region()
    assert (region.addresses, region.outside) == (400, OUTSIDE)
    assert len(bundle.areas()) == 17
    assert bundle.area("0101") is None
    assert bundle.area("0329").addresses == 0


def test_the_flows_explain_the_difference_between_the_days(bundle):
    for threshold in DESIGN_THRESHOLDS:
        change = bundle.change(threshold).region
        then = [change.still, change.gained, change.no_longer_known, change.gone]
        now = [change.still, change.lost, change.newly_known, change.new]
        for below, flows in ((change.below_then, then), (change.below_now, now)):
            if below.shown and all(flow.shown for flow in flows):
                assert below.value == sum(flow.value for flow in flows)
        assert change.below_now == bundle.need(threshold).region.below
        assert change.below_then == bundle.need(threshold, THEN).region.below


def test_every_table_tells_publisher_day_method_and_certainty(bundle):
    tables = [bundle.need("100/30"), bundle.change("100/30"), bundle.white_spots("100/30")]
    methods = [table.origin.method for table in [*tables, bundle.growth()]]
    assert methods == ["need", "change", "white-spots", "growth"]
    assert tables[0].origin.certainty is Certainty.REPORTED
    assert tables[1].origin.certainty is Certainty.CALCULATED
    assert all(table.origin.publisher == "Test publisher" for table in tables)
    assert {fact.origin.method for fact in bundle.reference()} == {"reference-series"}
    pages = Path(__file__).parents[2] / "docs" / "figures"
    for method in (*methods, "reference-series", "disclosure"):
        assert (pages / f"{method}.md").is_file()


def test_growth_never_lowers_the_need(bundle):
    for scenario in bundle.growth().scenarios:
        below = [year.region.below.value for year in scenario.years if year.region.below.shown]
        assert below == sorted(below)
        assert [year.year for year in scenario.years] == list(range(2027, 2037))


def test_the_same_inputs_give_the_same_bytes(bundle, tmp_path):
    other = build(two_days(tmp_path / "other"))
    names = ["figures.json", *(f"downloads/{one.name}" for one in bundle.downloads())]
    assert len(names) > 20
    for name in names:
        assert (bundle.path / name).read_bytes() == (other / name).read_bytes(), name


def test_the_label_has_the_checksum_of_every_file(bundle):
    listed = {file.name: file for file in bundle.label.files}
    there = {str(p.relative_to(bundle.path)) for p in bundle.path.rglob("*") if p.is_file()}
    assert set(listed) | {"bundle.json"} == there
    assert all(sha256_of(bundle.path / name) == one.sha256 for name, one in listed.items())
    assert bundle.label.snapshot.startswith("2026-06-30-")
    assert bundle.label.previous.startswith("2016-06-30-")


def test_the_same_inputs_are_not_built_twice(bundle, shelf, monkeypatch):
    def never(*_: object, **__: object) -> None:
        raise AssertionError("built again")

    monkeypatch.setattr(building, "count_edition", never)
    assert build(shelf) == bundle.path


def test_a_failure_leaves_the_old_bundle_in_place(bundle, shelf, monkeypatch):
    def half(_: object, folder: Path) -> None:
        (folder / "figures.json").write_text("half")

    def failing(*_: object) -> None:
        raise OSError("disk full")

    before = (bundle.path / "bundle.json").read_bytes()
    monkeypatch.setattr(building, "count_edition", lambda *_, **__: None)
    monkeypatch.setattr(building, "write_figures", half)
    monkeypatch.setattr(building, "write_tile_layers", failing)
    with pytest.raises(OSError, match="disk full"):
        build(shelf, again=True)
    assert (bundle.path / "bundle.json").read_bytes() == before
    assert not [path for path in bundle.path.parent.iterdir() if path.name.startswith(".")]


def test_a_region_without_any_address_can_be_shown(tmp_path):
    make_snapshot(tmp_path, [Address(uuid_of(1), SLOW, municipality="0101")])
    build(Shelf(tmp_path))
    empty = Bundles(tmp_path).latest()
    assert empty is not None
    assert empty.need("100/30").region.below.value == 0
    assert empty.need("100/30").region.share_below is None
    assert empty.tiles("hexes") is None
    assert empty.search("Strandvej 1") == ()


def test_another_region_needs_only_another_file(shelf, tmp_path):
    region = load_region()
    other = tmp_path / "two.toml"
    other.write_text(
        'code = "X"\nslug = "two"\ncountry = "dk"\nlanguage = "da"\n'
        'default_threshold = "30/5"\nname = { da = "To", en = "Two" }\n'
        'municipalities = [ { code = "0101", name = "København" } ]\n',
        encoding="utf-8",
    )
    make_snapshot(tmp_path, [Address(uuid_of(n), SLOW, municipality="0101") for n in range(5)])
    build(Shelf(tmp_path), region=load_region(other))
    shown = Bundles(tmp_path).latest()
    assert shown is not None
    assert shown.region().name.en == "Two"
    assert [area.name for area in shown.areas()] == ["København"]
    assert shown.need("30/5").region.below.value == 5
    assert isinstance(region.municipality("0360"), Municipality)


def test_an_older_snapshot_alone_has_no_then_and_stays_behind_the_newest(bundle, shelf):
    build(shelf, "2016")
    alone, newest = Bundles(shelf.root).all()
    assert Bundles(shelf.root).latest().id == newest.id == bundle.id
    assert alone.label.as_of.year == 2016
    assert not alone.has_then
    assert alone.change("100/30") is None
    with pytest.raises(NotOnShelf):
        alone.need("100/30", THEN)
    with pytest.raises(NotOnShelf):
        alone.need("50/10")
    answer = alone.address(uuid_of(1))
    assert answer is not None
    assert answer.then is None


def test_no_bundle_yet_is_none(tmp_path):
    assert Bundles(tmp_path / "nothing").latest() is None


def test_a_bundle_of_another_version_is_not_shown(tmp_path):
    folder = tmp_path / "bundles" / "x"
    folder.mkdir(parents=True)
    (folder / "bundle.json").write_text(json.dumps({"schema": 999}), encoding="utf-8")
    assert Bundles(tmp_path).latest() is None


def test_reading_a_bundle_loads_no_engine():
    program = (
        "import sys, taskforce.report.bundle; "
        "print([m for m in ('duckdb','ibis','numpy','pyarrow','shapely','h3') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_only_listed_files_can_be_asked_for(bundle: Bundle):
    assert bundle.download("../figures.json") is None
    assert bundle.download("need_postcodes.csv") == bundle.path / "downloads/need_postcodes.csv"
    assert bundle.tiles("../addresses") is None
    assert Path(str(bundle.tiles("hexes"))).is_file()


def test_a_damaged_label_is_told(bundle):
    from taskforce.report import label

    with pytest.raises(PromiseBroken, match="taskforce report"):
        label.read(bundle.path / "tiles")
