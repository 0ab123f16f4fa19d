"""Plan a meeting, change it, invite to it and cancel it."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.meetings.actions import inviting, planning
from taskforce.web.meetings.forms.planning import InviteForm, MeetingForm, PlanForm
from taskforce.web.meetings.mail.posting import Went
from taskforce.web.meetings.mail.sending import send_invitations
from taskforce.web.meetings.models import Invitee, Meeting
from taskforce.web.meetings.queries.inviting import nobody_to_invite
from taskforce.web.meetings.rules import leads_meetings
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done

_FORM = "meetings/form.html"


@may(leads_meetings)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting or a series, with those who are invited."""
    form = PlanForm(request.POST or None)
    made: list[Meeting] = []

    def act() -> None:
        by = caller_of(request)
        made.extend(planning.plan(form.facts, by=by, guests=form.guests, repeats=form.series))

    if done(request, form, act):
        tell(request, [send_invitations(one) for one in made])
        _warn(request, form)
        messages.success(request, _("The meeting has been planned, and the guests are invited."))
        return redirect("meeting", made[0].pk)
    shown = {"form": form, "heading": _("Plan a meeting"), "submit": _("Plan and invite")}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(leads_meetings)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Move or mend it; the guests' calendars follow."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = MeetingForm(request.POST or None, instance=copy(meeting))
    if done(request, form, lambda: planning.change_meeting(meeting, form.facts, by=by)):
        tell(request, [send_invitations(meeting)])
        messages.success(request, _("Your changes have been saved."))
        return redirect("meeting", pk)
    shown = {"form": form, "meeting": meeting, "heading": _("Change the meeting")}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(leads_meetings)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite more people."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = InviteForm(request.POST or None)
    if done(request, form, lambda: inviting.invite(meeting, form.guests, by=by)):
        tell(request, [send_invitations(meeting)])
        _warn(request, form)
        messages.success(request, _("The guests are invited."))
        return redirect("meeting", pk)
    shown = {"form": form, "meeting": meeting, "heading": _("Invite to the meeting")}
    return render(request, _FORM, shown, status=422 if form.errors else 200)


@may(leads_meetings)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one invitation back."""
    invitee = get_object_or_404(Invitee, pk=pk)
    try:
        inviting.withdraw(invitee, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        tell(request, [send_invitations(invitee.meeting)])
        messages.success(request, _("The invitation has been taken back."))
    return redirect("meeting", invitee.meeting_id)


@may(leads_meetings)
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off, after having been asked once more."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    if request.method == "POST" and meeting.is_planned:
        planning.cancel(meeting, by=by)
        tell(request, [send_invitations(meeting)])
        messages.success(request, _("The meeting has been cancelled, and the guests are told."))
        return redirect("meeting", pk)
    return render(request, "meetings/cancel.html", {"meeting": meeting})


def tell(request: HttpRequest, went: list[Went]) -> None:
    """Say that mails wait, where some do."""
    if any(one.failed for one in went):
        messages.warning(
            request, _("Some mails could not be sent now. They are tried again in the night.")
        )


def _warn(request: HttpRequest, form: InviteForm) -> None:
    nobody = nobody_to_invite(form.cleaned_data["organisations"])
    if nobody:
        told = {"names": ", ".join(one.name for one in nobody)}
        messages.warning(
            request, _("Nobody is known to invite at: %(names)s. Add a contact there.") % told
        )
