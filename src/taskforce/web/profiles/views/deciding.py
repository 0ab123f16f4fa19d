"""What is done with a version: sent, taken back, approved, returned, used again, thrown away."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, keeps, may
from taskforce.web.profiles.actions import approving, writing
from taskforce.web.profiles.actions.mails import tell
from taskforce.web.profiles.forms.writing import ReturnForm
from taskforce.web.profiles.models import ProfilePiece, ProfileVersion, VersionState


@may(keeps(ProfileVersion))
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the taskforce to approve."""
    version, by = _version(pk), caller_of(request)
    said = _("It has been sent. The taskforce reads it, and you get a mail.")

    def send_and_tell() -> None:
        approving.send(version, by=by)
        tell(version)

    return _done(request, version, said, send_and_tell, becomes=VersionState.SENT)


@may(keeps(ProfileVersion))
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Write on what was sent."""
    version, by = _version(pk), caller_of(request)
    said = _("It is a draft again.")
    return _done(
        request,
        version,
        said,
        lambda: approving.take_back(version, by=by),
        becomes=VersionState.DRAFT,
    )


@may(consultants)
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody read it."""
    version, by = _version(pk), caller_of(request)
    said, seen = _("It is approved, and everybody can read it."), request.POST.get("seen")

    def approve_and_tell() -> None:
        approving.approve(version, by=by, seen=seen)
        tell(version)

    return _done(request, version, said, approve_and_tell, becomes=VersionState.APPROVED)


@may(consultants)
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is to be mended first."""
    version, by, form = _version(pk), caller_of(request), ReturnForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write what is to be mended."))
        return redirect("profile-version", pk)
    because, said = form.cleaned_data["returned_because"], _("It has been returned.")
    return _done(
        request,
        version,
        said,
        lambda: (approving.send_back(version, because=because, by=by), tell(version)),
    )


@may(keeps(ProfileVersion))
@require_POST
def use_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft of an older version."""
    version, by = _version(pk), caller_of(request)
    try:
        draft = writing.go_back(version, by=by)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("profile-version", pk)
    messages.success(request, _("The older words are a draft now. Send it to let it be approved."))
    return redirect("profile-version", draft.pk)


@may(keeps(ProfileVersion))
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    version, by = _version(pk), caller_of(request)
    code = version.place
    try:
        writing.discard(version, by=by)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("profile-version", pk)
    messages.success(request, _("The draft has been thrown away."))
    return redirect("profile-room", code)


@may(keeps(ProfilePiece))
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a piece off the page, or put it back: what the pressed button says."""
    piece, hidden = get_object_or_404(ProfilePiece, pk=pk), "hide" in request.POST
    writing.set_hidden(piece, hidden=hidden, by=caller_of(request))
    said = _("It is off the page.") if hidden else _("It stands on the page again.")
    messages.success(request, said)
    return redirect("profile-room", piece.place)


def _version(pk: int) -> ProfileVersion:
    return get_object_or_404(ProfileVersion, pk=pk)


def _done(
    request: HttpRequest,
    version: ProfileVersion,
    said: str,
    act: Callable[[], object],
    *,
    becomes: VersionState | None = None,
) -> HttpResponse:
    """Do it, and say so; a button that was pressed twice has done what it says."""
    try:
        act()
    except ValidationError as error:
        version.refresh_from_db()
        if version.state == becomes:
            messages.success(request, said)
        else:
            messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, said)
    return redirect("profile-version", version.pk)
