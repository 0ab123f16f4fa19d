"""Keep the register of organisations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from taskforce.vocabulary.places import Region
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.models import DutyKind, Organisation, OrganisationKind, RoleAddress


def add_organisation(*, kind: OrganisationKind, name: str, by: Actor, **facts: str) -> Organisation:
    """Take an organisation into the register."""
    return add(Organisation(kind=kind, name=name, **facts), by=by)


def change_organisation(organisation: Organisation, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Set some of its facts."""
    return change(organisation, new, by=by)


@transaction.atomic
def take_in_region(region: Region, *, by: Actor) -> int:
    """See that every municipality of the region, and the region itself, is in the register."""
    known = set(Organisation.objects.values_list("name", flat=True))
    missing = [
        Organisation(kind=OrganisationKind.MUNICIPALITY, name=place.name, code=place.code)
        for place in region.municipalities
    ]
    missing.append(Organisation(kind=OrganisationKind.REGION, name=region.name.da))
    new = [organisation for organisation in missing if organisation.name not in known]
    for organisation in new:
        add(organisation, by=by)
    return len(new)


def set_role_address(
    organisation: Organisation, kind: DutyKind, new: Mapping[str, Any], *, by: Actor
) -> RoleAddress:
    """Say how a role is reached, whoever holds it; there is one address for each role."""
    known = RoleAddress.objects.filter(organisation=organisation, kind=kind).first()
    if known is None:
        return add(RoleAddress(organisation=organisation, kind=kind, **new), by=by)
    change(known, new, by=by)
    return known


def remove_role_address(address: RoleAddress, *, by: Actor) -> None:
    """A shared mailbox or number is no longer in use."""
    remove(address, by=by)
