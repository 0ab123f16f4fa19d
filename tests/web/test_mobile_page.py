"""Mobile coverage on the web: three truths side by side, each with its age, and none invented."""

from __future__ import annotations

import csv
import json
import re
import shutil
from dataclasses import replace
from io import StringIO

import pytest

from taskforce.report.mobile.overview import Absent
from taskforce.report.mobile.publishing import publish
from taskforce.report.mobile.truths import Truth
from taskforce.snapshot.shelf import Shelf
from tests.report.mobile_overviews import CELLS, OVERVIEW
from tests.web.shown_figures import figures_on


@pytest.fixture(scope="module")
def shelf_with_mobile(published, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mobile") / "shelf"
    shutil.copytree(published, folder)
    publish(Shelf(folder), OVERVIEW, CELLS)
    return folder


@pytest.fixture
def reader(visitor, shelf_with_mobile, settings):
    """Somebody who looks at a region with an overview of mobile coverage."""
    settings.SHELF = shelf_with_mobile
    return visitor


def words(answer):
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text.replace("&nbsp;", " "))


def test_the_region_tells_three_truths_each_with_its_source_day_and_certainty(reader):
    told = words(reader.get("/mobildaekning/"))
    assert "14 adresser mangler 30/5 Mbit/s på mobilnettet" in told
    assert "Kilde: Styrelsen, 30. juni 2026; oplyst af teleselskaberne." in told
    assert "1 af 1 målt felt har svagt signal" in told
    assert "Målt fra 1. april 2026 til 1. maj 2026." in told
    assert "17 adresser, hvor dækning er usandsynlig ud fra masterne" in told
    assert "Sandsynlig for 14 adresser, usikker for 8" in told
    assert "Mastedatabasen, 1. juli 2026; Klimadatastyrelsen, 1. januar 2026; beregnet." in told


def test_flat_earth_is_said_at_the_top_and_at_the_number(reader):
    told = words(reader.get("/mobildaekning/"))
    assert told.count("flad jord, intet terræn") >= 3
    assert "flat earth, no terrain" in words(reader.get("/en/mobile-coverage/"))


def test_what_nobody_measured_is_not_measured_and_never_nought(reader):
    told = words(reader.get("/mobildaekning/lolland/"))
    assert "Ikke målt Ingen har målt her." in told
    assert "svagt signal" not in told
    assert "intet at sammenligne" in told
    row = re.search(r"Lolland</a>.*?</tr>", reader.get("/mobildaekning/").content.decode(), re.S)
    assert "ikke målt" in row.group()


def test_a_small_group_is_not_shown_on_any_page_or_in_any_file(reader):
    lolland = words(reader.get("/mobildaekning/lolland/"))
    assert "vises ikke adresser mangler" in lolland
    assert "2 adresser mangler" not in lolland
    table = reader.get(f"/mobile/{OVERVIEW.id}/areas.csv").getvalue().decode()
    told = next(row for row in csv.DictReader(StringIO(table)) if row["municipality"] == "0360")
    assert told["reported_lacking"] == ""
    assert "reported_lacking" in told["withheld"]


def test_the_contradictions_are_told_in_whole_sentences(reader):
    told = words(reader.get("/mobildaekning/"))
    assert "Teleselskaberne oplyser dækning, men det målte signal er svagt." in told


def test_the_files_say_what_they_are_and_the_layer_is_read_in_parts(reader):
    page = reader.get("/mobildaekning/").content.decode()
    for name in ("areas.csv", "cells.csv", "cells.geojson"):
        assert f"/mobile/{OVERVIEW.id}/{name}" in page
    shapes = json.loads(reader.get(f"/mobile/{OVERVIEW.id}/cells.geojson").getvalue())
    assert shapes["terrain"] == "none"
    tiles = f"/mobile/{OVERVIEW.id}/cells.pmtiles"
    assert reader.get(tiles, headers={"range": "bytes=0-6"}).getvalue() == b"PMTiles"


@pytest.mark.parametrize("name", ["overview.json", "../overview.json", "ingen.csv"])
def test_no_other_file_gets_out(reader, name):
    assert reader.get(f"/mobile/{OVERVIEW.id}/{name}").status_code == 404


def test_what_is_not_known_has_its_reason_and_is_never_nought(
    visitor, published, tmp_path, settings
):
    settings.SHELF = shutil.copytree(published, tmp_path / "shelf")
    publish(Shelf(settings.SHELF), nothing_known(), ())
    for path in ("/mobildaekning/", "/mobildaekning/lolland/"):
        told = words(visitor.get(path))
        for reason in ("Ingen oplyser om mobil.", "Ingen har målt.", "Der er ingen master."):
            assert reason in told
        assert "intet at sammenligne" in told
    row = re.search(r"Lolland</a>.*?</tr>", visitor.get("/mobildaekning/").content.decode(), re.S)
    assert re.findall(r'class="withheld">([^<]+)<', row.group()) == [
        "ukendt", "ikke målt", "ukendt", "ukendt",
    ]  # fmt: skip
    assert "Der er intet at vise om mobildækningen endnu." in words(visitor.get("/kort/"))


def nothing_known():
    absent = (
        Absent(Truth.REPORTED, "Ingen oplyser om mobil.", "Nobody tells of mobile."),
        Absent(Truth.MEASURED, "Ingen har målt.", "Nobody has measured."),
        Absent(Truth.PREDICTED, "Der er ingen master.", "There are no masts."),
    )
    bare = dict.fromkeys(("reported", "measured", "predicted", "differing"))
    rows = [
        replace(one, **bare, differences=(), absent=absent)
        for one in (OVERVIEW.region, *OVERVIEW.areas)
    ]
    return replace(OVERVIEW, region=rows[0], areas=tuple(rows[1:]), masts=None)


def test_before_anything_is_made_the_page_says_so(visitor):
    told = words(visitor.get("/mobildaekning/"))
    assert "Ingen har lavet overblikket over mobildækningen endnu." in told
    # The command is nothing for citizens.
    assert "taskforce mobile" not in told
    assert visitor.get("/mobildaekning/soroe/").status_code == 200
    assert visitor.get("/mobildaekning/atlantis/").status_code == 404


def test_a_municipality_that_the_overview_does_not_know_is_not_invented(reader):
    assert "Ingen har lavet overblikket" in words(reader.get("/mobildaekning/koege/"))


def test_every_figure_leads_to_its_certificate_which_opens_in_both_languages(reader):
    pages = [reader.get(path).text for path in ("/mobildaekning/", "/mobildaekning/soroe/")]
    links = {
        link for page in pages for link in re.findall(r'href="(/mobildaekning/bevis/[^"]+)"', page)
    }
    assert len(links) > 8
    for link in links:
        assert reader.get(link).status_code == 200, link
        english = link.replace("/mobildaekning/bevis/", "/en/mobile-coverage/proof/")
        assert reader.get(english).status_code == 200, english


def test_no_figure_of_the_pages_leads_nowhere(reader):
    # Limits, heights and the size of a file: nobody has counted them.
    known = ("±", "kvadratkilometer", "RSRP", "kB", "1,5 m", "1.5 m")
    for path in ("/mobildaekning/", "/mobildaekning/soroe/", "/en/mobile-coverage/lolland/"):
        found = figures_on(reader.get(path).text)
        loose = [one for one in found.loose if not any(word in one for word in known)]
        assert [one for one in loose if "dBm" not in one and "square kilometres" not in one] == []
        assert all(reader.get(link).status_code == 200 for link in found.links)


def test_a_certificate_tells_source_day_certainty_and_how_to_quote(reader):
    path = f"/mobildaekning/bevis/{OVERVIEW.id}/region/reported-lacking/"
    told = words(reader.get(path))
    assert "der mangler 30/5 Mbit/s på mobilnettet, ifølge selskaberne" in told
    assert "Styrelsen, 30. juni 2026" in told
    assert "Oplyst af teleselskaberne" in told
    assert f"http://localhost{path}" in told
    assert "taskforce mobile" in told
    assert "Alle forudsætninger" not in told
    predicted = path.replace("reported-lacking", "predicted-unlikely")
    assert "Alle forudsætninger" in words(reader.get(predicted))


def test_a_certificate_of_an_earlier_overview_stays_and_says_so(reader, shelf_with_mobile):
    newer = replace(OVERVIEW, id="nyere", made_at=OVERVIEW.made_at.replace(year=2030))
    publish(Shelf(shelf_with_mobile), newer, CELLS)
    try:
        old = reader.get(f"/mobildaekning/bevis/{OVERVIEW.id}/region/differing/").text
        assert "Tallet er fra en tidligere oversigt og vises, som det var." in old
        assert "/mobildaekning/bevis/nyere/region/differing/" in old
    finally:
        shutil.rmtree(shelf_with_mobile / "mobile-public" / "nyere")


@pytest.mark.parametrize(
    "path", ["ingen/region/differing", "{id}/9999/differing", "{id}/region/sludder", "../region/x"]
)
def test_a_certificate_that_is_not_there_is_not_found(reader, path):
    asked = path.format(id=OVERVIEW.id)
    assert reader.get(f"/mobildaekning/bevis/{asked}/").status_code == 404


def test_a_certificate_has_a_form_for_machines_which_withholds_the_same(reader):
    region = f"/mobildaekning/bevis/{OVERVIEW.id}/region/reported-lacking"
    assert f"{region}.json" in reader.get(f"{region}/").text
    answer = reader.get(f"{region}.json")
    told = json.loads(answer.content)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert told["value"] == {"number": 14, "withheld": False}
    assert {one["code"]: one["withheld"] for one in told["parts"]}["0360"]
    assert told["inputs"][0]["publisher"] == "Styrelsen"
    assert "30/5 Mbit/s" in told["counts"]["en"]
    assert f"http://localhost{region}/" in told["citation"]["da"]
    lolland = json.loads(reader.get(region.replace("/region/", "/0360/") + ".json").content)
    assert lolland["value"] == {"number": None, "withheld": True}
    assert "not shown" in lolland["citation"]["en"]
    assert reader.get(region.replace("region", "9999") + ".json").status_code == 404
