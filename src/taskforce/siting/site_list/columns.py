"""The columns of a list of sites: what they may be called, in Danish and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from taskforce.sources.raw_table import folded

# Each fact of a site, and the names of its column; the first is the one that we write ourselves.
# Case, accents, blanks and a unit at the end are no matter: "Højde (m)" is "hoejde".
NAMES: dict[str, tuple[str, ...]] = {
    "name": ("navn", "name", "stednavn", "site_name", "lokalitet", "lokation", "betegnelse",
             "ejendomsnavn", "bygningsnavn", "sted", "site"),
    "kind": ("art", "kind", "type", "anlaegstype", "bygningstype", "site_type", "site_kind",
             "kategori", "category", "anvendelse"),
    "owner": ("ejer", "owner", "ejernavn", "owner_name"),
    "owner_kind": ("ejertype", "owner_kind", "owner_type", "ejerforhold"),
    "municipality": ("kommunekode", "municipality", "kommune", "kommunenr", "municipality_code",
                     "komkode", "kommunenavn"),
    "x": ("oest", "easting", "east", "utm_e", "utm_oest", "utm_x", "x", "x_koordinat",
          "koordinat_x", "oestkoordinat", "etrs89koordinat_oest"),
    "y": ("nord", "northing", "north", "utm_n", "utm_nord", "utm_y", "y", "y_koordinat",
          "koordinat_y", "nordkoordinat", "etrs89koordinat_nord"),
    "longitude": ("laengdegrad", "longitude", "lon", "lng", "long", "laengde",
                  "wgs84koordinat_laengde"),
    "latitude": ("breddegrad", "latitude", "lat", "bredde", "wgs84koordinat_bredde"),
    "structure_m": ("bygningshoejde_m", "structure_m", "structure_height", "hoejde", "height",
                    "konstruktionshoejde", "building_height"),
    "antenna_m": ("antennehoejde_m", "antenna_m", "antenna_height"),
    "ground_m": ("terraen_m", "ground_m", "terraenhoejde", "terraenkote", "kote", "ground_height",
                 "elevation"),
    "zone": ("zone", "planzone", "zonestatus", "planning_zone"),
    "power": ("stroem", "power", "el", "electricity", "stroemforsyning"),
    "fibre": ("fiber", "fibre", "fiberforbindelse"),
    "access": ("adgang", "access", "adgangsforhold"),
    "load": ("baereevne", "load", "bearing_capacity"),
    "designations": ("udpegninger", "designations", "udpegning", "fredning", "fredninger",
                     "beskyttelser", "bindinger"),
    "available": ("ledig", "available", "tilgaengelig", "udbydes"),
    "annual_cost_dkk": ("aarlig_leje_kr", "annual_cost_dkk", "annual_rent", "leje",
                        "leje_pr_aar", "rent"),
    "note": ("bemaerkning", "note", "bemaerkninger", "kommentar", "kommentarer", "remarks",
             "comment", "notat"),
    "own_id": ("id", "own_id", "site_id", "eget_id", "nummer", "nr"),
}  # fmt: skip

# Where a map file holds points or areas, these two columns are made of them.
MAP_X, MAP_Y = "point x", "point y"

HEIGHTS = ("structure_m", "antenna_m", "ground_m")
_UNIT = re.compile(r"_(?:i_)?(m|meter|metre|metres|kr|dkk|ft|fod|feet|foot)$")
_FEET = ("ft", "fod", "feet", "foot")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each fact stands in a table, by what it is called there.

    `places` are the two columns of coordinates; `feet` the heights whose column says feet;
    `unread` the columns that nobody knows.
    """

    header: tuple[str, ...]
    at: dict[str, int]
    places: tuple[int, int] | None
    in_degrees: bool
    feet: frozenset[str]
    unread: tuple[str, ...]

    def title(self, fact: str) -> str | None:
        """What the column of a fact is called in this table."""
        return self.header[self.at[fact]] if fact in self.at else None


def bind(header: Sequence[str]) -> Columns:
    """Find out which column of a table tells what.

    Parameters
    ----------
    header
        The names as they stand in the file.

    Returns
    -------
    Columns
        The first column that a fact answers to. The shape of a map file tells the place before
        any column; metres before degrees.
    """
    units = [_key(name) for name in header]
    keys = [_bare(key) for key in units]
    at: dict[str, int] = {}
    for fact, names in NAMES.items():
        wanted = [_bare(name) for name in names]
        known = [
            (wanted.index(_bare(key)), n) for n, key in enumerate(keys) if _bare(key) in wanted
        ]
        if known:
            at[fact] = min(known)[1]
    shape = [keys.index(_key(name)) if _key(name) in keys else None for name in (MAP_X, MAP_Y)]
    places, in_degrees = _places(at, shape)
    read = {*at.values(), *(places or ())}
    return Columns(
        header=tuple(header),
        at=at,
        places=places,
        in_degrees=in_degrees,
        feet=frozenset(fact for fact in HEIGHTS if fact in at and _in_feet(units[at[fact]])),
        unread=tuple(name for n, name in enumerate(header) if n not in read and name.strip()),
    )


def spellings(*facts: str) -> str:
    """Every spelling of the columns of some facts, as the sources room writes options."""
    names = dict.fromkeys(name for fact in facts for name in NAMES[fact])
    bare = [_bare(name) for name in names]
    units = ("", "_m", " (m)", " [m]", " m")
    told = [name + unit for name in bare for unit in units]
    return " | ".join(dict.fromkeys([*names, *told, *(one.replace("_", " ") for one in told)]))


def _places(at: dict[str, int], shape: Sequence[int | None]) -> tuple[tuple[int, int] | None, bool]:
    """The two columns of the place, and whether they are named as degrees."""
    if shape[0] is not None and shape[1] is not None:
        return (shape[0], shape[1]), False
    for first, second, in_degrees in (("x", "y", False), ("longitude", "latitude", True)):
        if first in at and second in at:
            return (at[first], at[second]), in_degrees
    return None, False


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", folded(name)).strip("_")


def _bare(key: str) -> str:
    return _UNIT.sub("", key)


def _in_feet(key: str) -> bool:
    unit = _UNIT.search(key)
    return unit is not None and unit.group(1) in _FEET
