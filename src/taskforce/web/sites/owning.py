"""What kind of public body an organisation is, as the owner of a site."""

from __future__ import annotations

from taskforce.vocabulary.site import OwnerKind
from taskforce.web.people.models import Organisation, OrganisationKind

_KINDS = {
    OrganisationKind.MUNICIPALITY: OwnerKind.MUNICIPALITY,
    OrganisationKind.REGION: OwnerKind.REGION,
    OrganisationKind.STATE: OwnerKind.STATE,
}


def owner_kind_of(owner: Organisation) -> OwnerKind:
    """The kind of owner that an organisation is."""
    return _KINDS.get(OrganisationKind(owner.kind), OwnerKind.OTHER)
