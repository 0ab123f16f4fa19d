"""Plan a meeting, once or again and again; change it; cancel it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.writing import add, change
from taskforce.web.meetings.actions.agenda import fill
from taskforce.web.meetings.actions.inviting import invite
from taskforce.web.meetings.models import Answer, Meeting, Series
from taskforce.web.meetings.queries.access import invited, leads
from taskforce.web.meetings.queries.inviting import Guest
from taskforce.web.people.caller import Caller

MOST_IN_A_SERIES = 24
# What stands in a calendar: when one of these changes, everybody gets a new version.
_TIMES = ("starts_at", "ends_at")
_IN_CALENDARS = ("title", "starts_at", "ends_at", "location", "online_url", "about")


@dataclass(frozen=True, slots=True)
class Repeats:
    """How a meeting comes again, as calendars write it, such as FREQ=MONTHLY;BYDAY=1TU."""

    rule: str
    times: int


def plan(
    facts: Mapping[str, Any],
    *,
    by: Caller,
    guests: Iterable[Guest] = (),
    repeats: Repeats | None = None,
) -> list[Meeting]:
    """Plan a meeting, invite to it and fill its agenda; a series gives one meeting for each day.

    Raises
    ------
    PermissionDenied
        The caller plans no meetings.
    ValidationError
        A value is missing or cannot be.
    """
    _must(by)
    everybody = list(guests)
    with transaction.atomic():
        series = add(Series(rule=_whole(repeats)), by=by) if repeats else None
        made = []
        for starts_at, ends_at in _times(facts, repeats):
            when = {**facts, "starts_at": starts_at, "ends_at": ends_at}
            meeting = add(Meeting(series=series, uid=_new_uid(), **when), by=by)
            invite(meeting, everybody, by=by)
            fill(meeting, by=by)
            made.append(meeting)
    return made


@transaction.atomic
def change_meeting(meeting: Meeting, new: Mapping[str, Any], *, by: Caller) -> bool:
    """Set some facts; a new time or place is a new version, which everybody is sent.

    Whoever had answered is asked again when the meeting is moved to another time.

    Raises
    ------
    ValidationError
        A value cannot be, or the meeting has been cancelled.
    """
    _must(by)
    _planned(meeting)
    moved = any(name in new and new[name] != getattr(meeting, name) for name in _IN_CALENDARS)
    if any(name in new and new[name] != getattr(meeting, name) for name in _TIMES):
        _ask_again(meeting, by=by)
    sequence = meeting.sequence + 1 if moved else meeting.sequence
    return change(meeting, {**new, "sequence": sequence}, by=by)


@transaction.atomic
def cancel(meeting: Meeting, *, by: Caller) -> bool:
    """Call it off; everybody is told.

    Raises
    ------
    ValidationError
        It has been held or cancelled already.
    """
    _must(by)
    _planned(meeting)
    new = {"cancelled_at": timezone.now(), "sequence": meeting.sequence + 1}
    return change(meeting, new, by=by, what="meeting.cancelled")


def _ask_again(meeting: Meeting, *, by: Caller) -> None:
    for one in invited(meeting).exclude(answer=Answer.NONE):
        change(one, {"answer": Answer.NONE, "substitute": ""}, by=by, what="invitee.asked_again")


def _times(facts: Mapping[str, Any], repeats: Repeats | None) -> list[tuple[datetime, datetime]]:
    starts_at, ends_at = facts["starts_at"], facts["ends_at"]
    if repeats is None:
        return [(starts_at, ends_at)]
    if not 1 < repeats.times <= MOST_IN_A_SERIES:
        told = {"most": MOST_IN_A_SERIES}
        raise ValidationError(_("Choose from 2 to %(most)s times.") % told)
    # By the clock on the wall: ten o'clock stays ten o'clock when summer time begins.
    zone = timezone.get_current_timezone()
    wall = starts_at.astimezone(zone).replace(tzinfo=None)
    length = ends_at - starts_at
    days = rrulestr(_whole(repeats), dtstart=wall)
    begun = (day.replace(tzinfo=zone) for day in days)
    return [(one, one + length) for one in begun]


def _whole(repeats: Repeats) -> str:
    return f"{repeats.rule};COUNT={repeats.times}"


def _new_uid() -> str:
    return f"{secrets.token_hex(12)}@digital-taskforce"


def _planned(meeting: Meeting) -> None:
    if not meeting.is_planned:
        raise ValidationError(_("The meeting has been held or cancelled."))


def _must(by: Caller) -> None:
    if not leads(by):
        raise PermissionDenied
