"""Find those to invite: everybody with a role, or those who speak for chosen organisations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import (
    Account,
    DutyKind,
    Grant,
    Organisation,
    OrganisationKind,
    Person,
    Role,
)
from taskforce.web.people.queries.duties import current

_DUTIES = (DutyKind.COORDINATOR, DutyKind.CONTACT)
_SPEAKERS = (Role.COORDINATOR, Role.OPERATOR, Role.LANDLORD)
# Groups that are invited with one tick; the taskforce is a group of its own.
TASKFORCE = "taskforce"
GROUPS = (
    ("coordinators", _("All coordinators of the municipalities")),
    ("deputies", _("All deputy coordinators")),
    ("operators", _("All operators")),
    ("landlords", _("All landlords")),
    (TASKFORCE, _("The consultants of the taskforce")),
)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to invite, by account or by their entry in the register."""

    organisation: Organisation | None
    account: Account | None = None
    person: Person | None = None

    @property
    def key(self) -> str:
        """The same human being has the same key."""
        return f"a{self.account.pk}" if self.account else f"p{self.person.pk if self.person else 0}"


def guests(groups: Iterable[str], organisations: Iterable[Organisation]) -> list[Guest]:
    """Everybody who is meant, each once, whatever groups they are in."""
    found: dict[str, Guest] = {}
    chosen = list(organisations)
    for group in groups:
        for guest in _of_group(group):
            found.setdefault(guest.key, guest)
    for organisation in chosen:
        for guest in of_organisation(organisation):
            found.setdefault(guest.key, guest)
    return list(found.values())


def of_organisation(organisation: Organisation) -> list[Guest]:
    """Those who speak for an organisation here, else its contacts in the register."""
    accounts = _accounts(_SPEAKERS, organisation)
    return accounts or _people(_DUTIES, organisation)


def nobody_to_invite(organisations: Iterable[Organisation]) -> list[Organisation]:
    """The chosen organisations in which nobody can be reached."""
    return [one for one in organisations if not of_organisation(one)]


def _of_group(group: str) -> list[Guest]:
    if group == TASKFORCE:
        return _accounts((Role.CONSULTANT,))
    if group == "deputies":
        return _people((DutyKind.DEPUTY,))
    kind = {
        "coordinators": OrganisationKind.MUNICIPALITY,
        "operators": OrganisationKind.OPERATOR,
        "landlords": OrganisationKind.LANDLORD,
    }[group]
    every = Organisation.objects.filter(kind=kind, closed_on__isnull=True)
    return [guest for one in every for guest in of_organisation(one)]


def _accounts(roles: Iterable[Role], organisation: Organisation | None = None) -> list[Guest]:
    grants = Grant.objects.filter(role__in=list(roles), account__is_active=True)
    if organisation is not None:
        grants = grants.filter(organisation=organisation)
    return [
        Guest(one.organisation, account=one.account)
        for one in grants.select_related("account", "organisation")
    ]


def _people(kinds: Iterable[DutyKind], organisation: Organisation | None = None) -> list[Guest]:
    duties = current(localdate()).filter(kind__in=list(kinds), person__left_on__isnull=True)
    if organisation is not None:
        duties = duties.filter(organisation=organisation)
    return [
        _guest(one.person, one.organisation)
        for one in duties.exclude(person__email="").select_related("person__account")
        if one.person is not None
    ]


def _guest(person: Person, organisation: Organisation) -> Guest:
    if person.account is not None and person.account.is_active:
        return Guest(organisation, account=person.account)
    return Guest(organisation, person=person)
