"""Every figure on a public page leads to its certificate, which holds for ever."""

import json
import re

import pytest
from django.utils.html import escape

from taskforce.web.editions.actions.releasing import sign_off
from taskforce.web.frame.journal.actor import SOFTWARE
from tests.web.editions.makers import FIRST, approved, built_anew, newest

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LINK = re.compile(r'<a class="certified" href="([^"]+)">(.*?)</a>', re.DOTALL)
PAGES = (
    "/",
    "/kommuner/",
    "/kommuner/?threshold=1000-100&count=all&when=then",
    "/kommuner/soroe/",
    "/kommuner/lolland/?threshold=30-5",
    "/kommuner/soroe/?when=then&count=all",
    "/kommuner/sammenlign/?m=0340&m=0360&m=0370",
    "/en/municipalities/soroe/",
    "/kommuner/soroe/rapport/",
    "/rapporter/region/",
)


def plain(html):
    return re.sub(r"<[^>]+>", "", html).strip()


@pytest.mark.parametrize("page", PAGES)
def test_each_figure_of_a_page_stands_on_its_certificate_as_it_was_written(page, read):
    found = set(LINK.findall(read(page).text))
    assert len(found) > 5
    for link, written in sorted(found):
        answer = read(link)
        assert answer.status_code == 200, link
        number = re.search(
            r'proof-number"><span class="key-figure-value">(.*?)</span>', answer.text
        )
        assert plain(number[1]) == plain(written), link


def test_a_certificate_tells_all_that_a_journalist_needs(read, published):
    edition = newest(published).edition
    page = read(f"/tal/bevis/{edition}/below.0340.100-30.fixed.now/").text
    snapshot = newest(published).label.snapshot
    for words in (
        "Adresser i Sorø Kommune med mindre end 100/30 Mbit/s",
        "30. juni 2026",
        "oplyst af teleselskaberne",
        snapshot,
        f"udgave {edition}",
        escape(f"taskforce need --snapshot {snapshot} --threshold 100/30 --count fixed"),
        "need_municipalities.csv",
        "4180",
    ):
        assert words.lower() in page.lower(), words


def test_a_withheld_number_is_withheld_on_its_certificate_and_in_what_is_behind_it(read, published):
    edition = newest(published).edition
    told = read(f"/tal/bevis/{edition}/below.0360.100-30.fixed.now.json")
    found = json.loads(told.content)
    assert found["value"] == {"number": None, "withheld": True, "unit": "addresses"}
    assert found["rows"]
    assert all(row["value"]["withheld"] for row in found["rows"])
    assert "not shown" in found["citation"]["en"]
    assert told["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "key",
    [
        "below.9999.100-30.fixed.now",
        "below.0340.77-7.fixed.now",
        "below.0340.100-30.fixed.tomorrow",
        "below",
        "change-name.0340.100-30.fixed.now",
        "growth-fixed-1900.0340.100-30.fixed.now",
        "..",
    ],
)
def test_a_figure_that_nobody_published_has_no_certificate(key, read, published):
    assert read(f"/tal/bevis/{newest(published).edition}/{key}/").status_code == 404


def test_an_old_certificate_shows_the_old_figure_and_leads_to_the_new_one(shelf, browser):
    first = approved(shelf)
    again = built_anew(shelf, below=9)
    sign_off(again.edition, FIRST, by=SOFTWARE)
    old = browser.get(f"/tal/bevis/{first}/below.0340.100-30.fixed.now/").text
    new = f"/tal/bevis/{again.edition}/below.0340.100-30.fixed.now/"
    assert '<span class="key-figure-value">6</span>' in old
    assert new in old
    assert '<span class="key-figure-value">9</span>' in browser.get(new).text


def test_what_waits_has_no_certificate_no_files_and_no_page_for_the_public(shelf, browser):
    approved(shelf)
    waits = built_anew(shelf).edition
    for path in (
        f"/tal/bevis/{waits}/below.0340.100-30.fixed.now/",
        f"/tal/bevis/{waits}/below.0340.100-30.fixed.now.json",
        f"/tal/udgave/{waits}/",
        f"/data/{waits}/need_municipalities.csv",
        f"/tiles/{waits}/land.pmtiles",
    ):
        assert browser.get(path).status_code == 404, path


def test_a_certificate_outlives_the_form_of_the_files_it_was_written_with(shelf, browser):
    """A later version that cannot open the edition any more still reads its figures."""
    first = approved(shelf)
    sign_off(built_anew(shelf).edition, FIRST, by=SOFTWARE)
    label = shelf / "editions" / first / "bundle.json"
    text = label.read_text(encoding="utf-8")
    label.unlink()
    label.write_text(text.replace('"schema": 1', '"schema": 0'), encoding="utf-8")
    page = browser.get(f"/tal/bevis/{first}/below.0340.100-30.fixed.now/")
    assert '<span class="key-figure-value">6</span>' in page.text
    assert browser.get(f"/tal/udgave/{first}/").status_code == 200
