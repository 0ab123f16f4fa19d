"""Each chart can be taken as a picture, and each page has one where it is shared."""

from __future__ import annotations

import re
import struct
from html import unescape

import pytest

from tests.cast import signed_in


def size_of(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("name", ["map", "then-and-now", "growth", "official-years"])
def test_a_picture_has_its_title_its_source_and_its_day_in_it(visitor, settings, name):
    settings.SITE_URL, settings.SITE_IS_KNOWN = "https://example.org", True
    answer = visitor.get(f"/kommuner/soroe/billeder/{name}.svg")
    assert answer["Content-Type"].startswith("image/svg+xml")
    drawn = answer.content.decode()
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawn))
    assert "Kilde:" in words
    if name != "official-years":
        assert "30. juni 2026" in words
    assert "https://example.org/kommuner/soroe/" in words
    assert "<script" not in drawn
    assert "currentColor" not in drawn


def test_the_same_picture_is_made_of_dots(read):
    wide, high = size_of(read("/rapporter/region/billeder/map.png").content)
    assert wide >= 1200
    assert high >= 600


@pytest.mark.parametrize("file", ["ingen.svg", "map.gif"])
def test_what_is_not_drawn_is_not_there(read, file):
    assert read(f"/kommuner/soroe/billeder/{file}").status_code == 404


def shared(page):
    found = re.findall(r'<meta property="(og:[a-z:]+)" content="([^"]*)">', page)
    return {name: unescape(words) for name, words in found}


@pytest.mark.parametrize(
    ("path", "title"),
    [("/kommuner/", "Kommuner"), ("/en/about/", "About the taskforce"), ("/", "Har du")],
)
def test_a_page_says_what_it_is_where_it_is_shared(read, path, title):
    told = shared(read(path).content.decode())
    assert told["og:title"].startswith(title)
    assert told["og:url"] == f"http://localhost{path}"
    assert told["og:description"]
    picture = read(told["og:image"].removeprefix("http://localhost"))
    assert picture["Content-Type"] == "image/png"
    assert size_of(picture.content) == (1200, 630)
    assert len(picture.content) < 120_000


def test_a_municipality_is_shared_with_its_key_figure(read):
    told = shared(read("/kommuner/soroe/").content.decode())
    assert told["og:image"] == "http://localhost/delt/kommune/soroe.png"
    assert size_of(read("/delt/kommune/soroe.png").content) == (1200, 630)
    assert read("/delt/kommune/ingen.png").status_code == 404


@pytest.mark.parametrize("title", ["", "Køb nu", "Kommuner:forkert"])
def test_nobody_elses_words_become_a_picture(visitor, title):
    assert visitor.get("/delt/side.png", {"title": title}).status_code == 404


@pytest.mark.django_db
def test_a_page_inside_asks_for_no_picture(cast, visitor):
    page = signed_in(cast.consultant).get("/kommuner/").content.decode()
    assert shared(page) == {}
    assert "<title>Kommuner – Digital Taskforce</title>" in page
