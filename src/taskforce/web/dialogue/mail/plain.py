"""Turn a mail that was written as a page into plain text, without what it quotes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SILENT = frozenset({"head", "script", "style", "title", "template"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table"})
_EMPTY = frozenset({"br", "img", "hr", "input", "meta", "link", "area", "col", "wbr"})
# How mail programs mark what they quote: Gmail, Yahoo, Proton, Thunderbird; Outlook cuts by id.
_QUOTES = ("gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix")
_CUTS = ("divRplyFwdMsg", "appendonsend", "mail-editor-reference-message-container")


class _Reader(HTMLParser):
    """Collects the words; what lies in a quotation is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._left_out: list[str] = []
        self._over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("id", "").removeprefix("x_") in _CUTS:
            self._over = True
        # Within a quotation every tag is counted, so that its end is known.
        if tag not in _EMPTY and (self._left_out or _is_left_out(tag, given)):
            self._left_out.append(tag)
        if tag in _BREAKS and self._listens:
            self.parts.append("\n" if tag != "li" else "\n- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._left_out:
            while self._left_out.pop() != tag:
                pass
        elif tag in _BREAKS and self._listens:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self._listens:
            self.parts.append(re.sub(r"\s+", " ", data))

    @property
    def _listens(self) -> bool:
        return not (self._over or self._left_out)


def plain_text(page: str) -> str:
    """The words of a page, a paragraph to a line; links keep their words, pictures go."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_left_out(tag: str, given: dict[str, str]) -> bool:
    classes = given.get("class", "")
    cited = tag == "blockquote" and given.get("type") == "cite"
    return tag in _SILENT or cited or any(name in classes for name in _QUOTES)
