"""Municipalities by the names and codes that publishers write."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from taskforce.sources import reasons
from taskforce.sources.profile import Profile
from taskforce.vocabulary.places import CountryRegister, country_register


def name_municipalities(connection: Any, profile: Profile) -> None:
    """Find the municipality of each spelling in `staged`, and mark the rows that name none.

    Parameters
    ----------
    connection
        Holds `staged` and `faults`; receives `named`, one row per spelling (municipality_name and
        municipality_code as written, either may be null): `municipality`, the official code.
    profile
        Where it names a country whose register is known, a spelling must be in it.
    """
    spellings = connection.execute(
        "SELECT DISTINCT municipality_name, municipality_code FROM staged WHERE fault IS NULL "
        "ORDER BY ALL"
    ).fetchall()
    register = country_register(profile.country) if profile.country else None
    connection.execute(
        "CREATE TABLE named (municipality_name VARCHAR, municipality_code VARCHAR, "
        "municipality VARCHAR)"
    )
    for name, code in spellings:
        municipality = _found(name, code, register) if register else code
        connection.execute("INSERT INTO named VALUES (?, ?, ?)", [name, code, municipality])
        if register and municipality is None and (name or code):
            _mark(connection, profile, name, code, register)


def _found(name: str | None, code: str | None, register: CountryRegister) -> str | None:
    if code:
        return code.zfill(4) if code.zfill(4) in register.by_code else None
    place = register.by_name(name) if name else None
    return place.code if place else None


def _mark(
    connection: Any, profile: Profile, name: str | None, code: str | None, register: CountryRegister
) -> None:
    fact = "municipality_code" if code else "municipality_name"
    column = next(iter(profile.fields[fact].columns), fact).split("|")[0].strip()
    known = [place.name for place in register.by_code.values()]
    near = get_close_matches(name or "", known, n=1, cutoff=0.5)
    detail = f"nearest: {near[0]}" if near else ""
    fault = reasons.SEPARATOR.join((reasons.UNKNOWN_MUNICIPALITY, column, detail))
    connection.execute(
        "INSERT INTO faults SELECT row, file, ? FROM staged WHERE fault IS NULL "
        "AND municipality_name IS NOT DISTINCT FROM ? AND municipality_code IS NOT DISTINCT FROM ?",
        [fault, name, code],
    )
