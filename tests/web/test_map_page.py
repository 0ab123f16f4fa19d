"""The map is told the same figures as the table beside it; the legend names every colour."""

import json
import re

import pytest


def content_of(visitor, path="/kort/"):
    html = visitor.get(path).content.decode()
    found = re.search(r'<script id="map-content" type="application/json">(.*?)</script>', html)
    return json.loads(found.group(1)), html


def test_the_map_reads_its_layers_from_our_own_server(visitor):
    content, _ = content_of(visitor)
    assert set(content["tiles"]) == {"municipalities", "hexes", "white_spots"}
    for path in content["tiles"].values():
        assert visitor.get(path, headers={"range": "bytes=0-6"}).getvalue() == b"PMTiles"


def test_map_and_table_agree_on_the_colour(visitor):
    content, html = content_of(visitor)
    soroe = content["municipalities"]["0340"]
    assert soroe["class"] == 4
    row = re.search(r">Sorø</a>.*?</tr>", html, re.DOTALL).group()
    assert "share-4" in row
    assert "10\xa0% til 25\xa0%" in row


def test_a_hidden_number_has_no_class_and_no_number_in_the_popup(visitor):
    content, html = content_of(visitor)
    lolland = content["municipalities"]["0360"]
    assert lolland["class"] == -1
    assert "vises ikke adresser" in lolland["told"]
    assert "<" not in lolland["told"]
    assert "hidden-number" in re.search(r">Lolland</a>.*?</tr>", html, re.DOTALL).group()


def test_the_popups_speak_the_language_of_the_page(visitor):
    assert content_of(visitor)[0]["words"]["spotTitle"] == "Hvid plet"
    assert content_of(visitor, "/en/map/")[0]["words"]["spotTitle"] == "White spot"
    assert content_of(visitor, "/en/map/")[0]["municipalities"]["0340"]["path"].startswith("/en/")


@pytest.mark.parametrize("show", ["share", "count", "change"])
def test_the_legend_tells_every_colour(visitor, show):
    content, html = content_of(visitor, f"/kort/?show={show}")
    legend = re.search(r'class="legend".*?</div>', html, re.DOTALL).group()
    assert content["show"] == show
    assert len(re.findall(rf"{show}-\d", legend)) == len(content["breaks"][show]) + 1
    assert "vises ikke" in legend


def test_then_now_and_the_change_are_links_that_work_without_a_script(visitor):
    _, html = content_of(visitor, "/kort/?threshold=30-5")
    tabs = re.findall(r'<li><a href="(\?[^"]+)" class="tab-button"', html)
    assert len(tabs) == 3
    for tab in tabs:
        assert "threshold=30-5" in tab
        assert visitor.get("/kort/" + tab.replace("&amp;", "&")).status_code == 200


def test_the_day_is_in_the_address_and_changes_the_figures(visitor):
    then, html = content_of(visitor, "/kort/?when=then")
    assert then["when"] == "then"
    assert then["municipalities"]["0340"]["class"] == 5
    assert "den 30. juni 2023" in html


@pytest.mark.parametrize("asked", ["", "?when=then", "?show=change", "?threshold=30-5"])
def test_the_figures_of_the_table_lead_to_their_certificates(visitor, asked):
    page = visitor.get(f"/kort/{asked}").text
    table = page.partition('id="figures"')[2]
    links = set(re.findall(r'class="certified" href="([^"]+)">(?:<span[^>]*>)?([^<]+)', table))
    assert len(links) > 20
    for path, figure in sorted(links)[::6]:
        certificate = visitor.get(path)
        assert certificate.status_code == 200, path
        assert figure in certificate.text, (path, figure)
