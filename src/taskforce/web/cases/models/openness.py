"""To whom a case is open; asked of the database, so that a list never shows more than a page."""

from __future__ import annotations

from django.db.models import Q

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role
from taskforce.web.people.models.grant import MUNICIPAL

DRAFT = "draft"
# Those who act for a municipality; a site manager only looks on, but for its own sites.
HANDLERS = (Role.COORDINATOR, Role.CASE_OFFICER)
REGISTRARS = (Role.OPERATOR, Role.LANDLORD, *HANDLERS)


def open_to(caller: Caller) -> Q:
    """The cases that a caller may see: a draft is nobody's but its registrar's."""
    if caller.is_consultant:
        return Q()
    sent = Q(municipality__in=organisations(caller, *MUNICIPAL))
    sent |= Q(applicant__in=organisations(caller, Role.OPERATOR))
    sent |= Q(landlord__in=organisations(caller, Role.LANDLORD))
    return Q(registrar__in=organisations(caller, *REGISTRARS)) | (sent & ~Q(state=DRAFT))


def organisations(caller: Caller, *roles: Role) -> list[int]:
    """The organisations in which the caller holds one of the roles."""
    return [
        held.organisation_id
        for held in caller.held
        if held.role in roles and held.organisation_id is not None
    ]
