"""What everybody reads: a story, its picture, the badges and what they rest on."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.frame.headers import for_other_sites
from taskforce.web.library.markup import as_html
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.rights import everyone, may
from taskforce.web.profiles.badges.deciding import badge_of, earned_by, earned_by_all
from taskforce.web.profiles.badges.kinds import BadgeKind
from taskforce.web.profiles.badges.picture import NOTHING, drawn
from taskforce.web.profiles.models import ProfilePiece
from taskforce.web.profiles.queries.public import on_show, stories_of, story_of
from taskforce.web.profiles.views.pictures import handed_out

SVG = "image/svg+xml"
_BADGES = frozenset(BadgeKind)


@may(everyone)
@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """A story as it was approved; one that is not public is as if it were not there."""
    piece = get_object_or_404(ProfilePiece.objects.select_related("municipality"), pk=pk)
    version = story_of(piece)
    if version is None:
        raise Http404
    others = [one for one in stories_of(piece.place) if one.piece_id != piece.pk]
    given = {"version": version, "municipality": piece.municipality, "others": others}
    return render(request, "profiles/story.html", {**given, "body": as_html(version.text)})


@may(everyone)
@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture of a piece, while it is public."""
    version = on_show().filter(piece_id=pk).exclude(photo="").first()
    if version is None:
        raise Http404
    response = handed_out(request, version)
    response["Cache-Control"] = "public, max-age=3600"
    return response


@may(everyone)
@require_safe
def badges(request: HttpRequest) -> HttpResponse:
    """What each badge means, and who has earned it."""
    every = earned_by_all(localdate())
    kinds = [
        (kind, [place for place, held in every if any(one.kind == kind for one in held)])
        for kind in BadgeKind
    ]
    return render(request, "profiles/badges/badges.html", {"kinds": kinds, "today": localdate()})


@may(everyone)
@require_safe
def municipality_badges(request: HttpRequest, slug: str) -> HttpResponse:
    """The badges that a municipality has earned, each with its evidence."""
    place, today = municipality_of(slug), localdate()
    given = {"municipality": place, "badges": earned_by(place, today), "today": today}
    return render(request, "profiles/badges/municipality.html", given)


@may(everyone)
@require_safe
@for_other_sites
def badge_picture(request: HttpRequest, slug: str, badge: str) -> HttpResponse:
    """A badge as a picture; an empty one where it is not earned, so that no site shows it on."""
    place = municipality_of(slug)
    held = badge_of(place, BadgeKind(badge), localdate()) if badge in _BADGES else None
    if held is None or not held.earned:
        return HttpResponse(NOTHING, content_type=SVG, status=404)
    return HttpResponse(drawn(held, place.name), content_type=SVG)


def municipality_of(slug: str) -> Organisation:
    """The municipality of a web address."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    found = next((one for one in every if one.slug == slug), None)
    if found is None:
        raise Http404
    return found
