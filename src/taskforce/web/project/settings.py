"""The settings of the web: safe by default, and few enough to read in one go."""

from __future__ import annotations

from pathlib import Path

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
    "taskforce.web.public",
    "taskforce.web.publication",
    "taskforce.web.municipalities",
    "taskforce.web.frame",
    "ninja",
    "csp",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "taskforce.web.frame.headers.permissions_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
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
                "taskforce.web.frame.context.page",
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

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "taskforce.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [HERE / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
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
