"""Keep the people that others can turn to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.actions.accounts import set_active
from taskforce.web.people.actions.duties import end_duty
from taskforce.web.people.models import Organisation, Person


def add_person(organisation: Organisation, *, name: str, by: Actor, **facts: str) -> Person:
    """Take somebody into the register of their organisation."""
    return add(Person(organisation=organisation, name=name, **facts), by=by)


def change_person(person: Person, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Mend somebody's details; what the person said was wrong counts as mended."""
    return change(person, {**new, "doubted_on": None}, by=by)


@transaction.atomic
def person_left(person: Person, *, on: date, by: Actor) -> None:
    """Somebody leaves: every duty ends, the account is closed, and the details go in time."""
    for duty in person.duties.filter(until__isnull=True):
        end_duty(duty, on=max(on, duty.since), by=by)
    if person.account is not None:
        set_active(person.account, active=False, by=by)
    gone = {"left_on": on, "asked_on": None, "doubted_on": None}
    change(person, gone, by=by, what="person.left")
