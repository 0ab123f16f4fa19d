"""Whom do I ask about this, at that place? For citizens, operators, and the software itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.report.bundle import Bundle
from taskforce.web.people.borders import Found, locate
from taskforce.web.people.caller import NOBODY, Caller
from taskforce.web.people.models import DutyKind, Organisation, OrganisationKind
from taskforce.web.people.public import (
    Kinds,
    PublicPerson,
    SharedAddress,
    first_address,
    first_person,
    taskforce_address,
)

# The state's roads are run by this body; it answers for them, wherever they lie.
STATE_ROADS = "Vejdirektoratet"


class Subject(models.TextChoices):
    """What somebody can ask about."""

    INTERNET = "internet", _("Internet and mobile coverage")
    DIGGING = "digging", _("Digging in a road")
    MASTS = "masts", _("Masts")
    BUILDING = "building", _("Building permit")
    PROPERTY = "property", _("Public land and buildings")
    IT = "it", _("IT and digitalisation")
    BUSINESS = "business", _("Business")


_ENTRY: Kinds = (DutyKind.COORDINATOR, DutyKind.DEPUTY, DutyKind.CONTACT)
_SPECIALISTS: dict[Subject, Kinds] = {
    Subject.INTERNET: (DutyKind.COORDINATOR, DutyKind.DEPUTY),
    Subject.DIGGING: (DutyKind.ROAD,),
    Subject.MASTS: (DutyKind.BUILDING, DutyKind.PLANNING),
    Subject.BUILDING: (DutyKind.BUILDING,),
    Subject.PROPERTY: (DutyKind.PROPERTY,),
    Subject.IT: (DutyKind.IT,),
    Subject.BUSINESS: (DutyKind.BUSINESS,),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality by its code, a point in degrees, or both as an address has them."""

    code: str = ""
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True)
class Whom:
    """One organisation to ask, as far as the one who asks may see; `general`: no specialist."""

    organisation: str
    code: str
    slug: str
    person: PublicPerson | None
    address: SharedAddress | None
    general: bool

    @property
    def named(self) -> bool:
        return self.person is not None or self.address is not None


@dataclass(frozen=True, slots=True)
class Routed:
    """The answer: the municipality first, then those across a border close by."""

    subject: Subject
    whom: tuple[Whom, ...]
    road_owner: Whom | None
    taskforce: SharedAddress | None
    outside: bool = False

    @property
    def near_border(self) -> bool:
        return len(self.whom) > 1


def place_of_address(bundle: Bundle, address_id: str) -> Place | None:
    """Where an address lies; None when nobody knows the address."""
    found = bundle.address(address_id)
    if found is None:
        return None
    return Place(found.address.municipality, found.longitude, found.latitude)


def ask(
    subject: Subject,
    place: Place,
    *,
    bundle: Bundle | None = None,
    state_road: bool = False,
    caller: Caller = NOBODY,
) -> Routed:
    """Whom to ask about a subject at a place.

    A point is looked up among the outlines of the bundle. Outside all of them nobody is named,
    but an address keeps the municipality that its register gives it.
    """
    today = localdate()
    found = _located(place, bundle)
    codes = _codes(place, found)
    asks_road = state_road and subject == Subject.DIGGING
    return Routed(
        subject=subject,
        whom=tuple(_whom(_municipality(code), code, subject, caller, today) for code in codes),
        road_owner=_road_owner(subject, caller, today) if asks_road else None,
        taskforce=taskforce_address(),
        outside=found is not None and not codes,
    )


def _located(place: Place, bundle: Bundle | None) -> Found | None:
    if bundle is None or place.longitude is None or place.latitude is None:
        return None
    return locate(bundle, place.longitude, place.latitude)


def _codes(place: Place, found: Found | None) -> tuple[str, ...]:
    """The municipality of the place, and then those close by."""
    own = place.code or (found.code if found else "")
    near = found.near if found and own else ()
    return tuple(dict.fromkeys(code for code in (own, *near) if code))


def _municipality(code: str) -> Organisation | None:
    return Organisation.objects.filter(code=code).first()


def _whom(
    organisation: Organisation | None, code: str, subject: Subject, caller: Caller, on: date
) -> Whom:
    kinds = _SPECIALISTS[subject]
    person = first_person(organisation, kinds, caller, on)
    address = first_address(organisation, kinds)
    general = person is None and address is None
    return Whom(
        organisation=organisation.name if organisation else code,
        code=code,
        slug=organisation.slug if organisation else "",
        person=first_person(organisation, _ENTRY, caller, on) if general else person,
        address=first_address(organisation, _ENTRY) if general else address,
        general=general and subject != Subject.INTERNET,
    )


def _road_owner(subject: Subject, caller: Caller, on: date) -> Whom:
    state = Organisation.objects.filter(kind=OrganisationKind.STATE, name=STATE_ROADS).first()
    if state is None:
        return Whom(STATE_ROADS, "", "", None, None, general=False)
    return _whom(state, "", subject, caller, on)
