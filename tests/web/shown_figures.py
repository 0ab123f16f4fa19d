"""Reads a page as a stranger who looks for numbers: which lead somewhere, and which do not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What holds no figure of ours: pictures (each has its table), heads, codes, links and forms.
_PASSED_OVER = {"svg", "script", "style", "th", "summary", "select", "option", "nav", "h1", "h2"}
_ALONE = {"img", "br", "input", "link", "meta", "hr", "use", "rect", "path", "source"}
_MONTH = r"[a-zA-Z]+"
_NO_FIGURES = re.compile(
    rf"\d{{1,2}}\.? {_MONTH} \d{{4}}"  # a day
    r"|\d+/\d+"  # a speed
    r"|\b(?:Figure?|Tabel|Table) \d+:"  # the name of a chart or a table
    r"|\b\d{4}-[0-9a-z-]+"  # the id of a white spot
    r"|\b(?:19|20)\d\d\b",  # a year
)
# Limits and examples are no figures: nobody has counted them.
_LIMITS = (
    *("mindst 100 Mbit/s ned", "at least 100 Mbit/s down", "Skovvej 4, 4180"),
    "færre end 30 adresser",
    *("under 10 %", "10 til 25 %", "25 % eller flere", "under 10%", "10 to 25%", "25% or more"),
)
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(slots=True)
class Figures:
    """The certificates that a page leads to, and its numbers that lead nowhere."""

    links: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Figures()
        self.stack: list[tuple[str, str]] = []
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag not in _ALONE:
            self.stack.append((tag, held.get("class") or ""))
        if "certified" in (held.get("class") or "").split():
            self.link = held.get("href") or ""
            self.found.links[self.link] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """It holds no words."""

    def handle_endtag(self, tag: str) -> None:
        if tag in {held for held, _ in self.stack}:
            while self.stack.pop()[0] != tag:
                pass
        self.link = "" if tag == "a" else self.link

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.stack}
        if self.link:
            self.found.links[self.link] += data
        elif "main" in tags and not tags & {"a", *_PASSED_OVER}:
            words = " ".join(data.split())
            if _NUMBER.search(_NO_FIGURES.sub("", words)):
                self.found.loose.append(words)


def figures_on(html: str) -> Figures:
    """Every certified figure of a page with its words, and every number that stands alone."""
    reader = _Reader()
    reader.feed(html)
    return reader.found


def loose(found: Figures) -> list[str]:
    """The numbers that lead nowhere and should: all but limits and examples."""
    return [one for one in found.loose if not any(known in one for known in _LIMITS)]
