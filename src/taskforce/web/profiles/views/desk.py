"""The desk: what each municipality has written, one version closely, and what has changed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.frame.simultaneous import mark
from taskforce.web.library.markup import as_html
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.rights import coordinators, keeps, keeps_municipality, may
from taskforce.web.profiles.actions.writing import SAID
from taskforce.web.profiles.badges.deciding import badges_of
from taskforce.web.profiles.forms.writing import ReturnForm
from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.profiles.queries.desk import desk_of, desks, sent_in
from taskforce.web.profiles.queries.difference import changes
from taskforce.web.profiles.queries.told import told
from taskforce.web.profiles.views.pictures import handed_out


@may(coordinators)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Every municipality that the caller writes for; who writes for one only is sent there."""
    caller = caller_of(request)
    kept = desks(caller)
    if len(kept) == 1 and not caller.is_consultant:
        return redirect("profile-room", kept[0].municipality.code)
    waiting = sent_in() if caller.is_consultant else []
    return render(request, "profiles/desk.html", {"desks": kept, "waiting": waiting})


@may(keeps_municipality)
@require_safe
def room(request: HttpRequest, code: str) -> HttpResponse:
    """One municipality: its words, its stories, and the badges it has and may still earn."""
    place = get_object_or_404(Organisation, code=code, kind=OrganisationKind.MUNICIPALITY)
    given = {"desk": desk_of(place), "badges": badges_of(place, localdate())}
    return render(request, "profiles/room.html", given)


@may(keeps(ProfileVersion))
@require_safe
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as it will be read, what differs from the one before, and all the others."""
    one = get_object_or_404(
        ProfileVersion.objects.select_related("piece", "piece__municipality"), pk=pk
    )
    others = list(one.piece.versions.all())
    before = _compared(request, one, others)
    given = {
        "version": one,
        "municipality": one.piece.municipality,
        "body": as_html(one.text),
        "told": told([one])[0],
        "versions": told(others),
        "newest": others[0],
        "before": before,
        "changes": changes(before, one) if before else [],
        "return_form": ReturnForm(),
        "approves": caller_of(request).is_consultant,
        "seen": mark(one, SAID),
    }
    return render(request, "profiles/version.html", given)


@may(keeps(ProfileVersion))
@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture of a version, for those who write and approve."""
    one = get_object_or_404(ProfileVersion, pk=pk)
    if not one.photo:
        raise Http404
    response = handed_out(request, one)
    response["Cache-Control"] = "private, no-store"
    return response


def _compared(
    request: HttpRequest, one: ProfileVersion, others: list[ProfileVersion]
) -> ProfileVersion | None:
    """The version that is asked for, else the one before that was approved."""
    asked = request.GET.get("against", "")
    if asked.isdigit():
        return next((each for each in others if each.number == int(asked)), None)
    earlier = (each for each in others if each.number < one.number and each.is_approved)
    return next(earlier, None)
