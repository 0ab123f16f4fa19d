"""Take in many contacts at once, for municipalities that have not entered them themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.actions.duties import start_duty
from taskforce.web.people.actions.persons import add_person
from taskforce.web.people.models import Person
from taskforce.web.people.queries.entered import Entered


@transaction.atomic
def take_in_contacts(entered: Sequence[Entered], *, source: str, on: date, by: Actor) -> int:
    """Take in all of them or none; each is marked until its municipality has confirmed it.

    Raises
    ------
    ValidationError
        One of them cannot be taken in, so none was.
    """
    for one in entered:
        person = _person(one, source=source, by=by)
        start_duty(person, one.kind, since=on, source=source, on_behalf=True, by=by)
    return len(entered)


def _person(one: Entered, *, source: str, by: Actor) -> Person:
    """The same name in the same municipality is the same person, with one more role."""
    here = one.organisation.people.filter(left_on__isnull=True, name__iexact=one.name)
    facts = {"email": one.email, "phone": one.phone, "source": source}
    return here.first() or add_person(one.organisation, name=one.name, by=by, **facts)
