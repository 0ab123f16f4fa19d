"""`taskforce predict explain` answers first, then shows the whole account; for machines too."""

from __future__ import annotations

import json

import numpy as np
import pytest

from taskforce.collect.sites import collect_sites
from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.report.build import build
from taskforce.vocabulary.coordinates import to_lonlat
from tests.collect.test_sites import SCHOOL, TOWER, listed
from tests.small_region import NEEDY_ID, publish_small_region
from tests.sources.terrain_files import ascii_grid, metric_plain


def degrees(east, north):
    longitude, latitude = to_lonlat(np.array([float(east)]), np.array([float(north)]))
    return f"{longitude[0]:.6f},{latitude[0]:.6f}"


HERE = degrees(657_000, 6_146_000)


@pytest.fixture
def sites(shelf, tmp_path):
    collect_sites(shelf, [listed(tmp_path, TOWER, SCHOOL)])
    return shelf


@pytest.fixture
def ground(sites, tmp_path):
    file = ascii_grid(tmp_path / "ground.asc", metric_plain())
    collect_terrain(sites, [file], TerrainChoices(crs="EPSG:25832"))
    return sites


def test_the_answer_comes_first_and_the_account_adds_up(ground, run):
    told = run("predict", "explain", "--site", "V-1", "--at", HERE)

    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("Coverage is likely outdoors: −")
    for words in ("above the limit of −100 dBm for data", "Power of the transmitter", "V-1"):
        assert words in told.stdout
    assert "terrain without vegetation" in told.stdout
    assert "From terrain " in told.stdout


def test_for_machines_every_line_and_the_profile_are_there(ground, run):
    told = run("predict", "explain", "--site", "V-1", "--at", HERE, "--format", "json")
    found = json.loads(told.stdout)

    assert sum(one["value"] for one in found["terms"]) == pytest.approx(found["signal_dbm"])
    assert found["margin_db"] == pytest.approx(found["signal_dbm"] + 100)
    assert found["distance_m"] == pytest.approx(np.hypot(2000, 1000), abs=1)
    assert found["profile"]["cover_m"] is None
    assert len(found["profile"]["ground_m"]) == len(found["profile"]["distance_m"])
    assert found["terrain"]["mode"] == "dtm"
    assert [one["kind"] for one in found["inputs"]] == ["terrain"]


def test_without_terrain_it_says_flat_earth(sites, run):
    told = run("predict", "explain", "--site", "V-1", "--at", HERE)
    assert "flat earth, no terrain" in told.stdout
    assert "unknown" in told.stdout


def test_band_use_and_height_can_be_chosen(sites, run):
    asked = ["predict", "explain", "--site", "V-1", "--at", HERE, "--format", "json"]
    plain = json.loads(run(*asked).stdout)
    other = json.loads(run(*asked, "--band", "3500", "--use", "in_car", "--height", "60").stdout)

    strongest = max(plain["bands"], key=lambda one: one["signal_dbm"])
    assert plain["frequency_mhz"] == strongest["frequency_mhz"] != 3500.0
    assert not plain["height_assumed"]
    assert (other["frequency_mhz"], other["mast"]["height_m"]) == (3500.0, 60.0)
    assert "in_car_db" in {one["name"] for one in other["terms"]}


@pytest.mark.parametrize(
    ("given", "words", "status"),
    [
        (["--site", "V-1"], "--at or --address", 2),
        (["--at", HERE], "--site or --mast", 2),
        (["--site", "V-1", "--mast", "M-1", "--at", HERE], "--site or --mast", 2),
        (["--site", "V-9", "--at", HERE], "V-9", 2),
        (["--site", "V-1", "--at", HERE, "--band", "450"], "700 MHz, 800 MHz", 2),
        (["--site", "V-1", "--at", degrees(690_000, 6_146_000)], "too far", 1),
        (["--mast", "M-1", "--at", HERE], "collect masts", 1),
        (["--site", "V-1", "--address", "Skovvej 4"], "taskforce report", 1),
    ],
)
def test_what_cannot_be_explained_is_refused_with_what_to_do(sites, run, given, words, status):
    told = run("predict", "explain", *given)
    assert told.exit_code == status, told.output
    assert words in told.output


def test_a_place_off_the_terrain_is_no_signal_of_nought(ground, run):
    away = degrees(665_000, 6_146_000)
    told = run("predict", "explain", "--site", "V-1", "--at", away)
    assert told.exit_code == 1
    assert "off the terrain" in told.output


@pytest.fixture
def region(shelf, tmp_path):
    assert publish_small_region(tmp_path) == shelf.root
    collect_sites(shelf, [listed(tmp_path / "sites", TOWER)])
    build(shelf)
    return shelf


@pytest.mark.parametrize("text", ["Skovvej 1, 4180", "skovvej 1 4180 Sorø", NEEDY_ID])
def test_an_address_is_found_as_people_write_it(region, run, text):
    told = run("predict", "explain", "--site", "V-1", "--address", text, "--format", "json")
    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["at"] == "Skovvej 1, 4180 (Sorø Kommune)"


@pytest.mark.parametrize(
    ("text", "words"), [("Skovvej", "Several addresses fit"), ("Ingenvej 3", "No address fits")]
)
def test_an_unclear_address_is_asked_about(region, run, text, words):
    told = run("predict", "explain", "--site", "V-1", "--address", text)
    assert told.exit_code == 2
    assert words in told.output
