"""With the keys alone: what has the focus is always seen, in order, and nothing holds on to it.

Takes minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import sign_in, visiting

pytestmark = pytest.mark.thorough

PUBLIC = ["/", "/kort/", "/manglende-daekning/", "/tjek/dig/", "/konto/login/", "/kommuner/soroe/"]
INSIDE = [("tovholder", "/kommuneside/0340/tekst/"), ("konsulent", "/udgaver/")]
SMALL = {"width": 320, "height": 256}
# More than the longest of these pages has.
_MOST = 400
_FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // A box of a choice is drawn by its label.
  const drawn = [one, one.nextElementSibling].filter(Boolean).map((part) => getComputedStyle(part));
  const before = one.nextElementSibling && getComputedStyle(one.nextElementSibling, "::before");
  const seen = [...drawn, before].filter(Boolean).some(
    (style) => (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none")
      || style.boxShadow !== "none");
  const box = one.getBoundingClientRect();
  const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  one.dataset.met = Number(one.dataset.met ?? 0) + 1;
  const words = (one.textContent || one.name || one.id).trim().slice(0, 40);
  return [one.tagName + " " + words, seen, shown, Number(one.dataset.met)];
}"""


def walked(page):
    """What gets the focus from the first to the last, until it leaves the page or comes back."""
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(_FOCUSED)
        if found is None or found[3] > 1:
            return
        yield found
    pytest.fail(f"{page.url} holds on to the focus")


def unseen(page):
    if page.locator("#map").count():
        page.wait_for_selector("#map[data-map=idle]")
    found = list(walked(page))
    assert len(found) > 5
    assert found[0][0].startswith("A ")
    assert page.locator(".skipnav").get_attribute("data-met") == "1"
    return [name for name, seen, shown, _ in found if not (seen and shown)]


@pytest.mark.parametrize("path", PUBLIC)
def test_the_focus_is_always_seen_and_walks_through_the_whole_page(browser, demonstration, path):
    with visiting(browser, demonstration + path) as page:
        assert unseen(page) == []


@pytest.mark.parametrize(("role", "path"), INSIDE)
def test_the_focus_is_always_seen_inside(browser, demonstration, role, path):
    with visiting(browser, demonstration) as page:
        sign_in(page, role)
        page.goto(demonstration + path)
        assert unseen(page) == []


def test_the_first_key_leads_past_the_menu(browser, demonstration):
    with visiting(browser, demonstration + "/kommuner/") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main-content"


def test_one_signs_in_and_folds_the_menu_out_and_in_with_the_keys(browser, demonstration):
    with visiting(browser, demonstration + "/konto/login/") as page:
        page.locator("[name=login]").focus()
        page.keyboard.type("konsulent@example.org")
        page.locator("[name=password]").focus()
        page.keyboard.type("proev-taskforcen")
        page.keyboard.press("Enter")
        page.wait_for_url("**/arbejdsbord/")
        more = page.locator(".inside-more")
        more.locator("summary").focus()
        page.keyboard.press("Enter")
        assert more.get_attribute("open") is not None
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert more.get_attribute("open") is None
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_map_can_be_left_again(browser, demonstration):
    with visiting(browser, demonstration + "/kort/") as page:
        page.wait_for_selector("#map[data-map=idle]")
        page.locator("#map canvas").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.matches('#map canvas, body')")


@pytest.mark.parametrize("path", ["/", "/kort/", "/kommuner/soroe/"])
def test_nothing_moves_for_those_who_asked_for_rest(browser, demonstration, path):
    with visiting(browser, demonstration + path, reduced_motion="reduce") as page:
        moving = page.evaluate(
            "document.getAnimations().filter((one) => one.effect.getTiming().duration > 10).length"
        )
        assert moving == 0
        smooth = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        assert smooth != "smooth"
