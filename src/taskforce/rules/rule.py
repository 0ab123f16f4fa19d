"""One rule: where it comes from, when it applies, and what it then says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from taskforce.rules.fact import STRICT, Case
from taskforce.rules.outcome import Effect
from taskforce.rules.standing import Confidence, Layer
from taskforce.vocabulary.text import Text

Setting = bool | float | str


@dataclass(frozen=True)
class DatedValue:
    """A value and the days it is in force, first and last included."""

    __pydantic_config__ = STRICT

    value: Setting
    since: Annotated[date | None, Field(alias="from")] = None
    until: Annotated[date | None, Field(alias="to")] = None

    def holds(self, day: date) -> bool:
        return (self.since or date.min) <= day <= (self.until or date.max)


class Holding(StrEnum):
    """What a parameter holds; `yes_no` is a switch that a change of law turns."""

    NUMBER = "number"
    YES_NO = "yes_no"
    TEXT = "text"


@dataclass(frozen=True)
class Parameter:
    """A number or switch of a rule. Without any value it is open: only the municipality knows."""

    __pydantic_config__ = STRICT

    kind: Holding
    meaning: Text
    values: tuple[DatedValue, ...] = ()
    unit: str | None = None
    least: float | None = None
    most: float | None = None
    local: bool = False

    def on(self, day: date) -> Setting | None:
        """The value in force on a day; None where it is open."""
        return next((each.value for each in self.values if each.holds(day)), None)


class Who(StrEnum):
    """Who has to keep a deadline."""

    APPLICANT = "applicant"
    AUTHORITY = "authority"
    LINE_OWNER = "line_owner"

    @property
    def label(self) -> Text:
        return _WHO[self]


_WHO = {
    Who.APPLICANT: Text("Dig", "You"),
    Who.AUTHORITY: Text("Myndigheden", "The authority"),
    Who.LINE_OWNER: Text("Ledningsejeren", "The line owner"),
}


@dataclass(frozen=True)
class TimeLimit:
    """A length of time before or after an event; the length may be a parameter's name."""

    __pydantic_config__ = STRICT

    who: Who
    length: float | str
    unit: str
    after: str | None = None
    before: str | None = None

    @property
    def event(self) -> str:
        return self.after or self.before or ""


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule of law, of the common guidelines, or of one municipality."""

    __pydantic_config__ = STRICT

    id: str
    cases: tuple[Case, ...]
    layer: Layer
    clause: Text
    title: Text
    text: Text
    when: str
    outcome: Effect
    sources: tuple[str, ...]
    certainty: Confidence
    only_with: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    reason: Text | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    deadline: TimeLimit | None = None
    paper: Text | None = None
    municipalities: tuple[str, ...] = ()
    adoptable: bool = False
    versions: Mapping[str, str] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None
    note: Text | None = None

    @property
    def may_be_adopted(self) -> bool:
        """True for what each municipality decides for itself: the clauses of the guidelines."""
        return self.adoptable or self.layer == Layer.COMMON

    def in_force(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def concerns(self, municipality: str) -> bool:
        return not self.municipalities or municipality in self.municipalities
