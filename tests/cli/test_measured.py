"""`taskforce measured` answers where somebody measured, and says so where nobody did."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from taskforce.need.measured_places import square_at
from tests.drives import in_file, log, met
from tests.official import real_file


@pytest.fixture
def driven(tmp_path: Path, run) -> Path:
    """A shelf with one short drive of two operators."""
    rows = [met(at, Level="-105" if at > 4 else "-95") for at in range(10)]
    rows += [met(0, Operatorname="Telia", NetworkTech="3G", Level="-80")]
    file = in_file(tmp_path, log(rows))
    assert run("collect", "measurements", str(file)).exit_code == 0
    return file


def test_collecting_tells_what_was_kept_thinned_and_rejected(tmp_path, run):
    file = in_file(tmp_path, log([met(0), met(0), met(1, Level="-")]))
    result = run("collect", "measurements", str(file))
    assert result.exit_code == 0
    assert "3 rows = 2 kept + 1 thinned + 0 rejected" in result.stdout
    assert "read as Europe/Copenhagen" in result.stdout
    counts = json.loads(run("collect", "measurements", str(file), "--json").stdout)
    assert counts["unchanged"] is True


def test_a_shifted_file_is_refused_on_the_command_line(run, shelf):
    file = real_file("mobile-drivetest", "gnettrack_Orange_log_clean_MISALIGNED.csv")
    result = run("collect", "measurements", str(file), "--allow-rejected")
    assert result.exit_code == 1
    assert "columns are shifted" in result.stderr
    assert shelf.layer("measurements") is None


def test_cells_come_as_table_csv_and_json(driven, run):
    table = run("measured")
    assert table.exit_code == 0
    assert "What is not listed is not measured." in table.stdout
    records = json.loads(run("measured", "--format", "json").stdout)
    assert sum(one["measurements"] for one in records) == 11
    rows = list(csv.DictReader(io.StringIO(run("measured", "--format", "csv").stdout)))
    assert [row["cell"] for row in rows] == [one["cell"] for one in records]
    assert rows[0]["newest"] == "2026-06-30"
    assert records[0]["sources"] == ["drive_log.txt"]
    assert records[-1]["share_below_data"] == 1


def test_operators_and_generations_apart(driven, run):
    options = ("--by", "hex", "--split-operator", "--split-generation", "--format", "json")
    records = json.loads(run("measured", *options).stdout)
    assert {(one["operator"], one["generation"]) for one in records} == {
        ("TDC", "4G"),
        ("Telia", "3G"),
    }
    only = json.loads(run("measured", "--operator", "Telia", "--format", "json").stdout)
    assert [one["median_rsrp_dbm"] for one in only] == [None]
    unknown = run("measured", "--operator", "Nobody")
    assert unknown.exit_code == 1
    assert "TDC, Telia" in unknown.stderr


def test_a_cell_that_nobody_measured_is_said_to_be_so(driven, run):
    asked = run("measured", "--cell", square_at(500_050, 6_100_050))
    assert asked.exit_code == 0
    assert "is not measured: nothing is said about its coverage" in asked.stderr
    assert "No voice" not in asked.stdout


def test_municipalities_need_boundaries_and_get_them(driven, run):
    without = run("measured", "--by", "municipality")
    assert without.exit_code == 1
    assert "taskforce collect boundaries" in without.stderr
    outlines = real_file("dk-dagi-boundaries", "region_sjaelland_17_kommuner.geojson")
    run("collect", "boundaries", str(outlines))
    records = json.loads(run("measured", "--by", "municipality", "--format", "json").stdout)
    assert [(one["area"], one["name"]) for one in records] == [("0340", "Sorø")]
    assert "Sorø" in run("measured", "--by", "municipality").stdout


def test_an_empty_shelf_says_what_to_collect(run):
    result = run("measured")
    assert result.exit_code == 1
    assert "taskforce collect measurements FILE" in result.stderr
