"""What awaits a caller because of meetings: an answer, minutes, and what was agreed there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.frame.awaiting import Awaiting, by_urgency
from taskforce.web.meetings.models import Answer, Meeting, Outcome
from taskforce.web.meetings.queries.access import leads, meetings_for, own_invitation
from taskforce.web.people.caller import Caller

# The minutes are expected so soon after a meeting.
_MINUTES_WITHIN = timedelta(days=7)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """What the caller has to answer, write or do."""
    now = timezone.now()
    found = [*_answers(caller, now, on), *_actions(caller, on)]
    if leads(caller):
        found += _minutes(now, on)
    return by_urgency(found)


def _answers(caller: Caller, now: datetime, on: date) -> Iterator[Awaiting]:
    coming = meetings_for(caller).filter(starts_at__gt=now, cancelled_at__isnull=True)
    for meeting in coming:
        own = own_invitation(caller, meeting)
        if own is not None and own.answer == Answer.NONE:
            words = gettext("Answer the invitation to “%(meeting)s”") % {"meeting": meeting}
            yield _awaiting(meeting, words, localdate(meeting.starts_at), on)


def _minutes(now: datetime, on: date) -> Iterator[Awaiting]:
    over = Meeting.objects.filter(
        ends_at__lte=now, minutes_sent_at__isnull=True, cancelled_at__isnull=True
    )
    for meeting in over:
        words = gettext("Write and send the minutes of “%(meeting)s”") % {"meeting": meeting}
        yield _awaiting(meeting, words, localdate(meeting.ends_at) + _MINUTES_WITHIN, on)


def _actions(caller: Caller, on: date) -> Iterator[Awaiting]:
    """What a municipality does has become its commitment, and awaits it there."""
    waiting = Outcome.objects.filter(
        kind="action", commitment__isnull=True, done_on__isnull=True
    ).select_related("meeting")
    mine = waiting.filter(owner__in=organisations(caller))
    if caller.is_consultant:
        mine = mine | waiting.filter(owner__isnull=True)
    for one in mine.filter(meeting__in=meetings_for(caller)):
        words = gettext("%(what)s (agreed at “%(meeting)s”)")
        told = words % {"what": one.text, "meeting": one.meeting}
        yield _awaiting(one.meeting, told, one.due or on, on)


def _awaiting(meeting: Meeting, words: str, due: date, on: date) -> Awaiting:
    place = meeting.municipality.name if meeting.municipality else gettext("The whole region")
    return Awaiting(words, place, reverse("meeting", args=[meeting.pk]), due, due < on)
