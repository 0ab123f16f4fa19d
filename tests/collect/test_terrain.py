"""Terrain becomes a layer once, whole or not at all, and says what was missing."""

import json
import subprocess
import sys

import numpy as np
import pytest

from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.prediction.terrain import TerrainMode
from taskforce.prediction.terrain_layer import terrain_on
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused, WrongUse
from tests.official import real_file
from tests.sources.terrain_files import SOUTH, WEST, ascii_grid, metric_plain, plain

GRID = "EPSG:25832"


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def ground(tmp_path):
    return ascii_grid(tmp_path / "ground.asc", metric_plain())


def collected(shelf, *files, **choice):
    return collect_terrain(shelf, list(files), TerrainChoices(**{"crs": GRID} | choice))


def test_the_terrain_on_the_shelf_is_the_ground_of_the_file(shelf, ground):
    outcome = collected(shelf, ground)
    terrain = terrain_on(shelf)
    assert terrain.mode is TerrainMode.GROUND
    assert (terrain.west_m, terrain.south_m, terrain.step_m) == (WEST, SOUTH, 50)
    assert terrain.layer == outcome.id
    assert outcome.rows == outcome.accepted == terrain.heights_m.size
    row, column = 60, 100
    place = terrain.west_m + column * 50, terrain.south_m + row * 50
    assert terrain.heights_m[row, column] == pytest.approx(plain(*place), abs=0.01)
    shelf.layer("terrain").verify()


def test_the_heights_stay_on_the_disk(shelf, ground):
    collected(shelf, ground)
    assert isinstance(terrain_on(shelf).heights_m, np.memmap)


def test_the_same_file_twice_is_one_layer(shelf, ground):
    first = collected(shelf, ground)
    again = collected(shelf, ground)
    assert again.unchanged
    assert again.id == first.id


def test_another_step_is_another_layer(shelf, ground):
    first = collected(shelf, ground)
    other = collected(shelf, ground, step=100)
    assert not other.unchanged
    assert other.id != first.id
    assert terrain_on(shelf).step_m == 100


def test_a_dry_run_leaves_no_trace(shelf, ground):
    outcome = collected(shelf, ground, dry_run=True)
    assert outcome.rows > 0
    assert not shelf.root.exists()


def holed(tmp_path):
    heights = metric_plain()
    heights[40, 50], heights[10, 10] = -9999, -32
    return ascii_grid(tmp_path / "holed.asc", heights)


def test_missing_heights_are_refused_with_their_number(shelf, tmp_path):
    with pytest.raises(Refused, match="--fill-voids"):
        collected(shelf, holed(tmp_path))
    assert shelf.layer("terrain") is None


def test_missing_heights_are_filled_when_asked_and_counted_everywhere(shelf, tmp_path):
    outcome = collected(shelf, holed(tmp_path), fill_voids=True)
    terrain = terrain_on(shelf)
    layer = shelf.layer("terrain")
    grid = json.loads((layer.path / "grid.json").read_text(encoding="utf-8"))
    assert terrain.filled == grid["filled"] == outcome.rejected == layer.manifest.rejected > 0
    assert grid["gaps"] == 0
    assert any(f"{terrain.filled:,} points" in note for note in outcome.notes)
    assert np.isfinite(terrain.heights_m).all()
    assert terrain.heights_m.min() > 5


def test_a_tile_that_is_missing_between_two_is_counted_as_a_gap(shelf, tmp_path):
    far = ascii_grid(tmp_path / "far.asc", metric_plain(west=WEST + 20_000), west=WEST + 20_000)
    near = ascii_grid(tmp_path / "near.asc", metric_plain())
    with pytest.raises(Refused, match="lie in no file"):
        collected(shelf, near, far)
    collected(shelf, near, far, fill_voids=True)
    grid = json.loads((shelf.layer("terrain").path / "grid.json").read_text(encoding="utf-8"))
    assert grid["gaps"] == pytest.approx(200 * 161, rel=0.02)
    assert grid["voids"] == 0


def test_heights_in_feet_are_suspected_by_their_size(shelf, tmp_path):
    feet = ascii_grid(tmp_path / "feet.asc", (metric_plain() + 100) / 0.3048)
    with pytest.raises(Refused, match="feet"):
        collected(shelf, feet)


def test_a_raster_of_another_place_is_refused(shelf, tmp_path):
    south = ascii_grid(tmp_path / "south.asc", metric_plain(), south=1_000_000.0)
    with pytest.raises(Refused, match="outside the region"):
        collected(shelf, south)


def test_a_raster_that_names_the_wrong_projection_is_refused(shelf, ground):
    with pytest.raises(Refused, match="outside the region"):
        collected(shelf, ground, crs="EPSG:3035")


def test_an_unknown_projection_is_refused(shelf, ground):
    with pytest.raises(Refused, match="not known"):
        collected(shelf, ground, crs="EPSG:0000")


def test_land_cover_stands_on_the_ground(shelf, ground, tmp_path):
    trees = np.zeros((80, 100), np.float32)
    trees[:, 50:] = 15
    cover = ascii_grid(tmp_path / "trees.asc", trees)
    collected(shelf, ground, clutter=cover)
    terrain = terrain_on(shelf)
    assert terrain.mode is TerrainMode.GROUND_AND_CLUTTER
    assert terrain.clutter_m.shape == terrain.heights_m.shape
    assert set(np.unique(terrain.clutter_m)) == {0, 15}
    assert (terrain.clutter_m[:, 110:] == 15).all()
    assert (terrain.clutter_m[:, :90] == 0).all()


def test_land_cover_in_codes_needs_their_meaning(shelf, ground, tmp_path):
    codes = np.where(metric_plain() > 15, 10, 112).astype(np.float32)
    cover = ascii_grid(tmp_path / "codes.asc", codes)
    with pytest.raises(Refused, match="--clutter-codes"):
        collected(shelf, ground, clutter=cover)
    collected(shelf, ground, clutter=cover, clutter_codes="10=trees,112=open")
    assert set(np.unique(terrain_on(shelf).clutter_m)) == {0, 15}


def test_a_surface_model_takes_no_land_cover(shelf, ground):
    with pytest.raises(WrongUse, match="twice"):
        collected(shelf, ground, kind="dsm", clutter=ground)
    collected(shelf, ground, kind="dsm")
    assert terrain_on(shelf).mode is TerrainMode.SURFACE


def test_without_terrain_the_earth_is_flat_and_says_so(shelf):
    assert terrain_on(shelf).mode is TerrainMode.NONE


def test_what_is_named_demonstration_is_labelled_so(shelf, tmp_path):
    collected(shelf, ascii_grid(tmp_path / "demonstration_ground.asc", metric_plain()))
    assert terrain_on(shelf).demonstration
    assert shelf.layer("terrain").manifest.demonstration


def test_the_real_sample_of_another_country_needs_anywhere(shelf):
    file = real_file("terrain-sample", "jacksboro_west_3arcsec.tif")
    with pytest.raises(Refused, match="--anywhere"):
        collected(shelf, file)
    outcome = collected(shelf, file, anywhere=True, step=90)
    heights = terrain_on(shelf).heights_m
    assert 236 <= heights.min() < heights.max() <= 1_076
    assert any("outside Denmark" in note for note in outcome.notes)


def huge(file, size=36_000, block=512):
    """5.2 GB to whoever reads it, a few on the disk: blocks never written stand for the sea."""
    import rasterio
    from affine import Affine

    settings = {"driver": "GTiff", "count": 1, "dtype": "float32", "crs": GRID, "tiled": True}
    place = Affine(1, 0, WEST, 0, -1, SOUTH + size)
    with rasterio.open(
        file,
        "w",
        **settings,
        width=size,
        height=size,
        transform=place,
        blockxsize=block,
        blockysize=block,
        sparse_ok=True,
    ) as target:
        hill = np.full((block, block), 20, np.float32)
        target.write(hill, 1, window=((0, block), (0, block)))
    return file


def test_a_raster_of_five_gigabytes_is_read_part_by_part(tmp_path):
    file = huge(tmp_path / "huge.tif")
    assert file.stat().st_size < 10_000_000
    code = (
        "import re, sys; from pathlib import Path;"
        "from taskforce.collect.terrain import collect_terrain;"
        "from taskforce.snapshot.shelf import Shelf;"
        "made = collect_terrain(Shelf(Path(sys.argv[1])), [Path(sys.argv[2])]);"
        # Its own peak: what getrusage tells begins at that of the process that started this one.
        "peak = re.search(r'VmHWM:\\s+(\\d+) kB', Path('/proc/self/status').read_text());"
        "print(made.rows, peak.group(1))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "shelf"), str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    rows, peak_kb = map(int, told.stdout.split())
    assert rows == 721 * 721
    assert peak_kb < 1_000_000
