"""A digger gets an answer in a minute: with a mouse, by keyboard, on a phone, without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE


def choose(page, answer, go_on="Videre"):
    page.get_by_role("radio", name=answer, exact=True).check()
    page.get_by_role("button", name=go_on).click()


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_boring_under_a_road_needs_a_permit_and_the_checklist_can_be_fetched(visit, view):
    page = visit("/tjek/", view, java_script_enabled=False)
    page.get_by_role("radio", name="Grave i eller ved en vej").check()
    page.get_by_label("Kommune").select_option(label="Sorø")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Må jeg grave i Sorø Kommune?")
    page.get_by_role("textbox").fill("0")
    page.get_by_role("button", name="Videre").click()
    choose(page, "Nyt eller planlagt arbejde")
    choose(page, "Underboring")
    expect(page.get_by_role("heading", name="Du skal søge om tilladelse")).to_be_visible()
    expect(page.get_by_text("Svar på resten")).to_have_count(0)
    link = page.get_by_role("link", name="Huskeliste til print (PDF)").get_attribute("href")
    paper = page.request.get(page.url.split("/tjek/")[0] + link)
    assert paper.body().startswith(b"%PDF")


def test_the_wizard_follows_the_keyboard_in_english(visit):
    page = visit("/en/check/")
    page.get_by_role("radio", name="Put up a mast or an antenna").focus()
    page.keyboard.press("Space")
    page.get_by_label("Municipality").select_option(label="Ringsted")
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Ringsted Municipality?")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Go on").focus()
    page.keyboard.press("Enter")
    expect(
        page.get_by_text(re.compile("questions? left|Last question|last .* questions"))
    ).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("radio").first).to_be_checked()


def test_an_answer_leads_to_the_same_case_in_the_other_municipalities(visit):
    page = visit(
        "/tjek/dig/svar/?municipality=0340&on=2026-11-02&work=urgent_repair&road_on_list=no"
    )
    page.get_by_role("link", name="Samme sag i de andre kommuner").click()
    expect(page.get_by_role("row")).to_have_count(18)
    page.get_by_role("link", name="Guldborgsund").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Må jeg grave i Guldborgsund Kommune?"
    )
