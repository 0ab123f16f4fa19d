"""Before anything has been collected, the pages say what to do, and the words are there already."""

import pytest


@pytest.mark.parametrize(
    "path", ["/", "/kort/", "/kommuner/", "/adresse/?q=skovvej", "/aabne-data/"]
)
def test_a_page_without_figures_says_what_to_do(early_visitor, path):
    response = early_visitor.get(path)
    text = response.content.decode()
    assert response.status_code == 503
    assert "Der er ingen tal at vise endnu" in text
    assert "taskforce collect coverage FIL" in text
    assert "make demo" in text


def test_it_says_so_in_english_too(early_visitor):
    assert "There are no figures to show yet" in early_visitor.get("/en/map/").content.decode()


@pytest.mark.parametrize("path", ["/tal/behov/", "/om/", "/privatliv/", "/ordliste/", "/en/about/"])
def test_the_pages_of_words_open_all_the_same(early_visitor, path):
    assert early_visitor.get(path).status_code == 200


def test_the_server_is_well_without_figures(early_visitor):
    assert early_visitor.get("/health").json() == {"status": "ok", "bundle": None}


def test_a_bundle_of_another_version_counts_as_none(early_visitor, settings):
    broken = settings.SHELF / "bundles" / "2026-06-30-00000000"
    broken.mkdir(parents=True)
    (broken / "bundle.json").write_text('{"schema": 0}', encoding="utf-8")
    assert early_visitor.get("/").status_code == 503
