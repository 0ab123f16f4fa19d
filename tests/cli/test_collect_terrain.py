"""`taskforce collect terrain` tells what it laid down, and what to do where it cannot."""

from __future__ import annotations

import json
import sys

import pytest

from taskforce.snapshot.shelf import Shelf
from tests.cli.conftest import Run
from tests.makers import Address, make_snapshot, uuid_of
from tests.sources.terrain_files import ascii_grid, geotiff, metric_plain

GRID = ("--crs", "EPSG:25832")


@pytest.fixture
def ground(tmp_path):
    return str(ascii_grid(tmp_path / "ground.asc", metric_plain()))


def holed(tmp_path):
    heights = metric_plain()
    heights[40, 50] = -9999
    return str(ascii_grid(tmp_path / "holed.asc", heights))


def test_the_ground_is_frozen_and_told(run: Run, shelf: Shelf, ground: str) -> None:
    result = run("collect", "terrain", ground, *GRID)
    assert result.exit_code == 0
    assert "Frozen: terrain " in result.stdout
    assert "201 × 161 points every 50 m" in result.stdout
    assert shelf.layer("terrain") is not None


def test_terrain_leaves_the_snapshot_as_it_is(run: Run, shelf: Shelf, ground: str) -> None:
    before = make_snapshot(shelf, [Address(uuid_of(1), None)], "2026-06-30").id
    run("collect", "terrain", ground, *GRID)
    assert [one.id for one in shelf.snapshots()] == [before]


def test_json_counts_the_voids_that_were_filled(run: Run, tmp_path) -> None:
    result = run("collect", "terrain", holed(tmp_path), *GRID, "--fill-voids", "--json")
    told = json.loads(result.stdout)
    assert told["rows"] == 201 * 161 == told["accepted"] + told["rejected"]
    assert told["rejected"] > 0
    assert any(f"{told['rejected']:,} points" in note for note in told["notes"])


def test_voids_are_refused_with_their_number_unless_they_may_be_filled(
    run: Run, shelf: Shelf, tmp_path
) -> None:
    result = run("collect", "terrain", holed(tmp_path), *GRID)
    assert result.exit_code == 1
    assert "of 32,361 points have no height" in result.stderr
    assert "--fill-voids" in result.stderr
    assert shelf.layer("terrain") is None


def test_no_projection_names_the_option(run: Run, ground: str) -> None:
    result = run("collect", "terrain", ground)
    assert result.exit_code == 1
    assert "--crs EPSG:25832" in result.stderr


@pytest.mark.parametrize("crs", ["EPSG:3035", "EPSG:4326", "EPSG:25831"])
def test_the_wrong_projection_is_refused(run: Run, shelf: Shelf, ground: str, crs: str) -> None:
    result = run("collect", "terrain", ground, "--crs", crs)
    assert result.exit_code == 1
    assert "projection" in result.stderr
    assert shelf.layer("terrain") is None


def test_a_raster_off_the_region_is_refused(run: Run, tmp_path) -> None:
    spain = ascii_grid(tmp_path / "spain.asc", metric_plain(), south=4_500_000.0)
    result = run("collect", "terrain", str(spain), *GRID)
    assert result.exit_code == 1
    assert "outside the region" in result.stderr
    assert "--anywhere" in result.stderr


def test_without_the_extra_the_remedy_is_told(run: Run, tmp_path, monkeypatch) -> None:
    file = geotiff(tmp_path / "ground.tif", metric_plain())
    monkeypatch.setitem(sys.modules, "rasterio", None)
    result = run("collect", "terrain", str(file))
    assert result.exit_code == 1
    assert 'pip install "digital-taskforce[terrain]"' in result.stderr


def test_wrong_use_has_status_two(run: Run, shelf: Shelf, ground: str) -> None:
    assert run("collect", "terrain").exit_code == 2
    assert run("collect", "terrain", ground, "--kind", "picture").exit_code == 2
    assert run("collect", "terrain", ground, *GRID, "--step", "0").exit_code == 2
    assert run("collect", "terrain", ground, *GRID, "--clutter-codes", "10=trees").exit_code == 2
    assert not shelf.root.exists()


def test_a_dry_run_says_the_grid_and_writes_nothing(run: Run, shelf: Shelf, ground: str) -> None:
    result = run("collect", "terrain", ground, *GRID, "--dry-run")
    assert "Dry run, nothing is written" in result.stdout
    assert "201 × 161 points" in result.stdout
    assert not shelf.root.exists()
