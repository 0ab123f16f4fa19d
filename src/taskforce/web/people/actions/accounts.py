"""Make accounts and hand out roles."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.models import Account, Grant, Organisation, Role
from taskforce.web.people.models.grant import HELD_IN


@transaction.atomic
def make_account(
    *,
    email: str,
    name: str,
    password: str | None,
    by: Actor,
    language: str = "da",
    demo: bool = False,
) -> Account:
    """Make an account that can sign in; without a password only its own organisation signs it in.

    The mail address counts as proved: it came from an invitation that was sent there, or from the
    organisation's own sign-in service.
    """
    account = Account(email=email.lower(), name=name, language=language, demonstration=demo)
    account.password = make_password(password)
    add(account, by=by)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account


def grant_role(
    account: Account,
    role: Role,
    *,
    by: Actor,
    organisation: Organisation | None = None,
    from_sign_in: bool = False,
) -> Grant:
    """Give somebody a role.

    Raises
    ------
    ValidationError
        The role is not held in that kind of organisation, or has been given already.
    """
    check_place(role, organisation)
    grant = Grant(account=account, role=role, organisation=organisation, from_sign_in=from_sign_in)
    return add(grant, by=by, what="grant.given")


def take_role(grant: Grant, *, by: Actor) -> None:
    """Take a role back."""
    remove(grant, by=by, what="grant.taken")


def set_active(account: Account, *, active: bool, by: Actor) -> bool:
    """Close an account, or open it again; what it has done stays."""
    return change(account, {"is_active": active}, by=by)


def check_place(role: Role, organisation: Organisation | None) -> None:
    """See that a role is held where it belongs.

    Raises
    ------
    ValidationError
        Says where the role belongs.
    """
    kinds = HELD_IN.get(role)
    if kinds is None and organisation is not None:
        raise ValidationError({"organisation": _("This role is for the whole region.")})
    if kinds is not None and (organisation is None or organisation.kind not in kinds):
        raise ValidationError(
            {"organisation": _("Choose an organisation of the kind that this role belongs to.")}
        )
