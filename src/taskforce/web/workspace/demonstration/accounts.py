"""One account for each role, with a password that everybody may know."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.models import Account, Organisation, Role

PASSWORD = "proev-taskforcen"  # noqa: S105  (the web refuses to start with it outside the demo)
HOME = "0340"


@dataclass(frozen=True, slots=True)
class Member:
    """An account of the demonstration, named by its role."""

    email: str
    name: str
    in_words: str
    role: Role
    # A municipality's code, or an organisation's name.
    at: str = ""


MEMBERS = (
    Member("konsulent@example.org", "Konsulent", "konsulent / consultant", Role.CONSULTANT),
    Member(
        "tovholder@example.org",
        "Tovholder i Sorø",
        "tovholder i Sorø / coordinator",
        Role.COORDINATOR,
        HOME,
    ),
    Member(
        "sagsbehandler@example.org",
        "Sagsbehandler i Sorø",
        "sagsbehandler i Sorø / case officer",
        Role.CASE_OFFICER,
        HOME,
    ),
    Member(
        "ejendomme@example.org",
        "Ejendomsansvarlig i Sorø",
        "ejendomsansvarlig i Sorø / site manager",
        Role.SITE_MANAGER,
        HOME,
    ),
    Member(
        "teleselskab@example.org",
        "Medarbejder i teleselskabet",
        "teleselskab / operator",
        Role.OPERATOR,
        "Demonet",
    ),
    Member(
        "udlejer@example.org",
        "Medarbejder hos udlejeren",
        "udlejer / landlord",
        Role.LANDLORD,
        "Demoboliger",
    ),
    Member(
        "administrator@example.org",
        "Administrator",
        "administrator",
        Role.ADMINISTRATOR,
    ),
)


def make_members() -> dict[Role, Account]:
    """Make the accounts that are not there yet."""
    return {member.role: _made(member) for member in MEMBERS}


def _made(member: Member) -> Account:
    known = Account.objects.filter(email=member.email).first()
    if known is not None:
        return known
    account = make_account(
        email=member.email, name=member.name, password=PASSWORD, demo=True, by=SOFTWARE
    )
    grant_role(account, member.role, organisation=_organisation(member.at), by=SOFTWARE)
    return account


def _organisation(at: str) -> Organisation | None:
    if not at:
        return None
    return Organisation.objects.get(**({"code": at} if at.isdigit() else {"name": at}))
