"""The pages that tell who we are and what we promise."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the taskforce is."""
    return _page(request, "about", gettext("About the taskforce"))


@may(everyone)
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, and where to complain."""
    return _page(request, "accessibility", gettext("Accessibility statement"))


@may(everyone)
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored about a visitor: nearly nothing."""
    return _page(request, "privacy", gettext("Privacy and cookies"))


@may(everyone)
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """The words of the site in plain language."""
    return _page(request, "glossary", gettext("What the words mean"))


def _page(request: HttpRequest, name: str, heading: str) -> HttpResponse:
    text = f"public/texts/{get_language()}/{name}.html"
    shown = {"heading": heading, "text": text, "was_url": settings.WAS_URL}
    return render(request, "public/page.html", shown)
