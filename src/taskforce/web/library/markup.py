"""Turn what an editor writes into a page: Markdown in, safe HTML out, and no image or script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import nh3
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

# An editor links to "page:map" and "material:getting-started": such links hold in both languages.
_PAGE, _MATERIAL = "page:", "material:"
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def as_html(text: str) -> SafeString:
    """The text as HTML; whatever is not among the few known tags is left out."""
    tokens = _reader().parse(text)
    for token in _every(tokens):
        _adapt(token)
    html = _reader().renderer.render(tokens, _reader().options, {})
    safe = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        set_tag_attribute_values={"table": {"class": "table table--compact"}},
        link_rel="noopener",
    )
    return mark_safe(safe)  # noqa: S308 - nh3 has just cleaned it


def checked(text: str) -> None:
    """Refuse links to pages that are not there.

    Raises
    ------
    ValidationError
        A link of our own leads nowhere.
    """
    wrong = [link for link in _own_links(text) if _path(link) is None]
    if wrong:
        raise ValidationError(
            _("There is no such page: %(links)s"), params={"links": ", ".join(wrong)}
        )


def materials_linked(text: str) -> list[str]:
    """The names of the other materials that a text leads to."""
    found = [link for link in _own_links(text) if link.startswith(_MATERIAL)]
    return [link.removeprefix(_MATERIAL) for link in found]


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _every(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _every(token.children or [])


def _adapt(token: Token) -> None:
    """Lead our own links to their pages, and keep the page's one first heading the only one."""
    if token.tag == "h1":
        token.tag = "h2"
    elif token.type == "link_open":
        link = str(token.attrGet("href") or "")
        token.attrSet("href", _path(link) or "#" if _is_own(link) else link)


def _own_links(text: str) -> list[str]:
    opened = [token for token in _every(_reader().parse(text)) if token.type == "link_open"]
    links = [str(token.attrGet("href") or "") for token in opened]
    return [link for link in links if _is_own(link)]


def _is_own(link: str) -> bool:
    return link.startswith((_PAGE, _MATERIAL))


def _path(link: str) -> str | None:
    """Where a link of our own leads, in the language of the reader; None when nowhere."""
    try:
        if link.startswith(_MATERIAL):
            return reverse("material", args=[link.removeprefix(_MATERIAL)])
        name, _colon, word = link.removeprefix(_PAGE).partition("/")
        return reverse(name, args=[word] if word else [])
    except NoReverseMatch:
        return None
