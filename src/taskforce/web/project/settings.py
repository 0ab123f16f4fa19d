"""The settings of the web: safe by default, and few enough to read in one go."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _

from taskforce.web.project import environment
from taskforce.web.project.sign_in import *  # noqa: F403
from taskforce.web.project.sign_in import SIGN_IN_SERVICE

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
    "taskforce.web.reports",
    "taskforce.web.embeds",
    "taskforce.web.municipalities",
    "taskforce.web.profiles",
    "taskforce.web.news",
    "taskforce.web.meetings",
    "taskforce.web.spots",
    "taskforce.web.sparring",
    "taskforce.web.library",
    "taskforce.web.plans",
    "taskforce.web.gaps",
    "taskforce.web.dialogue",
    "taskforce.web.rankings",
    "taskforce.web.sites",
    "taskforce.web.cases",
    "taskforce.web.checks",
    "taskforce.web.guidelines",
    "taskforce.web.commitments",
    "taskforce.web.notes",
    "taskforce.web.editions",
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
    "taskforce.web.frame.compressed.Compressed",
    "csp.middleware.CSPMiddleware",
    "taskforce.web.frame.headers.permissions_policy",
    "taskforce.web.frame.headers.without_cookies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "taskforce.web.people.longest_session.longest_session",
    "taskforce.web.people.wall.Wall",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "taskforce.web.frame.edition.EmptyShelf",
    "taskforce.web.publication.openness.guard.for_programs",
    "taskforce.web.frame.own_errors.OwnNotFound",
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
# How many questions a minute the API answers to one address of the network.
API_PER_MINUTE = environment.number("TASKFORCE_API_PER_MINUTE", 100, least=1)
# In the database, so that all processes count the same attempts; they are what is kept here.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
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
        # The form that starts a sign-in elsewhere is answered by a redirect to there.
        "form-action": ["'self'", *SIGN_IN_SERVICE],
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
    # Attempts are counted for each address of the network: that of the visitor, not of the proxy.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Where this site is found, for the links in mails: no request tells the nightly run.
_HOME = f"https://{ALLOWED_HOSTS[0]}" if IN_SERVICE else "http://localhost:8000"
SITE_URL = environment.text("TASKFORCE_SITE_URL", _HOME).rstrip("/")
# A paper travels: its figures lead to their pages only where somebody has said where those are.
SITE_IS_KNOWN = IN_SERVICE or bool(environment.text("TASKFORCE_SITE_URL", ""))

# In the demonstration mails are read in the workspace; with a mail server they are sent; and on a
# machine of one's own without one they become files.
if IN_SERVICE:
    environment.required("TASKFORCE_MAIL_HOST", "Name the server that sends the mails.")
    environment.required("TASKFORCE_MAIL_FROM", "Name the mail address that the mails come from.")
EMAIL_HOST = environment.text("TASKFORCE_MAIL_HOST", "")
EMAIL_PORT = environment.number("TASKFORCE_MAIL_PORT", 587, least=1)
EMAIL_HOST_USER = environment.text("TASKFORCE_MAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("TASKFORCE_MAIL_PASSWORD", "")
_SECURITY = environment.choice(
    "TASKFORCE_MAIL_SECURITY", "starttls", among=("starttls", "tls", "none")
)
EMAIL_USE_TLS, EMAIL_USE_SSL = _SECURITY == "starttls", _SECURITY == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("TASKFORCE_MAIL_FROM", "taskforce@example.org")
# Where answers to the mails of a dialogue come in, such as "dialog@svar.example.dk"; each reader's
# has a secret of its own after a plus. Empty: the mails say that they cannot be answered.
REPLY_ADDRESS = environment.mail_address("TASKFORCE_REPLY_ADDRESS")
EMAIL_FILE_PATH = VAR / "mails"
_ELSEWHERE = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_BACKEND = "taskforce.web.workspace.mailbox.Backend" if DEBUG else _ELSEWHERE

# The accessibility statement lives at the national WAS tool once it has been made there.
WAS_URL = environment.text("TASKFORCE_WAS_URL", "")
# Where to write or call about this site; shown only when it has been filled in.
CONTACT_EMAIL = environment.text("TASKFORCE_CONTACT_EMAIL", "")
CONTACT_PHONE = environment.text("TASKFORCE_CONTACT_PHONE", "")
# Which figures have been approved; the frame asks without knowing the app that keeps it.
SIGNED_OFF_EDITIONS = "taskforce.web.editions.queries.on_show.signed_off"
SOURCE_URL = environment.text("TASKFORCE_SOURCE_URL", "")
