"""What every page knows of those who have signed in: who they are, and their own menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop

from taskforce.web.cases.queries.access import takes_part
from taskforce.web.dialogue.queries.access import takes_part as talks
from taskforce.web.frame.context import Menu, MenuItem, menu_items
from taskforce.web.meetings.queries.access import takes_part as meets
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Role
from taskforce.web.plans.queries.access import sees_inside
from taskforce.web.sites.queries.access import keeps_some
from taskforce.web.sparring.queries.access import takes_part as asks_or_answers

_EVERYBODY: Menu = (
    ("workspace", gettext_noop("My desk")),
    ("search", gettext_noop("Search")),
)
_AUTHORITIES: Menu = (("municipal-work", gettext_noop("The municipalities' work")),)
_CASES: Menu = (("cases", gettext_noop("Cases")),)
_GAPS: Menu = (("gaps", gettext_noop("Missing coverage")),)
_SPOTS: Menu = (("spots", gettext_noop("White spots")),)
_QUESTIONS: Menu = (("spots-to-answer", gettext_noop("White spots to answer")),)
_DIALOGUES: Menu = (("dialogues", gettext_noop("Dialogue")),)
_SPARRING: Menu = (("sparring", gettext_noop("Sparring")),)
_MEETINGS: Menu = (("meetings", gettext_noop("Meetings")),)
_OWN_SITES: Menu = (("sites-own", gettext_noop("Sites")),)
_ALL_SITES: Menu = (("sites", gettext_noop("Sites")),)
_PLANS: Menu = (("rollouts", gettext_noop("Roll-out plans")),)
_INSPIRATION: Menu = (("library", gettext_noop("Inspiration")),)
_REGISTER: Menu = (("organisations", gettext_noop("Organisations and people")),)
_ADMINISTRATORS: Menu = (
    ("accounts", gettext_noop("Accounts")),
    ("journal", gettext_noop("Journal")),
)
# Which code answers below each page of the menu: its addresses need not begin with the page's own.
_ROOMS: Mapping[str, tuple[str, ...]] = {
    "municipal-work": ("commitments",),
    "cases": ("cases",),
    "gaps": ("gaps",),
    "spots": ("spots",),
    "spots-to-answer": ("spots",),
    "dialogues": ("dialogue",),
    "sparring": ("sparring",),
    "meetings": ("meetings",),
    "sites-own": ("sites", "rankings"),
    "sites": ("sites", "rankings"),
    "rollouts": ("plans",),
    "library": ("library",),
    "accounts": ("people.views.accounts", "people.views.group_roles"),
    "organisations": tuple(
        f"people.views.{subject}"
        for subject in ("organisations", "persons", "duties", "contact_log", "bulk", "invitations")
    ),
}


def inside(request: HttpRequest) -> dict[str, Any]:
    """The caller, and the pages that are open to them."""
    caller = caller_of(request)
    menu = menu_items(request, _menu(caller)) if caller.signed_in else []
    return {"caller": caller, "inside_menu": _with_its_room(menu, request)}


def _with_its_room(menu: list[MenuItem], request: HttpRequest) -> list[MenuItem]:
    """The menu with the place marked that a page belongs to, whatever its address."""
    if request.resolver_match is None or any(one.within for one in menu):
        return menu
    # Some views are objects or are wrapped by libraries: they have no room of ours.
    module = getattr(request.resolver_match.func, "__module__", "").removeprefix("taskforce.web.")
    rooms = (one for one in menu if _is_in(module, _ROOMS.get(one.view, ())))
    room = next(rooms, None)
    return [replace(one, within=one is room) for one in menu]


def _is_in(module: str, rooms: tuple[str, ...]) -> bool:
    return any(f"{module}.".startswith(f"{room}.") for room in rooms)


def _menu(caller: Caller) -> Menu:
    authority = caller.is_consultant or bool(caller.municipalities)
    return (
        *_EVERYBODY,
        *(_AUTHORITIES if authority else ()),
        *(_CASES if takes_part(caller) else ()),
        *(_GAPS if authority else ()),
        *(_SPOTS if authority else ()),
        *(_QUESTIONS if caller.has(Role.OPERATOR) else ()),
        *(_DIALOGUES if talks(caller) else ()),
        *(_SPARRING if asks_or_answers(caller) else ()),
        *(_MEETINGS if meets(caller) else ()),
        *_sites(caller),
        *(_PLANS if sees_inside(caller) else ()),
        *(_INSPIRATION if authority else ()),
        *(_REGISTER if caller.held else ()),
        *(_ADMINISTRATORS if caller.is_administrator else ()),
    )


def _sites(caller: Caller) -> Menu:
    if keeps_some(caller):
        return _OWN_SITES
    return _ALL_SITES if caller.has(Role.OPERATOR) else ()
