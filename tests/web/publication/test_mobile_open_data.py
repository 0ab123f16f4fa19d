"""Mobile coverage is open data like the rest: listed, described, in every form, and for GDAL."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, Graph, URIRef

from taskforce.report.mobile.publishing import publish
from taskforce.snapshot.shelf import Shelf
from tests.report.mobile_overviews import CELLS, OVERVIEW
from tests.web.publication.gdal_reader import read_by_gdal
from tests.web.publication.test_linked_data import _SCRIPT

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ITEMS = "/ogc/collections/mobile-coverage/items"
SHAPES = Path(__file__).parent / "dcat_ap_dk.ttl"


@pytest.fixture
def reader(visitor, with_mobile, settings):
    """Somebody who looks at a region with such an overview."""
    settings.SHELF = with_mobile
    return visitor


def test_the_catalogue_lists_both_sets_with_files_that_are_there(reader):
    graph = Graph().parse(data=reader.get("/katalog.ttl").content, format="turtle")
    conforms, _, said = validate(graph, shacl_graph=Graph().parse(SHAPES))
    assert conforms, said
    sets = {str(one).rsplit("#", 1)[1]: one for one in graph.objects(None, DCAT.dataset)}
    assert {"mobile_areas", "mobile_cells"} <= set(sets)
    for name, forms in {"mobile_areas": 3, "mobile_cells": 6}.items():
        files = [
            (graph.value(one, DCAT.downloadURL), graph.value(one, DCAT.byteSize))
            for one in graph.objects(sets[name], DCAT.distribution)
        ]
        assert len(files) == forms
        for there, size in files:
            assert len(b"".join(reader.get(str(there)))) == int(size), there
    [api] = [one for one in graph.subjects(DCAT.servesDataset) if str(one).endswith("#api")][:1]
    served = set(graph.objects(URIRef(api), DCAT.servesDataset))
    # The API answers about the need alone.
    assert sets["mobile_cells"] not in served


@pytest.mark.parametrize("path", ["/aabne-data/", "/en/open-data/"])
def test_the_page_offers_every_form_and_says_what_the_columns_hold(reader, path):
    page = reader.get(path).content.decode()
    for name in ("areas.csv", "areas.parquet", "cells.gpkg", "cells.fgb", "datapackage.json"):
        assert f"/mobile/{OVERVIEW.id}/{name}" in page
    assert "reported_lacking" in page
    assert f"/data/{OVERVIEW.id}" not in page
    assert len(_SCRIPT.findall(page)) == 7


def test_shapes_keep_to_their_overview_and_to_its_day(reader, with_mobile, tmp_path, settings):
    settings.SHELF = shutil.copytree(with_mobile, tmp_path / "shelf")
    first = reader.get(ITEMS, {"limit": "2"}).json()
    assert first["numberMatched"] == len(CELLS)
    assert reader.get(ITEMS, {"datetime": "../2026-06-30"}).json()["numberMatched"] == 0
    newer = replace(OVERVIEW, id="later", made_at=datetime(2027, 1, 1, tzinfo=UTC))
    publish(Shelf(settings.SHELF), newer, CELLS[:1])
    [following] = [one["href"] for one in first["links"] if one["rel"] == "next"]
    assert reader.get(following).json()["numberReturned"] == len(CELLS) - 2
    assert reader.get(ITEMS).json()["numberMatched"] == 1
    shutil.rmtree(settings.SHELF / "mobile-public" / OVERVIEW.id)
    assert reader.get(following).status_code == 410


def test_a_list_that_rests_on_more_than_an_edition_tells_no_day(reader):
    assert "Last-Modified" not in reader.get("/ogc/collections")
    assert "Last-Modified" not in reader.get("/katalog.ttl")
    assert "Last-Modified" in reader.get("/ogc/collections/hexagons")


def test_gdal_reads_the_collection_and_every_file(server, with_mobile, settings):
    settings.SHELF = with_mobile
    files = f"/vsicurl/{server}/mobile/{OVERVIEW.id}"
    told = read_by_gdal(
        [
            (f"OAPIF:{server}/ogc/", "mobile-coverage", {}),
            (f"OAPIF:{server}/ogc/", "mobile-coverage", {"CRS": "EPSG:25832"}),
            *((f"{files}/cells.{form}", "cells", {}) for form in ("gpkg", "fgb")),
            (f"{files}/cells.geojson", "cells", {}),
        ]
    )
    assert {one["number"] for one in told} == {len(CELLS)}
    assert [one["crs"] for one in told[1:2]] == ["EPSG:25832"]
    assert all({"hex", "reported_lacking", "withheld"} <= set(one["fields"]) for one in told)
