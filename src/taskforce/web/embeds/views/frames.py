"""The frames that other sites show: card, figure, map and badges, without script and cookie."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from taskforce.web.embeds.framing import still_frame
from taskforce.web.embeds.queries.card import Card, card_of, map_of
from taskforce.web.frame.headers import for_other_sites
from taskforce.web.municipalities.need_map import legend
from taskforce.web.people.rights import everyone, may
from taskforce.web.profiles.badges.badge import Badge
from taskforce.web.profiles.badges.deciding import earned_by
from taskforce.web.profiles.queries.public import municipality_with, profile_of


@may(everyone)
@require_safe
@still_frame
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The municipality in its own words, with its figures and badges."""
    found = card_of(slug)
    words = profile_of(found.area.code)
    return _shown(request, "card", found, words=words, badges=badges_on(found))


@may(everyone)
@require_safe
@still_frame
def figure(request: HttpRequest, slug: str, which: str) -> HttpResponse:
    """One figure with source and day."""
    found = card_of(slug)
    return _shown(request, "figure", found, figure=found.figure(which))


@may(everyone)
@require_safe
@still_frame
def small_map(request: HttpRequest, slug: str) -> HttpResponse:
    """The small map with its key."""
    found = card_of(slug)
    return _shown(request, "map", found, map=map_of(found), map_key=legend())


@may(everyone)
@require_safe
@still_frame
def badges(request: HttpRequest, slug: str) -> HttpResponse:
    """The badges that are earned today."""
    found = card_of(slug)
    return _shown(request, "badges", found, badges=badges_on(found))


@may(everyone)
@require_safe
@for_other_sites
def map_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The small map as a picture of its own."""
    drawing = map_of(card_of(slug))
    if drawing is None:
        raise Http404
    return HttpResponse(drawing, content_type="image/svg+xml")


def badges_on(found: Card) -> tuple[Badge, ...]:
    """What the municipality has earned; nothing where the register does not know it."""
    place = municipality_with(found.area.code)
    return earned_by(place, localdate()) if place else ()


def _shown(request: HttpRequest, name: str, found: Card, **more: Any) -> HttpResponse:
    """Without the request's own context: nothing of who is asking comes near the page."""
    given = {
        "card": found,
        "question": found.question,
        "out_of_frame": request.build_absolute_uri("/").rstrip("/"),
        "language": get_language() or "da",
        **more,
    }
    return HttpResponse(render_to_string(f"embeds/{name}.html", given))
