"""Every table says of what kind its columns are, and every row keeps to it."""

from __future__ import annotations

import csv
import json
import re
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from taskforce.report import label
from taskforce.report.codec import plain

TABLES = ("need_municipalities", "need_postcodes", "need_hexes", "change", "white_spots")
_READ = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}
_ARROW = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


@pytest.mark.parametrize("subject", TABLES)
def test_every_row_keeps_to_the_schema(bundle, subject):
    schema = json.loads(bundle.download(f"{subject}.schema.json").read_text(encoding="utf-8"))
    with bundle.download(f"{subject}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [field["name"] for field in schema["fields"]]
    for field in schema["fields"]:
        assert field["description"]
        assert field["description_en"]
        told = [row[field["name"]] for row in rows if row[field["name"]]]
        values = [_READ[field["type"]](one) for one in told]
        assert [v for v in values if breaks(v, field.get("constraints", {}))] == []
    key = schema.get("primaryKey", [])
    assert len({tuple(row[name] for name in key) for row in rows}) == (len(rows) if key else 1)


def breaks(value, constraints):
    """Whether a value is not what its column promises."""
    if value not in constraints.get("enum", [value]):
        return True
    if not constraints.get("minimum", value) <= value <= constraints.get("maximum", value):
        return True
    return not re.fullmatch(constraints.get("pattern", ".*"), str(value))


def test_the_schema_says_what_empty_means_and_the_package_repeats_it(bundle):
    package = json.loads(bundle.download("datapackage.json").read_text(encoding="utf-8"))
    resources = {one["path"]: one for one in package["resources"]}
    for subject in TABLES:
        schema = json.loads(bundle.download(f"{subject}.schema.json").read_text(encoding="utf-8"))
        assert schema["missingValues"] == [""]
        assert resources[f"{subject}.csv"]["schema"] == schema
    assert re.fullmatch(r"[a-z0-9_.-]+", "".join(one["name"] for one in package["resources"]))
    assert len({one["name"] for one in package["resources"]}) == len(resources)


def test_numbers_on_the_map_have_types_and_units_too(bundle):
    package = json.loads(bundle.download("datapackage.json").read_text(encoding="utf-8"))
    shapes = next(one for one in package["resources"] if one["path"] == "need_hexes.fgb")
    fields = {field["name"]: field for field in shapes["schema"]["fields"]}
    assert fields["now_below_100-30"]["unit"] == "addresses"
    assert fields["then_share_100-30"]["type"] == "number"
    assert fields["now_withheld_30-5"]["type"] == "boolean"


@pytest.mark.parametrize("subject", TABLES)
def test_parquet_has_the_types_of_the_schema_and_says_what_they_mean(bundle, subject):
    schema = json.loads(bundle.download(f"{subject}.schema.json").read_text(encoding="utf-8"))
    for field in schema["fields"]:
        there = pq.read_schema(bundle.download(f"{subject}.parquet")).field(field["name"])
        assert there.type == _ARROW.get(field["type"], pa.string())
        assert there.metadata[b"meaning"].decode() == field["description"]


def test_a_bundle_made_by_earlier_software_still_opens(bundle, tmp_path):
    content = plain(bundle.label)
    newer = ("fgb", "schema")
    content["downloads"] = [one for one in content["downloads"] if one["format"] not in newer]
    (tmp_path / label.FILE_NAME).write_text(json.dumps(content), encoding="utf-8")
    assert label.read(tmp_path).downloads[0] == bundle.label.downloads[0]
