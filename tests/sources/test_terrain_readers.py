"""Height models in three formats say the same ground, and a wrong one says what is wrong."""

import sys

import numpy as np
import pytest

from taskforce.sources.terrain.cover import as_heights, parse_codes
from taskforce.sources.terrain.filling import filled
from taskforce.sources.terrain.grid import grid_over
from taskforce.sources.terrain.opening import open_raster
from taskforce.sources.terrain.raster import Window
from taskforce.sources.terrain.sampling import sampled
from taskforce.sources.terrain.trimming import trimmed
from taskforce.vocabulary.errors import Refused, WrongUse
from tests.official import real_file
from tests.sources.terrain_files import (
    SOUTH,
    TILE_RAISED_M,
    WEST,
    ascii_grid,
    degree_tile,
    geotiff,
    metric_plain,
    plain,
)


def laid(files, tmp_path, step=50.0, crs="EPSG:25832", **choice):
    rasters = [open_raster(file, room=tmp_path, crs=crs) for file in files]
    grid = grid_over(rasters, step_m=step, crop=None, **choice)
    heights = np.vstack([band.values for band in sampled(rasters, grid)])
    return grid, heights


def expected(grid):
    east = grid.west_m + grid.step_m * np.arange(grid.columns)
    north = grid.south_m + grid.step_m * np.arange(grid.rows)
    return plain(*np.meshgrid(east, north))


def away_from_edges(array, points=4):
    return array[points:-points, points:-points]


def whole(raster):
    return raster.read(Window(0, 0, raster.rows, raster.columns))


def test_an_ascii_grid_lies_where_its_header_says(tmp_path):
    grid, heights = laid([ascii_grid(tmp_path / "a.asc", metric_plain())], tmp_path)
    assert (grid.west_m, grid.south_m) == (WEST, SOUTH)
    assert away_from_edges(heights) == pytest.approx(away_from_edges(expected(grid)), abs=0.01)


def test_a_header_may_tell_centres_in_any_case(tmp_path):
    centre = {"XLLCENTER": WEST + 50, "YLLCENTER": SOUTH + 50}
    none = {"xllcorner": None, "yllcorner": None}
    by_centre = ascii_grid(tmp_path / "a.asc", metric_plain(), **none, **centre)
    by_corner = ascii_grid(tmp_path / "b.asc", metric_plain())
    first, second = (
        open_raster(f, room=tmp_path, crs="EPSG:25832") for f in (by_centre, by_corner)
    )
    assert (first.west, first.north) == (second.west, second.north)


def test_a_prj_beside_the_grid_tells_its_projection(tmp_path):
    file = ascii_grid(tmp_path / "a.asc", metric_plain())
    with pytest.raises(Refused, match="--crs"):
        open_raster(file, room=tmp_path)
    (tmp_path / "a.prj").write_text("EPSG:25832", encoding="utf-8")
    assert open_raster(file, room=tmp_path).crs == "EPSG:25832"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("cellsize 100.0", "cellsize 100,0", "decimal comma"),
        ("10.1", "10,1", "decimal comma"),
        ("cellsize 100.0", "cellsize wide", "no number"),
        ("nrows 80", "nrows 81", "promises"),
        ("xllcorner", "somewhere", "does not tell where"),
        ("10.1", "ten", "no number"),
    ],
)
def test_a_faulty_ascii_grid_says_what_is_wrong(tmp_path, old, new, words):
    file = ascii_grid(tmp_path / "a.asc", metric_plain())
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refused, match=words):
        open_raster(file, room=tmp_path, crs="EPSG:25832")


def test_a_tile_lies_where_its_name_says_and_its_first_row_is_north(tmp_path):
    grid, heights = laid([degree_tile(tmp_path / "N55E011.hgt")], tmp_path, step=500.0)
    known = np.isfinite(heights)
    assert known.mean() > 0.9
    assert heights[known] == pytest.approx(expected(grid)[known] + TILE_RAISED_M, abs=0.6)


def test_a_void_of_a_tile_is_no_height(tmp_path):
    raster = open_raster(degree_tile(tmp_path / "N55E011.hgt", void_at=[(5, 7)]), room=tmp_path)
    cells = whole(raster)
    assert np.isnan(cells[5, 7])
    assert np.isnan(cells).sum() == 1


@pytest.mark.parametrize(("name", "length"), [("ground.hgt", 1201 * 1201 * 2), ("N55E011.hgt", 90)])
def test_a_tile_without_place_or_of_odd_size_is_refused(tmp_path, name, length):
    file = tmp_path / name
    file.write_bytes(bytes(length))
    with pytest.raises(Refused, match="tile"):
        open_raster(file, room=tmp_path)


@pytest.mark.parametrize("crs", ["EPSG:25832", "EPSG:3035", "EPSG:4326", "EPSG:25833"])
def test_a_geotiff_of_any_projection_lies_right(tmp_path, crs):
    from pyproj import Transformer

    move = Transformer.from_crs("EPSG:25832", crs, always_xy=True)
    back = Transformer.from_crs(crs, "EPSG:25832", always_xy=True)
    x, y = move.transform(WEST + 5_000, SOUTH + 5_000)
    cell = 0.001 if crs == "EPSG:4326" else 100.0
    west, north = x - 60 * cell, y + 60 * cell
    middles = (np.arange(120) + 0.5) * cell
    east_m, north_m = back.transform(*np.meshgrid(west + middles, north - middles))
    file = geotiff(
        tmp_path / "a.tif",
        plain(east_m, north_m).astype(np.float32),
        crs=crs,
        cell=cell,
        west=west,
        north=north,
    )
    grid, heights = laid([file], tmp_path)
    known = np.isfinite(heights)
    assert known.mean() > 0.8
    inner = away_from_edges(known, 20)
    difference = away_from_edges(heights - expected(grid), 20)[inner]
    assert np.abs(difference).max() < 0.05


def test_cells_finer_than_the_step_are_joined_to_their_mean(tmp_path):
    fine = metric_plain(rows=2_000, columns=2_000, cell=4.0)
    files = [geotiff(tmp_path / "a.tif", fine, cell=4.0)]
    files_too = [ascii_grid(tmp_path / "a.asc", fine, cell=4.0)]
    for one in (files, files_too):
        grid, heights = laid(one, tmp_path)
        assert away_from_edges(heights) == pytest.approx(away_from_edges(expected(grid)), abs=0.02)


def test_tiles_side_by_side_join_without_a_seam(tmp_path):
    east = metric_plain(west=WEST + 10_000)
    files = [
        ascii_grid(tmp_path / "a.asc", metric_plain()),
        ascii_grid(tmp_path / "b.asc", east, west=WEST + 10_000),
    ]
    grid, heights = laid(files, tmp_path)
    assert np.isfinite(heights).all()
    assert grid.columns == 401
    assert np.abs(heights - expected(grid)).max() < 0.2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"crs": None}, "does not declare"),
        ({"count": 3}, "3 bands"),
    ],
)
def test_a_geotiff_that_is_no_height_model_is_refused(tmp_path, more, words):
    file = geotiff(tmp_path / "a.tif", metric_plain(), **more)
    with pytest.raises(Refused, match=words):
        open_raster(file, room=tmp_path)


def test_a_geotiff_that_says_feet_is_refused(tmp_path):
    import rasterio

    file = geotiff(tmp_path / "a.tif", metric_plain())
    with rasterio.open(file, "r+") as dataset:
        dataset.units = ("ft",)
    with pytest.raises(Refused, match="feet"):
        open_raster(file, room=tmp_path)


def test_a_missing_value_and_a_scale_are_those_of_the_file(tmp_path):
    import rasterio

    cells = np.full((20, 20), 1_234, np.int16)
    cells[3, 3] = -7
    file = geotiff(tmp_path / "a.tif", cells, nodata=-7)
    with rasterio.open(file, "r+") as dataset:
        dataset.scales = (0.01,)
    heights = whole(open_raster(file, room=tmp_path))
    assert np.isnan(heights[3, 3])
    assert heights[0, 0] == pytest.approx(12.34)


def test_a_missing_value_that_is_not_declared_spoils_no_mean(tmp_path):
    fine = np.full((500, 500), 30, np.float32)
    fine[::50, ::50] = -9999
    _, heights = laid([geotiff(tmp_path / "a.tif", fine, cell=10.0)], tmp_path, step=100.0)
    assert np.nanmin(heights) == 30


def test_a_damaged_geotiff_is_refused(tmp_path):
    file = tmp_path / "a.tif"
    file.write_bytes(b"II*\0 not really")
    with pytest.raises(Refused, match="cannot be opened"):
        open_raster(file, room=tmp_path)


def test_without_the_extra_it_is_said_how_to_install_it(tmp_path, monkeypatch):
    file = geotiff(tmp_path / "a.tif", metric_plain())
    monkeypatch.setitem(sys.modules, "rasterio", None)
    with pytest.raises(Refused, match=r"pip install \"digital-taskforce\[terrain\]\""):
        open_raster(file, room=tmp_path)


def test_another_ending_is_refused_with_the_endings_that_are_read(tmp_path):
    file = tmp_path / "ground.xyz"
    file.write_text("1 2 3", encoding="utf-8")
    with pytest.raises(Refused, match=r"\.hgt"):
        open_raster(file, room=tmp_path)


def test_the_real_sample_is_read_and_is_not_in_denmark(tmp_path):
    file = real_file("terrain-sample", "jacksboro_west_3arcsec.tif")
    raster = open_raster(file, room=tmp_path)
    heights = whole(raster)
    assert 236 <= np.nanmin(heights) < np.nanmax(heights) <= 1_076
    with pytest.raises(Refused, match="--anywhere"):
        grid_over([raster], step_m=90, crop=None)
    grid = grid_over([raster], step_m=90, crop=None, anywhere=True)
    assert grid.crs == "EPSG:32616"
    on_grid = np.vstack([band.values for band in sampled([raster], grid)])
    assert np.nanmean(on_grid) == pytest.approx(np.nanmean(heights), abs=2)


def test_a_missing_point_is_filled_from_its_neighbours_only():
    heights = np.full((40, 40), 10.0, np.float32)
    heights[:, 20:] = 50.0
    heights[5, 5] = heights[30, 30] = np.nan
    whole_again = filled(heights)
    assert whole_again[5, 5] == 10
    assert whole_again[30, 30] == 50


def test_where_nothing_is_known_nothing_is_filled():
    with pytest.raises(ValueError, match="no point"):
        filled(np.full((3, 3), np.nan, np.float32))


def test_bent_edges_are_cut_off_and_holes_are_not():
    covered = np.ones((100, 100), bool)
    covered[:3, :50] = False
    assert trimmed(covered) == (slice(3, 100), slice(0, 100))
    covered[50, 50] = False
    assert trimmed(covered)[0] == slice(3, 100)
    covered[:60, :60] = False
    assert trimmed(covered) == (slice(0, 100), slice(0, 100))


def test_codes_of_land_cover_become_the_heights_of_the_recommendation():
    codes = parse_codes("10=trees, 50=suburban,60=open,70=dense,80=7.5")
    assert codes == {10: 15.0, 50: 10.0, 60: 0.0, 70: 20.0, 80: 7.5}
    values = np.array([[10, 50], [np.nan, 80]], np.float32)
    assert as_heights(values, codes, file="a").tolist() == [[15, 10], [0, 7.5]]
    with pytest.raises(Refused, match="99"):
        as_heights(np.array([[99.0]], np.float32), codes, file="a")


def test_codes_are_not_taken_for_heights():
    with pytest.raises(Refused, match="--clutter-codes"):
        as_heights(np.array([[10.0, 112.0]], np.float32), None, file="a")


@pytest.mark.parametrize("text", ["10", "10=hedge", "ten=trees", "10=200", ""])
def test_codes_that_say_nothing_are_wrong_use(text):
    with pytest.raises(WrongUse):
        parse_codes(text)
