"""Let in those whose own organisation vouches for them, with the roles that their groups bring."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from taskforce.web.frame.journal.actor import Unnamed
from taskforce.web.people.actions.accounts import make_account, set_password
from taskforce.web.people.actions.group_roles import follow_groups
from taskforce.web.people.caller import caller_for
from taskforce.web.people.claims import Claims, read_claims
from taskforce.web.people.models import Account, GroupRole

SERVICE = Unnamed("sign-in service")


class OwnSignInAdapter(DefaultSocialAccountAdapter):
    """Accounts that another service signs in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        # Accounts are made below; the library's own way would let in anybody.
        return False

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return reverse("my-account")

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Account:
        """Take the few words that are used here; the service's others are not even kept."""
        sociallogin.claims = read_claims(sociallogin.account.extra_data)
        sociallogin.account.extra_data = {}
        return sociallogin.user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find or make the account, and let its roles follow its groups."""
        claims: Claims = sociallogin.claims
        rules = list(GroupRole.objects.filter(group__in=claims.groups))
        connecting = sociallogin.state.get("process") == "connect"
        known = request.user if connecting else sociallogin.user
        account = known if isinstance(known, Account) and known.pk else None
        if account is not None:
            follow_groups(account, rules, by=SERVICE)
        if not rules:
            _refuse(request, "no_role", claims)
        if account is None:
            account = _new_account(request, sociallogin, claims)
            follow_groups(account, rules, by=SERVICE)
        elif connecting:
            _hand_over(request, account)


def _new_account(request: HttpRequest, sociallogin: SocialLogin, claims: Claims) -> Account:
    """Make an account without a password, for an address that the service vouches for."""
    if not claims.email or not claims.email_verified:
        _refuse(request, "no_mail", claims)
    if Account.objects.filter(email=claims.email).exists():
        # Never joined by the address alone: both must be proved, from inside "My account".
        _refuse(request, "taken", claims)
    account = make_account(email=claims.email, name=claims.name, password=None, by=SERVICE)
    sociallogin.connect(request, account)
    return account


def _hand_over(request: HttpRequest, account: Account) -> None:
    """From now on only the service signs in: a password would outlive the groups."""
    set_password(account, None, by=caller_for(account))
    update_session_auth_hash(request, account)


def _refuse(request: HttpRequest, reason: str, claims: Claims) -> None:
    told = {"reason": reason, "claims": claims}
    raise ImmediateHttpResponse(render(request, "socialaccount/refused.html", told, status=403))
