"""Who must sign in with a second factor, an app or a passkey, and has not set one up yet."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role

SETTING_UP = "mfa_index"
# The pages on which one sets it up, and the way out.
_OPEN = ("mfa_", "account_")


def is_missing(request: HttpRequest, caller: Caller) -> bool:
    """Whether the caller has to set up a second factor before this page opens."""
    match = request.resolver_match
    if match is not None and (match.url_name or "").startswith(_OPEN):
        return False
    return is_required(caller) and not is_mfa_enabled(request.user)


def is_required(caller: Caller) -> bool:
    """Everybody outside the demonstration; for coordinators alone the deployment decides."""
    if settings.DEBUG:
        return False
    only_coordinator = all(held.role == Role.COORDINATOR for held in caller.held)
    return settings.SECOND_FACTOR_FOR_COORDINATORS or not only_coordinator
