"""What people come to do can be done without a mouse: on the map, in the forms, at the desk.

Takes minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import go, serving_site
from tests.browser.walking import sign_in, visiting
from tests.made_once import demonstration_site
from tests.web.editions.makers import built_anew

pytestmark = pytest.mark.thorough

# More than the longest of these pages has.
_MOST = 400
_HAS_FOCUS = "(every) => every.includes(document.activeElement)"


def tab_to(page, selector):
    """Press Tab until what is meant has the focus."""
    page.wait_for_selector(selector)
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        if page.locator(selector).evaluate_all(_HAS_FOCUS):
            return
    pytest.fail(f"{selector} is never reached on {page.url}")


def press(page, selector, key="Enter"):
    tab_to(page, selector)
    page.keyboard.press(key)


def write(page, name, words):
    tab_to(page, f"[name={name}]")
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def choose(page, name, value):
    """Among round buttons: Space takes the first, the arrows go on from there."""
    press(page, f"[name={name}]", "Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"{value} cannot be chosen")


def test_the_layers_of_the_map_are_chosen_and_its_figures_found(browser, demonstration):
    idle = "#map[data-map=idle]"
    with visiting(browser, demonstration + "/kort/") as page:
        page.wait_for_selector(idle)
        expect(page.get_by_role("group", name="Andel uden")).to_be_visible()
        press(page, "#layer-white_spots", "Space")
        expect(page.locator("#layer-white_spots")).not_to_be_checked()
        press(page, "#layer-hexes", "Space")
        page.wait_for_url("**layers=hexes**")
        page.wait_for_selector(idle)
        press(page, "a[href='#figures']")
        assert page.evaluate("document.activeElement.id") == "figures"
        press(page, "section tbody th a")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Kommune")


def test_missing_coverage_is_reported(browser, demonstration):
    with visiting(browser, demonstration + "/manglende-daekning/") as page:
        choose(page, "kind", "mobile")
        write(page, "q", "Skovvej 4, 4180")
        choose(page, "whereabouts", "indoors")
        write(page, "what", "Intet signal ved køkkenbordet")
        press(page, "main button[type=submit]")
        expect(page.get_by_role("heading", level=1)).to_have_text("Før du sender")
        press(page, "main button[type=submit]")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Din melding")


def test_what_is_missing_in_a_form_is_said_where_the_focus_is(browser, demonstration):
    with visiting(browser, demonstration + "/manglende-daekning/") as page:
        page.locator("main form").evaluate("(one) => { one.noValidate = true; }")
        press(page, "main button[type=submit]")
        expect(page.locator("#errors")).to_be_focused()
        press(page, "#errors a[href='#id_kind_0']")
        expect(page.locator("[name=kind]").first).to_be_focused()


def test_a_dig_is_checked_in_a_minute(browser, demonstration):
    with visiting(browser, demonstration + "/tjek/") as page:
        choose(page, "case", "dig")
        tab_to(page, "[name=municipality]")
        page.keyboard.type("Sor")
        press(page, "main button[type=submit]")
        expect(page.get_by_role("heading", level=1)).to_have_text("Må jeg grave i Sorø Kommune?")
        tab_to(page, "main form input[type=text]")
        page.keyboard.type("0")
        page.keyboard.press("Enter")
        for answer in ("new", "boring"):
            expect(page.locator(f"main [type=radio][value={answer}]")).to_be_visible()
            name = page.locator("main [type=radio]").first.get_attribute("name")
            choose(page, name, answer)
            page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Du skal søge om tilladelse")).to_be_visible()


def test_the_words_of_a_profile_are_written_and_sent(browser, demonstration):
    with visiting(browser, demonstration) as page:
        sign_in(page, "tovholder")
        go(page, "/kommuneside/0340/tekst/")
        write(page, "title_da", "Skrevet uden mus")
        press(page, "main button:has-text('Gem kladden')")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Skrevet uden mus")
        press(page, "main button:has-text('Send til godkendelse')")
        expect(page.get_by_role("status").first).to_contain_text("sendt")


def test_new_figures_are_approved(browser, tmp_path_factory):
    about = demonstration_site(tmp_path_factory, tmp_path_factory.mktemp("approved"))
    with serving_site(**about) as address, visiting(browser, address) as page:
        # Once it runs: what it starts with it would build once more.
        waits = built_anew(Path(about["TASKFORCE_SHELF"])).edition
        sign_in(page, "konsulent")
        go(page, f"/udgaver/{waits}/")
        write(page, "note_da", "Ny optælling.")
        write(page, "note_en", "A new count.")
        press(page, "main button:has-text('Godkend og vis')")
        expect(page.get_by_role("status").first).to_contain_text("Tallene er godkendt")
