"""Who may come in: those with an invitation, and those whose own organisation vouches for them."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Local accounts come from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class OwnSignInAdapter(DefaultSocialAccountAdapter):
    """Accounts that another service signs in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
