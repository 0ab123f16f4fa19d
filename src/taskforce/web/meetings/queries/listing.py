"""The meetings that somebody sees: those to come, and those that were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from taskforce.web.meetings.models import Invitee, Meeting
from taskforce.web.meetings.queries.access import meetings_for, own_invitation
from taskforce.web.people.caller import Caller


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting, with the reader's own invitation."""

    meeting: Meeting
    own: Invitee | None


def to_come(caller: Caller, at: datetime) -> list[Row]:
    """Those that are not over, the next one first."""
    found = meetings_for(caller).filter(ends_at__gt=at).order_by("starts_at", "pk")
    return [Row(one, own_invitation(caller, one)) for one in found]


def been(caller: Caller, at: datetime) -> list[Row]:
    """Those that are over, the latest first."""
    found = meetings_for(caller).filter(ends_at__lte=at)
    return [Row(one, own_invitation(caller, one)) for one in found]


def public_ones(at: datetime) -> tuple[list[Meeting], list[Meeting]]:
    """The meetings that everybody may know of: those to come, and the latest that were."""
    shown = Meeting.objects.filter(public=True)
    coming = shown.filter(ends_at__gt=at).order_by("starts_at", "pk")
    return list(coming), list(shown.filter(ends_at__lte=at, cancelled_at__isnull=True)[:10])
