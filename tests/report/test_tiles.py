"""The map has every area at every zoom level, and tells nothing that is withheld."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import shapely

from taskforce.report.features import Features
from taskforce.report.shapes import cut_hexagons, hexagons, metric
from taskforce.report.tile_archive import join_archives, read_archive, write_archive
from taskforce.report.tile_directory import Entry, packed_directory, unpacked_directory
from taskforce.report.tile_set import make_tiles
from taskforce.report.tiles import ZoomBand, write_tiles
from taskforce.vocabulary.errors import PromiseBroken

CELLS = ["881f0656d7fffff", "881f0656d5fffff", "881f0656ddfffff"]


def fields(path: Path) -> tuple[str, dict[str, str], int, int]:
    (layer,) = json.loads(read_archive(path).metadata)["vector_layers"]
    return layer["id"], layer["fields"], layer["minzoom"], layer["maxzoom"]


def test_every_layer_bears_the_name_of_its_file(bundle):
    for name in ("municipalities", "hexes", "white_spots"):
        assert fields(bundle.tiles(name))[0] == name


def test_municipalities_and_hexagons_tell_each_day_and_threshold(bundle):
    for name in ("municipalities", "hexes"):
        told = fields(bundle.tiles(name))[1]
        for day in ("now", "then"):
            assert f"{day}_addresses" in told
            for slug in ("30-5", "100-30", "1000-100"):
                numbers = ("below", "unknown", "share", "withheld")
                assert {f"{day}_{number}_{slug}" for number in numbers} <= set(told)


def test_hexagons_are_there_from_afar_and_near_by(bundle):
    archive = read_archive(bundle.tiles("hexes"))
    assert archive.zooms == fields(bundle.tiles("hexes"))[2:] == (5, 11)
    first_tile_of = [sum(4**z for z in range(zoom)) for zoom in range(13)]
    for zoom in range(5, 12):
        tiles = range(first_tile_of[zoom], first_tile_of[zoom + 1])
        assert any(entry.tile in tiles for entry in archive.entries)
    first = archive.entries[0]
    assert gzip.decompress(archive.tiles[first.offset : first.offset + first.length])


def test_tiles_can_be_made_without_a_bundle(shelf, bundle, tmp_path):
    land = tmp_path / "land.geojson"
    square = {"type": "Polygon", "coordinates": [[[11, 55], [12, 55], [12, 56], [11, 55]]]}
    feature = {"type": "Feature", "properties": {"name": "x"}, "geometry": square}
    land.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    files = make_tiles(shelf, out=tmp_path / "out", land=land)
    assert [file.stem for file in files] == ["land", "municipalities", "hexes", "white_spots"]
    assert fields(files[0])[1] == {}
    assert files[2].read_bytes() == bundle.tiles("hexes").read_bytes()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        file.name for file in files
    )


def test_nothing_to_draw_writes_no_file(tmp_path):
    empty = Features(hexagons([]), {"below": []})
    assert not write_tiles([ZoomBand(empty, 5, 6)], tmp_path / "x.pmtiles", layer="x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", [1, 3, 9_000])
def test_a_directory_is_read_back_as_it_was_written(count):
    entries = [Entry(3 * n, 7919 * (n % 40) + n, 500 + n % 97, 1 + n % 2) for n in range(count)]
    root, leaves = packed_directory(entries, root_bytes=400)
    assert (leaves != b"") == (count > 100)
    content = b"head" + root + leaves
    found = unpacked_directory(content, start=4, length=len(root), leaf=4 + len(root))
    assert list(found) == entries


def test_an_archive_is_read_back_as_it_was_written(bundle, tmp_path):
    archive = read_archive(bundle.tiles("municipalities"))
    copy = tmp_path / "copy.pmtiles"
    write_archive(join_archives([archive]), copy)
    assert read_archive(copy).entries == archive.entries
    assert read_archive(copy).tiles == archive.tiles


def test_another_file_is_no_archive(tmp_path):
    file = tmp_path / "x.pmtiles"
    file.write_bytes(b"something else entirely")
    with pytest.raises(PromiseBroken, match="no map archive"):
        read_archive(file)


def test_hexagons_are_cut_along_the_border():
    whole = metric(hexagons(CELLS[:1]))[0]
    west, south, _, north = whole.bounds
    border = whole.centroid.x
    outlines = {
        "0001": shapely.box(west - 9, south - 9, border, north + 9),
        "0002": shapely.box(border, south - 9, west + 9_999, north + 9),
        "0003": shapely.box(0, 0, 1, 1),
    }
    pieces = [("0001", CELLS[0]), ("0002", CELLS[0]), ("0003", CELLS[0]), ("0004", CELLS[0])]
    left, right, elsewhere, unknown = metric(cut_hexagons(pieces, outlines))
    assert left.area + right.area == pytest.approx(whole.area, rel=1e-6)
    assert left.intersection(right).area == pytest.approx(0, abs=1)
    assert elsewhere.area == unknown.area == pytest.approx(whole.area)
