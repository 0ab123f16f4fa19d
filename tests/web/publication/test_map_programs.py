"""A real map program reads every collection, file and layer: GDAL, which QGIS is built on."""

from __future__ import annotations

import pytest

from taskforce.web.publication.ogc import asking
from tests.web.publication.gdal_reader import read_by_gdal
from tests.web.sites.makers import site_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FILES = {
    "municipalities": "need_municipalities",
    "hexagons": "need_hexes",
    "white-spots": "white_spots",
}
METRES = {"CRS": "EPSG:25832"}


def test_every_collection_is_read_page_by_page_in_degrees_and_in_metres(
    server, published, cast, monkeypatch
):
    # So few in a page that GDAL has to follow the links.
    monkeypatch.setattr(asking, "MOST", 3)
    site_of(name="Tårnet")
    [folder] = published.glob("bundles/*/downloads")
    door = f"OAPIF:{server}/ogc/"
    listed, sites, masts, *told = read_by_gdal(
        [
            (door, None, {}),
            (door, "public-sites", {}),
            (door, "masts", {}),
            *((str(folder / f"{file}.gpkg"), file, {}) for file in FILES.values()),
            *((door, layer, {}) for layer in FILES),
            *((door, layer, METRES) for layer in FILES),
        ]
    )
    assert set(listed["layers"]) == {*FILES, "mobile-coverage", "masts", "public-sites"}
    assert (sites["number"], masts["number"]) == (1, 0)
    for there, degrees, metres in zip(told[:3], told[3:6], told[6:], strict=True):
        assert there["number"] == degrees["number"] == metres["number"] > 0
        assert set(there["fields"]) <= set(degrees["fields"])
        assert degrees["areas"] == pytest.approx(there["areas"], rel=1e-2)
        assert degrees["bounds"] == pytest.approx(there["bounds"], abs=1e-5)
        assert "CRS84" in degrees["crs"]
        assert metres["crs"] == "EPSG:25832"
        west, south, *_ = metres["bounds"]
        assert 400_000 < west < 900_000
        assert 6_000_000 < south < 6_500_000


def test_a_box_is_asked_for_in_metres(server):
    door = f"OAPIF:{server}/ogc/"
    [whole] = read_by_gdal([(door, "hexagons", METRES)])
    [found] = read_by_gdal([(door, "hexagons", {**METRES, "bbox": whole["first"]})])
    assert 0 < found["number"] < whole["number"]


def test_files_and_tiles_are_read_straight_from_the_site(server, published):
    [bundle] = (published / "bundles").iterdir()
    data, tiles = (f"/vsicurl/{server}/{kind}/{bundle.name}" for kind in ("data", "tiles"))
    files = [
        (f"{data}/{file}.{suffix}", file, {})
        for file in FILES.values()
        for suffix in ("geojson", "fgb", "gpkg")
    ]
    names = ("municipalities", "hexes", "white_spots")
    layers = [(f"{tiles}/{name}.pmtiles", name, {}) for name in names]
    told = read_by_gdal([*files, *layers])
    for start in range(0, len(files), 3):
        assert len({one["number"] for one in told[start : start + 3]}) == 1
    assert {one["crs"] for one in told[len(files) :]} == {"EPSG:3857"}
    assert all(one["number"] for one in told)
