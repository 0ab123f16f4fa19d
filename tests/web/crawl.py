"""Everything that a stranger reaches by following the links of the public site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client

_LINK = re.compile(r'(?:href|src|action|data-[\w-]+)="(/[^"]*)"')
_IN_DATA = re.compile(r'"(?:https?://localhost)?(/[^"\s{}]+)"')
_LIKE_TEXT = ("text/", "application/json", "application/geo+json", "xml", "calendar")
# The many days of a calendar or the many pages of a list tell the same kind of thing.
_ENOUGH_OF_ONE_PATH = 6
# So do the certificates of the many figures: a few of each kind.
_CERTIFICATE = re.compile(r"(.*/(?:bevis|proof|optalt|counted)/)[^/]+/([a-z_]+)[^/]*?(/|\.json)$")


@dataclass(frozen=True, slots=True)
class Page:
    """What one address answered, and the first page that led there."""

    address: str
    found_on: str
    status: int
    body: bytes
    text_like: bool

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace") if self.text_like else ""


def crawl(client: Client, starts: tuple[str, ...]) -> Iterator[Page]:
    """Every page once, from some first pages on; the way leads through links alone."""
    waiting = [(start, "") for start in starts]
    seen = set(starts)
    queries: dict[str, int] = {}
    while waiting:
        address, found_on = waiting.pop(0)
        page = _visit(client, address, found_on)
        yield page
        for there in _links(page):
            bare = _CERTIFICATE.sub(r"\1\2\3", urlsplit(there).path)
            if there in seen or queries.get(bare, 0) >= _ENOUGH_OF_ONE_PATH:
                continue
            seen.add(there)
            queries[bare] = queries.get(bare, 0) + 1
            waiting.append((there, page.address))


def _visit(client: Client, address: str, found_on: str) -> Page:
    answer = client.get(address, follow=True)
    body = b"".join(answer)
    kind = answer.get("Content-Type", "")
    return Page(address, found_on, answer.status_code, body, any(one in kind for one in _LIKE_TEXT))


def _links(page: Page) -> Iterator[str]:
    if page.address.endswith("openapi.json"):
        return  # it describes addresses, with parts to fill in, and links to none
    for found in (*_LINK.findall(page.text), *_IN_DATA.findall(unescape(page.text))):
        there = urldefrag(urljoin(page.address, unescape(found))).url
        if there.startswith("/") and not there.startswith(("/static/", "//")):
            yield there
