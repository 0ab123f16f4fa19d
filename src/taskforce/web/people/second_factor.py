"""Who must sign in with a second factor, an app or a passkey, and has not set one up yet."""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Account, Role

SETTING_UP = "mfa_index"
# The pages on which one sets it up, and the way out.
_OPEN = ("mfa_", "account_")
_KINDS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_missing(request: HttpRequest, caller: Caller) -> bool:
    """Whether the caller has to set up a second factor before this page opens."""
    match = request.resolver_match
    if match is not None and (match.url_name or "").startswith(_OPEN):
        return False
    return is_owed(request, caller)


def is_owed(request: HttpRequest, caller: Caller) -> bool:
    """Whether the caller has to set up a second factor at all."""
    return (
        is_required(caller)
        and not is_mfa_enabled(request.user, _KINDS)
        and not _was_given_elsewhere(request)
    )


def is_required(caller: Caller) -> bool:
    """Everybody outside the demonstration; for coordinators alone the deployment decides."""
    if settings.DEBUG:
        return False
    only_coordinator = all(held.role == Role.COORDINATOR for held in caller.held)
    return settings.SECOND_FACTOR_FOR_COORDINATORS or not only_coordinator


def holders() -> frozenset[int]:
    """The accounts that have set one up."""
    found = Authenticator.objects.filter(type__in=_KINDS)
    return frozenset(found.values_list("user_id", flat=True))


def _was_given_elsewhere(request: HttpRequest) -> bool:
    """Whether the organisation's own sign-in service asked for it, as the deployment states."""
    user = request.user
    if not settings.OIDC_HAS_SECOND_FACTOR or not isinstance(user, Account):
        return False
    records = get_authentication_records(request, user)
    return any(record["method"] == "socialaccount" for record in records)
