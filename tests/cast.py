"""The shared cast: one account for each role, and its opposite number elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, fields

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from taskforce.vocabulary.places import load_region
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.actions.organisations import add_organisation, take_in_region
from taskforce.web.people.models import Account, Organisation, OrganisationKind, Role

PASSWORD = "korrekt hest batteri hæfteklamme"
HOME, AWAY = "0340", "0360"


@dataclass(frozen=True, slots=True)
class Cast:
    """Home is Sorø (0340), away is Lolland (0360); "other" accounts belong to somebody else."""

    consultant: Account
    administrator: Account
    coordinator: Account
    other_coordinator: Account
    case_officer: Account
    site_manager: Account
    operator: Account
    other_operator: Account
    landlord: Account
    nobody: Account

    @property
    def everybody(self) -> dict[str, Account]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def gather() -> Cast:
    """Fill the database with the region, two operators, a landlord, and the cast."""
    take_in_region(load_region(), by=SOFTWARE)
    home, away = (Organisation.objects.get(code=code) for code in (HOME, AWAY))
    operator = add_organisation(
        kind=OrganisationKind.OPERATOR, name="Prøvenet", cvr="10000001", by=SOFTWARE
    )
    other = add_organisation(
        kind=OrganisationKind.OPERATOR, name="Andetnet", cvr="10000002", by=SOFTWARE
    )
    landlord = add_organisation(
        kind=OrganisationKind.LANDLORD, name="Prøveboliger", cvr="10000003", by=SOFTWARE
    )
    return Cast(
        consultant=_member("consultant", Role.CONSULTANT),
        administrator=_member("administrator", Role.ADMINISTRATOR),
        coordinator=_member("coordinator", Role.COORDINATOR, home),
        other_coordinator=_member("other-coordinator", Role.COORDINATOR, away),
        case_officer=_member("case-officer", Role.CASE_OFFICER, home),
        site_manager=_member("site-manager", Role.SITE_MANAGER, home),
        operator=_member("operator", Role.OPERATOR, operator),
        other_operator=_member("other-operator", Role.OPERATOR, other),
        landlord=_member("landlord", Role.LANDLORD, landlord),
        nobody=_member("nobody"),
    )


def signed_in(account: Account) -> Client:
    """A browser in which somebody has signed in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(account)
    return client


def _member(
    name: str, role: Role | None = None, organisation: Organisation | None = None
) -> Account:
    account = make_account(
        email=f"{name}@example.org", name=f"Test {name}", password=PASSWORD, by=SOFTWARE
    )
    if role:
        grant_role(account, role, organisation=organisation, by=SOFTWARE)
    TOTP.activate(account, generate_totp_secret())
    return account
