"""Invite somebody by mail, and let them in when they come."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor, Unnamed
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.actions.accounts import check_place, grant_role, make_account
from taskforce.web.people.models import Account, Invitation, Organisation, Person, Role
from taskforce.web.people.models.invitation import fingerprint

GOOD_FOR = timedelta(days=14)
_INVITED = Unnamed("invited")


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an invitation is for, and which role it brings."""

    email: str
    name: str
    role: Role
    organisation: Organisation | None = None
    language: str = "da"


@transaction.atomic
def invite(invited: Invited, *, by: Actor) -> tuple[Invitation, str]:
    """Open an invitation; returns it with the secret part of its link, which is kept nowhere.

    Raises
    ------
    ValidationError
        There is such an account, or such an invitation, or the role is not held there.
    """
    check_place(invited.role, invited.organisation)
    _check_new(invited.email.lower())
    token, now = secrets.token_urlsafe(32), timezone.now()
    invitation = Invitation(
        email=invited.email.lower(),
        name=invited.name,
        language=invited.language,
        role=invited.role,
        organisation=invited.organisation,
        invited_by_id=by.account_id,
        fingerprint=fingerprint(token),
        sent_at=now,
        expires_at=now + GOOD_FOR,
    )
    return add(invitation, by=by, what="invitation.sent"), token


def renew(invitation: Invitation, *, by: Actor) -> str:
    """Give an invitation a new link and its full time again; the old link no longer works."""
    token, now = secrets.token_urlsafe(32), timezone.now()
    new: dict[str, str | datetime] = {
        "fingerprint": fingerprint(token),
        "sent_at": now,
        "expires_at": now + GOOD_FOR,
    }
    change(invitation, new, by=by, what="invitation.sent_again")
    return token


def withdraw(invitation: Invitation, *, by: Actor) -> None:
    """Take an invitation back."""
    remove(invitation, by=by, what="invitation.withdrawn")


@transaction.atomic
def accept(invitation: Invitation, password: str) -> Account:
    """Make the account and give it its role; the link is used up.

    Raises
    ------
    ValidationError
        Somebody was faster, or the address has an account by now.
    """
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if held.accepted_at is not None or held.expires_at < timezone.now():
        raise ValidationError(_("This invitation can no longer be used."))
    account = make_account(
        email=held.email, name=held.name, password=password, language=held.language, by=_INVITED
    )
    grant_role(account, Role(held.role), organisation=held.organisation, by=_INVITED)
    change(held, {"accepted_at": timezone.now()}, by=_INVITED, what="invitation.accepted")
    _recognise(account, held.organisation)
    return account


def _check_new(email: str) -> None:
    if Account.objects.filter(email=email).exists():
        raise ValidationError(
            {
                "email": _(
                    "This address has an account. An administrator can give it a further role."
                )
            }
        )
    if Invitation.objects.filter(email=email, accepted_at=None).exists():
        raise ValidationError(
            {"email": _("This address has been invited. Send that invitation again instead.")}
        )


def _recognise(account: Account, organisation: Organisation | None) -> None:
    """Tell the register that the person in it has an account now."""
    known = Person.objects.filter(
        email__iexact=account.email, organisation=organisation, account=None, left_on=None
    )
    if person := known.first():
        change(person, {"account": account}, by=_INVITED)
