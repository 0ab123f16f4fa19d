"""Invite people to a meeting, take an invitation back, and answer it."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.writing import add, change
from taskforce.web.meetings.models import Answer, Invitee, Meeting
from taskforce.web.meetings.queries.access import invited, leads, own_invitation
from taskforce.web.meetings.queries.inviting import Guest
from taskforce.web.people.caller import Caller


@transaction.atomic
def invite(meeting: Meeting, guests: Iterable[Guest], *, by: Caller) -> list[Invitee]:
    """Invite those who are not invited yet.

    Raises
    ------
    ValidationError
        The meeting has been held or cancelled.
    """
    _must(leads(by))
    if not meeting.is_planned:
        raise ValidationError(_("The meeting has been held or cancelled."))
    accounts = set(invited(meeting).values_list("account", flat=True))
    people = set(invited(meeting).values_list("person", flat=True))
    made = []
    for guest in guests:
        account, person = guest.account, guest.person
        if account is not None and account.pk in accounts:
            continue
        if account is None and (person is None or person.pk in people):
            continue
        made.append(_invited(meeting, guest, by=by))
    return made


def _invited(meeting: Meeting, guest: Guest, *, by: Caller) -> Invitee:
    row = Invitee(
        meeting=meeting,
        organisation=guest.organisation,
        account=guest.account,
        person=guest.person,
    )
    return add(row, by=by)


def withdraw(invitee: Invitee, *, by: Caller) -> bool:
    """Take an invitation back; a mail takes the meeting out of their calendar.

    Raises
    ------
    ValidationError
        The meeting has been held or cancelled: who was invited stays on record.
    """
    _must(leads(by))
    if not invitee.meeting.is_planned:
        raise ValidationError(_("The meeting has been held or cancelled."))
    if invitee.removed_at is not None:
        return False
    return change(invitee, {"removed_at": timezone.now()}, by=by, what="invitee.withdrawn")


def answer(meeting: Meeting, said: Answer, *, by: Caller, substitute: str = "") -> bool:
    """Say whether one comes, or who comes instead.

    Raises
    ------
    PermissionDenied
        The caller is not invited.
    ValidationError
        The meeting is over or cancelled, or nobody is named who comes instead.
    """
    own = own_invitation(by, meeting)
    if own is None:
        raise PermissionDenied
    if not meeting.is_planned or meeting.has_begun:
        raise ValidationError(_("The meeting has begun, is over, or was cancelled."))
    name = substitute.strip() if said == Answer.SUBSTITUTE else ""
    if said == Answer.SUBSTITUTE and not name:
        raise ValidationError({"substitute": _("Write who comes instead.")})
    return change(own, {"answer": said, "substitute": name}, by=by, what="invitee.answered")


def _must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
