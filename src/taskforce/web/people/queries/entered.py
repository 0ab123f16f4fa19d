"""Judge a list of contacts before any of it is taken in: what is right, and what is wrong where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from taskforce.vocabulary.places import plain
from taskforce.web.people.models import DutyKind, Organisation, OrganisationKind
from taskforce.web.people.queries.duties import current

COLUMNS = {
    "municipality": ("municipality", "kommune", "kommunekode", "code"),
    "role": ("role", "rolle"),
    "name": ("name", "navn"),
    "mail": ("mail", "email", "e-mail"),
    "phone": ("phone", "telefon", "tlf"),
}
_NEEDED = ("municipality", "role", "name")
_LONGEST = {"name": 120, "phone": 30}
# Besides the words that the pages themselves use for the roles, in the language of the reader.
_SHORT = {
    "tovholder": DutyKind.COORDINATOR,
    "stedfortraeder": DutyKind.DEPUTY,
    "vej": DutyKind.ROAD,
    "plan": DutyKind.PLANNING,
    "byggeri": DutyKind.BUILDING,
    "ejendomme": DutyKind.PROPERTY,
    "erhverv": DutyKind.BUSINESS,
}


@dataclass(frozen=True, slots=True)
class Entered:
    """One contact that can be taken in."""

    row: int
    organisation: Organisation
    kind: DutyKind
    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """One cell that cannot be used, and why; row 1 is the one that names the columns."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The whole list."""

    right: tuple[Entered, ...]
    wrong: tuple[Wrong, ...]


def judge(table: list[list[str]], on: date) -> Judged:
    """Read every row; all that is wrong is told at once, not the first thing only."""
    places = _columns(table[0])
    missing = [name for name in _NEEDED if name not in places]
    if missing:
        words = {"municipality": _("Municipality"), "role": _("Role"), "name": _("Name")}
        why = _("This column is missing.")
        return Judged((), tuple(Wrong(1, words[one], "", why) for one in missing))
    known = _Known(on)
    right: list[Entered] = []
    wrong: list[Wrong] = []
    for number, cells in enumerate(table[1:], start=2):
        row = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        # A column is named as the list itself names it.
        faults = [
            Wrong(number, table[0][places[column]], value, reason)
            for column, value, reason in known.faults(row)
        ]
        wrong += faults
        if not faults:
            right.append(known.entered(number, row))
    return Judged(tuple(right), tuple(wrong))


class _Known:
    """The municipalities, the roles that are taken, and those that the list itself has named."""

    def __init__(self, on: date) -> None:
        places = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
        self._places = {one.code: one for one in places} | {plain(one.name): one for one in places}
        self._kinds = _SHORT | {
            plain(word): kind for kind in DutyKind for word in (kind.value, str(kind.label))
        }
        self._taken = {
            _key(one.place, one.kind, one.person.name)
            for one in current(on)
            if one.person is not None
        }

    def faults(self, row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
        """What is wrong with the cells of a row: the column, what it says, and why."""
        place, kind = self._place(row), self._kinds.get(plain(row["role"]))
        if place is None:
            yield "municipality", row["municipality"], _("There is no such municipality here.")
        if kind is None:
            yield "role", row["role"], _("Write one of the roles, such as tovholder or vej.")
        if not row["name"]:
            yield "name", "", _("Write a name.")
        yield from _malformed(row)
        if place and kind and _key(place.code, kind, row["name"]) in self._taken:
            yield "role", row["role"], _("Somebody has this role already.")

    def entered(self, number: int, row: dict[str, str]) -> Entered:
        """A row without fault; the role it names is taken from now on."""
        place, kind = self._places[_folded(row["municipality"])], self._kinds[plain(row["role"])]
        self._taken.add(_key(place.code, kind, row["name"]))
        return Entered(number, place, kind, row["name"], row.get("mail", ""), row.get("phone", ""))

    def _place(self, row: dict[str, str]) -> Organisation | None:
        return self._places.get(_folded(row["municipality"]))


def _malformed(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for column, longest in _LONGEST.items():
        if len(row.get(column, "")) > longest:
            yield column, row[column], _("Write at most %(most)s characters.") % {"most": longest}
    if row.get("mail"):
        try:
            validate_email(row["mail"])
        except ValidationError:
            yield "mail", row["mail"], _("This is not a mail address.")


def _key(place: str, kind: str, name: str) -> tuple[str, str, str]:
    # A municipality has one coordinator, but may have two people who know about roads.
    return place, kind, "" if kind == DutyKind.COORDINATOR else plain(name)


def _columns(head: list[str]) -> dict[str, int]:
    words = [plain(cell) for cell in head]
    return {
        name: words.index(spelling)
        for name, spellings in COLUMNS.items()
        for spelling in spellings
        if spelling in words
    }


def _folded(place: str) -> str:
    """Sorø Kommune and sorø are the same, and a spreadsheet drops the zero of 0340."""
    word = plain(place).removesuffix(" kommune").strip()
    return word.zfill(4) if word.isdigit() else word
