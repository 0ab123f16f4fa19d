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
    _member("consultant", Role.CONSULTANT)
    _member("administrator", Role.ADMINISTRATOR)
    _member("coordinator", Role.COORDINATOR, home)
    _member("other_coordinator", Role.COORDINATOR, away)
    _member("case_officer", Role.CASE_OFFICER, home)
    _member("site_manager", Role.SITE_MANAGER, home)
    _member("operator", Role.OPERATOR, operator)
    _member("other_operator", Role.OPERATOR, other)
    _member("landlord", Role.LANDLORD, landlord)
    _member("nobody")
    return members()


def members() -> Cast:
    """The cast, where it has been gathered."""
    accounts = {account.email: account for account in Account.objects.all()}
    return Cast(**{field.name: accounts[_address(field.name)] for field in fields(Cast)})


def signed_in(account: Account) -> Client:
    """A browser in which somebody has signed in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(account)
    return client


def _address(name: str) -> str:
    return f"{name.replace('_', '-')}@example.org"


def _member(name: str, role: Role | None = None, organisation: Organisation | None = None) -> None:
    shown = f"Test {name.replace('_', '-')}"
    account = make_account(email=_address(name), name=shown, password=PASSWORD, by=SOFTWARE)
    if role:
        grant_role(account, role, organisation=organisation, by=SOFTWARE)
    TOTP.activate(account, generate_totp_secret())
