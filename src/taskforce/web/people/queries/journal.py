"""Read the journal: newest first, of one place or one kind of thing, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from taskforce.web.frame.journal.models import Details, Entry
from taskforce.web.people.models import Account, Organisation

_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line; the name is empty for software, visitors, and accounts that are gone."""

    entry: Entry
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One value before and after."""

    field: str
    before: Any
    after: Any


def page_of_lines(place: str, kind: str, number: str | int) -> tuple[list[Line], Page[Entry]]:
    """The lines of one page, and where it stands among the others."""
    found = Entry.objects.order_by("-number")
    if place:
        found = found.filter(place=place)
    if kind:
        found = found.filter(kind=kind)
    page = Paginator(found, _PER_PAGE).get_page(number)
    entries = list(page)
    return _lines(entries), page


def line(entry: Entry) -> Line:
    """One line with the name of who did it."""
    return _lines([entry])[0]


def differences(entry: Entry) -> list[Difference] | None:
    """What the line says before and after; None when that has been erased."""
    details = Details.objects.filter(entry=entry).first()
    if details is None:
        return None
    told: Mapping[str, Mapping[str, Any]] = json.loads(details.content)
    before, after = told["before"], told["after"]
    return [
        Difference(field, before.get(field), after.get(field))
        for field in sorted({*before, *after})
    ]


def kinds() -> list[str]:
    """What the journal tells about, by the name that it uses."""
    return sorted(Entry.objects.order_by().values_list("kind", flat=True).distinct())


def places() -> list[tuple[str, str]]:
    """The places that the journal tells about: as it names them, and as people do."""
    found = Entry.objects.order_by().exclude(place="").values_list("place", flat=True).distinct()
    known = _place_names()
    return sorted(((place, known.get(place, place)) for place in found), key=lambda one: one[1])


def _place_names() -> dict[str, str]:
    return {one.place: one.name for one in Organisation.objects.all()}


def _lines(entries: list[Entry]) -> list[Line]:
    accounts = Account.objects.filter(pk__in={one.account_id for one in entries} - {None})
    names = {account.pk: account.name for account in accounts}
    known = _place_names()
    return [
        Line(one, names.get(one.account_id or 0, ""), known.get(one.place, one.place))
        for one in entries
    ]
