"""Measurement profiles as files: those that come with the software, and a user's own."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.sources.measurements.profile import (
    NUMBERS,
    PLACE,
    UNITS,
    WORDS,
    Mapped,
    MeasurementProfile,
    TimeForm,
)
from taskforce.sources.profile import FileLayout
from taskforce.sources.profile_keys import FILE
from taskforce.vocabulary.coordinates import MAP_CRS, METRIC_CRS
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.signal import Generation

FOLDER = Path(__file__).parent / "profiles"

_PAIRS = (("longitude", "latitude"), ("easting", "northing"))
_TOP = (
    *("title", "publisher", "licence", "url", "refused"),
    *("recognise", "file", "time", "measurement", "generations"),
)
_FACTS = (*(key for pair in _PAIRS for key in pair), *WORDS, *NUMBERS)
_FACT = ("column", "columns", "joined_by", "unit", "nulls")


@lru_cache
def shipped_profiles() -> tuple[MeasurementProfile, ...]:
    """The profiles that come with the software, the most particular heading first."""
    found = [read_profile(file) for file in sorted(FOLDER.glob("*.toml"))]
    return tuple(sorted(found, key=lambda one: -len(one.recognised_by)))


def find_profile(name: str) -> MeasurementProfile:
    """Find a profile by its shipped name or by the path of a TOML file.

    Raises
    ------
    Refused
        There is no such profile, or one of its keys is wrong.
    """
    shipped = next((one for one in shipped_profiles() if one.name == name), None)
    return shipped or read_profile(Path(name))


def read_profile(file: Path) -> MeasurementProfile:
    """Read and check one profile.

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
    try:
        return _profile(content, file, hashlib.sha256(raw).hexdigest())
    except (AttributeError, TypeError) as error:
        raise _wrong("", f"is of the wrong kind ({error}).", file) from error


def _profile(content: dict[str, Any], file: Path, sha256: str) -> MeasurementProfile:
    _only(content, _TOP, "", file)
    facts = content.get("measurement", {})
    _only(facts, _FACTS, "measurement", file)
    layout = content.get("file", {})
    _only(layout, tuple(FILE), "file", file)
    degrees = "easting" not in facts
    values = {"crs": MAP_CRS if degrees else METRIC_CRS, **layout}
    values["nulls"] = tuple(values.get("nulls", ()))
    profile = MeasurementProfile(
        name=file.stem,
        title=content.get("title", file.stem),
        publisher=content.get("publisher", "unknown publisher"),
        licence=content.get("licence", "unknown licence"),
        sha256=sha256,
        url=content.get("url"),
        recognised_by=tuple(content.get("recognise", {}).get("all", ())),
        layout=FileLayout(**values),
        facts=_facts(facts, file),
        time=_time(content.get("time"), file),
        generations=_generations(content.get("generations", {}), file),
        refused=content.get("refused", ""),
    )
    _check_whole(profile, file)
    return profile


def _check_whole(profile: MeasurementProfile, file: Path) -> None:
    if (PLACE[0] in profile.facts) != (PLACE[1] in profile.facts):
        raise _wrong("measurement", "has one coordinate; both are needed.", file)
    if not profile.facts.keys() & {"signal", "rsrp", "other", "rsrq", "sinr"}:
        raise _wrong("measurement", "names no signal: signal, rsrp, rsrq, sinr or other.", file)
    if "signal" in profile.facts and "technology" not in profile.facts:
        raise _wrong("measurement.technology", "is needed to know what signal means.", file)


def _facts(entries: Mapping[str, Any], file: Path) -> dict[str, Mapped]:
    renamed = {key: fact for pair in _PAIRS for key, fact in zip(pair, PLACE, strict=True)}
    return {renamed.get(key, key): _mapped(key, entry, file) for key, entry in entries.items()}


def _mapped(key: str, entry: Any, file: Path) -> Mapped:
    if isinstance(entry, str):
        return Mapped((entry,))
    _only(entry, _FACT, f"measurement.{key}", file)
    columns = tuple(entry.get("columns", ())) or (entry.get("column"),)
    if None in columns:
        raise _wrong(f"measurement.{key}", "names no column.", file)
    unit = entry.get("unit")
    if unit is not None and unit not in UNITS:
        raise _wrong(f"measurement.{key}.unit", f"must be one of {', '.join(UNITS)}.", file)
    return Mapped(columns, unit, tuple(entry.get("nulls", ())), entry.get("joined_by", "-"))


def _time(entry: Any, file: Path) -> TimeForm | None:
    if entry is None:
        return None
    _only(entry, ("column", "form", "zone"), "time", file)
    if "column" not in entry:
        raise _wrong("time.column", "is missing.", file)
    return TimeForm(**entry)


def _generations(entries: Mapping[str, str], file: Path) -> dict[str, str]:
    for word, generation in entries.items():
        if generation not in tuple(Generation):
            raise _wrong(f"generations.{word}", f"must be one of {', '.join(Generation)}.", file)
    return dict(entries)


def _only(table: Mapping[str, Any], allowed: tuple[str, ...], path: str, file: Path) -> None:
    for key in table:
        if key not in allowed:
            name = f"{path}.{key}" if path else key
            raise _wrong(name, f"is not known. Known here: {', '.join(allowed)}.", file)


def _wrong(key: str, what: str, file: Path) -> Refused:
    return Refused(
        f'The key "{key}" {what}', remedy="All keys: docs/figures/measured.md.", file=file
    )
