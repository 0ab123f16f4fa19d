"""Nobody is shut out: the pages pass the automatic rules on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE
from tests.small_region import NEEDY_ID

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "/",
    "/kort/",
    "/kommuner/soroe/",
    f"/adresse/{NEEDY_ID}/",
    "/find/?q=gravning",
    "/tjek/dig/?municipality=0340",
    "/tjek/mast/svar/?municipality=0329&on=2026-11-02&mast_kind=lattice&zone=rural",
    "/en/municipalities/soroe/",
]
# Of the same make; each takes seconds.
MORE_PAGES = [
    "/kommuner/",
    "/kommuner/sammenlign/?m=0340&m=0360",
    "/adresse/?q=skovvej",
    "/adresse/?q=ingensteds",
    "/tal/vaekst/",
    "/aabne-data/",
    "/for-udviklere/",
    "/ogc/collections/municipalities/items?f=html",
    "/nyheder/",
    "/kalender/",
    "/nyheder/paa-mail/",
    "/om/",
    "/ordliste/",
    "/tjek/",
    "/tjek/dig/alle-kommuner/?municipality=0340&on=2026-11-02&work=urgent_repair",
    "/en/check/dig/answer/?municipality=0376&on=2026-11-02&work=new&surface=asphalt&road_on_list=yes",
    "/en/",
    "/en/map/",
    "/en/open-data/",
]


@pytest.mark.parametrize(
    "path", [*PAGES, *(pytest.param(one, marks=pytest.mark.thorough) for one in MORE_PAGES)]
)
def test_a_page_breaks_no_rule_and_never_slides_sideways(visit, path):
    page = visit(path)
    if page.locator("#map").count():
        page.wait_for_selector("#map[data-map=idle]")
    for view in (DESK, PHONE):
        page.set_viewport_size(view)
        assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]
        assert broken_rules(page) == []


def broken_rules(page):
    asked = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    broken = Axe().run(page, options=asked).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in broken]


@pytest.mark.parametrize(
    "path",
    ["/", "/kort/", "/kommuner/", "/kommuner/soroe/", "/kommuner/soroe/rapport/", "/kalender/"],
)
def test_text_at_four_times_the_size_still_fits(visit, path):
    # 400 % on a desk is a window of 320 pixels.
    page = visit(path, {"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["/kommuner/soroe/", "/tal/behov/"])
def test_on_paper_there_is_the_content_and_no_menu(visit, path):
    page = visit(path)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for part in (".navigation-menu", ".brand-language", ".breadcrumbs", "footer .footer"):
        assert not page.locator(part).first.is_visible(), part
