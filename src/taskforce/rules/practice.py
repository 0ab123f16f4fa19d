"""What each municipality has decided for itself: its own values, and which clauses it follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from taskforce.rules.fact import STRICT
from taskforce.rules.rule import Setting
from taskforce.rules.standing import Adoption, Confidence
from taskforce.vocabulary.text import Text


@dataclass(frozen=True)
class LocalValue:
    """One municipality's own value of one parameter, with its reason and its days."""

    __pydantic_config__ = STRICT

    rule: str
    parameter: str
    value: Setting
    reason: Text
    municipality: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    sources: tuple[str, ...] = ()
    certainty: Confidence = Confidence.HIGH

    def holds(self, day: date) -> bool:
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


@dataclass(frozen=True)
class Decision:
    """What one municipality has decided about one clause, from a day on.

    `version` names the guidelines that were decided on; "" means those in force on the day.
    """

    municipality: str
    rule: str
    adoption: Adoption
    decided_on: date | None = None
    reason: str = ""
    source: str = ""
    version: str = ""

    def holds(self, day: date) -> bool:
        return (self.decided_on or date.min) <= day


@dataclass(frozen=True)
class Practice:
    """The local values and decisions of all municipalities; the later entry wins."""

    values: tuple[LocalValue, ...] = ()
    decisions: tuple[Decision, ...] = ()
    _values: dict[tuple[str, str, str], list[LocalValue]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _decisions: dict[tuple[str, str], list[Decision]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for value in self.values:
            key = (value.municipality, value.rule, value.parameter)
            self._values.setdefault(key, []).append(value)
        for decision in sorted(self.decisions, key=lambda one: one.decided_on or date.min):
            self._decisions.setdefault((decision.municipality, decision.rule), []).append(decision)

    def value(self, municipality: str, rule: str, *, parameter: str, on: date) -> LocalValue | None:
        """The municipality's own value in force on a day, or None."""
        held = self._values.get((municipality, rule, parameter), [])
        return next((each for each in reversed(held) if each.holds(on)), None)

    def decision(self, municipality: str, rule: str, *, on: date) -> Decision | None:
        """What the municipality had decided by a day, or None."""
        held = self._decisions.get((municipality, rule), [])
        return next((each for each in reversed(held) if each.holds(on)), None)

    def with_more(self, other: Practice) -> Practice:
        """Both together; `other` is the later entry and wins where both speak."""
        return Practice((*self.values, *other.values), (*self.decisions, *other.decisions))
