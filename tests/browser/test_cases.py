"""The life of a case: begun by an operator, sent, handled and decided, in both languages."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.test_working_together import faults

OFFICERS_PAGES = [
    "/sager/",
    "/sager/1/",
    "/sager/1/oplysninger/",
    "/sager/1/sted/",
    "/sager/1/afgoerelse/",
    "/sager/4/",
    "/sager/4/leje/",
    "/sager/4/leje/II/",
    "/sager/ny/",
    "/sager/ny/mast/",
    "/sager/frister/",
    "/sagsbehandlingstider/",
    "/leje/",
    "/leje/I/",
    "/en/cases/",
    "/en/cases/3/",
    "/en/handling-times/",
]
LANDLORDS_PAGES = ["/sager/4/leje/", "/sager/4/leje/I/"]
ROUTE = {
    "type": "Feature",
    "properties": {},
    "geometry": {"type": "LineString", "coordinates": [[11.556, 55.432], [11.559, 55.433]]},
}


def answer(page, **given):
    """Fill in facts; a choice by its value, a number by what is typed."""
    for name, value in given.items():
        field = page.locator(f"[name={name}]")
        if field.first.get_attribute("type") == "radio":
            page.locator(f"[name={name}][value={value}]").check()
        else:
            field.first.fill(value)


def begin(page, title):
    """An operator begins a dig in Sorø and says what it is."""
    page.get_by_role("link", name="Sager", exact=True).first.click()
    page.get_by_role("link", name="Opret en sag").click()
    page.get_by_role("link", name="Gravesag").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Kommune", exact=True).select_option(label="Sorø")
    page.get_by_role("button", name="Gem og fortsæt").click()
    expect(page.get_by_role("heading", name="Det skal reglerne vide")).to_be_visible()
    answer(page, work="new", method="boring", distance_to_road_m="0")
    page.get_by_role("button", name="Gem og tjek").click()
    expect(page.get_by_role("status").first).to_contain_text("Oplysningerne er gemt")


def number_of(page):
    return re.search(r"/(\d+)/", page.url)[1]


def send(page, number):
    """The operator shows where the route is, and sends the application."""
    go(page, f"/sager/{number}/sted/")
    upload = json.dumps(ROUTE).encode()
    page.get_by_label("Eller upload en fil").set_input_files(
        {"name": "rute.geojson", "mimeType": "application/json", "buffer": upload}
    )
    page.get_by_role("button", name="Gem stedet").click()
    expect(page.get_by_role("heading", name="Er ansøgningen komplet?")).to_be_visible()
    expect(page.locator(".verdict")).to_contain_text("Du skal søge om tilladelse")
    page.get_by_role("button", name="Send ansøgningen").click()
    expect(page.locator(".clocks")).to_contain_text("fuldt oplyst")
    expect(page.locator(".elsewhere")).to_contain_text("kommunens eget system")


def decide(page, number):
    """The officer declares the case complete, sets a condition, and writes the decision down."""
    go(page, f"/sager/{number}/")
    page.get_by_text("Skriv, hvad der er sket").click()
    page.get_by_label("Hvad er der sket?").select_option(label="Ansøgningen er fuldt oplyst")
    page.get_by_role("button", name="Skriv det ned").click()
    expect(page.locator(".next-step")).to_contain_text("Afgør sagen senest")
    page.get_by_text("Tilføj et vilkår").click()
    page.get_by_label("Vilkår på dansk").fill("Ryd op efter arbejdet.")
    page.get_by_role("button", name="Tilføj mit eget vilkår").click()
    page.get_by_role("link", name="Skriv afgørelsen ned").click()
    page.get_by_label("Afgørelse", exact=True).select_option(label="Tilladt med vilkår")
    page.get_by_label("Sagsnummer i kommunens eget system").fill("05.01-2026-77")
    page.get_by_label("Begrundelse").fill("Vejen kan bære det.")
    page.get_by_role("button", name="Gem afgørelsen").click()
    expect(page.locator(".case-number")).to_have_text("05.01-2026-77")


def test_a_case_goes_from_an_operators_draft_to_a_decision(member):
    operator = member("teleselskab")
    begin(operator, "Fiber til Stationsvej")
    number = number_of(operator)
    send(operator, number)
    decide(member("sagsbehandler"), number)
    go(operator, f"/en/cases/{number}/")
    expect(operator.locator(".verdict.good")).to_contain_text("Permitted with conditions")
    expect(operator.get_by_role("heading", name="How to complain")).to_be_visible()
    expect(operator.locator(".conditions")).to_contain_text("Ryd op efter arbejdet.")


def test_an_officer_without_a_script_registers_a_mast_in_english(member):
    page = member("sagsbehandler", PHONE, java_script_enabled=False)
    go(page, "/en/cases/new/mast/")
    page.get_by_label("Title").fill("Mast at Lynge, 36 metres")
    page.get_by_role("button", name="Save and go on").click()
    answer(page, mast_kind="lattice", zone="rural", mast_height_m="36")
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_role("status").first).to_be_visible()
    go(page, f"/en/cases/{number_of(page)}/place/")
    page.get_by_label("Coordinates").fill("11.5306 55.4018")
    page.get_by_role("button", name="Save the place").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mast at Lynge, 36 metres")
    expect(page.locator(".verdict")).to_contain_text("needs a rural zone permit")
    expect(page.locator(".verdict")).to_contain_text("Still to be known: Designations")
    expect(page.locator(".checklist")).to_contain_text("Say who applies.")


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_a_route_is_drawn_on_the_map_and_can_be_undone(member, view):
    page = member("sagsbehandler", view)
    go(page, "/sager/2/sted/")
    page.wait_for_selector("#map[data-map=idle]")
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.get_by_label("Koordinater")).to_have_value("")
    box = page.locator("#map").bounding_box()
    for share in (0.3, 0.5, 0.7):
        page.locator("#map").click(position={"x": box["width"] * share, "y": box["height"] / 2})
    expect(page.locator("#map-message")).to_have_text("Ruten har 3 punkter.")
    page.get_by_role("button", name="Fortryd det seneste punkt").click()
    expect(page.locator("#map-message")).to_have_text("Ruten har 2 punkter.")
    assert len(page.get_by_label("Koordinater").input_value().split("\n")) == 2


def test_what_is_overdue_stands_on_top_of_the_officers_desk(member):
    page = member("sagsbehandler")
    first = page.locator("main .rows li").first
    expect(first).to_contain_text("er overskredet: »Fiber til Lynge Kirke«")
    first.get_by_role("link").click()
    expect(page.locator(".clocks")).to_contain_text("Overskredet")


@pytest.mark.thorough
def test_the_pages_of_cases_shut_nobody_out_and_never_slide_sideways(member):
    page = member("sagsbehandler")
    told = [fault for path in OFFICERS_PAGES for fault in faults(page, path)]
    page = member("ejendomme")
    told += [
        fault for path in ("/sager/4/leje/", "/sager/4/leje/I/") for fault in faults(page, path)
    ]
    assert told == []
