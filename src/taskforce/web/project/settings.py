"""The settings of the web: safe by default, and few enough to read in one go."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.translation import gettext_lazy as _

from taskforce.web.project import environment

# "local" is a machine of one's own: only this machine may ask. "service" is the open internet.
MODE = environment.choice("TASKFORCE_MODE", "local", among=("local", "service"))
IN_SERVICE = MODE == "service"
DEBUG = environment.flag("TASKFORCE_DEBUG", default=False) and not IN_SERVICE

HERE = Path(__file__).resolve().parent
VAR = environment.path("TASKFORCE_VAR", "var")
SHELF = environment.path("TASKFORCE_SHELF", "shelf")

if IN_SERVICE:
    SECRET_KEY = environment.required(
        "TASKFORCE_SECRET_KEY", "In service the web needs a long random key of its own."
    )
    environment.required("TASKFORCE_HOSTS", "Name the host names to answer to, with commas.")
else:
    # Harmless here: in this mode only this machine itself is answered.
    SECRET_KEY = environment.text("TASKFORCE_SECRET_KEY", "only-for-this-machine")
ALLOWED_HOSTS = environment.words("TASKFORCE_HOSTS", ("localhost", "127.0.0.1", "[::1]"))

INSTALLED_APPS = [
    "taskforce.web.workspace",
    "taskforce.web.public",
    "taskforce.web.publication",
    "taskforce.web.municipalities",
    "taskforce.web.commitments",
    "taskforce.web.notes",
    "taskforce.web.people",
    "taskforce.web.frame",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "ninja",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # the templates of its widgets, for the renderer below
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "taskforce.web.frame.headers.permissions_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "taskforce.web.people.wall.Wall",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "taskforce.web.frame.edition.EmptyShelf",
]

ROOT_URLCONF = "taskforce.web.project.urls"
WSGI_APPLICATION = "taskforce.web.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "taskforce.web.frame.context.page",
                "taskforce.web.workspace.context.inside",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "taskforce.web.frame.templatetags.numbers",
                "taskforce.web.frame.templatetags.components",
            ],
        },
    }
]

# SQLite beside the web's own files, or whatever the address names (postgres://…).
DATABASE_URL = environment.text("TASKFORCE_DATABASE_URL", "")
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR / "taskforce.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
DATABASES = {"default": dj_database_url.parse(DATABASE_URL) if DATABASE_URL else SQLITE}
FORM_RENDERER = "taskforce.web.frame.forms.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [HERE / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = VAR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "taskforce.web.frame.static_files.Storage"},
}

# Nothing on a page may come from anywhere but here; there is no "unsafe" anything.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Signed out after an hour without a click, and after a working day in any case.
SESSION_COOKIE_AGE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
LONGEST_SESSION = timedelta(hours=12)
# No cookie for messages on pages that everybody may see.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = IN_SERVICE
SECURE_SSL_REDIRECT = IN_SERVICE and environment.flag("TASKFORCE_FORCE_HTTPS", default=True)
SECURE_HSTS_SECONDS = environment.number("TASKFORCE_HSTS_SECONDS", 31_536_000 if IN_SERVICE else 0)
if environment.flag("TASKFORCE_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The accessibility statement lives at the national WAS tool once it has been made there.
WAS_URL = environment.text("TASKFORCE_WAS_URL", "")
# Where to write or call about this site; shown only when it has been filled in.
CONTACT_EMAIL = environment.text("TASKFORCE_CONTACT_EMAIL", "")
CONTACT_PHONE = environment.text("TASKFORCE_CONTACT_PHONE", "")
SOURCE_URL = environment.text("TASKFORCE_SOURCE_URL", "")

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
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/15m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Digital Taskforce"

SOCIALACCOUNT_ADAPTER = "taskforce.web.people.sign_in.OwnSignInAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
# The claim that carries the groups of the one who signs in; which role a group gives is data.
OIDC_GROUPS_CLAIM = environment.text("TASKFORCE_OIDC_GROUPS_CLAIM", "groups")
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if environment.text("TASKFORCE_OIDC_SERVER", ""):
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
                "settings": {"server_url": environment.text("TASKFORCE_OIDC_SERVER", "")},
            }
        ],
    }
