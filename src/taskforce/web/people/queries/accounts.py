"""Who can sign in, and who has been invited."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone

from taskforce.web.people.caller import Caller
from taskforce.web.people.inviting import may_invite
from taskforce.web.people.models import Account, Grant, Invitation, Role
from taskforce.web.people.models.invitation import fingerprint
from taskforce.web.people.second_factor import holders


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account, with what it may do and how it is protected."""

    account: Account
    grants: tuple[Grant, ...]
    has_second_factor: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link leads to: an invitation that is open, or why there is none."""

    invitation: Invitation | None
    reason: str = ""


def account_lines() -> list[AccountLine]:
    """Every account, the open ones first."""
    protected = holders()
    grants = Prefetch("grants", Grant.objects.select_related("organisation"))
    accounts = Account.objects.order_by("-is_active", "name").prefetch_related(grants)
    return [AccountLine(one, tuple(one.grants.all()), one.pk in protected) for one in accounts]


def account_line(account: Account) -> AccountLine:
    """One account."""
    grants = tuple(account.grants.select_related("organisation"))
    return AccountLine(account, grants, account.pk in holders())


def open_invitations(caller: Caller) -> list[Invitation]:
    """The invitations that have not been accepted, of those that the caller may send."""
    waiting = Invitation.objects.filter(accepted_at=None)
    return [
        one
        for one in waiting.select_related("organisation", "invited_by")
        if may_invite(caller, Role(one.role), one.place)
    ]


def find_invitation(token: str) -> Opened:
    """The invitation of a link; the reason is "unknown", "used" or "expired"."""
    found = Invitation.objects.filter(fingerprint=fingerprint(token)).first()
    if found is None:
        return Opened(None, "unknown")
    if found.accepted_at is not None:
        return Opened(None, "used")
    if found.expires_at < timezone.now():
        return Opened(None, "expired")
    return Opened(found)
