"""The facts a check can ask for: what each means, in which unit, and how to find it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pydantic import ConfigDict

from taskforce.vocabulary.text import Text

Value = bool | float | str | tuple[str, ...] | datetime

STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


class Case(StrEnum):
    """The kinds of case that the rules know."""

    DIG = "dig"
    MAST = "mast"
    LEASE = "lease"
    GRANT = "grant"

    @property
    def label(self) -> Text:
        return _CASES[self]


_CASES = {
    Case.DIG: Text("Gravning", "Digging"),
    Case.MAST: Text("Mast eller antenne", "Mast or antenna"),
    Case.LEASE: Text("Leje af areal eller bygning", "Lease of land or building"),
    Case.GRANT: Text("Tilskud fra Bredbåndspuljen", "State broadband grant"),
}


class Kind(StrEnum):
    """What a fact's value looks like."""

    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    LIST = "list"
    TIME = "time"


@dataclass(frozen=True)
class Assumed:
    """A value that other facts imply: used when nothing else is said, and shown as assumed."""

    __pydantic_config__ = STRICT

    value: bool | float | str
    when: str
    text: Text


@dataclass(frozen=True, eq=False)
class Fact:
    """One fact. A fact that is not given is unknown: never false, never 0."""

    __pydantic_config__ = STRICT

    cases: tuple[Case, ...]
    kind: Kind
    order: int
    name: Text
    question: Text
    help: Text
    unit: str | None = None
    least: float | None = None
    most: float | None = None
    choices: Mapping[str, Text] = field(default_factory=dict)
    assumed: Assumed | None = None


@dataclass(frozen=True)
class Term:
    """A word that conditions may use: itself a condition over facts."""

    __pydantic_config__ = STRICT

    when: str
    text: Text
