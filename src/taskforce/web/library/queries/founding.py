"""The materials that every taskforce begins with, read from their files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from taskforce.vocabulary.text import Text

_FOLDER = Path(__file__).parent.parent / "founding"


@dataclass(frozen=True, slots=True)
class FoundingMaterial:
    """One of them, with its texts in both languages and the words it is found by."""

    key: str
    kind: str
    origin: str
    title: Text
    summary: Text
    body: Text
    source: str
    checked_on: date
    topics: tuple[str, ...]
    readers: tuple[str, ...]
    phases: tuple[str, ...]
    step: int | None
    url: str


@lru_cache
def founding_materials() -> tuple[FoundingMaterial, ...]:
    """Every one, in the order of the file."""
    content = tomllib.loads((_FOLDER / "founding.toml").read_text(encoding="utf-8"))
    checked_on: date = content["checked_on"]
    return tuple(
        FoundingMaterial(
            key=one["key"],
            kind=one["kind"],
            origin=one.get("origin", "region"),
            title=Text(**one["title"]),
            summary=Text(**one["summary"]),
            body=_body(one["key"]),
            source=one["source"],
            checked_on=checked_on,
            topics=tuple(one["topics"]),
            readers=tuple(one["readers"]),
            phases=tuple(one["phases"]),
            step=one.get("step"),
            url=one.get("url", ""),
        )
        for one in content["materials"]
    )


def _body(key: str) -> Text:
    return Text(*(_read(f"{key}.{language}.md") for language in ("da", "en")))


def _read(name: str) -> str:
    path = _FOLDER / name
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""
