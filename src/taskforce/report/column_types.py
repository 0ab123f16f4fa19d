"""Of what kind each column of the files for everyone is: text, a number, a day, yes or no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A type of the Table Schema standard, a unit where there is one, and what a value must be."""

    kind: str = "string"
    unit: str = ""
    constraints: tuple[tuple[str, Any], ...] = ()


_TEXT = ColumnType()
_CODE = ColumnType(constraints=(("pattern", "[0-9]{4}"),))
_ADDRESSES = ColumnType("integer", "addresses", (("minimum", 0),))
_SHARE = ColumnType("number", "share", (("minimum", 0), ("maximum", 1)))
_YES_OR_NO = ColumnType("boolean")
_DAY = ColumnType("date")
_METRES = ColumnType("number", "m", (("minimum", 0),))
_DEGREES = ColumnType("number", "degree")

_TYPES = {
    **dict.fromkeys(("municipality", "code"), _CODE),
    **dict.fromkeys(("as_of", "as_of_then"), _DAY),
    **dict.fromkeys(("longitude", "latitude"), _DEGREES),
    **dict.fromkeys(("share_below", "share"), _SHARE),
    **dict.fromkeys(("addresses", "below", "unknown", "below_then", "below_now"), _ADDRESSES),
    **dict.fromkeys(("still", "gained", "lost", "newly_known", "no_longer_known"), _ADDRESSES),
    **dict.fromkeys(("new", "gone", "addresses_new", "addresses_gone"), _ADDRESSES),
    "withheld": _YES_OR_NO,
    "area_km2": ColumnType("number", "km2", (("minimum", 0),)),
    "nearest_served_m": _METRES,
    "when": ColumnType(constraints=(("enum", ["now", "then"]),)),
    "counting": ColumnType(constraints=(("enum", ["fixed", "all"]),)),
}

# What tells one row of a table from all others; a postcode may be unknown, so it is no key.
KEYS = {
    "need_municipalities": ("threshold", "counting", "when", "municipality", "use"),
    "need_hexes": ("threshold", "counting", "when", "municipality", "hex"),
    "change": ("threshold", "counting", "municipality"),
    "white_spots": ("threshold", "id"),
    "mobile_cells": ("municipality", "hex"),
}


def type_of(name: str) -> ColumnType:
    """The type of a column by its name.

    Parameters
    ----------
    name
        Name of a column; on the map files with day and threshold: now_below_100-30.

    Returns
    -------
    ColumnType
        Text where nothing else is written down here.
    """
    day, _, rest = name.partition("_")
    if day in ("now", "then") and rest:
        return _TYPES[rest.split("_")[0]]
    return _TYPES.get(name, _TEXT)
