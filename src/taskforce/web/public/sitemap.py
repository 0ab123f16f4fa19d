"""The list of public pages for search engines: each with the same page in the other language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.frame import edition
from taskforce.web.library.queries.listing import newest as newest_materials
from taskforce.web.news.queries.public import public_news
from taskforce.web.people.caller import NOBODY
from taskforce.web.people.rights import everyone, may
from taskforce.web.profiles.models import PieceKind
from taskforce.web.profiles.queries.public import on_show
from taskforce.web.publication.methods import FIGURES

_PAGES = (
    "front", "address", "map", "municipalities", "badges", "mobile", "checks", "guidelines",
    "sites",
    "spot-lists", "participation", "methods", "open-data", "developers", "gap-report",
    "gaps-overview", "news", "news-mail", "calendar", "public-meetings", "whom-to-ask", "library",
    "library-start", "about", "accessibility", "privacy", "glossary", "contact",
    "reports", "report-region", "figures-changed",
    *(f"method-{figure}" for figure in FIGURES),
)  # fmt: skip
_MOST = 500
_DEFAULT = settings.LANGUAGE_CODE

Where = tuple[str, dict[str, Any]]


@may(everyone)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in both languages."""
    entries = "".join(_entries(request, name, inside) for name, inside in _everything())
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        f"{entries}</urlset>\n"
    )
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def _everything() -> Iterator[Where]:
    yield from ((name, {}) for name in _PAGES)
    bundle = edition.latest()
    for area in bundle.areas() if bundle else ():
        yield "municipality", {"slug": area.slug}
        yield "mobile-municipality", {"slug": area.slug}
        yield "report-municipality", {"slug": area.slug}
        yield "press-municipality", {"slug": area.slug}
    for rule in the_rulebook().rules:
        yield "guidelines-rule", {"rule_id": rule}
    for material in newest_materials(NOBODY, _MOST):
        yield "material", {"slug": material.slug}
    for story in on_show().filter(piece__kind=PieceKind.STORY)[:_MOST]:
        yield "story", {"pk": story.piece_id}
    for item in public_news()[:_MOST]:
        yield "news-item", {"slug": item.slug}


def _entries(request: HttpRequest, name: str, inside: dict[str, Any]) -> str:
    there = {}
    for code, _language in settings.LANGUAGES:
        with override(code):
            there[code] = escape(request.build_absolute_uri(reverse(name, kwargs=inside)))
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in [*there.items(), ("x-default", there[_DEFAULT])]
    )
    return "".join(f"<url><loc>{address}</loc>{links}</url>" for address in there.values())
