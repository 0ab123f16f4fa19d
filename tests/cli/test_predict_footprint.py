"""`taskforce predict footprint`: files that others open, words that people read, and mistakes."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.vocabulary.coordinates import to_lonlat
from tests.ranking_shelf import ranking_shelf
from tests.sources.terrain_files import SOUTH, WEST, ascii_grid

HERE = ("predict", "footprint", "--at", "11.5,55.43", "--height", "30", "--radius", "2")


@pytest.fixture
def sites(shelf, tmp_path):
    return ranking_shelf(shelf, tmp_path, without="coverage")


def test_words_say_how_far_how_sure_and_on_which_ground(run):
    told = run(*HERE)
    assert told.exit_code == 0
    for words in (
        "flat earth, no terrain",
        "Coverage is likely",
        "8.0 dB (typical, not measured here)",
        "Power of the transmitter: 46 dBm",
        "ITU-R P.1812-8",
    ):
        assert words in told.stdout


def test_areas_share_out_the_circle(run):
    told = json.loads(run(*HERE, "--json").stdout)
    whole = sum(one["km2"] for one in told["areas"]) + told["off_terrain_km2"]
    assert whole == pytest.approx(np.pi * 4, rel=0.02)
    assert (told["terrain"], told["terrain_label"]) == ("none", "flat earth, no terrain")
    assert told["antenna_assumed"] is False


def test_each_file_that_is_asked_for_is_written(run, tmp_path):
    files = [tmp_path / "maps" / f"here.{ending}" for ending in ("asc", "csv", "geojson")]
    told = run(*HERE, *(part for file in files for part in ("--out", str(file))))
    assert told.exit_code == 0
    assert all(file.stat().st_size and f"Written: {file}" in told.stdout for file in files)
    rows = list(csv.DictReader(io.StringIO(files[1].read_text(encoding="utf-8"))))
    assert len(rows) == pytest.approx(np.pi * 400, rel=0.02)
    assert {one["terrain"] for one in rows} == {"flat earth, no terrain"}


def test_a_site_and_a_mast_are_found_by_their_id(run, sites):
    site = json.loads(
        run("predict", "footprint", "--site", "V-2", "--radius", "1", "--json").stdout
    )
    assert (site["name"], site["antenna_m"], site["antenna_assumed"]) == ("Skolen", 15.0, True)
    assert [one["kind"] for one in site["inputs"]] == ["sites"]
    unknown = run("predict", "footprint", "--mast", "M-1")
    assert unknown.exit_code == 2
    mast = unknown.stderr.split("look like: ")[1].strip(" .\n")
    told = json.loads(run("predict", "footprint", "--mast", mast, "--radius", "1", "--json").stdout)
    bands = [one["value"] for one in told["assumptions"] if one["english"] == "Frequency band"]
    assert bands == [800.0]
    assert told["name"] == "a mast, in use"


def test_all_sites_go_into_a_folder_and_a_second_run_makes_nothing(run, sites, tmp_path):
    folder = tmp_path / "out"
    asked = ("predict", "footprint", "--all", "--out", str(folder), "--radius", "1")
    first = run(*asked)
    assert "3 made now, 0 were there already" in first.stdout
    assert sorted(one.name for one in folder.iterdir()) == [
        f"V-{number}.{ending}" for number in (1, 2, 3) for ending in ("asc", "csv", "json", "prj")
    ]
    before = {one.name: one.stat().st_mtime_ns for one in folder.iterdir()}
    assert "0 made now, 3 were there already" in run(*asked).stdout
    assert {one.name: one.stat().st_mtime_ns for one in folder.iterdir()} == before


@pytest.mark.parametrize("lost", ["V-2.json", "V-2.csv", "half"])
def test_a_run_that_was_stopped_makes_only_what_is_missing(run, sites, tmp_path, lost):
    folder = tmp_path / "out"
    asked = ("predict", "footprint", "--all", "--out", str(folder), "--radius", "1")
    run(*asked)
    whole = (folder / "V-2.csv").read_bytes()
    if lost == "half":
        (folder / "V-2.json").write_text('{"id": "V-2", "na', encoding="utf-8")
    else:
        (folder / lost).unlink()

    assert "1 made now, 2 were there already" in run(*asked).stdout
    assert (folder / "V-2.csv").read_bytes() == whole


def test_another_question_is_answered_anew(run, sites, tmp_path):
    asked = ("predict", "footprint", "--all", "--out", str(tmp_path / "out"), "--radius", "1")
    run(*asked)
    assert "3 made now" in run(*asked, "--service", "voice").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--at", "55.43,11.5", "--height", "30"), 2, "swapped. Write longitude first: 11.5,55.43"),
        (("--at", "655000,6145000", "--height", "30"), 2, "does not lie in Denmark"),
        (("--at", "nan,55.4", "--height", "30"), 2, "does not lie in Denmark"),
        (("--at", "Sorø", "--height", "30"), 2, "is no place"),
        (("--at", "11.5,55.43"), 2, "Give --height"),
        (("--at", "11.5,55.43", "--height", "-5"), 1, "antennas at -5.0 m"),
        (("--at", "11.5,55.43", "--height", "30", "--out", "here.png"), 2, ".asc, .tif, .csv"),
        (("--at", "11.5,55.43", "--height", "30", "--threshold-dbm", "100"), 2, "no signal"),
        (("--at", "11.5,55.43", "--height", "30", "--mhz", "7000"), 1, "30 to 6000 MHz"),
        (("--at", "11.5,55.43", "--height", "30", "--feeder-db", "-3"), 2, "from 0 up"),
        (("--at", "11.5,55.43", "--height", "30", "--power-dbm", "nan"), 2, "is no strength"),
        (("--at", "11.5,55.43", "--height", "30", "--radius", "nan"), 2, "none, or too many"),
        ((), 2, "Exactly one mast"),
        (("--site", "V-1", "--all", "--out", "x"), 2, "Exactly one mast"),
        (("--all",), 2, "one folder"),
        (("--site", "V-1"), 1, "taskforce collect sites FILE"),
        (("--mast", "M-1"), 1, "taskforce collect masts FILE"),
    ],
)
def test_mistakes_are_told_with_their_remedy(run, arguments, status, words):
    result = run("predict", "footprint", *arguments)
    assert result.exit_code == status
    assert words in result.stderr


def test_what_is_sent_can_be_told_and_is_shown(run):
    usual = json.loads(run(*HERE, "--json").stdout)
    told = run(*HERE, "--mhz", "900", "--power-dbm", "16", "--json")
    figures = {one["english"]: one["value"] for one in json.loads(told.stdout)["assumptions"]}
    assert figures["Power of the transmitter"] == 16
    assert figures["Frequency band"] == 900
    assert figures["Gain of the antenna"] == 15
    likely = [one["areas"][0]["km2"] for one in (usual, json.loads(told.stdout))]
    assert likely[0] > likely[1]


@pytest.mark.parametrize(
    ("east", "words"),
    [(2_000, "in the sea"), (-5_000, "off the terrain"), (8_000, None)],
)
def test_over_terrain_a_mast_stands_on_land_or_is_refused(run, shelf, tmp_path, east, words):
    heights = np.zeros((80, 100), np.float32)
    heights[:, 50:] = 5 + np.random.default_rng(1).uniform(0, 20, (80, 50))
    ground = ascii_grid(tmp_path / "ground.asc", heights)
    collect_terrain(shelf, [ground], TerrainChoices(crs="EPSG:25832"))
    longitude, latitude = to_lonlat(np.array([WEST + east]), np.array([SOUTH + 4_000.0]))
    at = ("--at", f"{longitude[0]:.6f},{latitude[0]:.6f}", "--height", "30", "--radius", "3")
    file = tmp_path / "here.csv"

    done = run("predict", "footprint", *at, "--out", str(file))

    if words:
        assert (done.exit_code, words in done.stderr, file.exists()) == (1, True, False)
    else:
        assert "terrain without vegetation" in done.stdout
        assert "km² off the terrain" in done.stdout
        assert file.exists()
