"""The pages on which a municipality writes its own words, with a preview before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from taskforce.web.frame.difference import Change
from taskforce.web.library.markup import as_html
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.rights import keeps, keeps_municipality, may
from taskforce.web.people.views.saving import done
from taskforce.web.profiles.actions import writing
from taskforce.web.profiles.forms.writing import ProfileForm, StoryForm
from taskforce.web.profiles.models import PieceKind, ProfilePiece, ProfileVersion
from taskforce.web.profiles.queries.difference import changes
from taskforce.web.profiles.queries.preview import preview_of

_BOTH = require_http_methods(["GET", "HEAD", "POST"])
Keep = Callable[[dict[str, Any], str], ProfileVersion]


@may(keeps_municipality)
@_BOTH
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """The words of the page: the draft that is open, or a next version of what is public."""
    place, caller = _municipality(code), caller_of(request)
    piece = ProfilePiece.objects.filter(municipality=place, kind=PieceKind.PROFILE).first()
    newest = piece.versions.first() if piece else None
    if newest and newest.is_sent and request.method != "POST":
        return redirect("profile-version", newest.pk)
    form = ProfileForm(request.POST or None, request.FILES or None, instance=_blank(newest))
    given = {"form": form, "municipality": place, "heading": _("The words of your page")}
    return _written(
        request, given, lambda told, seen: writing.write_profile(place, told, by=caller, seen=seen)
    )


@may(keeps_municipality)
@_BOTH
def new_story(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a story."""
    place, caller = _municipality(code), caller_of(request)
    form = StoryForm(request.POST or None, request.FILES or None, instance=ProfileVersion())
    given = {"form": form, "municipality": place, "heading": _("A new story")}
    return _written(request, given, lambda told, _seen: writing.write_story(place, told, by=caller))


@may(keeps(ProfileVersion))
@_BOTH
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Write on: in the draft, or in the next version of what is public already."""
    version, caller = get_object_or_404(ProfileVersion, pk=pk), caller_of(request)
    piece = version.piece
    newest = piece.versions.first() or version
    if newest.is_sent and request.method != "POST":
        return redirect("profile-version", newest.pk)
    kind = StoryForm if piece.is_story else ProfileForm
    form = kind(request.POST or None, request.FILES or None, instance=copy(newest))
    given = {"form": form, "municipality": piece.municipality, "heading": _heading(piece)}
    return _written(
        request, given, lambda told, seen: writing.write(piece, told, by=caller, seen=seen)
    )


def _written(request: HttpRequest, given: dict[str, Any], keep: Keep) -> HttpResponse:
    form, previews = given["form"], "preview" in request.POST
    kept: list[ProfileVersion] = []
    if not previews and done(
        request, form, lambda: kept.append(keep(form.told(), form.cleaned_data["seen"]))
    ):
        messages.success(request, _("The draft has been saved. Nobody outside sees it yet."))
        return redirect("profile-version", kept[0].pk)
    shown = preview_of(form.told()) if previews and form.is_valid() else None
    wrong = bool(form.errors)
    page = {**given, "shown": shown, "shown_body": as_html(shown.text) if shown else ""}
    page |= {"differs": _differs(form), "awaits": wrong and form.instance.is_sent}
    return render(request, "profiles/form.html", page, status=422 if wrong else 200)


def _differs(form: StoryForm) -> list[Change]:
    """Where somebody else has saved meanwhile: how the words of the form differ from theirs."""
    if not form.overtaken:
        return []
    form.look_again(form.instance, form.Meta.fields)
    return changes(form.instance, preview_of(form.told()))


def _heading(piece: ProfilePiece) -> str:
    return _("Change the story") if piece.is_story else _("The words of your page")


def _blank(newest: ProfileVersion | None) -> ProfileVersion:
    return copy(newest) if newest else ProfileVersion()


def _municipality(code: str) -> Organisation:
    return get_object_or_404(Organisation, code=code, kind=OrganisationKind.MUNICIPALITY)
