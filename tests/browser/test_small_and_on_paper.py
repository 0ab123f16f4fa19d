"""At four times the size nothing slides sideways, and on paper there is the content alone.

Takes minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESK
from tests.browser.walking import sign_in, visiting, walk

pytestmark = pytest.mark.thorough

# 400 % on a desk is a window of 320 pixels.
SMALL = {"width": 320, "height": 256}
INSIDE = ":is(main, .inside-bar)"
NOT_ON_PAPER = (".navigation-menu", ".brand-language", ".inside-bar", "footer .footer")


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_every_sort_of_public_page_fits_in_a_small_window_and_on_paper(
    browser, demonstration, start
):
    with visiting(browser, demonstration) as page:
        assert walk(page, start, look) == {}


@pytest.mark.parametrize(
    ("role", "start"),
    [
        ("konsulent", "/arbejdsbord/"),
        ("konsulent", "/en/desk/"),
        ("teleselskab", "/arbejdsbord/"),
    ],
)
def test_every_sort_of_page_inside_fits_in_a_small_window_and_on_paper(
    browser, demonstration, role, start
):
    with visiting(browser, demonstration) as page:
        sign_in(page, role)
        assert walk(page, start, look, within=INSIDE) == {}


def look(page, path):
    wrong = {}
    page.set_viewport_size(SMALL)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > SMALL["width"]:
        wrong[path, SMALL["width"]] = [f"{wide} pixels wide"]
    page.set_viewport_size(DESK)
    page.emulate_media(media="print")
    shown = [part for part in NOT_ON_PAPER if _seen(page, part)]
    if shown or not _seen(page, "h1"):
        wrong[path, 0] = ["on paper", *shown]
    page.emulate_media(media="screen")
    return wrong


def _seen(page, part):
    every = page.locator(part)
    return bool(every.count()) and every.first.is_visible()
