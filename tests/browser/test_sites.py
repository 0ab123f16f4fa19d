"""Public sites in a browser: found by everyone, kept by their owner, asked for by an operator."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.test_working_together import faults
from tests.web.sites.makers import LIST

SIGNAL = "/ejendomme/1/signal/?at=11.556,55.431"
PUBLIC_PAGES = ["/ejendomme/", "/ejendomme/?kind=church", "/ejendomme/1/", "/en/sites/6/", SIGNAL]
KEEPERS_PAGES = [
    "/ejendomme/mine/",
    "/ejendomme/ny/",
    "/ejendomme/upload/",
    "/ejendomme/1/",
    "/ejendomme/1/ret/",
    "/ejendomme/1/hvem-ser-hvad/",
    "/ejendomme/1/foto/skift/",
    "/ejendomme/1/ledighed/",
    "/ejendomme/1/leje/",
    "/ejendomme/1/historik/",
    "/ejendomme/8/",
    "/ejendomme/8/fjern/",
    "/en/sites/own/",
]


def upload(page, content):
    go(page, "/ejendomme/upload/")
    given = {"name": "liste.csv", "mimeType": "text/csv", "buffer": content.encode()}
    page.get_by_label("Fil", exact=True).set_input_files(given)
    page.get_by_role("button", name="Se listen igennem").click()
    expect(page.get_by_role("heading", name="Det vil listen gøre")).to_be_visible()


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_everyone_finds_a_site_in_the_table_and_on_the_map(take_part, view):
    page = take_part("/ejendomme/", view)
    page.wait_for_selector("#sites-map[data-map=idle]")
    assert int(page.locator("#sites-map").get_attribute("data-points")) > 3
    page.get_by_role("link", name="Vandtårnet på Frederiksberg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vandtårnet på Frederiksberg")
    expect(page.locator("main")).to_contain_text("Teleselskaber, der logger ind, ser mere")
    expect(page.locator("main")).not_to_contain_text("300 kg")


def test_an_operator_asks_for_a_site_and_gets_the_draft_of_a_case(member):
    page = member("teleselskab")
    go(page, "/ejendomme/7/")
    expect(page.locator("main")).to_contain_text("Adgang uden for skoletid.")
    page.get_by_role("button", name="Anmod om at leje").click()
    expect(page).to_have_url(re.compile(r"/sager/\d+/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Leje: Taget på blok 4")
    page.get_by_role("link", name="Ejendommen i registret").click()
    expect(page.locator("main")).to_contain_text("Du har anmodet om at leje ejendommen.")


def test_a_site_is_added_by_a_click_on_the_map(member):
    page = member("ejendomme")
    go(page, "/ejendomme/ny/")
    page.wait_for_selector("#map[data-map=idle]")
    page.locator("#map").click(position={"x": 200, "y": 200})
    expect(page.locator("#map-message")).to_have_text("Stedet er sat.")
    page.get_by_label("Navn", exact=True).fill("Mast ved hallen")
    page.get_by_label("Type", exact=True).select_option(label="Mast")
    page.get_by_label("Kommune").select_option(label="Sorø")
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvem ser hvad?")
    page.get_by_label("Vilkår").select_option(label="Alle")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mast ved hallen")


def test_a_list_is_looked_at_taken_in_and_undone_without_a_script(member):
    page = member("ejendomme", PHONE, java_script_enabled=False)
    upload(page, f"{LIST}Plænen;areal;655300;6145300;-4;A4\n")
    expect(page.get_by_role("main")).to_contain_text("Højden er nul eller negativ.")
    page.get_by_role("button", name="Indlæs resten").click()
    expect(page.get_by_role("status").first).to_contain_text("2 ejendomme er indlæst.")
    go(page, "/ejendomme/upload/")
    page.get_by_role("button", name=re.compile("^Fortryd")).click()
    expect(page.get_by_role("status").first).to_contain_text("2 ejendomme er, som de var før.")


@pytest.mark.thorough
def test_the_pages_of_sites_shut_nobody_out_and_never_slide_sideways(member, take_part):
    visitor = take_part("/ejendomme/")
    told = [fault for path in PUBLIC_PAGES for fault in faults(visitor, path)]
    keeper = member("ejendomme")
    told += [fault for path in KEEPERS_PAGES for fault in faults(keeper, path)]
    upload(keeper, f"{LIST}Plænen;areal;655300;6145300;-4;A4\n")
    path = re.sub(r"https?://[^/]+", "", keeper.url)
    assert [*told, *faults(keeper, path)] == []
