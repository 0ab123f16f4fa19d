"""No public page shuts anybody out: every sort of page that links lead to, in both languages.

Takes minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_accessibility import broken_rules

pytestmark = pytest.mark.thorough

# Of pages that differ by what they are about alone, so many are enough.
ALIKE = 2
FILE = re.compile(r"\.\w{2,8}$|^/(static|tiles|data|api|ogc|mobile)/|^/katalog|/picture/|/billede/")


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_every_sort_of_public_page_breaks_no_rule(take_part, start):
    page = take_part(start)
    waiting, known, sorts, broken = [start], {start}, Counter(), {}
    while waiting:
        path = waiting.pop(0)
        page.goto(urljoin(page.url, path))
        broken |= {(path, width): found for width, found in _faults(page) if found}
        new = [one for one in _links(page) if one not in known and _is_one_of(one, start)]
        known.update(new)
        for link in dict.fromkeys(new):
            sorts[_sort(link)] += 1
            if sorts[_sort(link)] <= ALIKE:
                waiting.append(link)
    assert len(sorts) > 40
    assert broken == {}


def _faults(page) -> Iterator[tuple[int, list[str]]]:
    """What is wrong with a page, at each width."""
    if page.locator("#map").count():
        page.wait_for_selector("#map[data-map=idle]")
    for view in (DESK, PHONE):
        page.set_viewport_size(view)
        found = [one[0] for one in broken_rules(page)]
        slides = page.evaluate("document.documentElement.scrollWidth") > view["width"]
        yield view["width"], [*found, *(["slides sideways"] if slides else [])]


def _is_one_of(link: str, start: str) -> bool:
    """Whether a link leads to a page in the language that we began with."""
    return link.startswith("/en/") == (start == "/en/") and not FILE.search(link)


def _links(page) -> list[str]:
    every = page.eval_on_selector_all("a[href]", "every => every.map(one => one.href)")
    site = urlsplit(page.url).netloc
    parted = (urlsplit(one) for one in every)
    return [one.path for one in parted if one.netloc == site and one.path]


def _sort(path: str) -> str:
    """The path without what tells one page of its sort from the next: ids, numbers and names."""
    parts = path.removeprefix("/en").strip("/").split("/")
    known = {"soroe", "lolland", "0340", "0360"}
    told = [
        "*" if re.search(r"\d", part) or part in known or (at and at == len(parts) - 1) else part
        for at, part in enumerate(parts)
    ]
    return "/".join(told)
