"""How the tests of access walk a site: by its links, past its forms, at each width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, Page

from taskforce.vocabulary.places import load_region
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_accessibility import broken_rules

FILE = re.compile(
    r"\.\w{2,8}$|/(som|as)-(csv|xlsx)/|/regneark/|/sheet/|^/(static|tiles|data|api|ogc|mobile)/"
    r"|^/katalog|/picture/|/billede/"
)
# Choosing these ends the visit, or leads to a page that may differ each time.
_LEAVES = re.compile(r"/(logout|som-sendt|as-sent)/")
_PLACES = {one.slug for one in load_region().municipalities}
_PASSWORD = "proev-taskforcen"
_NO_JSON = "/hent/", "/data/", "/download/"

Faults = dict[tuple[str, int], list[str]]

# Empties a form, or fills it with words where numbers and days belong, and asks the server.
_SEND = """([index, words]) => {
  const form = document.querySelectorAll("main form")[index];
  for (const field of form.querySelectorAll("input, textarea, select")) {
    if (field.type === "hidden" || field.name === "website") continue;
    if (["radio", "checkbox"].includes(field.type)) field.checked = false;
    else if (field.tagName === "SELECT") field.selectedIndex = 0;
    else if (field.type !== "file") {
      if (field.tagName === "INPUT") field.type = "text";
      field.value = words;
    }
  }
  form.noValidate = true;
  form.requestSubmit(form.querySelector("button:not([type=button]), input[type=submit]"));
}"""
# The forms that cannot be sent empty: to send the others would do something.
_REFUSING = """() => [...document.querySelectorAll("main form")].flatMap((form, index) =>
  form.querySelector("input[required]:not([type=hidden]), textarea[required]")
    ? [[index, form.method === "post", new URL(form.action).pathname,
        [...new FormData(form).keys()].join()]] : [])"""


# A map that cannot be drawn is hidden or left empty.
_MAPS_REST = """() => [...document.querySelectorAll("[data-map]")].every((one) =>
  one.hidden || !one.childElementCount || one.dataset.map === "idle")"""


@contextmanager
def visiting(browser: Browser, path: str, **context: bool | str) -> Iterator[Page]:
    """A window of its own, whose complaints about refused forms are to be expected."""
    room = browser.new_context(viewport=DESK, locale="da-DK", **context)
    page = room.new_page()
    page.goto(path)
    yield page
    room.close()


def sign_in(page: Page, name: str) -> None:
    """Enter the demonstration in a role."""
    page.goto(urljoin(page.url, "/konto/login/"))
    page.fill("[name=login]", f"{name}@example.org")
    page.fill("[name=password]", _PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/arbejdsbord/")


def faults(page: Page) -> Iterator[tuple[int, list[str]]]:
    """What is wrong with a page, at each width."""
    page.wait_for_function(_MAPS_REST)
    for view in (DESK, PHONE):
        page.set_viewport_size(view)
        found = [f"{name}: {nodes}" for name, nodes in broken_rules(page)]
        slides = page.evaluate("document.documentElement.scrollWidth") > view["width"]
        found = [*found, *(["slides sideways"] if slides else [])]
        if found:
            yield view["width"], found
    page.set_viewport_size(DESK)


def faults_of_refusals(
    page: Page, path: str, words: str = "", sent: set[tuple[str, str]] | None = None
) -> Faults:
    """What is wrong when the forms of a page are refused; those of the kinds sent are left out."""
    wrong: Faults = {}
    known = set() if sent is None else sent
    page.goto(urljoin(page.url, path))
    for index, posts, action, names in page.evaluate(_REFUSING):
        if (kind := (sort_of(action), names)) in known:
            continue
        known.add(kind)
        with page.expect_navigation():
            page.evaluate(_SEND, [index, words])
        named = f"{path} form {index} sent with {words!r}"
        wrong |= faults_of(page, named)
        said = page.locator("main [aria-invalid=true], main [role=alert], main .form-error-message")
        if posts and not said.count():
            wrong[named, 0] = [f"nothing is said to be wrong at {page.url}"]
        page.goto(urljoin(page.url, path))
    return wrong


def faults_of(page: Page, path: str) -> Faults:
    """What is wrong with a page, by the path that led to it."""
    return {(path, width): found for width, found in faults(page)}


def walk(
    page: Page,
    start: str,
    look: Callable[[Page, str], Faults] = faults_of,
    *,
    within: str = "",
    alike: int = 1,
    at_least: int = 5,
) -> Faults:
    """Every sort of page that links in some part lead to, in the language of the first."""
    waiting, known, sorts, wrong = [start], {start}, Counter(), {}
    while waiting:
        path = waiting.pop(0)
        answer = page.goto(urljoin(page.url, path))
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        new = [one for one in links(page, within) if one not in known and is_one_of(one, start)]
        wrong |= look(page, path)
        # Before there are figures the pages say so with 503.
        if answer.status == 500:
            wrong[path, 0] = [f"answers {answer.status}"]
        known.update(new)
        for link in dict.fromkeys(new):
            sorts[sort_of(link)] += 1
            if sorts[sort_of(link)] <= alike:
                waiting.append(link)
    assert len(sorts) > at_least, sorts
    return wrong


def is_one_of(link: str, start: str) -> bool:
    """Whether a link leads to a page in the language that we began with."""
    leaves = FILE.search(link) or _LEAVES.search(link) or link.endswith(_NO_JSON)
    return link.startswith("/en/") == start.startswith("/en/") and not leaves


def links(page: Page, within: str = "") -> list[str]:
    """Where the links of a page lead on the same site."""
    every = page.eval_on_selector_all(f"{within} a[href]", "every => every.map(one => one.href)")
    site = urlsplit(page.url).netloc
    parted = (urlsplit(one) for one in every)
    return [one.path for one in parted if one.netloc == site and one.path]


def sort_of(path: str) -> str:
    """The path without what tells one page of its sort from the next: ids, numbers and places."""
    parts = path.removeprefix("/en").strip("/").split("/")
    return "/".join("*" if re.search(r"\d", one) or one in _PLACES else one for one in parts)
