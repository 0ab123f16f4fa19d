"""Answers to machines: is the site well, may it be searched, and where are its pages."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may

_PAGES = (
    "front",
    "address",
    "map",
    "municipalities",
    "mobile",
    "rollouts",
    "methods",
    "open-data",
    "gap-report",
    "gaps-overview",
    "public-meetings",
    "whom-to-ask",
    "library",
    "library-start",
    "about",
    "accessibility",
    "privacy",
    "glossary",
)


@may(everyone)
def health(request: HttpRequest) -> JsonResponse:
    """Say that the server answers, and which edition it shows."""
    bundle = edition.latest()
    return JsonResponse({"status": "ok", "bundle": bundle.id if bundle else None})


@may(everyone)
def was(request: HttpRequest) -> HttpResponseRedirect:
    """The short address of the accessibility statement that the law asks for."""
    return redirect(settings.WAS_URL or reverse("accessibility"))


@may(everyone)
def robots(request: HttpRequest) -> HttpResponse:
    """Let every search engine in, but not into the search for single addresses."""
    site = request.build_absolute_uri("/sitemap.xml")
    text = (
        "User-agent: *\nDisallow: /adresse/\nDisallow: /en/address/\nDisallow: /api/\n"
        f"Sitemap: {site}\n"
    )
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@may(everyone)
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the pages in both languages."""
    bundle = edition.latest()
    asked: list[tuple[str, dict[str, str]]] = [(name, {}) for name in _PAGES]
    asked += [
        (name, {"slug": area.slug})
        for name in ("municipality", "mobile-municipality")
        for area in (bundle.areas() if bundle else ())
    ]
    entries = "".join(_entry(request, name, inside) for name, inside in asked)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{entries}</urlset>\n"
    )
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def _entry(request: HttpRequest, name: str, inside: dict[str, str]) -> str:
    entry = ""
    for code, _language in settings.LANGUAGES:
        with override(code):
            there = request.build_absolute_uri(reverse(name, kwargs=inside))
        entry += f"<url><loc>{escape(there)}</loc></url>"
    return entry
