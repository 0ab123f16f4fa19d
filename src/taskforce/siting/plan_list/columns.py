"""The columns of a plan: what they may be called, in Danish and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from taskforce.sources.raw_table import folded

# Each fact of a row, and the names of its column; the first is the one that we write ourselves.
# Case, accents and blanks are no matter, nor is a unit at the end.
NAMES: dict[str, tuple[str, ...]] = {
    "source_id": ("adresse_id", "address_id", "adgangsadresse_id", "adgangsadresseid", "adresseid",
                  "dar_id", "darid", "adgadr_id", "uuid", "id_lokalid"),
    "road": ("vejnavn", "road", "street", "vej", "gade", "road_name"),
    "house_number": ("husnr", "house_number", "husnummer", "nr", "nummer", "house"),
    "address": ("adresse", "address", "adressebetegnelse"),
    "postcode": ("postnr", "postcode", "postnummer", "zip", "post_code"),
    "technology": ("teknologi", "technology", "teknologiklasse", "technology_class"),
    "download": ("download_mbit", "download", "down", "download_mbps", "hastighed_ned"),
    "upload": ("upload_mbit", "upload", "up", "upload_mbps", "hastighed_op"),
    "due": ("senest", "due", "dato", "date", "inden", "faerdig", "ready", "ready_by", "deadline"),
    "sureness": ("sikkerhed", "certainty", "status", "beslutning"),
}  # fmt: skip

PLACES = ("source_id", "road", "address", "postcode")
_UNIT = re.compile(r"_(?:mbit_s|mbits|mbit|mbps)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each fact stands in a table, by what it is called there; `unread` are the others."""

    header: tuple[str, ...]
    at: dict[str, int]
    unread: tuple[str, ...]

    def title(self, fact: str | None) -> str | None:
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
        The first name of a fact that the table holds counts.
    """
    keys = [_key(name) for name in header]
    at: dict[str, int] = {}
    for fact, names in NAMES.items():
        wanted = [_key(name) for name in names]
        known = [(wanted.index(key), n) for n, key in enumerate(keys) if key in wanted]
        if known:
            at[fact] = min(known)[1]
    read = set(at.values())
    unread = tuple(name for n, name in enumerate(header) if n not in read and name.strip())
    return Columns(tuple(header), at, unread)


def spellings(*facts: str) -> str:
    """Every spelling of the columns of some facts, as the sources room writes options."""
    names = dict.fromkeys(name for fact in facts for name in NAMES[fact])
    blanks = (mark for name in names for mark in (name, *_written(name)))
    return " | ".join(dict.fromkeys(blanks))


def _written(name: str) -> tuple[str, ...]:
    return name.replace("_", " "), name.replace("_", "-"), f"{name} (mbit/s)"


def _key(name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", folded(name)).strip("_")
    return _UNIT.sub("", plain)
