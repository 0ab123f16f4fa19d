"""The public calendar: what happens when, as a page and for calendar programs."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taskforce.web.meetings.calendar import as_feed
from taskforce.web.meetings.queries.feed import organiser
from taskforce.web.news.forms.asking import AskedForm
from taskforce.web.news.queries.calendar import appointments, by_month, entries
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """New masts, finished roll-outs, agreements and public meetings, month by month."""
    form = AskedForm(request.GET)
    coming, been = entries(timezone.now(), form.asked().code)
    given = {
        "form": form,
        "code": form.asked().code,
        "coming": by_month(coming),
        "been": by_month(been),
        "subscribe": settings.SITE_URL + reverse("calendar-ics"),
    }
    return render(request, "news/calendar.html", given)


@may(everyone)
@require_safe
def as_ics(request: HttpRequest) -> HttpResponse:
    """The same as a calendar that programs subscribe to."""
    now = timezone.now()
    content = as_feed(
        appointments(now), name=_("Digital Taskforce"), organiser=organiser(), stamp=now
    )
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
