"""`taskforce mobile` puts three truths side by side, and says what nobody knows."""

from __future__ import annotations

import csv
import io
import json

import pytest

from taskforce.report.mobile.keeping import kept
from tests.mobile_region import mobile_region


@pytest.fixture
def region(shelf, tmp_path):
    return mobile_region(shelf, tmp_path)


def test_people_read_three_truths_with_their_age_and_where_they_differ(region, run):
    told = run("mobile")
    assert told.exit_code == 0
    assert "1 of 3" in told.stdout
    assert "The operators report coverage, but the measured signal is weak. 3 of 6" in told.stdout
    for ground in ("coverage 2026-06-30", "of 2026-07-01", "from 2026-06-30 to 2026-06-30"):
        assert ground in told.stdout
    # On the table, on the differences, and where it is told how it was predicted.
    assert told.stdout.count("flat earth, no terrain") == 3
    assert "of 6 addresses (50.00%), in 1 hexagon." in told.stdout
    assert "typical, not measured here" in told.stdout


def test_the_overview_is_kept_once_for_the_same_data(region, run):
    for _ in range(2):
        assert run("mobile").exit_code == 0
    assert len(kept(region)) == 1
    assert run("mobile", "--threshold-dbm", "-95").exit_code == 0
    assert len(kept(region)) == 1


def test_municipalities_come_as_csv_and_what_is_unknown_is_empty(region, run):
    rows = list(csv.DictReader(io.StringIO(run("mobile", "--format", "csv").stdout)))
    assert [row["code"] for row in rows] == ["0330", "0340", "0370"]
    assert (rows[2]["reported_lacking"], rows[2]["predicted_unlikely"]) == ("1", "2")
    assert (rows[2]["measured_cells"], rows[2]["measured_weak_cells"]) == ("", "")
    assert rows[2]["measured_weak_predicted_likely"] == ""
    assert rows[1]["measured_newest"] == "2026-06-30"
    assert {row["predicted_terrain"] for row in rows} == {"none"}


def test_cells_come_as_csv_and_only_those_that_differ_where_asked(region, run):
    options = ("--by", "cell", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run("mobile", *options).stdout)))
    assert sum(int(row["addresses"]) for row in rows) == 11
    differ = list(csv.DictReader(io.StringIO(run("mobile", *options, "--disagreement").stdout)))
    assert sum(int(row["differing"]) for row in differ) == 8
    assert all(int(row["differing"]) for row in differ)


def test_machines_get_json_with_all_that_it_rests_on(region, run):
    told = json.loads(run("mobile", "--municipality", "0340", "--format", "json").stdout)
    assert [one["code"] for one in told["areas"]] == ["0340"]
    assert told["region"]["addresses"] == 11
    assert {one["kind"] for one in told["inputs"]} >= {"coverage", "masts", "measurements"}
    assert "cells" not in told
    cells = json.loads(run("mobile", "--by", "cell", "--format", "json").stdout)["cells"]
    assert sum(one["addresses"] for one in cells) == 11


def test_maps_get_hexagons_and_no_hexagon_for_addresses_without_a_place(region, run):
    told = json.loads(run("mobile", "--format", "geojson").stdout)
    assert sum(one["properties"]["addresses"] for one in told["features"]) == 10
    ring = told["features"][0]["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert 11 < ring[0][0] < 13
    assert told["overview"]["terrain"] == "none"
    assert {one["properties"]["predicted_terrain"] for one in told["features"]} == {"none"}


def test_cells_are_listed_with_what_was_not_measured(region, run):
    told = run("mobile", "--by", "cell").stdout
    for word in ("no place", "unmeasured", "too few", "-105 dBm"):
        assert word in told


def test_a_truth_that_is_not_there_is_told_in_words(shelf, tmp_path, run):
    mobile_region(shelf, tmp_path, without="measurements")
    told = run("mobile").stdout
    assert "There are no measurements yet." in told
    assert "unknown" in told
    rows = csv.DictReader(io.StringIO(run("mobile", "--format", "csv").stdout))
    assert all(row["measured_cells"] == "" for row in rows)


def test_without_masts_nothing_is_said_of_the_ground(shelf, tmp_path, run):
    mobile_region(shelf, tmp_path, without="masts")
    assert "flat earth" not in run("mobile").stdout
    rows = csv.DictReader(io.StringIO(run("mobile", "--format", "csv").stdout))
    assert {row["predicted_terrain"] for row in rows} == {""}


def test_an_unknown_municipality_is_told_with_those_that_are_there(region, run):
    told = run("mobile", "--municipality", "0999")
    assert told.exit_code == 2
    assert "0330, 0340, 0370" in told.stderr


def test_an_impossible_threshold_and_an_empty_shelf_say_what_to_do(run):
    assert "collect coverage" in run("mobile").stderr
    assert run("mobile", "--threshold-dbm", "100").exit_code == 2
