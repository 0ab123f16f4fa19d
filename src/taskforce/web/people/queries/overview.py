"""For each municipality: who coordinates, who stands in, when we last talked, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max

from taskforce.web.people.models import (
    Channel,
    ContactLog,
    Duty,
    DutyKind,
    Organisation,
    OrganisationKind,
)
from taskforce.web.people.queries.duties import current, is_confirmed


@dataclass(frozen=True, slots=True)
class MunicipalityPeople:
    """The people of one municipality and the talk with it, as a consultant sees them."""

    coordinator: str | None = None
    coordinator_since: date | None = None
    confirmed: bool = False
    deputies: tuple[str, ...] = ()
    last_contact: date | None = None
    next_step: str = ""
    next_step_on: date | None = None


def people_of_municipalities(on: date) -> dict[str, MunicipalityPeople]:
    """The people of every municipality by its code, also where nobody has been named yet."""
    kinds = (DutyKind.COORDINATOR, DutyKind.DEPUTY)
    duties: dict[int, list[Duty]] = {}
    for duty in current(on).filter(kind__in=kinds):
        duties.setdefault(duty.organisation_id, []).append(duty)
    steps = next_steps()
    places = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    talked = places.annotate(last_contact=Max("contact_log__held_on")).values_list(
        "pk", "code", "last_contact"
    )
    return {
        code: _of_one(duties.get(pk, []), last_contact, steps.get(pk), on)
        for pk, code, last_contact in talked
    }


def last_network_meeting() -> date | None:
    """The day of the latest meeting of all the municipalities."""
    meetings = ContactLog.objects.filter(channel=Channel.NETWORK_MEETING)
    latest: date | None = meetings.aggregate(day=Max("held_on"))["day"]
    return latest


def next_steps() -> dict[int, ContactLog]:
    """The nearest step that is still to be taken with each organisation, by its number."""
    open_steps = ContactLog.objects.filter(next_step_done=False).exclude(next_step="")
    steps: dict[int, ContactLog] = {}
    for entry in open_steps.order_by(F("next_step_on").asc(nulls_last=True), "-held_on"):
        steps.setdefault(entry.organisation_id, entry)
    return steps


def _of_one(
    duties: Iterable[Duty], last_contact: date | None, step: ContactLog | None, on: date
) -> MunicipalityPeople:
    coordinator = next((one for one in duties if one.kind == DutyKind.COORDINATOR), None)
    person = coordinator.person if coordinator else None
    return MunicipalityPeople(
        coordinator=person.name if person else None,
        coordinator_since=coordinator.since if coordinator else None,
        confirmed=person is not None and is_confirmed(person, on),
        deputies=tuple(
            one.person.name for one in duties if one.kind == DutyKind.DEPUTY and one.person
        ),
        last_contact=last_contact,
        next_step=step.next_step if step else "",
        next_step_on=step.next_step_on if step else None,
    )
