"""The ranking in a browser: the slider shows what was calculated, and a site leads to a lease."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, go
from tests.browser.rank import SINGLE, K
from tests.browser.test_working_together import faults

RANKING = "/ejendomme/rangering/"
PAGES = [
    RANKING,
    f"{RANKING}?k=1",
    f"{RANKING}bestil/",
    f"{RANKING}bestillinger/",
    "/en/sites/ranking/",
    "/en/sites/ranking/ask/",
]


@pytest.fixture(scope="module", autouse=True)
def ranked(demonstrated, demonstration):
    """A ranking on the shelf; the site that is served finds it without a new start."""
    subprocess.run(
        [sys.executable, "-m", "tests.browser.rank"],
        env=os.environ | demonstrated,
        capture_output=True,
        check=True,
    )


def opened(page, question=""):
    go(page, f"{RANKING}{question}")
    page.wait_for_selector("#sites-map[data-map=idle]")
    return page.get_by_role("slider", name="Antal ejendomme")


def expect_shown(page, k):
    """Number, figures, table, curve, map and files all tell of `k` sites."""
    expect(page.locator("#slide-said")).to_have_text(str(k))
    noun = "ejendom" if k == 1 else "ejendomme"
    expect(page.locator("#ranking-figures li").first).to_contain_text(f"fra {k} {noun}")
    expect(page.locator("#ranking-sites tbody tr")).to_have_count(k)
    expect(page.locator("#ranking-curve .chart__chosen:visible")).to_have_attribute(
        "data-k", str(k)
    )
    expect(page.locator("#sites-map")).to_have_attribute("data-points", str(k))
    files = page.locator("#ranking-sites a[href*='rangering.']")
    for link in files.all():
        assert link.get_attribute("href").endswith(f"k={k}")


def covered(page):
    return int(page.locator("#ranking-figures .key-figure-value").first.inner_text())


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_the_keys_move_the_slider_and_everything_follows(member, view):
    page = member("teleselskab", view)
    slider = opened(page)
    expect_shown(page, K)
    most = covered(page)
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect_shown(page, K - 1)
    assert covered(page) < most
    page.keyboard.press("Home")
    expect_shown(page, 1)
    page.keyboard.press("End")
    expect_shown(page, K)
    assert covered(page) == most
    expect(slider).to_be_focused()


@pytest.mark.parametrize("view", [DESK, PHONE], ids=["desk", "phone"])
def test_the_slider_follows_the_pointer_and_can_be_shared_as_an_address(member, view):
    page = member("tovholder", view)
    slider = opened(page)
    box = slider.bounding_box()
    slider.click(position={"x": 2, "y": box["height"] / 2})
    expect_shown(page, 1)
    expect(page).to_have_url(re.compile(r"[?&]k=1$"))
    expect(page.locator("#ranking-said")).to_contain_text("boliger og virksomheder")
    page.reload()
    page.wait_for_selector("#sites-map[data-map=idle]")
    expect_shown(page, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]


def test_without_a_script_the_number_is_chosen_from_a_list(member):
    page = member("konsulent", PHONE, java_script_enabled=False)
    go(page, RANKING)
    page.get_by_label("Antal ejendomme", exact=True).select_option("2")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page.locator("#ranking-sites tbody tr")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("Kortet kræver JavaScript.")


def test_a_dot_on_the_map_tells_what_it_is_and_leads_to_the_site(member):
    page = member("teleselskab")
    opened(page, f"?ranking={SINGLE}")
    name = page.locator("#ranking-sites tbody th a").first.inner_text()
    # A single site stands in the middle, a little higher to leave room for its name.
    box = page.locator("#sites-map canvas").bounding_box()
    page.locator("#sites-map canvas").click(
        position={"x": box["width"] / 2, "y": box["height"] / 2 - 12}
    )
    popup = page.locator(".maplibregl-popup-content")
    expect(popup).to_contain_text(f"1. {name}")
    popup.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_from_the_ranking_an_operator_comes_to_the_draft_of_a_lease(member):
    page = member("teleselskab", PHONE)
    opened(page, "?k=1")
    name = page.locator("#ranking-sites tbody th a").first.inner_text()
    page.get_by_role("link", name=re.compile(rf"Anmod om at leje\s*: {name}")).click()
    expect(page).to_have_url(re.compile(r"/ejendomme/\d+/#lease$"))
    page.get_by_role("button", name="Anmod om at leje").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Leje: {name}")


def test_a_coordinator_asks_for_a_ranking_and_takes_the_wish_back(member):
    page = member("tovholder", PHONE, java_script_enabled=False)
    go(page, RANKING)
    page.get_by_role("link", name="Bestil en rangering").click()
    page.get_by_label("Antal ejendomme, højst").fill("3")
    page.get_by_role("button", name="Bestil rangeringen").click()
    row = page.locator("main .rows li").first
    expect(row).to_contain_text("3 ejendomme")
    expect(row).to_contain_text("Venter")
    row.get_by_role("button", name=re.compile("Fortryd")).click()
    expect(page.locator("main .rows li").first).to_contain_text("Fortrudt")


@pytest.mark.thorough
def test_the_pages_of_rankings_shut_nobody_out_and_never_slide_sideways(member):
    page = member("konsulent")
    assert [fault for path in PAGES for fault in faults(page, path)] == []
