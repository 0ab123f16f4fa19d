"""Everybody finds pages, places, news and rules with words in any spelling and ending."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from taskforce.web.public.search.pages import Page, pages
from taskforce.web.public.search.ranking import ranked
from tests.small_region import NEEDY_ID
from tests.web.library.makers import material_of
from tests.web.news.makers import draft_of, public_of
from tests.web.seen import seen_in


def found(visitor, text: str, language: str = "da") -> str:
    with translation.override(language):
        path = reverse("find")
    page: str = visitor.get(path, {"q": text}).text
    return page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("gravning", "checks"),
        ("grave", "checks"),
        ("graveregler", "guidelines"),
        ("cookie", "privacy"),
        ("tilgængelig", "accessibility"),
        ("hvid plet", "method-white-spots"),
        ("tovholder", "glossary"),
        ("små tal", "method-disclosure"),
        ("CSV filer", "open-data"),
    ],
)
def test_a_page_is_found_by_its_words(visitor, text, name):
    assert f'href="{reverse(name)}"' in found(visitor, text)


def test_the_same_in_english(visitor):
    page = found(visitor, "digging permits", "en")
    assert 'href="/en/check/"' in page
    assert "Search the site" in page


def test_a_municipality_is_found_in_any_spelling(visitor):
    for text in ("Sorø", "soroe", "bredbånd i sorø"):
        assert 'href="/kommuner/soroe/"' in found(visitor, text)


def test_an_address_is_found_when_a_number_is_given(visitor):
    assert f"/adresse/{NEEDY_ID}/" in found(visitor, "Skovvej 1")
    assert "Adresser" not in seen_in(found(visitor, "Skovvej"))


def test_only_what_is_public_is_found(cast, visitor):
    public_of(title_da="Pottemagervej får fiber")
    draft_of(title_da="Pottemagervej får intet")
    material_of(title_da="Pottemageren som forbillede", audience="members")
    hits = seen_in(found(visitor, "pottemager"))
    assert "Pottemagervej får fiber" in hits
    assert "intet" not in hits.partition("Pottemagervej får fiber")[2]
    assert "forbillede" not in hits


@pytest.mark.parametrize("text", ["a", "æ", "!?", "🤷"])
def test_one_letter_or_none_asks_for_a_word(visitor, text):
    page = visitor.get("/find/", {"q": text}).content.decode()
    assert "Skriv et helt ord på mindst to bogstaver." in page
    assert "Intet indeholder" not in page


def test_nothing_found_says_what_to_do(visitor):
    page = seen_in(found(visitor, "zyxwvut"))
    assert "Intet indeholder alle ordene i »zyxwvut«." in page


@pytest.mark.parametrize("text", ["", " ", "\0", "a", "%_*", "(" * 500, "<script>"])
def test_odd_questions_are_answered(visitor, text):
    answer = visitor.get(reverse("find"), {"q": text})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_a_word_in_the_title_counts_for_more():
    told = Page("Master", "", "Om alt muligt", "/a/")
    aside = Page("Andet", "", "master master master master master", "/b/")
    assert ranked([aside, told], "mast", "da") == [told, aside]
    assert ranked([aside, told], "mast alt", "da") == [told]


def test_every_page_of_the_search_opens_in_its_language(visitor):
    for language in ("da", "en"):
        for page in pages(language):
            assert visitor.get(page.path).status_code == 200, page.path
            assert page.detail
