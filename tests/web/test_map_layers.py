"""The layers of mobile coverage: each with a legend, and only what the reader may see."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date

import pytest

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.report.mobile.publishing import publish
from taskforce.report.mobile.truths import Disagreement
from taskforce.report.ranking.keeping import keep
from taskforce.snapshot.shelf import Shelf
from taskforce.web.public.mobile.map_keys import GROUPS
from tests.cast import signed_in
from tests.mast_files import antenna, as_list, in_file, planned, sends
from tests.report.mobile_overviews import CELLS, OVERVIEW
from tests.web.rankings.makers import candidates_of, ranking_of
from tests.web.sites.makers import site_of


@pytest.fixture(scope="module")
def shelf_with_masts(published, tmp_path_factory):
    folder = tmp_path_factory.mktemp("masts")
    shutil.copytree(published, folder / "shelf")
    shelf = Shelf(folder / "shelf")
    antennas = (
        antenna(),
        antenna(east=656_000, unik_station_navn="SO2", **planned(radius="500")),
        antenna(east=657_000, unik_station_navn="BANE", **sends("1", "40")),
        # In Jutland, outside the region.
        antenna(east=500_000, unik_station_navn="JY1"),
    )
    collect_masts(shelf, [in_file(folder, as_list(antennas))], MastChoices(date(2026, 7, 1)))
    publish(shelf, OVERVIEW, CELLS)
    return shelf.root


@pytest.fixture
def reader(visitor, shelf_with_masts, settings):
    """Somebody who looks at a region with masts and an overview of mobile coverage."""
    settings.SHELF = shelf_with_masts
    return visitor


def map_of(client):
    html = client.get("/kort/").content.decode()
    found = re.search(r'<script id="map-content" type="application/json">(.*?)</script>', html)
    return json.loads(found.group(1))["mobile"], html


def key_of(html, layer):
    found = re.search(rf'data-layer="{layer}" hidden>(.*?)</div>', html, re.DOTALL)
    return re.sub(r"<[^>]+>|\s+", " ", found.group(1)).replace("\xa0", " ")


def dots(client, path="/kort/master.geojson"):
    answer = client.get(path)
    assert answer["Content-Type"] == "application/geo+json"
    return {one["properties"]["title"]: one["properties"] for one in answer.json()["features"]}


def test_every_layer_has_a_legend_with_source_day_and_certainty(reader):
    mobile, html = map_of(reader)
    for layer in ("reported", "measured", "predicted", "disagreement", *mobile["points"]):
        told = key_of(html, layer)
        assert "Kilde:" in told
        assert f'id="layer-{layer}"' in html
    assert "Styrelsen, 30. juni 2026; oplyst af teleselskaberne." in key_of(html, "reported")
    assert "Mastedatabasen, 1. juli 2026; " in key_of(html, "predicted")
    assert "; beregnet." in key_of(html, "predicted")


def test_the_legend_says_what_is_not_measured_and_what_earth_was_reckoned_on(reader):
    _, html = map_of(reader)
    assert "ikke målt: ingen farve" in key_of(html, "measured")
    assert "Ikke målt betyder ikke, at der mangler dækning." in key_of(html, "measured")
    assert "svagt, fra −110 dBm" in key_of(html, "measured")
    for layer in ("predicted", "disagreement"):
        assert "flad jord, intet terræn" in key_of(html, layer)


def test_the_map_is_told_where_its_tiles_lie_and_they_are_there(reader):
    mobile, _ = map_of(reader)
    answer = reader.get(mobile["tiles"], headers={"range": "bytes=0-6"})
    assert answer.getvalue() == b"PMTiles"


def test_every_contradiction_has_a_colour_and_a_sentence(reader):
    mobile, _ = map_of(reader)
    assert set(mobile["groups"]) == set(mobile["words"]["kinds"]) == set(Disagreement)
    assert set(GROUPS) == set(Disagreement)


def test_a_mast_says_what_the_register_does_not_know(reader):
    told = dots(reader)["Mast SO1"]
    assert told["kind"] == "mobile"
    assert told["uncertainty_m"] is None
    for words in (
        "I drift siden 31. december 2012.",
        "4G",
        "Registret oplyser ikke teleselskabet.",
        "Grøftevej 16, 4180",
        "vi regner med 30 m",
    ):
        assert words in told["told"]


def test_a_planned_mast_tells_its_day_and_how_uncertain_its_place_is(reader):
    told = dots(reader)["Mast SO2"]
    assert told["kind"] == "planned"
    assert told["uncertainty_m"] == 500
    assert "Planlagt, ventes i drift 1. marts 2027." in told["told"]
    assert "inden for 500\xa0m fra prikken" in told["told"]


def test_other_services_stand_apart_and_masts_elsewhere_are_left_out(reader):
    found = dots(reader)
    assert found["Mast BANE"]["kind"] == "other"
    assert "Regnes ikke med til mobiltelefoni" in found["Mast BANE"]["told"]
    assert "Mast JY1" not in found
    assert "In use since" in dots(reader, "/en/map/masts.geojson")["Mast SO1"]["told"]


def test_sites_are_the_public_ones_with_public_words_whoever_asks(reader, cast):
    site_of(name="Tårnet", terms="Hemmelige vilkår")
    site_of(name="Taget", availability="withdrawn")
    for asker in (reader, signed_in(cast.consultant), signed_in(cast.coordinator)):
        found = dots(asker, "/kort/ejendomme.geojson")
        assert set(found) == {"Tårnet"}
        assert "Hemmelige" not in json.dumps(found)
        assert found["Tårnet"]["page"].startswith("/ejendomme/")


def test_the_ranked_choice_is_for_those_who_may_read_rankings(reader, cast, tmp_path, settings):
    settings.SHELF = shutil.copytree(settings.SHELF, tmp_path / "shelf")
    keep(Shelf(settings.SHELF), ranking_of(candidates_of([site_of(), site_of(name="Skolen")])))
    for asker in (reader, signed_in(cast.landlord)):
        mobile, html = map_of(asker)
        assert "ranking" not in mobile["points"]
        assert "layer-ranking" not in html
    operator = signed_in(cast.operator)
    mobile, html = map_of(operator)
    assert 'id="layer-ranking"' in html
    features = operator.get(mobile["points"]["ranking"]).json()["features"]
    assert features[0]["properties"]["rank"] == 1


def test_without_an_overview_or_masts_the_map_says_so_and_still_works(visitor):
    mobile, html = map_of(visitor)
    assert mobile["tiles"] is None
    assert set(mobile["points"]) == {"sites"}
    assert "Der er intet at vise om mobildækningen endnu." in html
    assert visitor.get("/kort/master.geojson").json()["features"] == []
