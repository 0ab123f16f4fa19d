"""The library of texts: conditions to take into a decision, and where one can complain."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from taskforce.vocabulary.text import Text

# What the library leaves for the officer to fill in.
GAP = "…"
_LIBRARY = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True)
class ConditionText:
    """One condition as the library words it; `rule` is what it builds on, or ""."""

    key: str
    text: Text
    kinds: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class AppealRoute:
    """Where to complain, and how long.

    `sure` is False where an officer should verify it. A period counts from the decision, or from
    its publication.
    """

    key: str
    body: Text
    text: Text
    kinds: tuple[str, ...]
    weeks: int
    sure: bool
    source: str
    of_delay: bool
    from_publication: bool


@cache
def conditions() -> tuple[ConditionText, ...]:
    """Every condition of the library, in its order."""
    return tuple(
        ConditionText(key, Text(told["da"], told["en"]), tuple(told["kinds"]), told.get("rule", ""))
        for key, told in _read("conditions.toml").items()
    )


@cache
def routes() -> tuple[AppealRoute, ...]:
    """Every way to complain."""
    return tuple(
        AppealRoute(
            key=key,
            body=Text(**told["body"]),
            text=Text(**told["text"]),
            kinds=tuple(told["kinds"]),
            weeks=told["weeks"],
            sure=told["sure"],
            source=told["source"],
            of_delay=told.get("delay", False),
            from_publication=told.get("from_publication", False),
        )
        for key, told in _read("appeals.toml").items()
    )


def conditions_for(kind: str) -> list[ConditionText]:
    """The conditions that fit a kind of case."""
    return [one for one in conditions() if kind in one.kinds]


def routes_for(kind: str) -> list[AppealRoute]:
    """Where a decision in a kind of case can be complained about."""
    return [one for one in routes() if kind in one.kinds and not one.of_delay]


def route(key: str) -> AppealRoute | None:
    """A way to complain by its key."""
    return next((one for one in routes() if one.key == key), None)


def _read(name: str) -> dict[str, Any]:
    with (_LIBRARY / name).open("rb") as file:
        return tomllib.load(file)
