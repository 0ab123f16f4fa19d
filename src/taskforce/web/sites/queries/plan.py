"""What a list would do to the register: which sites are new, which change, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from taskforce.siting.site_list.listed import RejectedRow, SiteList, SiteRow
from taskforce.vocabulary.places import plain
from taskforce.vocabulary.site import OwnerKind
from taskforce.vocabulary.text import Text
from taskforce.web.people.models import Organisation
from taskforce.web.sites.models import Availability, Layout, Site, Upload
from taskforce.web.sites.owning import owner_kind_of
from taskforce.web.sites.queries.lists import read_list
from taskforce.web.sites.queries.saying import Difference, differences
from taskforce.web.sites.queries.whereabouts import municipality_of

# What is wrong with a row here, and what can be done about it.
_ELSEWHERE = (
    Text(
        "Stedet ligger i en kommune, der ikke er med her.",
        "The site lies in a municipality that does not take part here.",
    ),
    Text("Find stedet på et kort, og ret koordinaterne.", "Find it on a map and mend them."),
)
_ANOTHERS = (
    Text("Ejendommen har en anden offentlig ejer.", "Another public body owns the property."),
    Text("Bed ejeren om at udbyde den.", "Ask the owner to offer it."),
)
# Nearer than this, and of the same name, it is the same site.
_SAME_M = 250.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row that is not taken in, why not, and what can be done about it."""

    row: int
    column: str
    value: str
    reason: Text
    remedy: Text
    text: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A site that the register does not know yet."""

    row: SiteRow
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Alteration:
    """A site that the list knows more or other things of; `was` and `new` have the same names."""

    row: SiteRow
    site: Site
    was: dict[str, Any]
    new: dict[str, Any]

    @property
    def differences(self) -> list[Difference]:
        """What would change, in words."""
        return list(differences(self.was, self.new))


@dataclass(frozen=True, slots=True)
class Plan:
    """Every row of a list, under what would become of it."""

    added: tuple[Addition, ...]
    altered: tuple[Alteration, ...]
    same: int
    left_out: tuple[LeftOut, ...]
    notes: tuple[Text, ...]

    @property
    def does_something(self) -> bool:
        return bool(self.added or self.altered)

    @property
    def rows(self) -> int:
        return len(self.added) + len(self.altered) + self.same + len(self.left_out)


def plan_of(upload: Upload) -> Plan:
    """Read an upload and compare it with the owner's sites.

    Raises
    ------
    Refused
        The file cannot be read, or holds more than fits in one go.
    """
    told = read_list(Path(upload.file.path), Layout(upload.layout), upload.owner)
    return compare(told, upload.owner, proposed=upload.layout == Layout.BBR)


def compare(told: SiteList, owner: Organisation, *, proposed: bool = False) -> Plan:
    """Find each row among the owner's sites; of a register only what the owner owns counts."""
    known = _Known(owner)
    added: list[Addition] = []
    altered: list[Alteration] = []
    left_out = [_left_out(one) for one in told.rejected]
    same = 0
    for row in told.sites:
        facts = facts_of(row, owner)
        site = known.find(row)
        if proposed and not _owns(owner, row):
            left_out.append(LeftOut(row.row, "", row.owner, *_ANOTHERS, row.name))
        elif facts is None:
            left_out.append(LeftOut(row.row, "", row.municipality or "", *_ELSEWHERE, row.name))
        elif site is None:
            added.append(Addition(row, facts))
        elif new := dict(_news(site, facts)):
            altered.append(Alteration(row, site, {name: getattr(site, name) for name in new}, new))
        else:
            same += 1
    return Plan(tuple(added), tuple(altered), same, _in_order(left_out), told.notes)


class _Known:
    """The owner's sites, found by number or by name and place."""

    def __init__(self, owner: Organisation) -> None:
        every = list(Site.objects.filter(owner=owner).select_related("owner", "municipality"))
        self._by_number = {one.number.casefold(): one for one in every}
        self._by_number |= {one.list_id.casefold(): one for one in every if one.list_id}
        self._by_name: dict[str, list[Site]] = {}
        for one in every:
            self._by_name.setdefault(plain(one.name), []).append(one)

    def find(self, row: SiteRow) -> Site | None:
        found = self._by_number.get(row.own_id.casefold()) if row.own_id else None
        named = self._by_name.get(plain(row.name), [])
        return found or next(filter(partial(_is_near, row), named), None)


def facts_of(row: SiteRow, owner: Organisation) -> dict[str, Any] | None:
    """What a row says, as the register keeps it; None where it lies in none of our places."""
    own = owner if owner.is_municipality else None
    place = municipality_of(row.municipality) if row.municipality else own
    if place is None:
        return None
    told: dict[str, Any] = {
        "name": row.name[:120],
        "kind": row.kind.value,
        "municipality": place,
        "longitude": round(row.longitude, 6),
        "latitude": round(row.latitude, 6),
        "structure_m": row.structure_m,
        "antenna_m": row.antenna_m,
        "ground_m": row.ground_m,
        "zone": row.zone.value if row.zone else "",
        "designations": list(row.designations),
        "power": row.power,
        "fibre": row.fibre,
        "access": row.access,
        "load": row.load,
        "note": row.note,
        "list_id": "" if row.own_id.upper().startswith("P-") else row.own_id,
        "owner_kind": row.owner_kind.value if row.owner_kind else "",
    }
    if not row.available:
        told["availability"] = Availability.WITHDRAWN
    return told


def _news(site: Site, facts: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What the list says otherwise; an empty cell takes nothing away."""
    for name, value in facts.items():
        if value not in ("", None, []) and getattr(site, name) != value:
            yield name, value


def _is_near(row: SiteRow, site: Site) -> bool:
    east, north = site.metric()
    return abs(east - row.easting_m) < _SAME_M and abs(north - row.northing_m) < _SAME_M


def _left_out(one: RejectedRow) -> LeftOut:
    fault = one.fault
    return LeftOut(
        one.row, one.column or "", one.value or "", fault.sentence, fault.remedy, one.text
    )


def _owns(owner: Organisation, row: SiteRow) -> bool:
    """Whether the register says that the property is the owner's own."""
    if not owner.is_municipality:
        return row.owner_kind == owner_kind_of(owner) != OwnerKind.OTHER
    return row.municipality == owner.code and plain(owner.name) in plain(row.owner)


def _in_order(rows: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(rows, key=lambda one: one.row))
