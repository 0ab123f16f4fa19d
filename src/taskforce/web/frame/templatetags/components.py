"""The building blocks that templates call by name."""

from __future__ import annotations

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from taskforce.report.count import Count
from taskforce.vocabulary.text import Text
from taskforce.web.frame.templatetags.numbers import number, percent

register = template.Library()

_SPRITE = "vendor/dkfds/img/all-svg-icons.svg"


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """One icon of Det Fælles Designsystem; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true">'
        '<use href="{}#{}"></use></svg>',
        classes,
        static(_SPRITE),
        name,
    )


@register.filter
def said(text: Text) -> str:
    """A bilingual text in the language of the page."""
    return text.in_language(get_language() or "da")


@register.filter
def inside(words: str) -> str:
    """Words as they stand inside a sentence: "Telefonkabel (xDSL)" keeps its xDSL."""
    return words[:1].lower() + words[1:]


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: object) -> str:
    """The page's own question with some answers changed, as the end of a link."""
    asked = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            asked.pop(name, None)
        else:
            asked[name] = str(value)
    return "?" + asked.urlencode() if asked else "?"


@register.filter
def count(value: Count | None) -> str:
    """A number of addresses, or why none is shown."""
    if value is None or value.unknown:
        return _quiet(gettext("unknown"))
    return _quiet(gettext("not shown")) if value.withheld else number(value.value)


@register.filter
def share(area: Any) -> str:
    """The share below the threshold of an area, hidden when its number is hidden."""
    words = share_in_words(area)
    return _quiet(words) if area is None or area.share_below is None else words


def share_in_words(area: Any) -> str:
    """The same without any markup, for a chart."""
    if area is None:
        return gettext("unknown")
    if area.share_below is None:
        return gettext("not shown") if area.below.withheld else gettext("unknown")
    return percent(area.share_below)


@register.filter
def share_above(area: Any) -> str:
    """The share that does have proper internet, of the known."""
    if area is None or area.share_below is None:
        return share(area)
    return percent(1 - area.share_below)


@register.simple_tag
def bar(part: float | None, whole: float | None) -> SafeString:
    """A bar beside a number that already says the same in figures."""
    return format_html(
        '<svg class="inbar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rail" width="100" height="8"/>'
        '<rect class="fill" width="{}" height="8"/></svg>',
        _length(part, whole),
    )


def _length(part: float | None, whole: float | None) -> str:
    return f"{min(100 * part / whole, 100):.2f}" if part and whole else "0"


def _quiet(words: str) -> SafeString:
    return format_html('<span class="withheld">{}</span>', words)
