"""Who may come in, and how: by an invitation, with a password, a second factor or a passkey."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy

from taskforce.web.people.actions.accounts import set_password
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account

_WRONG = gettext_lazy("The mail address and the password do not belong together.")
_WRONG_CODE = gettext_lazy(
    "The code is not right. It changes every half minute: try the one that is shown now."
)


class AccountAdapter(DefaultAccountAdapter):
    """Local accounts come from invitations only; their words and mails are our own."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account has been closed."),
        "email_password_mismatch": _WRONG,
        "incorrect_password": gettext_lazy("The password is not right."),
        "enter_current_password": gettext_lazy("The password is not right."),
        "incorrect_code": _WRONG_CODE,
        "too_many_login_attempts": gettext_lazy(
            "Too many attempts. Wait a quarter of an hour, and try again."
        ),
        "rate_limited": gettext_lazy("Too many attempts. Wait a minute, and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the desk, in the language that the account has chosen."""
        with translation.override(getattr(request.user, "language", None)):
            return reverse("workspace")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("front")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who has signed in a moment ago is not asked for the password once more."""
        records = get_authentication_records(self.request, self.request.user)
        fresh = bool(records) and time.time() - records[-1]["at"] < (
            app_settings.REAUTHENTICATION_TIMEOUT
        )
        return not fresh and super().is_reauthentication_required(app=app, **more)

    def set_password(self, user: Account, password: str) -> None:
        """Leaves its line in the journal."""
        set_password(user, password, by=caller_for(user))

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """A mail in the language of the account that it goes to."""
        account = Account.objects.filter(email=email if isinstance(email, str) else "").first()
        language = account.language if account else translation.get_language()
        told = {**context, "account": account, "site": settings.SITE_URL}
        with translation.override(language):
            return super().render_mail(template_prefix, email, told, headers)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The words of the second factor."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
    }

    def _get_site_name(self) -> str:
        return "Digital Taskforce"

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:
        """A name to begin with; everybody may write a better one."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey {number}").format(number=count + 1)
