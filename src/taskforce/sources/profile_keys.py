"""The keys that a mapping profile may hold, and what a wrong one is answered with."""

from __future__ import annotations

from typing import Any

from taskforce.sources.profile import UNITS
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology

KINDS = ("coverage", "addresses")

_TEXT, _TEXTS, _NUMBER, _TABLE, _FIELD = "text", "list of texts", "whole number", "table", "field"

TOP = {
    "kind": _TEXT,
    "title": _TEXT,
    "publisher": _TEXT,
    "licence": _TEXT,
    "url": _TEXT,
    "country": _TEXT,
    "empty": _TEXT,
    "unit": _TEXT,
    "recognise": _TABLE,
    "file": _TABLE,
    "address": _TABLE,
    "constant": _TABLE,
    "technologies": _TABLE,
    "long": _TABLE,
    "keep": _TABLE,
}
RECOGNISE = {"all": _TEXTS, "any": _TEXTS}
FILE = {
    "delimiter": _TEXT,
    "encoding": _TEXT,
    "header_row": _NUMBER,
    "sheet": _TEXT,
    "layer": _TEXT,
    "decimal": _TEXT,
    "nulls": _TEXTS,
    "crs": _TEXT,
}
ADDRESS = {
    "id": _FIELD,
    "road": _FIELD,
    "house_number": _FIELD,
    "postcode": _FIELD,
    "municipality_name": _FIELD,
    "municipality_code": _FIELD,
    "region_code": _FIELD,
    "hex": _FIELD,
    "easting": _FIELD,
    "northing": _FIELD,
    "longitude": _FIELD,
    "latitude": _FIELD,
    "optional": _TEXTS,
}
FIELD = {
    "column": _TEXT,
    "columns": _TEXTS,
    "joined_by": _TEXT,
    "start": _NUMBER,
    "length": _NUMBER,
}
PAIR = {"download": _TEXT, "upload": _TEXT, "unit": _TEXT}
LONG = {
    "technology": _TEXT,
    "download": _TEXT,
    "upload": _TEXT,
    "operator": _TEXT,
    "unit": _TEXT,
    "covers": _TEXTS,
    "values": _TABLE,
    "by_file_name": _TABLE,
}
CONSTANTS = dict.fromkeys(
    ("municipality_name", "municipality_code", "region_code", "postcode"), _TEXT
)

_CHOICES = {
    "kind": KINDS,
    "unit": tuple(UNITS),
    "empty": ("not_offered", "unknown"),
    "decimal": (",", "."),
}

_FITS = {
    _TEXT: lambda value: isinstance(value, str),
    _TEXTS: lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value),
    _NUMBER: lambda value: isinstance(value, int) and not isinstance(value, bool) and value > 0,
    _TABLE: lambda value: isinstance(value, dict),
    _FIELD: lambda value: isinstance(value, (str, list, dict)) and bool(value),
}


def check_keys(table: dict[str, Any], allowed: dict[str, str], *, path: str, file: str) -> None:
    """Refuse a key that is not known, or whose value is of the wrong kind.

    Raises
    ------
    Refused
        Names the key by its full path, and says what may stand there.
    """
    for key, value in table.items():
        name = f"{path}.{key}" if path else key
        if key not in allowed:
            raise wrong_key(name, f"is not known. Known here: {', '.join(allowed)}.", file=file)
        if not _FITS[allowed[key]](value):
            raise wrong_key(name, f"must be a {allowed[key]}, not {value!r}.", file=file)
        if key in _CHOICES and value not in _CHOICES[key]:
            listed = ", ".join(f'"{one}"' for one in _CHOICES[key])
            raise wrong_key(name, f"must be one of {listed}, not {value!r}.", file=file)


def technology(name: object, *, key: str, file: str) -> Technology:
    """Read one of the technologies of the house, or refuse naming the key."""
    if name not in tuple(Technology):
        listed = ", ".join(Technology)
        raise wrong_key(key, f"names no technology ({name!r}). Known: {listed}.", file=file)
    return Technology(str(name))


def wrong_key(key: str, what: str, *, file: str) -> Refused:
    """The refusal of a profile because of one key."""
    return Refused(
        f'The key "{key}" {what}', remedy="All keys: docs/mapping-profiles.md.", file=file
    )
