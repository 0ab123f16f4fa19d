"""What a person leaves behind: roles, open promises, next steps, contacts and notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from taskforce.web.commitments.models import OPEN_STATES, Commitment, Milestone
from taskforce.web.notes.models import Note
from taskforce.web.notes.queries import notes_in
from taskforce.web.people.models import ContactLog, Duty, Person

_CONTACTS = 50


@dataclass(frozen=True, slots=True)
class HandOver:
    """Everything that the next one needs to know."""

    person: Person
    duties: list[Duty]
    commitments: list[Commitment]
    milestones: list[Milestone]
    next_steps: list[ContactLog]
    contacts: list[ContactLog]
    notes: list[Note]


def hand_over(person: Person, on: date) -> HandOver:
    """The pack of one person; contacts and notes are those of the whole organisation."""
    mine = Commitment.objects.filter(owner=person, state__in=OPEN_STATES)
    milestones = Milestone.objects.filter(commitment__in=mine, done_on__isnull=True)
    contacts = ContactLog.objects.filter(organisation=person.organisation)
    not_over = Q(until__isnull=True) | Q(until__gt=on)
    return HandOver(
        person=person,
        duties=list(person.duties.filter(not_over)),
        commitments=list(mine.select_related("municipality", "goal").order_by("due", "pk")),
        milestones=list(milestones.select_related("commitment")),
        next_steps=list(
            contacts.filter(next_step_done=False).exclude(next_step="").order_by("next_step_on")
        ),
        contacts=list(contacts[:_CONTACTS]),
        notes=list(notes_in([person.place])),
    )
