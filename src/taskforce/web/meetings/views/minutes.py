"""The page on which minutes are taken during a meeting, and sent afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import time_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.meetings.actions import holding
from taskforce.web.meetings.forms.holding import AttendanceForm, MinutesForm, OutcomeForm
from taskforce.web.meetings.mail.minutes import send_minutes
from taskforce.web.meetings.models import Meeting, Outcome
from taskforce.web.meetings.queries import access
from taskforce.web.meetings.queries.mailed import standing
from taskforce.web.meetings.queries.page import outcomes_of
from taskforce.web.meetings.rules import leads_meetings
from taskforce.web.meetings.views.planning import tell
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(leads_meetings)
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the minutes beside the agenda, and save as often as one likes."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = _minutes_form(request, meeting)

    def act() -> None:
        holding.write_minutes(meeting, form.general, items=form.under_items, by=by)

    kept = done(request, form, act)
    if request.accepts("text/html") is False:
        return _told(form, kept=kept)
    if kept:
        messages.success(request, _("The minutes have been saved."))
        return redirect("meeting-minutes", pk)
    return _show(request, meeting, **({"minutes": form} if form.errors else {}))


def _minutes_form(request: HttpRequest, meeting: Meeting) -> MinutesForm:
    items = access.agenda_for(caller_of(request), meeting)
    given = request.POST if request.method == "POST" else None
    return MinutesForm(given, meeting=meeting, items=items)


def _told(form: MinutesForm, *, kept: bool) -> HttpResponse:
    """The same for the script that saves while somebody writes."""
    if not kept:
        words = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"kept": [], "words": words}, status=422)
    words = _("Saved at %(hour)s.") % {"hour": time_format(localtime(), "H:i")}
    return JsonResponse({"kept": form.kept, "words": words})


@may(leads_meetings)
@require_POST
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down who came."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = AttendanceForm(request.POST, meeting=meeting)
    if done(request, form, lambda: holding.hold(meeting, form.cleaned_data["came"], by=by)):
        messages.success(request, _("It has been written down who came."))
        return redirect("meeting-minutes", pk)
    return _show(request, meeting, attendance=form)


@may(leads_meetings)
@require_POST
def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a decision or an action."""
    meeting, by = get_object_or_404(Meeting, pk=pk), caller_of(request)
    form = OutcomeForm(request.POST, auto_id="outcome_%s")
    if done(request, form, lambda: holding.add_outcome(meeting, form.cleaned_data, by=by)):
        messages.success(request, _("It has been written down."))
        return redirect("meeting-minutes", pk)
    return _show(request, meeting, outcome=form)


@may(leads_meetings)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision or an action away again."""
    found = get_object_or_404(Outcome, pk=pk)
    meeting_pk = found.meeting_id
    holding.remove_outcome(found, by=caller_of(request))
    messages.success(request, _("It has been removed."))
    return redirect("meeting-minutes", meeting_pk)


@may(leads_meetings)
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the minutes to those who were invited; a second press does not send them twice."""
    meeting = get_object_or_404(Meeting, pk=pk)
    try:
        if request.POST.get("sent", "") != _version(meeting):
            raise ValidationError(_("The minutes have been sent already."))
        went = send_minutes(meeting, by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("meeting-minutes", pk)
    tell(request, [went])
    messages.success(request, _("The minutes have been sent."))
    return redirect("meeting", pk)


def _version(meeting: Meeting) -> str:
    """Which sending of the minutes the page knew of."""
    return meeting.minutes_sent_at.isoformat() if meeting.minutes_sent_at else ""


def _show(request: HttpRequest, meeting: Meeting, **tried: BaseForm) -> HttpResponse:
    caller = caller_of(request)
    forms: dict[str, Any] = {
        "minutes": MinutesForm(meeting=meeting, items=access.agenda_for(caller, meeting)),
        "attendance": AttendanceForm(meeting=meeting),
        "outcome": OutcomeForm(auto_id="outcome_%s"),
    }
    shown = {
        "meeting": meeting,
        "sent": _version(meeting),
        "mailed": standing(meeting),
        "outcomes": outcomes_of(caller, meeting, localdate()),
        "forms": forms | tried,
        "form": next(iter(tried.values()), None),
        "leads": True,
    }
    return render(request, "meetings/minutes.html", shown, status=422 if tried else 200)
