"""The API gives the figures of the pages, under the same limit, and describes itself."""

import pytest

from tests.small_region import NEEDY_ID, UNTOLD_ID


def get(visitor, path, **asked):
    return visitor.get(f"/api/v1/{path}", asked)


def test_the_region_says_what_is_published(visitor):
    told = get(visitor, "region").json()
    assert (told["code"], told["as_of"], told["as_of_then"]) == ("1085", "2026-06-30", "2023-06-30")
    assert told["thresholds"] == ["30/5", "100/30", "1000/100"]
    assert told["origin"]["certainty"] == "reported"


def test_need_is_the_same_as_on_the_pages(visitor):
    told = get(visitor, "need", threshold="100/30").json()
    areas = {area["name"]: area for area in told["areas"]}
    assert told["region"]["below"] == 24
    assert areas["Sorø"]["below"] == 6
    assert areas["Sorø"]["unknown"] == 1
    assert areas["Sorø"]["code"] == "0340"


def test_a_small_number_is_withheld_from_machines_too(visitor):
    areas = {area["name"]: area for area in get(visitor, "need").json()["areas"]}
    assert areas["Lolland"]["below"] == areas["Slagelse"]["below"] == "withheld"
    assert areas["Lolland"]["share_below"] is None


def test_then_and_now_differ_and_the_change_balances(visitor):
    assert get(visitor, "need", when="then").json()["region"]["below"] == 64
    change = get(visitor, "change").json()["region"]
    assert (change["below_then"], change["below_now"]) == (64, 24)


def test_white_spots_are_geojson_with_longitude_first(visitor):
    found = get(visitor, "white-spots", municipality="0340").json()
    [spot] = found["features"]
    east, north = spot["geometry"]["coordinates"]
    assert (round(east), round(north)) == (11, 55)
    assert spot["properties"]["addresses"] == 6


def test_an_address_is_found_and_told(visitor):
    hits = get(visitor, "addresses/", q="skovvej 1 4180").json()
    assert hits[0]["id"] == NEEDY_ID
    assert get(visitor, f"addresses/{NEEDY_ID}").json()["standing"] == "below"
    assert get(visitor, f"addresses/{UNTOLD_ID}").json()["standing"] == "unknown"
    assert get(visitor, f"addresses/{NEEDY_ID}", threshold="10/1").json()["standing"] == "above"


@pytest.mark.parametrize("path", ["municipalities", "growth", "reference"])
def test_the_other_questions_are_answered_too(visitor, path):
    assert get(visitor, path).json()


def test_a_question_that_cannot_be_answered_says_why(visitor):
    unheld = get(visitor, "need", threshold="12/3")
    assert (unheld.status_code, "holds no figures" in unheld.json()["detail"]) == (404, True)
    wrong = get(visitor, "need", threshold="fast")
    assert (wrong.status_code, "is not a threshold" in wrong.json()["detail"]) == (422, True)
    assert get(visitor, "addresses/none").status_code == 404


def test_the_description_names_every_path_and_lives_here(visitor):
    description = get(visitor, "openapi.json").json()
    assert {"/api/v1/need", "/api/v1/change", "/api/v1/addresses/"} <= set(description["paths"])
    page = get(visitor, "docs").content.decode()
    assert "//" not in page.replace("://localhost", "").replace("</", "").split("<body")[0]


def test_before_anything_is_published_the_api_says_so(early_visitor):
    response = get(early_visitor, "need")
    assert response.status_code == 404
    assert "Nothing has been published" in response.json()["detail"]
