"""What awaits a caller in the register: to confirm, to follow up, to name somebody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import (
    ContactLog,
    DutyKind,
    Organisation,
    OrganisationKind,
    Person,
)
from taskforce.web.people.queries.duties import CONFIRMED_FOR, current

# A step is shown this long before its day.
_AHEAD = timedelta(days=14)


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """Everything in the register that waits for the caller to do something."""
    kept = [one for one in Organisation.objects.all() if caller.keeps(one.place)]
    waiting = [*_entered_for(caller, kept, on), *_unconfirmed(kept, on), *_doubted(kept)]
    if caller.is_consultant:
        waiting += [*_next_steps(on), *_nobody_named(on)]
    return waiting


def without_coordinator(on: date) -> QuerySet[Organisation]:
    """The municipalities in which nobody coordinates."""
    named = current(on).filter(kind=DutyKind.COORDINATOR).values("organisation")
    return Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).exclude(pk__in=named)


def unconfirmed(on: date) -> QuerySet[Person]:
    """People with a role whose word is too old, or has never been given."""
    old = Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=on - CONFIRMED_FOR)
    return Person.objects.filter(old, left_on__isnull=True, pk__in=current(on).values("person"))


def _entered_for(caller: Caller, kept: list[Organisation], on: date) -> Iterable[Awaiting]:
    """What the taskforce entered for the caller's own organisation."""
    own = {held.organisation_id for held in caller.held}
    for one in (one for one in kept if one.pk in own):
        number = current(on).filter(on_behalf=True, organisation=one).count()
        if number:
            words = ngettext(
                "The taskforce has entered %(count)s contact for you. Confirm it.",
                "The taskforce has entered %(count)s contacts for you. Confirm them.",
                number,
            )
            yield Awaiting(words % {"count": number}, one.name, _path(one), None, False)


def _unconfirmed(kept: list[Organisation], on: date) -> Iterable[Awaiting]:
    """One line for each organisation, due when the first word in it grew too old."""
    people: dict[int, list[Person]] = {}
    for person in unconfirmed(on):
        people.setdefault(person.organisation_id, []).append(person)
    for one in (one for one in kept if one.pk in people):
        number = len(people[one.pk])
        words = ngettext(
            "%(count)s contact has not been confirmed for half a year.",
            "%(count)s contacts have not been confirmed for half a year.",
            number,
        )
        days = [who.confirmed_on + CONFIRMED_FOR for who in people[one.pk] if who.confirmed_on]
        due = min(days, default=None)
        yield Awaiting(words % {"count": number}, one.name, _path(one), due, due is not None)


def _doubted(kept: list[Organisation]) -> Iterable[Awaiting]:
    """People who have answered that their details are wrong, or that they have left."""
    told = Person.objects.filter(doubted_on__isnull=False, left_on__isnull=True)
    for person in told.filter(organisation__in=kept).select_related("organisation"):
        words = gettext("%(name)s says that the contact details no longer hold.")
        yield Awaiting(
            words % {"name": person.name},
            person.organisation.name,
            _path(person.organisation),
            person.doubted_on,
            False,
        )


def _next_steps(on: date) -> Iterable[Awaiting]:
    soon = ContactLog.objects.filter(next_step_done=False, next_step_on__lte=on + _AHEAD)
    for entry in soon.select_related("organisation"):
        late = entry.next_step_on is not None and entry.next_step_on < on
        path = _path(entry.organisation)
        yield Awaiting(entry.next_step, entry.organisation.name, path, entry.next_step_on, late)


def _nobody_named(on: date) -> Iterable[Awaiting]:
    number = without_coordinator(on).count()
    if number:
        words = ngettext(
            "%(count)s municipality has no coordinator.",
            "%(count)s municipalities have no coordinator.",
            number,
        )
        path = reverse("organisations") + "?lacks=coordinator"
        yield Awaiting(words % {"count": number}, "", path, None, False)


def _path(organisation: Organisation) -> str:
    return reverse("organisation", args=[organisation.pk])
