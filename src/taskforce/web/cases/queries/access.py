"""Who sees a case, who handles it, who may still change the application, who sees a rent."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext

from taskforce.web.cases.models import Audience, Case, CaseKind, CaseState, openness
from taskforce.web.cases.models.openness import HANDLERS, REGISTRARS, organisations
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.people.models.grant import MUNICIPAL


def takes_part(caller: Caller) -> bool:
    """Whether the caller has anything to do with cases at all."""
    return caller.is_consultant or caller.has(*MUNICIPAL, Role.OPERATOR, Role.LANDLORD)


def open_to(caller: Caller) -> QuerySet[Case]:
    """The cases that a caller may see, with the organisations that stand on them."""
    found = Case.objects.filter(openness.open_to(caller))
    return found.select_related("municipality", "registrar", "applicant", "landlord")


def sees(caller: Caller, case: Case) -> bool:
    """Whether one case is among them."""
    return case.is_open_to(caller)


def handles(caller: Caller, case: Case) -> bool:
    """Whether the caller acts for the authority: writes events, conditions, the decision."""
    return not case.is_draft and _is_authority(caller, case)


def prepares(caller: Caller, case: Case) -> bool:
    """Whether the caller may set the conditions: as an authority, until the case is decided."""
    return case.is_open and handles(caller, case)


def edits(caller: Caller, case: Case) -> bool:
    """Whether the caller may change the application: its registrar until it is decided."""
    if case.state in (CaseState.DECIDED, CaseState.WITHDRAWN):
        return False
    own = case.registrar_id in organisations(caller, *REGISTRARS)
    return own or caller.is_consultant or (not case.is_draft and _is_authority(caller, case))


def applies(caller: Caller, case: Case) -> bool:
    """Whether the caller is the one who waits for the answer."""
    return case.applicant_id in organisations(caller, Role.OPERATOR) or (
        case.registrar_id in organisations(caller, Role.OPERATOR, Role.LANDLORD)
    )


def reads(caller: Caller, case: Case) -> tuple[Audience, ...]:
    """Which messages of a case the caller reads."""
    authority = caller.is_consultant or caller.sees(case.municipality.place)
    return (Audience.EVERYBODY, Audience.AUTHORITY) if authority else (Audience.EVERYBODY,)


def speaks_as(caller: Caller, case: Case) -> str:
    """For whom the caller writes in a case; it outlives the name."""
    sides = [case.municipality, case.applicant, case.landlord, case.registrar]
    held = {one.organisation_id for one in caller.held}
    own = next((one.name for one in sides if one is not None and one.pk in held), "")
    return own or gettext("The taskforce")


def sees_rent(caller: Caller, case: Case) -> bool:
    """The landlord alone: not the tenant, not another landlord, and not the taskforce either."""
    landlord = case.landlord
    if case.kind != CaseKind.LEASE or landlord is None or not sees(caller, case):
        return False
    if landlord.is_municipality:
        return caller.holds(landlord.place, *MUNICIPAL)
    return caller.holds(landlord.place, Role.LANDLORD)


def registers_for(caller: Caller, kind: CaseKind) -> list[Organisation]:
    """On whose behalf the caller may register a case of a kind."""
    if caller.is_consultant:
        return list(Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY))
    roles = REGISTRARS if kind == CaseKind.LEASE else (Role.OPERATOR, *HANDLERS)
    return list(Organisation.objects.filter(pk__in=organisations(caller, *roles)))


def _is_authority(caller: Caller, case: Case) -> bool:
    own = (*HANDLERS, Role.SITE_MANAGER) if case.kind == CaseKind.LEASE else HANDLERS
    return caller.is_consultant or caller.holds(case.municipality.place, *own)
