"""The page on which everybody searches the site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from taskforce.web.people.rights import everyone, may
from taskforce.web.public.search.hits import search
from taskforce.web.public.search.ranking import stems_of

_LONGEST_QUERY = 120


@may(everyone)
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """What has been found, in groups; what was asked for is not written down."""
    text = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:_LONGEST_QUERY]
    groups = search(text)
    language = (get_language() or "da")[:2]
    too_short = bool(text) and not groups and not stems_of(text, language)
    shown = {"asked": text, "groups": groups, "too_short": too_short}
    return render(request, "public/find.html", shown)
