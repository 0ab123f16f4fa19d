"""Whose mail with the minutes is due, and how many have gone."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from taskforce.web.meetings.models import Invitee, Meeting
from taskforce.web.meetings.queries.access import invited

# After so many tries somebody has to look at the mail server.
MOST_TRIES = 8
_NOT_YET = Q(minutes_mailed_at__isnull=True) | Q(
    minutes_mailed_at__lt=F("meeting__minutes_sent_at")
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the minutes have come: guests who got them, who wait, and who cannot be reached."""

    sent: int
    waiting: int
    lost: int


def due_minutes(meeting: Meeting | None = None) -> QuerySet[Invitee]:
    """The guests who are to get the minutes, and have not got their newest version."""
    due = Invitee.objects.filter(
        _NOT_YET,
        removed_at__isnull=True,
        meeting__minutes_sent_at__isnull=False,
        minutes_tries__lt=MOST_TRIES,
    )
    if meeting is not None:
        due = due.filter(meeting=meeting)
    return due.select_related("meeting", "organisation", "account", "person")


def standing(meeting: Meeting) -> Standing | None:
    """How far the minutes have come; None before anybody sent them."""
    if meeting.minutes_sent_at is None:
        return None
    waiting = sum(bool(one.email) for one in due_minutes(meeting))
    everybody = invited(meeting)
    sent = everybody.filter(minutes_mailed_at__gte=meeting.minutes_sent_at).count()
    return Standing(sent, waiting, everybody.count() - sent - waiting)
