"""Materials in a browser: written by the taskforce, read by everybody, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, go
from tests.browser.test_working_together import faults

READ = [
    "/inspiration/",
    "/inspiration/?q=mast",
    "/inspiration/begynd-her/",
    "/inspiration/strategi-og-handleplan/",
    "/en/inspiration/mastesager/",
    "/en/inspiration/skabelon-til-mastepolitik/",
]
WRITTEN = [
    "/inspiration/redaktion/",
    "/inspiration/redaktion/1/",
    "/inspiration/redaktion/1/filer/",
    "/en/inspiration/action-plan/0340/",
]


def test_from_the_editor_on_a_desk_to_the_reader_on_a_phone(member, take_part):
    page = member("konsulent")
    go(page, "/inspiration/redaktion/ny/")
    page.get_by_label("Type").select_option(label="Vejledning")
    page.get_by_label("Titel på dansk").fill("Grav sammen i Sorø")
    page.get_by_label("Resumé på dansk").fill("To selskaber, én rende.")
    page.get_by_label("Tekst på dansk").fill("## Sådan\n\nSe [kortet](page:map).")
    page.get_by_label("Kilde").fill("Sorø Kommune, 2026")
    page.get_by_label("Gravning").check()
    page.get_by_role("button", name="Vis udkast").click()
    expect(page.get_by_role("heading", name="Sådan")).to_be_visible()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("status").first).to_contain_text("Materialet er gemt")

    reader = take_part("/inspiration/", PHONE, java_script_enabled=False)
    reader.get_by_label("Søg i materialerne").fill("graver render")
    reader.get_by_role("button", name="Vis", exact=True).click()
    reader.get_by_role("link", name="Grav sammen i Sorø").click()
    reader.locator("main").get_by_role("link", name="kortet").click()
    expect(reader).to_have_url(re.compile("/kort/$"))


@pytest.mark.thorough
def test_no_page_of_the_materials_shuts_anybody_out(member, take_part):
    inside, outside = member("konsulent"), take_part("/")
    assert [fault for path in WRITTEN for fault in faults(inside, path)] == []
    assert [fault for path in READ for fault in faults(outside, path)] == []
