"""What people come for can be done: with a mouse, with a keyboard, and without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE


def test_a_citizen_looks_up_an_address_from_the_front_page(visit):
    page = visit("/")
    page.get_by_role("combobox", name="Din adresse").fill("skovvej 1")
    page.get_by_role("option", name="Skovvej 1, 4180 (Sorø Kommune)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skovvej 1, 4180 (Sorø Kommune)")
    expect(page.get_by_role("heading", name="Nej, her er ikke ordentligt internet")).to_be_visible()


def test_the_suggestions_follow_the_keyboard(visit):
    page = visit("/adresse/")
    field = page.get_by_role("combobox")
    field.press_sequentially("skov")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(page.get_by_role("option").nth(1)).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    field.press_sequentially("vej 2")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Skovvej 2, 4180 (Sorø Kommune)")


def test_without_a_script_the_same_address_is_found(visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Din adresse").fill("skovvej 1")
    page.get_by_role("button", name="Slå op").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Skovvej 1")


def test_without_a_script_the_map_page_still_gives_the_figures(visit):
    page = visit("/kort/", java_script_enabled=False)
    expect(page.get_by_text("Kortet kræver JavaScript")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Sorø")).first).to_contain_text("6")
    page.get_by_role("link", name="30. juni 2023").click()
    expect(page.get_by_role("row", name=re.compile("Sorø")).first).to_contain_text("46")


def test_a_municipality_is_found_and_read_and_read_again_in_english(visit):
    page = visit("/")
    page.get_by_role("link", name="Sorø").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sorø Kommune")
    expect(page.locator(".lead")).to_contain_text("mangler 6 af 47 adresser ordentligt internet")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sorø Municipality")


def test_the_list_sorts_and_compares(visit):
    page = visit("/kommuner/")
    expect(page.locator("tbody th").first).to_have_text("Næstved")
    page.get_by_role("link", name="Adresser", exact=True).click()
    expect(page.locator("tbody th").first).to_have_text("Sorø")
    page.get_by_label("Sammenlign Sorø").check()
    page.get_by_label("Sammenlign Næstved").check()
    page.get_by_role("button", name="Sammenlign de valgte").click()
    expect(page.get_by_role("columnheader")).to_have_text(["Tal", "Sorø", "Næstved"])


def test_the_menu_on_a_phone_opens_traps_and_gives_back_the_focus(visit):
    page = visit("/", PHONE)
    opener = page.get_by_role("button", name="Menu")
    opener.press("Enter")
    drawer = page.get_by_role("dialog", name="Menu")
    expect(drawer.get_by_role("link", name="Kommuner")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    drawer.get_by_role("link", name="Kommuner").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("kommuner")


def test_without_a_script_the_menu_leads_to_the_list_of_pages(visit):
    page = visit("/om/", PHONE, java_script_enabled=False)
    page.get_by_role("link", name="Menu").click()
    page.locator("#site-menu").get_by_role("link", name="Kort").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kort over behovet")


def test_the_first_key_press_offers_to_skip_to_the_content(visit):
    page = visit("/kommuner/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til sidens indhold")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("path", ["/", "/kommuner/", "/kort/", "/adresse/"])
def test_what_has_the_focus_can_be_seen(visit, path):
    page = visit(path)
    for _ in range(14):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML").split(">")[0]
