"""The municipalities of a region and its country, read from a file and never from code."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.text import Text

REGIONS = Path(__file__).parent / "regions"
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue"})
DEFAULT_REGION = "sjaelland"

# The file that lists every municipality of a country; it is also the country seen as one region.
_REGISTERS = {"dk": "denmark"}


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its official code, as text."""

    code: str
    name: str
    region_code: str
    neighbours: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name as it stands in a web address: Køge becomes koege."""
        return plain(self.name).replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Region:
    """A region: the municipalities that one taskforce serves."""

    code: str
    slug: str
    name: Text
    country: str
    language: str
    default_threshold: Threshold
    municipalities: tuple[Municipality, ...]

    def municipality(self, code: str) -> Municipality | None:
        return next((place for place in self.municipalities if place.code == code), None)


@dataclass(frozen=True, slots=True)
class CountryRegister:
    """All municipalities of a country, found by code or by any spelling of the name."""

    regions: dict[str, str]
    by_code: dict[str, Municipality]
    spellings: dict[str, str]

    def by_name(self, name: str) -> Municipality | None:
        code = self.spellings.get(_folded(name))
        return self.by_code[code] if code else None


def load_region(region: str | Path = DEFAULT_REGION) -> Region:
    """Read a region from its file.

    Parameters
    ----------
    region
        The name of a region that comes with the software, or the path of a TOML file with
        code, slug, name, country, language, default_threshold and municipalities.

    Raises
    ------
    Refused
        The file is missing, is not TOML, or lacks a key.
    """
    path = REGIONS / f"{region}.toml" if not str(region).endswith(".toml") else Path(region)
    content = _read(path)
    try:
        return Region(
            code=content["code"],
            slug=content["slug"],
            name=Text(**content["name"]),
            country=content["country"],
            language=content["language"],
            default_threshold=Threshold.parse(content["default_threshold"]),
            municipalities=tuple(
                _municipality(entry, content["code"]) for entry in content["municipalities"]
            ),
        )
    except (KeyError, TypeError) as error:
        raise Refused(
            f"The region lacks {error}.", remedy="Compare it with sjaelland.toml.", file=path
        ) from error


@lru_cache
def country_register(country: str = "dk") -> CountryRegister | None:
    """Read the list of all municipalities of a country, or None where the software has none."""
    if country not in _REGISTERS:
        return None
    content = _read(REGIONS / f"{_REGISTERS[country]}.toml")
    places = {
        entry["code"]: _municipality(entry, entry["region_code"])
        for entry in content["municipalities"]
    }
    spellings = {
        _folded(spelling): entry["code"]
        for entry in content["municipalities"]
        for spelling in (entry["name"], *entry.get("also", ()))
    }
    return CountryRegister(regions=content["regions"], by_code=places, spellings=spellings)


def plain(text: str) -> str:
    """Write a name in lower case letters a-z: Sorø becomes soroe, Køge koege, Ærø aeroe."""
    lowered = text.strip().lower().translate(_LETTERS)
    return unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()


def _folded(name: str) -> str:
    letters = plain(unicodedata.normalize("NFC", name)).replace("-", " ")
    for ending in ("regionskommune", "kommune", "s"):
        letters = letters.removesuffix(ending).strip()
    return letters


def _municipalities(content: dict[str, Any]) -> tuple[Municipality, ...]:
    if "municipalities" in content:
        return tuple(_municipality(entry, content["code"]) for entry in content["municipalities"])
    register = country_register(content["country"])
    return tuple(register.by_code.values()) if register else ()


def _municipality(entry: dict[str, Any], region_code: str) -> Municipality:
    return Municipality(
        code=entry["code"],
        name=entry["name"],
        region_code=entry.get("region_code", region_code),
        neighbours=tuple(entry.get("neighbours", ())),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        known = ", ".join(
            sorted(
                file.stem for file in REGIONS.glob("*.toml") if not file.stem.startswith("country-")
            )
        )
        raise Refused(
            "There is no such region file.", remedy=f"Known regions: {known}.", file=path
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(
            f"The file is not valid TOML: {error}.", remedy="Mend the line.", file=path
        ) from error
