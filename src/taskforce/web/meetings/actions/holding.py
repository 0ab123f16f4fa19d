"""Write down what happened at a meeting: who came, what was said, decided and is to be done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.meetings.models import AgendaItem, Invitee, Meeting, MeetingKind, Outcome
from taskforce.web.meetings.queries.access import invited, leads
from taskforce.web.people.actions.contact_log import log_contact
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Channel

_CHANNELS = {MeetingKind.NETWORK: Channel.NETWORK_MEETING, MeetingKind.VISIT: Channel.VISIT}


@transaction.atomic
def write_minutes(
    meeting: Meeting,
    general: str | None = None,
    *,
    by: Caller,
    items: Mapping[AgendaItem, str] | None = None,
) -> None:
    """Save the minutes as they are now; they can be saved as often as one likes.

    What is not given stays as it is, so that two who write under different items do not
    overwrite each other.
    """
    _must(leads(by) and meeting.cancelled_at is None)
    if general is not None and general != meeting.minutes:
        change(meeting, {"minutes": general}, by=by, what="meeting.minutes")
    for item, text in (items or {}).items():
        if text != item.minutes:
            change(item, {"minutes": text}, by=by, what="agendaitem.minutes")


@transaction.atomic
def hold(meeting: Meeting, came: Collection[Invitee], *, by: Caller) -> None:
    """Write down who came; each organisation's log of contacts is told of the meeting once.

    Raises
    ------
    ValidationError
        The meeting has not begun, or has been cancelled.
    """
    _must(leads(by))
    if meeting.cancelled_at is not None or not meeting.has_begun:
        raise ValidationError(_("Who came is written down once the meeting has begun."))
    known = set(_present(meeting))
    for one in invited(meeting):
        change(one, {"attended": one in came}, by=by, what="invitee.attended")
    _log(meeting, known, by=by)
    if meeting.held_at is None:
        change(meeting, {"held_at": timezone.now()}, by=by, what="meeting.held")


@transaction.atomic
def add_outcome(meeting: Meeting, facts: Mapping[str, Any], *, by: Caller) -> Outcome:
    """Write down a decision or an action; what a municipality does becomes its commitment."""
    _must(leads(by) and meeting.cancelled_at is None)
    outcome = add(Outcome(meeting=meeting, **facts), by=by)
    owner = outcome.owner
    if outcome.is_action and owner is not None and owner.is_municipality:
        told = _("Agreed at the meeting “%(meeting)s” on %(day)s.") % {
            "meeting": meeting.title,
            "day": localdate(meeting.starts_at).isoformat(),
        }
        new = {"title": outcome.text, "due": outcome.due, "description": told}
        commitment = add_commitment(owner, new, by=by, on_behalf=True)
        change(outcome, {"commitment": commitment}, by=by, what="outcome.committed")
    return outcome


def remove_outcome(outcome: Outcome, *, by: Caller) -> None:
    """Take a slip of the pen away; a commitment that came of it stays with the municipality."""
    _must(leads(by) and outcome.meeting.minutes_sent_at is None)
    remove(outcome, by=by)


def finish_outcome(outcome: Outcome, *, on: date, by: Caller) -> bool:
    """Say that an action has been done; its owner and the taskforce may."""
    _must(leads(by) or outcome.owner_id in organisations(by))
    _must(outcome.is_action and outcome.commitment is None)
    return change(outcome, {"done_on": on}, by=by, what="outcome.done")


def _present(meeting: Meeting) -> list[int]:
    rows = invited(meeting).filter(attended=True, organisation__isnull=False)
    return [one.organisation_id for one in rows if one.organisation_id is not None]


def _log(meeting: Meeting, known: set[int], *, by: Caller) -> None:
    new = {
        one.organisation_id: one.organisation
        for one in invited(meeting).filter(attended=True, organisation__isnull=False)
        if one.organisation_id not in known
    }
    with override("da"):
        summary = _("Meeting: %(meeting)s") % {"meeting": meeting.title}
    for organisation in new.values():
        if organisation is not None:
            log_contact(
                organisation,
                by=by,
                held_on=localdate(meeting.starts_at),
                channel=_CHANNELS.get(MeetingKind(meeting.kind), Channel.MEETING),
                summary=summary,
            )


def _must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
