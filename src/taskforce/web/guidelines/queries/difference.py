"""Where two municipalities, or two versions of the guidelines, are not the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taskforce.rules.quantity import quantity
from taskforce.rules.rule import Rule
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.stand import Stand, clauses_of
from taskforce.rules.uniformity import alike
from taskforce.rules.version import Version
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.queries.standing import Standing


@dataclass(frozen=True, slots=True)
class Pair:
    """One clause in two municipalities; `alike` is None where it cannot be told."""

    clause: Rule
    one: Stand
    other: Stand
    reasons: tuple[str, str]
    alike: bool | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two municipalities: what differs, what cannot be told, and what is alike."""

    different: tuple[Pair, ...]
    unknown: tuple[Pair, ...]
    alike: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """A value that is another in the newer version."""

    clause: Rule
    meaning: Text
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """Two versions: the clauses that came, those that went, and the values that changed."""

    came: tuple[Rule, ...]
    went: tuple[Rule, ...]
    changed: tuple[ChangedValue, ...]
    kept: int


def between_municipalities(one: str, other: str, standing: Standing) -> Comparison:
    """Compare how two municipalities stand to every clause today."""
    pairs = [_pair(rule, one, other, standing) for rule in standing.clauses]
    return Comparison(
        different=tuple(pair for pair in pairs if pair.alike is False),
        unknown=tuple(pair for pair in pairs if pair.alike is None),
        alike=tuple(pair for pair in pairs if pair.alike),
    )


def _pair(rule: Rule, one: str, other: str, standing: Standing) -> Pair:
    at = standing.stands[rule.id]
    reasons = tuple(_reason(rule, code, standing) for code in (one, other))
    return Pair(rule, at[one], at[other], (reasons[0], reasons[1]), alike(at[one], at[other]))


def _reason(rule: Rule, code: str, standing: Standing) -> str:
    decision = standing.practice.decision(code, rule.id, on=standing.on)
    return decision.reason if decision else ""


def between_versions(older: Version, newer: Version, book: Rulebook) -> VersionDifference:
    """Compare the clauses of two versions, and their values on the first day of each."""
    before = {rule.id: rule for rule in clauses_of(book, older.name)}
    after = {rule.id: rule for rule in clauses_of(book, newer.name)}
    both = [rule for key, rule in after.items() if key in before]
    return VersionDifference(
        came=tuple(rule for key, rule in after.items() if key not in before),
        went=tuple(rule for key, rule in before.items() if key not in after),
        changed=tuple(each for rule in both for each in _changed(rule, older, newer)),
        kept=len(both),
    )


def _changed(rule: Rule, older: Version, newer: Version) -> Iterator[ChangedValue]:
    for parameter in rule.parameters.values():
        before, after = parameter.on(older.since), parameter.on(newer.since)
        if before != after:
            yield ChangedValue(
                rule,
                parameter.meaning,
                quantity(before, parameter.unit),
                quantity(after, parameter.unit),
            )
