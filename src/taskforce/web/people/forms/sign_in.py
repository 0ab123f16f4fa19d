"""The library's forms for signing in, with our own words and hints."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Account

NEW_PASSWORD_HINT = _(
    "At least 12 characters. Four words that have nothing to do with each other are easy to "
    "remember and hard to guess. Common passwords, your name and your mail address do not count."
)
_CODE_HINT = _("Six digits from the app, or one of your recovery codes.")


def say(form: forms.BaseForm, name: str, label: Any, hint: Any = "") -> None:
    """Give a field its words; a text inside the field would vanish as soon as one writes."""
    field = form.fields.get(name)
    if field is not None:
        field.label, field.help_text = label, hint
        field.widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):
    """Mail address and password."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "login", _("Mail address"))
        say(self, "password", _("Password"))


class ForgottenForm(ResetPasswordForm):
    """Where to send the link; accounts of another sign-in service have no password to forget."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "email", _("Mail address"), _("The one that you sign in with."))

    def clean_email(self) -> str:
        email: str = super().clean_email()
        found: list[Account] = self.__dict__["users"]
        self.users = [account for account in found if account.has_usable_password()]
        return email


class NewPasswordForm(ResetPasswordKeyForm):
    """A new password, twice."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "password1", _("New password"), NEW_PASSWORD_HINT)
        say(self, "password2", _("New password once more"))


class ChangedPasswordForm(ChangePasswordForm):
    """The old password, and a new one twice."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "oldpassword", _("Your password until now"))
        say(self, "password1", _("New password"), NEW_PASSWORD_HINT)
        say(self, "password2", _("New password once more"))


class PasswordAgainForm(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "password", _("Password"))


class CodeForm(AuthenticateForm):
    """The code that comes after the password."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "code", _("Code"), _CODE_HINT)


class CodeAgain(CodeAgainForm):
    """A code, before something that matters."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "code", _("Code"), _CODE_HINT)


class AppForm(ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "code", _("Code from the app"), _("Six digits."))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class PasskeyForm(AddWebAuthnForm):
    """A new passkey, with a name to know it by."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "name", _("Name of the passkey"), _("Such as: my phone, the blue key."))
        say(
            self,
            "passwordless",
            _("Use it instead of the password too"),
            _("Then the passkey alone signs you in, with your fingerprint, face or PIN code."),
        )


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        say(self, "name", _("Name of the passkey"), _("Such as: my phone, the blue key."))
