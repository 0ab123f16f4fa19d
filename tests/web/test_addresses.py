"""Anyone finds an address as they write it, and gets a plain answer."""

import re

import pytest

from tests.makers import uuid_of
from tests.small_region import NEEDY_ID, SERVED_ID, UNTOLD_ID
from tests.web.seen import seen_in


def text_of(response):
    return seen_in(response.content.decode())


@pytest.mark.parametrize(
    "typed",
    [
        "H.C. Andersens Vej 8H, 4600 Køge",
        "h.c. andersens vej 8h",
        "hc andersensvej 8 h 4600",
        "4600 H.C. ANDERSENS VEJ 8H",
        "  h c  andersens   vej 8H, koege ",
    ],
)
def test_an_address_is_found_in_any_spelling(visitor, typed):
    response = visitor.get("/adresse/", {"q": typed})
    assert response.status_code == 302
    assert response["Location"] == f"/adresse/{uuid_of(450)}/"


@pytest.mark.parametrize("typed", ["Åvej 4", "aavej 4", "ÅVEJ 4"])
def test_danish_letters_have_many_spellings(visitor, typed):
    assert visitor.get("/adresse/", {"q": typed})["Location"] == f"/adresse/{uuid_of(204)}/"


def test_several_hits_are_listed_as_links(visitor):
    response = visitor.get("/adresse/", {"q": "Skovvej"})
    assert text_of(response).count("Skovvej ") >= 6
    assert f'href="/adresse/{NEEDY_ID}/"' in response.content.decode()


def test_no_hit_says_that_it_tells_nothing_about_the_internet(visitor):
    response = visitor.get("/adresse/", {"q": "<b>Atlantisvej</b> 3"})
    assert "Vi fandt ikke" in text_of(response)
    assert "Det siger intet om internettet på stedet" in text_of(response)
    assert "<b>Atlantisvej" not in response.content.decode()


@pytest.mark.parametrize("typed", ["", " ", "%", "'; DROP TABLE", "x" * 5000, "\x00", "4180", "😀"])
def test_no_search_can_break_the_page(visitor, typed):
    assert visitor.get("/adresse/", {"q": typed}).status_code in (200, 302)
    assert visitor.get("/adresse/forslag/", {"q": typed}).status_code == 200


def test_suggestions_come_after_three_letters_and_lead_to_the_answer(visitor):
    assert visitor.get("/adresse/forslag/?q=sk").json() == {"suggestions": []}
    first = visitor.get("/adresse/forslag/?q=skovvej 1").json()["suggestions"][0]
    assert first["label"] == "Skovvej 1, 4180 (Sorø Kommune)"
    assert visitor.get(first["path"]).status_code == 200
    english = visitor.get("/en/address/suggestions/?q=skovvej 1").json()["suggestions"][0]
    assert english["path"].startswith("/en/address/")


def test_a_served_address_is_told_yes_with_line_and_speed(visitor):
    text = text_of(visitor.get(f"/adresse/{SERVED_ID}/"))
    assert "Ja, her kan man få ordentligt internet" in text
    assert "fiber med 1.000 Mbit/s ned og 1.000 Mbit/s op" in text
    assert "30. juni 2026" in text
    assert "oplyst af teleselskaberne" in text


def test_a_needy_address_is_told_no_although_mobile_would_do(visitor):
    text = text_of(visitor.get(f"/adresse/{NEEDY_ID}/"))
    assert "Nej, her er ikke ordentligt internet" in text
    assert "telefonkabel (xDSL) med 20 Mbit/s ned og 2 Mbit/s op" in text
    assert "tæller ikke som fast forbindelse" in text
    assert "tovholder for bedre internet er endnu ikke udpeget" in text


def test_an_address_nobody_told_of_is_unknown_and_never_without(visitor):
    text = text_of(visitor.get(f"/adresse/{UNTOLD_ID}/"))
    assert "Vi ved det ikke" in text
    assert "Det betyder ikke, at der ikke er noget" in text
    assert "tilbydes ikke" not in text
    assert "Nej, her er" not in text


def test_the_answer_tells_how_it_was_before(visitor):
    text = text_of(visitor.get(f"/adresse/{SERVED_ID}/"))
    assert re.search(r"Den 30. juni 2023 var svaret: +ikke ordentligt internet", text)
