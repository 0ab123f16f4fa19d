"""Mapping profiles as files: those that come with the software, and a user's own."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.sources import profile_keys as keys
from taskforce.sources.profile import (
    ADDRESS_FACTS,
    UNITS,
    Field,
    FileLayout,
    LongForm,
    Pair,
    Profile,
)
from taskforce.sources.profile_keys import check_keys, technology, wrong_key
from taskforce.vocabulary.coordinates import MAP_CRS, METRIC_CRS
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology

FOLDER = Path(__file__).parent / "profiles"

_COORDINATES = (("easting", "northing"), ("longitude", "latitude"))


@lru_cache
def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the software, by name."""
    return tuple(read_profile(file) for file in sorted(FOLDER.glob("*.toml")))


def find_profile(name: str) -> Profile:
    """Find a profile by its shipped name or by the path of a TOML file.

    Parameters
    ----------
    name
        For example "fcc-bdc", or "my-mapping.toml".

    Raises
    ------
    Refused
        There is no such profile, or one of its keys is wrong.
    """
    shipped = next((one for one in shipped_profiles() if one.name == name), None)
    return shipped or read_profile(Path(name))


def read_profile(file: Path) -> Profile:
    """Read and check one mapping profile.

    Raises
    ------
    Refused
        The file is missing or is no TOML, or a key is unknown, missing or of the wrong kind.
    """
    try:
        raw = file.read_bytes()
        content = tomllib.loads(raw.decode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        known = ", ".join(path.stem for path in sorted(FOLDER.glob("*.toml")))
        raise Refused(
            f"The mapping profile cannot be read ({error}).",
            remedy=f"Give the path of a TOML file, or one of: {known}.",
            file=file,
        ) from error
    return _profile(content, file=file, sha256=hashlib.sha256(raw).hexdigest())


def _profile(content: dict[str, Any], *, file: Path, sha256: str) -> Profile:
    where = str(file)
    check_keys(content, keys.TOP, path="", file=where)
    address, layout = content.get("address", {}), content.get("file", {})
    for table, allowed, path in (
        (content.get("recognise", {}), keys.RECOGNISE, "recognise"),
        (layout, keys.FILE, "file"),
        (address, keys.ADDRESS, "address"),
        (content.get("constant", {}), keys.CONSTANTS, "constant"),
    ):
        check_keys(table, allowed, path=path, file=where)
    kind = content.get("kind", "coverage")
    profile = Profile(
        name=file.stem,
        kind=kind,
        title=content.get("title", file.stem),
        publisher=content.get("publisher", "unknown publisher"),
        licence=content.get("licence", "unknown licence"),
        sha256=sha256,
        url=content.get("url"),
        country=content.get("country"),
        recognised_by=tuple(content.get("recognise", {}).get("all", ())),
        recognised_by_any=tuple(content.get("recognise", {}).get("any", ())),
        layout=_layout(layout, address),
        fields=_fields(address, content.get("constant", {}), where),
        optional=frozenset(address.get("optional", ())),
        pairs=_pairs(content, where),
        long=_long(content, where),
        empty_is_unknown=content.get("empty", "not_offered") == "unknown",
        keep_rows_where={key: tuple(map(str, of)) for key, of in content.get("keep", {}).items()},
    )
    _check_whole(profile, where)
    return profile


def _check_whole(profile: Profile, where: str) -> None:
    if "id" not in profile.fields:
        raise wrong_key("address.id", "is missing: every row needs an id.", file=where)
    if ("x" in profile.fields) != ("y" in profile.fields):
        raise wrong_key("address", "has one coordinate; both are needed.", file=where)
    if profile.kind == "coverage" and bool(profile.pairs) == (profile.long is not None):
        raise wrong_key(
            "technologies", "or else [long] must say where the speeds stand.", file=where
        )
    if not profile.optional <= {*keys.ADDRESS, *ADDRESS_FACTS}:
        raise wrong_key("address.optional", "names a fact that does not exist.", file=where)


def _layout(layout: dict[str, Any], address: dict[str, Any]) -> FileLayout:
    degrees = "longitude" in address
    values = {"crs": MAP_CRS if degrees else METRIC_CRS, **layout}
    values["nulls"] = tuple(values.get("nulls", ()))
    return FileLayout(**values)


def _fields(address: dict[str, Any], constant: dict[str, str], where: str) -> dict[str, Field]:
    named = dict(address)
    for east, north in _COORDINATES:
        for key, fact in ((east, "x"), (north, "y")):
            if key in named:
                named[fact] = named.pop(key)
    fields = {
        fact: _field(named[fact], f"address.{fact}", where)
        for fact in ADDRESS_FACTS
        if fact in named
    }
    return fields | {fact: Field(constant=value) for fact, value in constant.items()}


def _field(entry: str | list[str] | dict[str, Any], key: str, where: str) -> Field:
    if isinstance(entry, str):
        return Field(columns=(entry,))
    if isinstance(entry, list):
        return Field(columns=tuple(entry))
    check_keys(entry, keys.FIELD, path=key, file=where)
    columns = (
        entry.get("columns") or [entry["column"]] if entry.keys() & {"column", "columns"} else []
    )
    if not columns:
        raise wrong_key(key, "names no column.", file=where)
    return Field(
        columns=tuple(columns),
        joined_by=entry.get("joined_by", " "),
        start=entry.get("start"),
        length=entry.get("length"),
    )


def _pairs(content: dict[str, Any], where: str) -> tuple[Pair, ...]:
    default = content.get("unit", "mbps")
    found = []
    for name, entry in content.get("technologies", {}).items():
        key = f"technologies.{name}"
        which = technology(name, key=key, file=where)
        if not isinstance(entry, dict):
            raise wrong_key(key, "must be a table with download and upload.", file=where)
        check_keys(entry, keys.PAIR, path=key, file=where)
        if "download" not in entry:
            raise wrong_key(f"{key}.download", "is missing.", file=where)
        unit = UNITS[entry.get("unit", default)]
        found.append(Pair(which, entry["download"], entry.get("upload"), unit))
    return tuple(found)


def _long(content: dict[str, Any], where: str) -> LongForm | None:
    entry = content.get("long")
    if entry is None:
        return None
    check_keys(entry, keys.LONG, path="long", file=where)
    for needed in ("download",):
        if needed not in entry:
            raise wrong_key(f"long.{needed}", "is missing.", file=where)
    if not entry.keys() & {"technology", "by_file_name"}:
        raise wrong_key("long.technology", "or long.by_file_name is needed.", file=where)
    return LongForm(
        download=entry["download"],
        upload=entry.get("upload"),
        technology=entry.get("technology"),
        values=_named(entry, "values", where),
        by_file_name=_named(entry, "by_file_name", where),
        operator=entry.get("operator"),
        covers=tuple(
            technology(name, key="long.covers", file=where) for name in entry.get("covers", ())
        ),
        kbps_per_unit=UNITS[entry.get("unit", content.get("unit", "mbps"))],
    )


def _named(entry: dict[str, Any], part: str, where: str) -> dict[str, Technology]:
    return {
        text: technology(name, key=f"long.{part}.{text}", file=where)
        for text, name in entry.get(part, {}).items()
    }
