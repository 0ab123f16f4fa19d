"""What every page knows: its languages, its menu, and the edition it shows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext, gettext_noop, override

from taskforce.report.bundle import Bundle
from taskforce.vocabulary.places import DEFAULT_REGION, load_region
from taskforce.web.frame import edition

SHEETS = (
    "vendor/dkfds/css/dkfds.css",
    *(
        f"frame/css/{name}.css"
        for name in ("tokens", "header", "page", "figures", "tables", "search", "inside")
    ),
)
Menu = tuple[tuple[str, str], ...]
MENU: Menu = (
    ("address", gettext_noop("Look up an address")),
    ("map", gettext_noop("Map")),
    ("municipalities", gettext_noop("Municipalities")),
    ("checks", gettext_noop("May I dig?")),
    ("methods", gettext_noop("How we count")),
    ("open-data", gettext_noop("Open data")),
    ("about", gettext_noop("About the taskforce")),
)
# Pages that the footer and the drawer show besides.
MORE: Menu = (
    ("find", gettext_noop("Search the site")),
    ("gap-report", gettext_noop("Report missing coverage")),
    ("news", gettext_noop("News")),
    ("calendar", gettext_noop("Calendar")),
    ("public-meetings", gettext_noop("Public meetings")),
    ("mobile", gettext_noop("Mobile coverage")),
    ("spot-lists", gettext_noop("What operators are asked")),
    ("sites", gettext_noop("Public sites for masts")),
    ("guidelines", gettext_noop("Who follows the guidelines")),
    ("whom-to-ask", gettext_noop("Whom do I ask?")),
    ("participation", gettext_noop("Who takes part")),
    ("library", gettext_noop("Inspiration")),
    ("reports", gettext_noop("Reports and press material")),
)
_NAMES = {"da": "Dansk", "en": "English"}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One page of the menu, and whether the visitor is on it or below it."""

    view: str
    name: str
    path: str
    current: bool
    within: bool


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the page, and where the same page is in it."""

    code: str
    name: str
    path: str
    absolute: str
    current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the templates what the frame of every page shows."""
    bundle = edition.latest()
    return {
        "bundle": bundle,
        "origin": edition.origin(bundle) if bundle else None,
        "region": _region_name(bundle),
        "languages": _languages(request),
        "menu": menu_items(request, MENU),
        "more_pages": menu_items(request, MORE),
        "sheets": SHEETS,
        "contact_email": settings.CONTACT_EMAIL,
        "contact_phone": settings.CONTACT_PHONE,
        "source_url": settings.SOURCE_URL,
    }


def _region_name(bundle: Bundle | None) -> str:
    name = bundle.region().name if bundle else load_region(DEFAULT_REGION).name
    return name.in_language(get_language() or "da")


def _languages(request: HttpRequest) -> list[Language]:
    now = get_language() or "da"
    found = []
    for code, _name in settings.LANGUAGES:
        path = request.get_full_path() if code == now else _same_page(request, code)
        absolute = request.build_absolute_uri(path.partition("?")[0])
        found.append(Language(code, _NAMES[code], path, absolute, code == now))
    return found


def _same_page(request: HttpRequest, code: str) -> str:
    """Where the same page is in another language; one that nobody found is where it is.

    Django's `translate_url` would look for the page once more, which takes as long as all the rest
    of the frame.
    """
    here, match = request.get_full_path(), request.resolver_match
    if match is None:
        return here
    _path, mark, question = here.partition("?")
    # An address without a name has one language.
    with override(code), suppress(NoReverseMatch):
        path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        return f"{path}{mark}{question}"
    return here


def menu_items(request: HttpRequest, menu: Menu) -> list[MenuItem]:
    """The pages of a menu, each with whether the visitor is on it or below it."""
    found = [(view, name, _path(view)) for view, name in menu]
    # An error page outside the two languages knows no paths.
    here = [(view, name, path) for view, name, path in found if path]
    # Of two that the page lies below, it belongs to the nearer.
    near = max((path for *_, path in here if request.path.startswith(path)), key=len, default="")
    return [
        MenuItem(view, gettext(name), path, request.path == path, path == near)
        for view, name, path in here
    ]


def _path(view: str) -> str:
    try:
        return reverse(view)
    except NoReverseMatch:
        return ""
