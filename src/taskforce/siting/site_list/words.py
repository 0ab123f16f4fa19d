"""Words in a list of sites: what stands there, who owns it, in which zone, yes or no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from taskforce.siting.site_list.listed import Zone
from taskforce.vocabulary.places import country_register, plain
from taskforce.vocabulary.site import OwnerKind, SiteKind

Sort = TypeVar("Sort")

# A long list uses few different words.
_REMEMBERED = 4096

_KINDS = {
    SiteKind.WATER_TOWER: ("vandtaarn", "watertower", "hoejdebeholder"),
    SiteKind.SILO: ("silo",),
    SiteKind.CHURCH: ("kirke", "church", "kirketaarn", "kapel"),
    SiteKind.SCHOOL: ("skole", "school", "gymnasium"),
    SiteKind.BUILDING: (
        "bygning", "building", "raadhus", "hal", "hall", "plejehjem", "plejecenter", "boernehave",
        "boernehus", "institution", "boligblok", "hospital", "sygehus", "bibliotek", "station",
        "hoejhus", "hus", "kontor", "center", "lager", "svoemmehal", "bolig", "kaserne",
    ),
    SiteKind.CHIMNEY: ("skorsten", "chimney"),
    SiteKind.MAST: ("mast", "antennemast"),
    SiteKind.LAND: ("areal", "land", "grund", "jord", "jordstykke", "mark", "plads", "skov"),
    SiteKind.OTHER: ("andet", "other", "oevrigt", "oevrige"),
}  # fmt: skip

_OWNERS = {
    OwnerKind.MUNICIPALITY: ("kommun", "municipal", "50", "60"),
    OwnerKind.REGION: ("region", "amt", "county", "70"),
    OwnerKind.STATE: ("stat", "state", "80"),
    OwnerKind.OTHER: ("anden", "andet", "other", "selvej", "foren", "fond", "privat", "menighed"),
}
# How the name of an owner tells what it is.
_STATE = ("staten", "styrelse", "ministeri", "forsvar", "politi", "banedanmark", "vejdirektorat")

_ZONES = {
    Zone.URBAN: ("by", "urban", "town", "1"),
    Zone.RURAL: ("land", "rural", "2"),
    Zone.HOLIDAY: ("sommerhus", "holiday", "summer", "3"),
}

_YES = ("ja", "j", "yes", "y", "true", "sand", "sandt", "1", "x", "findes")
_NO = ("nej", "n", "no", "false", "falsk", "0", "ingen", "none", "mangler")
_UNKNOWN = ("", "ukendt", "unknown", "ved ikke", "-", "?")


@lru_cache(_REMEMBERED)
def kind_of(text: str) -> SiteKind | None:
    """Find the kind that a word stands for, or None.

    Danish compounds end with what the thing is: a "landsbyskole" is a school.
    """
    whole = _letters(text)
    for kind in SiteKind:
        if whole == kind.value.replace("_", "") or whole in _KINDS[kind]:
            return kind
    endings = {name: kind for kind, names in _KINDS.items() for name in names}
    for word in [whole, *re.findall(r"[a-z]+", plain(text))]:
        for name in sorted(endings, key=len, reverse=True):
            if word.endswith(name):
                return endings[name]
    return None


@lru_cache(_REMEMBERED)
def owner_kind_of(text: str) -> OwnerKind | None:
    """Find which public body a word stands for, or None."""
    return _begins(_OWNERS, plain(text))


@lru_cache(_REMEMBERED)
def owner_kind_by_name(owner: str) -> OwnerKind | None:
    """Guess by the name of an owner what it is; None where the name does not say."""
    name = plain(owner)
    if any(word in name for word in _STATE):
        return OwnerKind.STATE
    register = country_register()
    if "kommune" in name or (register and name and register.by_name(owner)):
        return OwnerKind.MUNICIPALITY
    return OwnerKind.REGION if name.startswith("region ") else None


@lru_cache(_REMEMBERED)
def zone_of(text: str) -> Zone | None:
    """Find the planning zone that a word stands for, or None."""
    return _begins(_ZONES, plain(text))


@lru_cache(_REMEMBERED)
def yes_or_no(text: str) -> bool | None:
    """Read yes or no; None for what is neither."""
    words = re.findall(r"[a-z0-9]+", plain(text))
    first = words[0] if words else ""
    return True if first in _YES else False if first in _NO else None


@lru_cache(_REMEMBERED)
def is_unknown(text: str) -> bool:
    """Whether a cell says that something is not known."""
    return plain(text) in _UNKNOWN


@lru_cache(_REMEMBERED)
def municipality_of(text: str) -> str | None:
    """Find the official code of a municipality by its code or any spelling of its name."""
    register = country_register()
    if register is None:
        return None
    if text.isdigit():
        return text.zfill(4) if text.zfill(4) in register.by_code else None
    found = register.by_name(text) if text else None
    return found.code if found else None


def _begins(words: Mapping[Sort, Sequence[str]], text: str) -> Sort | None:
    found = (one for one, names in words.items() if any(map(text.startswith, names)))
    return next(found, None)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", plain(text))
