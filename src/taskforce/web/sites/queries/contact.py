"""Whom to ask about a site: the person or mailbox of the role, as far as the caller may know."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localdate

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import DutyKind
from taskforce.web.people.public import (
    PublicPerson,
    SharedAddress,
    first_address,
    first_person,
    taskforce_address,
)
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.visible import visible_fields

_AFTER = (DutyKind.PROPERTY, DutyKind.COORDINATOR, DutyKind.DEPUTY, DutyKind.CONTACT)


@dataclass(frozen=True, slots=True)
class Contact:
    """How the owner is reached; the taskforce itself where nobody is named."""

    owner: str
    website: str
    person: PublicPerson | None
    address: SharedAddress | None
    taskforce: SharedAddress | None

    @property
    def named(self) -> bool:
        return bool(self.person or self.address or self.website)


def contact(caller: Caller, site: Site) -> Contact | None:
    """Whom to ask; None where the owner does not show it to the caller."""
    if "contact" not in visible_fields(caller, site):
        return None
    person, address = _of((DutyKind(site.contact),), caller, site)
    if not person and not address:
        person, address = _of(_AFTER, caller, site)
    return Contact(site.owner.name, site.owner.website, person, address, taskforce_address())


def _of(
    kinds: tuple[DutyKind, ...], caller: Caller, site: Site
) -> tuple[PublicPerson | None, SharedAddress | None]:
    person = first_person(site.owner, kinds, caller, localdate())
    return person, first_address(site.owner, kinds)
