"""The rulebook: every rule, fact and version, and which of them are in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from taskforce.rules.answer import Contact
from taskforce.rules.fact import Case, Fact, Term
from taskforce.rules.practice import Practice
from taskforce.rules.rule import Rule
from taskforce.rules.standing import Layer
from taskforce.rules.version import Version
from taskforce.vocabulary.errors import WrongUse


@dataclass(frozen=True)
class Rulebook:
    """All rules of the three layers, read once and never changed.

    `practice` holds the local values that are known from public sources; what the municipalities
    enter themselves is laid over it. `fingerprint` is the checksum of the files, and `places` says
    in which file and on which line a rule stands.
    """

    rules: Mapping[str, Rule]
    facts: Mapping[str, Fact]
    terms: Mapping[str, Term]
    versions: tuple[Version, ...]
    contacts: Mapping[str, Contact]
    practice: Practice
    fingerprint: str
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict, repr=False)

    def rule(self, rule_id: str) -> Rule:
        try:
            return self.rules[rule_id]
        except KeyError:
            raise WrongUse(f'There is no rule "{rule_id}".') from None

    def version(self, on: date) -> Version | None:
        """The version of the common guidelines in force on a day; None before the first."""
        return next((one for one in self.versions if one.holds(on)), None)

    def facts_of(self, case: Case) -> dict[str, Fact]:
        """The facts of a kind of case, in the order of asking."""
        found = {name: fact for name, fact in self.facts.items() if case in fact.cases}
        return dict(sorted(found.items(), key=lambda item: item[1].order))

    @cached_property
    def clauses(self) -> tuple[Rule, ...]:
        """What each municipality decides for itself, in the order of the rulebook."""
        return tuple(rule for rule in self.rules.values() if rule.may_be_adopted)

    def in_force(
        self, on: date, *, case: Case | None = None, municipality: str | None = None
    ) -> tuple[Rule, ...]:
        """The rules that count on a day, for a kind of case and a municipality."""
        return _in_force(self, on, case, municipality)

    def counts(self, rule: Rule, on: date) -> bool:
        """Is the rule in force; a common rule also needs to stand in that day's guidelines."""
        if not rule.in_force(on):
            return False
        if rule.layer != Layer.COMMON or not rule.versions:
            return True
        version = self.version(on)
        return version is not None and version.name in rule.versions

    def __hash__(self) -> int:
        return hash(self.fingerprint)


@lru_cache(maxsize=512)
def _in_force(
    book: Rulebook, on: date, case: Case | None, municipality: str | None
) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in book.rules.values()
        if (case is None or case in rule.cases)
        and (municipality is None or rule.concerns(municipality))
        and book.counts(rule, on)
    )
