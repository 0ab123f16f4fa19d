"""Show it on your own site: what can be shown, how it looks, and the code to copy."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.web.embeds.queries.card import card_of
from taskforce.web.embeds.queries.code import frames, pictures, sentence
from taskforce.web.embeds.views.frames import badges_on
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def code(request: HttpRequest, slug: str) -> HttpResponse:
    """The page for a municipality's web editor, open to everybody who wants to show it."""
    found, home = card_of(slug), request.build_absolute_uri("/").rstrip("/")
    given = {
        "card": found,
        "frames": list(frames(found, home)),
        "pictures": list(pictures(found, home, badges_on(found))),
        "sentence": sentence(found, home),
    }
    return render(request, "embeds/code.html", given)
