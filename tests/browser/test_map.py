"""The map comes to rest, tells what is touched, and keeps its place from question to question."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

IDLE = "#map[data-map=idle]"
SOROE = "#map=13/55.4329/11.4506"


@pytest.mark.parametrize("path", ["/kort/", "/kort/?when=then&show=count", "/kort/?show=change"])
def test_the_map_comes_to_rest_and_shows_its_legend(visit, path):
    page = visit(path)
    page.wait_for_selector(IDLE)
    expect(page.locator(".legend li")).to_have_count(7)
    expect(page.locator("#map canvas")).to_be_visible()


def test_touching_a_white_spot_tells_about_it_in_the_language_of_the_page(visit):
    for path, words in (("/kort/", "6 nabo-adresser uden"), ("/en/map/", "6 neighbouring")):
        page = visit(f"{path}{SOROE}")
        page.wait_for_selector(IDLE)
        page.locator("#map canvas").click()
        expect(page.locator(".maplibregl-popup-content")).to_contain_text(words)


def test_touching_a_municipality_leads_to_its_page(visit):
    page = visit("/kort/#map=13/55.40/11.42")
    page.wait_for_selector(IDLE)
    page.locator("#map canvas").click()
    page.get_by_role("link", name="Se kommunen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sorø Kommune")


def test_another_day_opens_at_the_same_place(visit):
    page = visit(f"/kort/{SOROE}")
    page.wait_for_selector(IDLE)
    page.get_by_role("link", name="30. juni 2023").click()
    page.wait_for_selector(IDLE)
    assert page.url.endswith(SOROE)
    assert "when=then" in page.url


def test_the_chosen_layers_stand_in_the_address(visit):
    page = visit("/kort/")
    page.wait_for_selector(IDLE)
    page.locator("label[for=layer-hexes]").click()
    page.wait_for_selector(IDLE)
    assert "layers=white_spots+hexes" in page.url
    page.reload()
    page.wait_for_selector(IDLE)
    expect(page.locator("#layer-hexes")).to_be_checked()


def test_the_map_answers_to_the_keyboard(visit):
    page = visit("/kort/")
    page.wait_for_selector(IDLE)
    before = page.url
    page.locator("#map canvas").focus()
    page.keyboard.press("+")
    page.wait_for_function("address => location.href !== address", arg=before)


def test_the_map_works_on_a_phone_and_with_still_pictures(visit):
    page = visit("/kort/", PHONE, reduced_motion="reduce")
    page.wait_for_selector(IDLE)
    expect(page.locator(".legend")).to_be_visible()


def test_a_map_that_cannot_be_drawn_points_to_the_table(visit):
    page = visit("/om/")
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    page.goto(page.url.replace("/om/", "/kort/"))
    expect(page.get_by_text("Kortet kunne ikke vises")).to_be_visible()
