"""Search among meetings, and find only what the caller may read."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate

from taskforce.vocabulary.places import plain
from taskforce.web.frame.found import Found
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.meetings.models import Meeting
from taskforce.web.meetings.queries.access import agenda_for, meetings_for
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The meetings that have all the words in their title, agenda, minutes or outcomes."""
    words = plain(text).split()
    if not words:
        return []
    hits = []
    for meeting in meetings_for(caller).prefetch_related("outcomes"):
        said = plain(_said(caller, meeting))
        if all(word in said for word in words):
            hits.append(_found(meeting))
    return hits[:_MOST]


def _said(caller: Caller, meeting: Meeting) -> str:
    # In Python, because a database does not know that Koege is Køge.
    items = (f"{one.title} {one.minutes}" for one in agenda_for(caller, meeting))
    outcomes = (one.text for one in meeting.outcomes.all())
    own = (meeting.title, meeting.location, meeting.about, meeting.minutes)
    return " ".join((*own, *items, *outcomes))


def _found(meeting: Meeting) -> Found:
    detail = f"{meeting.get_kind_display()}, {day(localdate(meeting.starts_at))}"
    return Found(meeting.title, detail, reverse("meeting", args=[meeting.pk]))
