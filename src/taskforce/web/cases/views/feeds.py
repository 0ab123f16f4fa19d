"""The calendar of deadlines: a page to get its address, and the calendar itself."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taskforce.web.cases.actions.feeds import new_address, stop_feed
from taskforce.web.cases.calendar import as_ics
from taskforce.web.cases.queries.feed import days_of, feed_for, feed_of, token_of
from taskforce.web.cases.rules import members_of_cases
from taskforce.web.people.caller import caller_for, caller_of
from taskforce.web.people.rights import everyone, may


@may(members_of_cases)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The address of one's own calendar, and the days in it."""
    caller = caller_of(request)
    feed = feed_for(caller)
    days = sorted(days_of(caller, timezone.localdate()), key=lambda one: one.on)
    address = settings.SITE_URL + reverse("case-clocks-feed", args=[token_of(feed)]) if feed else ""
    return render(request, "cases/feed.html", {"address": address, "days": days})


@may(members_of_cases)
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Make an address, or a new one in place of the old."""
    new_address(by=caller_of(request))
    messages.success(request, _("Here is your new address. An earlier one no longer works."))
    return redirect("case-clocks")


@may(members_of_cases)
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Take the address away."""
    stop_feed(by=caller_of(request))
    messages.success(request, _("The calendar has been stopped; its address no longer works."))
    return redirect("case-clocks")


@may(everyone)
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar. Whoever has the address reads it, as calendar programs do."""
    found = feed_of(token)
    if found is None:
        raise Http404
    account = found.account
    with translation.override(account.language):
        days = days_of(caller_for(account), timezone.localdate())
        content = as_ics(days, name=_("Deadlines of cases"), stamp=timezone.now())
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
