"""Let nothing about people stay longer than it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.actions.personal_data import erase_invitation, erase_person
from taskforce.web.people.models import Invitation, Person

KEPT_AFTERWARDS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Removed:
    """How much was removed."""

    people: int
    invitations: int


def retention(*, on: date, by: Actor) -> Removed:
    """Erase people who left, and invitations used or expired, thirty days ago or more."""
    limit = on - KEPT_AFTERWARDS
    gone = list(Person.objects.filter(left_on__lte=limit))
    for person in gone:
        erase_person(person, by=by)
    over = Q(accepted_at__date__lte=limit) | Q(expires_at__date__lte=limit)
    done = list(Invitation.objects.filter(over))
    for invitation in done:
        erase_invitation(invitation, by=by)
    return Removed(len(gone), len(done))
