"""Make accounts and hand out roles."""

from __future__ import annotations

from collections.abc import Mapping

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.record import record
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


@transaction.atomic
def take_role(grant: Grant, *, by: Actor) -> None:
    """Take a role back.

    Raises
    ------
    ValidationError
        It is the last administrator.
    """
    if grant.role == Role.ADMINISTRATOR:
        _keep_an_administrator(grant.account)
    remove(grant, by=by, what="grant.taken")


@transaction.atomic
def set_active(account: Account, *, active: bool, by: Actor) -> bool:
    """Close an account, or open it again; what it has done stays.

    Raises
    ------
    ValidationError
        It is the last administrator, or one's own account.
    """
    if not active and account.pk == by.account_id:
        raise ValidationError(_("You cannot close your own account."))
    if not active and account.grants.filter(role=Role.ADMINISTRATOR).exists():
        _keep_an_administrator(account)
    return change(account, {"is_active": active}, by=by)


@transaction.atomic
def remove_second_factor(account: Account, *, by: Actor) -> bool:
    """Take away a second factor that has been lost; the next sign-in asks for a new one."""
    count, _kinds = Authenticator.objects.filter(user=account).delete()
    if count:
        record(account, "account.second_factor_removed", by=by, after={})
    return bool(count)


def set_password(account: Account, password: str | None, *, by: Actor) -> None:
    """Give an account a new password, or none at all."""
    change(account, {"password": make_password(password)}, by=by, what="account.password_changed")


def change_own(account: Account, new: Mapping[str, str], *, by: Actor) -> bool:
    """Set what everybody decides about their own account: name, language, mails."""
    return change(account, new, by=by)


def _keep_an_administrator(leaving: Account) -> None:
    # Locked, so that two administrators cannot take away each other at the same moment.
    others = Grant.objects.select_for_update().filter(
        role=Role.ADMINISTRATOR, account__is_active=True
    )
    if not [one for one in others if one.account_id != leaving.pk]:
        raise ValidationError(
            _("This is the last administrator. Give somebody else the role first.")
        )


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
