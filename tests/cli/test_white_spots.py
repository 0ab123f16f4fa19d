"""`taskforce white-spots`, as others script against it."""

from __future__ import annotations

import json

import shapely

from tests.cli.conftest import Run


def test_json_lists_the_white_spots(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("white-spots", "--threshold", "100/30", "--format", "json")

    assert result.exit_code == 0
    first, second = json.loads(result.stdout)
    assert (first["municipality_name"], first["addresses"]) == ("Lolland", 2)
    assert first["id"].startswith("0360-")
    assert first["nearest_served_technology"] == "fibre"
    assert first["offered_today"]["xdsl"]["highest_download_mbps"] == 20
    assert second["municipality"] == "0101"


def test_geojson_is_in_degrees_and_runs_against_the_clock(
    run: Run, two_snapshots: tuple[str, str]
) -> None:
    result = run("white-spots", "--format", "geojson")

    collection = json.loads(result.stdout)
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.exterior.is_ccw
        assert 8 < shape.centroid.x < 16
        assert 54 < shape.centroid.y < 58
        assert feature["id"] == feature["properties"]["id"]


def test_within_keeps_one_municipality_or_region(run: Run, two_snapshots: tuple[str, str]) -> None:
    for code in ("0360", "1085"):
        (spot,) = json.loads(run("white-spots", "--within", code, "--format", "json").stdout)
        assert spot["municipality"] == "0360"


def test_distance_and_size_can_be_chosen(run: Run, two_snapshots: tuple[str, str]) -> None:
    near = json.loads(run("white-spots", "--distance", "50", "--format", "json").stdout)
    small = json.loads(run("white-spots", "--max-addresses", "1", "--format", "json").stdout)

    assert [spot["addresses"] for spot in near] == [1, 1, 1]
    assert [spot["addresses"] for spot in small] == [1, 1, 1]


def test_table_is_made_for_reading(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("white-spots")

    assert "2 white spots below 100/30 Mbit/s" in result.stdout
    assert "30 June 2026" in result.stdout


def test_wrong_questions_are_refused(run: Run, two_snapshots: tuple[str, str]) -> None:
    assert run("white-spots", "--threshold", "fast").exit_code == 2
    assert run("white-spots", "--distance", "0").exit_code == 2
    assert run("white-spots", "--within", "9999").exit_code == 1
    assert run("white-spots", "--snapshot", "1999").exit_code == 1
