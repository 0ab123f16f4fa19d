"""Files for everyone open in a spreadsheet and on a map, and say what they are."""

from __future__ import annotations

import csv
import json

import pyarrow.parquet as pq
import pyogrio

from taskforce.report.sheet_files import write_csv
from taskforce.report.sheets import Sheet
from taskforce.vocabulary.text import Text


def test_every_file_is_described(bundle):
    downloads = bundle.downloads()
    formats = {"csv", "parquet", "schema", "geojson", "gpkg", "fgb", "json"}
    assert {one.format for one in downloads} == formats
    subjects = {one.subject for one in downloads if one.format == "csv"}
    assert subjects == {
        *("need_municipalities", "need_postcodes", "need_hexes", "change", "white_spots")
    }
    for one in downloads:
        assert one.title.da
        assert one.title.en
        assert one.origin.licence == "CC0"
        assert all(column.meaning.da and column.meaning.en for column in one.columns)


def test_csv_keeps_codes_as_text_and_empty_where_withheld(bundle):
    path = bundle.download("need_municipalities.csv")
    content = path.read_text(encoding="utf-8")
    assert '"0253"' in content
    rows = list(csv.DictReader(content.splitlines()))
    described = next(one for one in bundle.downloads() if one.name == path.name)
    assert list(rows[0]) == [column.name for column in described.columns]
    assert {row["use"] for row in rows} == {"all", "home", "holiday_home", "business"}
    whole = next(row for row in rows if row["municipality"] == "0360" and row["use"] == "all")
    assert whole["as_of"] == "2026-06-30"
    assert whole["addresses"] == str(bundle.need("100/30").area("0360").addresses.value)


def test_a_spreadsheet_runs_nothing(tmp_path):
    rows = (("=1+1", None, 0.5, True, 'a "b", c'), ("@x", 3, None, False, "-y"))
    write_csv(Sheet("x", Text("", ""), "need", tuple("abcde"), rows), tmp_path / "x.csv")
    written = (tmp_path / "x.csv").read_text(encoding="utf-8").splitlines()
    assert written[1:] == ['"\'=1+1",,0.5,true,"a ""b"", c"', '"\'@x",3,,false,"\'-y"']


def test_maps_open_with_their_numbers(bundle):
    named = {one.name: one for one in bundle.downloads()}
    for subject in ("need_municipalities", "need_hexes", "white_spots"):
        drawn = json.loads(bundle.download(f"{subject}.geojson").read_text(encoding="utf-8"))
        flat = pyogrio.read_info(bundle.download(f"{subject}.fgb"), force_feature_count=True)
        packed = pyogrio.read_info(bundle.download(f"{subject}.gpkg"), force_feature_count=True)
        assert (flat["features"], list(flat["fields"])) == (
            packed["features"],
            list(packed["fields"]),
        )
        assert flat["crs"] == "EPSG:4326"
        assert drawn["licence"] == "CC0"
        assert drawn["as_of"] == "2026-06-30"
        assert packed["features"] == len(drawn["features"]) > 0
        assert packed["crs"] == "EPSG:4326"
        columns = [column.name for column in named[f"{subject}.gpkg"].columns]
        assert list(packed["fields"]) == columns == list(drawn["features"][0]["properties"])


def test_parquet_says_where_it_comes_from(bundle):
    told = pq.read_schema(bundle.download("change.parquet")).metadata
    assert told[b"publisher"] == b"Test publisher"
    assert told[b"as_of"] == b"2026-06-30"


def test_the_description_lists_every_other_file(bundle):
    package = json.loads(bundle.download("datapackage.json").read_text(encoding="utf-8"))
    listed = {resource["path"] for resource in package["resources"]}
    assert listed | {"datapackage.json"} == {one.name for one in bundle.downloads()}
    tables = [one for one in package["resources"] if one["format"] != "schema"]
    assert all(resource["schema"]["fields"] for resource in tables)
    assert package["disclosure_limit"] == 3
    assert package["licenses"][0]["path"].startswith("https://creativecommons.org/")
