"""Ask the owners of materials whether what they wrote still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.library.models import Material
from taskforce.web.library.queries.awaiting import due_soon
from taskforce.web.people.letters import send_letter
from taskforce.web.people.models import Account


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many owners were written to, and how many mails could not be sent."""

    sent: int
    failed: int


def remind_owners(*, on: date, by: Actor) -> Reminded:
    """One mail to each owner about all that is due within a month; about each material once."""
    due = due_soon(on).filter(reminded_on__isnull=True, owner__is_active=True)
    by_owner: dict[Account, list[Material]] = {}
    for one in due.select_related("owner"):
        if one.owner is not None:
            by_owner.setdefault(one.owner, []).append(one)
    went = [_remind(owner, found, on=on, by=by) for owner, found in by_owner.items()]
    return Reminded(went.count(True), went.count(False))


def _remind(owner: Account, due: list[Material], *, on: date, by: Actor) -> bool:
    # Written down first and sent last: when the mail fails, nobody has been reminded.
    try:
        with transaction.atomic():
            for one in due:
                change(one, {"reminded_on": on}, by=by, what="material.reminded")
            _send(owner, due, on=on)
    except (SMTPException, OSError):
        return False
    return True


def _send(owner: Account, due: list[Material], *, on: date) -> None:
    with translation.override(owner.language):
        told = [
            {
                "title": one.title,
                "day": one.expires_on,
                "expired": one.is_expired(on),
                "link": settings.SITE_URL + reverse("material-change", args=[one.pk]),
            }
            for one in due
        ]
    send_letter("library/mails/reminder", owner.email, language=owner.language, told={"due": told})
