"""Who holds which role now, who held it before, and who of them a caller may see."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Audience, Duty, Person

# A person's word that their details still hold is good for this long.
CONFIRMED_FOR = timedelta(days=180)


def held_on(on: date) -> Q:
    """A duty begins on its first day, and on its last day it is over."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def current(on: date) -> QuerySet[Duty]:
    """The duties that somebody holds on a day, with the person and the organisation."""
    named = Duty.objects.filter(held_on(on), person__isnull=False)
    return named.select_related("person", "organisation")


def may_see(caller: Caller, duty: Duty) -> bool:
    """Whether the one who holds the duty is named to the caller."""
    if duty.audience == Audience.EVERYONE:
        return True
    if duty.audience == Audience.OPERATORS and caller.held:
        return True
    return caller.sees(duty.place) or _is_own(caller, duty.person)


def sees_person(caller: Caller, person: Person, on: date) -> bool:
    """Whether the caller may see a person: for one of their duties, or as one of their own."""
    if caller.sees(person.place) or _is_own(caller, person):
        return True
    return any(may_see(caller, duty) for duty in current(on).filter(person=person))


def is_confirmed(person: Person, on: date) -> bool:
    """Whether the person has said, not too long ago, that the details hold."""
    return person.confirmed_on is not None and person.confirmed_on >= on - CONFIRMED_FOR


def _is_own(caller: Caller, person: Person | None) -> bool:
    return caller.signed_in and person is not None and person.account_id == caller.account_id
