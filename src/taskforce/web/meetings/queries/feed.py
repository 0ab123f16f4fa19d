"""Whose calendar of meetings an address opens, and which meetings stand in it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

from taskforce.web.meetings.calendar import Appointment
from taskforce.web.meetings.models import Answer, Meeting, MeetingFeed
from taskforce.web.meetings.queries.access import meetings_for, own_invitation
from taskforce.web.people.caller import Caller

_SALT = "meetings.feed"
# A calendar need not go further back.
_BACK = timedelta(days=183)


def organiser() -> str:
    """The mail address that calendars show as the one who invites."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip("> ")


def token_of(feed: MeetingFeed) -> str:
    """What stands in the address; nobody else can make it, and a new number ends it."""
    return signing.dumps([feed.account_id, feed.number], salt=_SALT)


def feed_for(caller: Caller) -> MeetingFeed | None:
    """The feed of somebody who has made one."""
    return MeetingFeed.objects.filter(account_id=caller.account_id or 0).first()


def feed_of(token: str) -> MeetingFeed | None:
    """The feed that an address opens, or None for an address that is worth nothing."""
    try:
        account_id, number = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    found = MeetingFeed.objects.filter(
        account_id=account_id, number=number, account__is_active=True
    )
    return found.select_related("account").first()


def appointments_of(caller: Caller, at: datetime) -> list[Appointment]:
    """The meetings that the caller is invited to and has not declined; the taskforce's are all."""
    found = meetings_for(caller).filter(ends_at__gt=at - _BACK).order_by("starts_at", "pk")
    return [appointment(one) for one in found if _goes(caller, one)]


def appointment(meeting: Meeting, *, page: str = "meeting") -> Appointment:
    """One meeting as a calendar shows it."""
    path = settings.SITE_URL + reverse(page, args=[meeting.pk])
    about = meeting.public_text if page == "public-meeting" else meeting.about
    online = "" if page == "public-meeting" else meeting.online_url
    return Appointment(
        uid=meeting.uid,
        sequence=meeting.sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        title=meeting.title,
        location=meeting.location,
        about="\n\n".join(part for part in (about, online, path) if part),
        url=path,
        cancelled=meeting.cancelled_at is not None,
    )


def _goes(caller: Caller, meeting: Meeting) -> bool:
    own = own_invitation(caller, meeting)
    return caller.is_consultant or own is None or own.answer != Answer.NO
