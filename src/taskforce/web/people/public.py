"""What everybody may know: whom to turn to in a municipality, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.timezone import localdate

from taskforce.web.people.caller import NOBODY, Caller
from taskforce.web.people.models import (
    Duty,
    DutyKind,
    Organisation,
    OrganisationKind,
    RoleAddress,
)
from taskforce.web.people.queries.duties import current, is_confirmed, may_see

Kinds = tuple[DutyKind, ...]
_ENTRY: Kinds = (DutyKind.COORDINATOR, DutyKind.DEPUTY)
_SHARED: Kinds = (DutyKind.COORDINATOR, DutyKind.CONTACT)


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody who may be named to the reader; unconfirmed when their word is too old."""

    name: str
    role: str
    email: str
    phone: str
    confirmed: bool
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class SharedAddress:
    """A mailbox, a number or a page that names nobody."""

    role: str
    email: str
    phone: str
    website: str


@dataclass(frozen=True, slots=True)
class PointOfEntry:
    """Whom to turn to in a municipality; the taskforce itself where nobody is named."""

    person: PublicPerson | None
    address: SharedAddress | None
    taskforce: SharedAddress | None

    @property
    def named(self) -> bool:
        return self.person is not None or self.address is not None


def point_of_entry(code: str) -> PointOfEntry:
    """Whom everybody may turn to in the municipality of this code."""
    municipality = Organisation.objects.filter(code=code).first() if code else None
    today = localdate()
    return PointOfEntry(
        person=first_person(municipality, _ENTRY, NOBODY, today),
        address=first_address(municipality, _SHARED),
        taskforce=taskforce_address(),
    )


def taskforce_address() -> SharedAddress | None:
    """How the taskforce itself is reached: by the region's shared address, or the site's own."""
    region = Organisation.objects.filter(kind=OrganisationKind.REGION).first()
    email, phone = settings.CONTACT_EMAIL, settings.CONTACT_PHONE
    own = SharedAddress("", email, phone, "") if email or phone else None
    return first_address(region, _SHARED) or own


def first_person(
    organisation: Organisation | None, kinds: Kinds, caller: Caller, on: date
) -> PublicPerson | None:
    """The first of the kinds of role whose holder may be named to the caller."""
    if organisation is None:
        return None
    held = current(on).filter(organisation=organisation, kind__in=kinds)
    shown = (duty for duty in _in_order(held, kinds) if may_see(caller, duty))
    return next((_person(duty, on) for duty in shown), None)


def first_address(organisation: Organisation | None, kinds: Kinds) -> SharedAddress | None:
    """The shared address of the first of the kinds of role that has one."""
    if organisation is None:
        return None
    known = organisation.role_addresses.filter(kind__in=kinds)
    for one in sorted(known, key=lambda one: kinds.index(DutyKind(one.kind))):
        return _shared(one)
    return None


def _in_order(held: Iterable[Duty], kinds: Kinds) -> list[Duty]:
    return sorted(held, key=lambda duty: (kinds.index(DutyKind(duty.kind)), duty.since))


def _person(duty: Duty, on: date) -> PublicPerson | None:
    person = duty.person
    if person is None:
        return None
    return PublicPerson(
        name=person.name,
        role=str(duty.get_kind_display()),
        email=person.email,
        phone=person.phone,
        confirmed=is_confirmed(person, on),
        confirmed_on=person.confirmed_on,
    )


def _shared(one: RoleAddress) -> SharedAddress:
    return SharedAddress(str(one.get_kind_display()), one.email, one.phone, one.website)
