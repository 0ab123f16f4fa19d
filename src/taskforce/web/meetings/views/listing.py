"""The meetings one sees, those that everybody may know of, and the calendar of them."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taskforce.web.meetings.actions.feeds import new_address, stop_feed
from taskforce.web.meetings.calendar import as_feed
from taskforce.web.meetings.models import Meeting
from taskforce.web.meetings.queries.access import leads
from taskforce.web.meetings.queries.feed import (
    appointment,
    appointments_of,
    feed_for,
    feed_of,
    organiser,
    token_of,
)
from taskforce.web.meetings.queries.listing import been, public_ones, to_come
from taskforce.web.meetings.rules import members_of_meetings
from taskforce.web.people.caller import caller_for, caller_of
from taskforce.web.people.rights import everyone, may

_CALENDAR = "text/calendar; charset=utf-8"


@may(members_of_meetings)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The meetings that the reader is invited to; the taskforce sees all."""
    caller, now = caller_of(request), timezone.now()
    feed = feed_for(caller)
    address = settings.SITE_URL + reverse("meetings-feed", args=[token_of(feed)]) if feed else ""
    shown = {
        "coming": to_come(caller, now),
        "been": been(caller, now),
        "leads": leads(caller),
        "address": address,
    }
    return render(request, "meetings/listing.html", shown)


@may(members_of_meetings)
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Make an address of the calendar, or a new one in place of the old."""
    new_address(by=caller_of(request))
    messages.success(request, _("Here is your new address. An earlier one no longer works."))
    return redirect("meetings")


@may(members_of_meetings)
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Take the address away."""
    stop_feed(by=caller_of(request))
    messages.success(request, _("The calendar has been stopped; its address no longer works."))
    return redirect("meetings")


@may(everyone)
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar. Whoever has the address reads it, as calendar programs do."""
    found = feed_of(token)
    if found is None:
        raise Http404
    now = timezone.now()
    with translation.override(found.account.language):
        every = appointments_of(caller_for(found.account), now)
        content = as_feed(
            every, name=_("Meetings of the taskforce"), organiser=organiser(), stamp=now
        )
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type=_CALENDAR, headers=headers)


@may(everyone)
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """The meetings that are meant for everybody."""
    coming, past = public_ones(timezone.now())
    return render(request, "meetings/public.html", {"coming": coming, "been": past})


@may(everyone)
@require_safe
def public_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: when, where, and what everybody may read."""
    meeting = get_object_or_404(Meeting, pk=pk, public=True)
    return render(request, "meetings/public_one.html", {"meeting": meeting})


@may(everyone)
@require_safe
def public_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for a calendar."""
    meeting = get_object_or_404(Meeting, pk=pk, public=True)
    one = appointment(meeting, page="public-meeting")
    now = timezone.now()
    return _file(as_feed([one], name=meeting.title, organiser=organiser(), stamp=now))


def _file(content: bytes) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="meeting.ics"'}
    return HttpResponse(content, content_type=_CALENDAR, headers=headers)
