"""How people sign in: local accounts with a second factor, and a sign-in service of their own."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from taskforce.web.project import environment

# Coordinators are many, and some municipalities have no second factor to give: the region decides.
SECOND_FACTOR_FOR_COORDINATORS = environment.flag(
    "TASKFORCE_SECOND_FACTOR_FOR_COORDINATORS", default=False
)

# Nobody signs up alone; the mail address is the name to sign in with, and an invitation proves it.
ACCOUNT_ADAPTER = "taskforce.web.people.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A mail tells whenever a password or a second factor has been changed.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/15m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}

_FORMS = "taskforce.web.people.forms.sign_in"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.SignInForm",
    "reset_password": f"{_FORMS}.ForgottenForm",
    "reset_password_from_key": f"{_FORMS}.NewPasswordForm",
    "change_password": f"{_FORMS}.ChangedPasswordForm",
    "reauthenticate": f"{_FORMS}.PasswordAgainForm",
}
MFA_FORMS = {
    "authenticate": f"{_FORMS}.CodeForm",
    "reauthenticate": f"{_FORMS}.CodeAgain",
    "activate_totp": f"{_FORMS}.AppForm",
    "add_webauthn": f"{_FORMS}.PasskeyForm",
    "edit_webauthn": f"{_FORMS}.PasskeyNameForm",
}

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# On a machine of one's own the site is reached without TLS.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = environment.text("TASKFORCE_MODE", "local") != "service"
MFA_ADAPTER = "taskforce.web.people.sign_in.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Digital Taskforce"

SOCIALACCOUNT_ADAPTER = "taskforce.web.people.own_sign_in.OwnSignInAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
# The claim that carries the groups of the one who signs in; which role a group gives is data.
OIDC_GROUPS_CLAIM = environment.text("TASKFORCE_OIDC_GROUPS_CLAIM", "groups")
# Whether that service has asked for a second factor itself; nothing can tell us but the deployment.
OIDC_HAS_SECOND_FACTOR = environment.flag("TASKFORCE_OIDC_HAS_SECOND_FACTOR", default=False)
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
_SERVER = environment.text("TASKFORCE_OIDC_SERVER", "")
SIGN_IN_SERVICE = ["{0.scheme}://{0.netloc}".format(urlsplit(_SERVER))] if _SERVER else []
if _SERVER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisation",
                "name": environment.text("TASKFORCE_OIDC_NAME", "OpenID Connect"),
                "client_id": environment.required(
                    "TASKFORCE_OIDC_CLIENT_ID", "The sign-in service knows this site by it."
                ),
                "secret": environment.required(
                    "TASKFORCE_OIDC_SECRET", "The sign-in service gives it to this site."
                ),
                "settings": {"server_url": _SERVER},
            }
        ],
    }
