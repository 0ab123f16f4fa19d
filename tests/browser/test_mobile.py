"""Mobile coverage in a browser: a layer is turned on, its legend read, and an area touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.report.mobile.publishing import publish
from taskforce.snapshot.shelf import Shelf
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_working_together import faults
from tests.mast_files import antenna, as_list, in_file
from tests.report.mobile_overviews import CELLS, OVERVIEW

IDLE = "#map[data-map=idle]"
# The middles of the two hexagons in Sorø.
MEASURED = "#map=13/55.4293/11.4620"
UNMEASURED = "#map=13/55.4360/11.4586"
PAGES = ["/mobildaekning/", "/mobildaekning/soroe/", "/en/mobile-coverage/lolland/"]


@pytest.fixture(scope="module", autouse=True)
def mobile(site, served, tmp_path_factory):
    """The site that is served gets masts and an overview; it shows them without a restart."""
    shelf = Shelf(Path(served["TASKFORCE_SHELF"]))
    register = in_file(tmp_path_factory.mktemp("masts"), as_list([antenna()]))
    collect_masts(shelf, [register], MastChoices(date(2026, 7, 1)))
    publish(shelf, OVERVIEW, CELLS)


def opened(visit, path, view=DESK, **context):
    page = visit(path, view, **context)
    page.wait_for_selector(IDLE)
    return page


def test_a_layer_is_turned_on_by_keyboard_and_its_legend_replaces_that_of_need(visit):
    page = opened(visit, "/kort/")
    expect(page.locator(".legend")).to_be_visible()
    page.locator("#layer-none").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#layer-measured")).to_be_checked()
    key = page.locator('.map-key[data-layer="measured"]')
    expect(key).to_contain_text("ikke målt: ingen farve")
    expect(key).to_contain_text("Kilde: Regionen, 1. maj 2026; målt.")
    expect(page.locator(".legend")).to_be_hidden()
    assert "measured" in page.url


def test_touching_a_measured_area_tells_three_truths(visit):
    page = opened(visit, f"/kort/?layers=measured{MEASURED}")
    page.locator("#map canvas").click()
    card = page.locator(".maplibregl-popup-content")
    expect(card).to_contain_text("Svagt signal. -104,5 dBm, 45 målinger")
    expect(card).to_contain_text("Oplyst af teleselskaberne: Tallet vises ikke")
    expect(card).to_contain_text("flad jord, intet terræn")


def test_touching_an_area_that_nobody_measured_says_so(visit):
    page = opened(visit, f"/kort/?layers=measured{UNMEASURED}")
    page.locator("#map canvas").click()
    card = page.locator(".maplibregl-popup-content")
    expect(card).to_contain_text("Målt: Ikke målt. Det betyder ikke, at der mangler dækning.")


def test_touching_a_mast_tells_about_it(visit):
    page = opened(visit, "/kort/?layers=masts#map=14/55.4222/11.4480")
    east, north = page.evaluate("""async () => {
      const answer = await fetch("/kort/master.geojson");
      return (await answer.json()).features[0].geometry.coordinates;
    }""")
    page = opened(visit, f"/kort/?layers=masts#map=14/{north}/{east}")
    page.locator("#map canvas").click()
    expect(page.locator(".maplibregl-popup-content")).to_contain_text("I drift siden")


def test_the_page_leads_to_the_map_with_the_layer_on(visit):
    page = visit("/mobildaekning/soroe/")
    page.get_by_role("link", name="Se det på kortet").click()
    page.wait_for_selector(IDLE)
    expect(page.locator("#layer-disagreement")).to_be_checked()


@pytest.mark.thorough
@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_the_pages_shut_nobody_out_and_never_slide_sideways(visit, view):
    page = visit("/kort/?layers=predicted+masts+sites", view)
    page.wait_for_selector(IDLE)
    told = [*faults(page, "/kort/?layers=measured+masts")]
    assert told + [fault for path in PAGES for fault in faults(page, path)] == []
