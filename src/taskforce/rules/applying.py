"""Asks every rule whether it applies: yes, no, or not known yet – and then what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from taskforce.rules.condition import CelValue, condition
from taskforce.rules.fact import Term
from taskforce.rules.facts import Facts
from taskforce.rules.practice import Practice
from taskforce.rules.rule import Rule, Setting


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a rule is asked about: the facts, the place, the day, and who decided what."""

    known: Mapping[str, CelValue]
    terms: Mapping[str, Term]
    municipality: str
    on: date
    practice: Practice

    def setting(self, rule: Rule, parameter: str) -> Setting | None:
        """The municipality's own value, else the rule's; None where it is open."""
        held = rule.parameters[parameter]
        own = None
        if held.local:
            own = self.practice.value(self.municipality, rule.id, parameter=parameter, on=self.on)
        return own.value if own else held.on(self.on)


@dataclass(frozen=True, slots=True)
class Standing:
    """Does one rule apply? None: not known, because of the `missing` facts or an `open` value."""

    rule: Rule
    applies: bool | None
    missing: frozenset[str] = frozenset()
    open: bool = False


def situation(
    facts: Facts, *, terms: Mapping[str, Term], municipality: str, on: date, practice: Practice
) -> Situation:
    """The facts as conditions see them, the terms worked out where they can be."""
    known = facts.known_to_cel()
    return Situation(with_terms(known, terms), terms, municipality, on, practice)


def with_terms(known: Mapping[str, CelValue], terms: Mapping[str, Term]) -> dict[str, CelValue]:
    """What is known, and each term that follows from it."""
    held = dict(known)
    for name, term in terms.items():
        truth = condition(term.when).truth(held)
        if truth is not None:
            held[name] = truth
    return held


def standings(rules: Sequence[Rule], asked: Situation) -> dict[str, Standing]:
    """How every rule stands, those that lean on others included.

    Parameters
    ----------
    rules
        The rules in force. A rule named by `only_with` or `unless` that is not among them is
        taken as not being there; where none of the `only_with` is, the rule stands alone.
    asked
        What the conditions are asked about.
    """
    alone = {rule.id: _alone(rule, asked) for rule in rules}
    found: dict[str, Standing] = {}
    for rule in rules:
        _lean(rule.id, alone, found)
    return found


def _alone(rule: Rule, asked: Situation) -> Standing:
    test = condition(rule.when)
    known = dict(asked.known)
    is_open = False
    for name in rule.parameters:
        value = asked.setting(rule, name)
        if value is None:
            is_open = is_open or name in test.names
        else:
            known[name] = value
    truth = test.truth(known)
    if truth is not None:
        return Standing(rule, truth)
    missing = frozenset(
        fact
        for name in test.names
        if name not in rule.parameters
        for fact in facts_behind(name, known, asked.terms)
    )
    return Standing(rule, None, missing, is_open)


def facts_behind(
    name: str, known: Mapping[str, CelValue], terms: Mapping[str, Term]
) -> frozenset[str]:
    """The missing facts behind a name: itself, or those of the term it stands for."""
    if name in known:
        return frozenset()
    if name not in terms:
        return frozenset({name})
    behind = condition(terms[name].when).names
    return frozenset().union(*(facts_behind(each, known, terms) for each in behind))


def _lean(rule_id: str, alone: Mapping[str, Standing], found: dict[str, Standing]) -> Standing:
    """The rule together with those it leans on: three-valued "and", "or" and "not"."""
    if rule_id in found:
        return found[rule_id]
    own = alone[rule_id]
    with_any = [_lean(each, alone, found) for each in own.rule.only_with if each in alone]
    without = [_lean(each, alone, found) for each in own.rule.unless if each in alone]
    parts = [own.applies]
    if with_any:
        parts.append(_any(with_any))
    if without:
        spared = _any(without)
        parts.append(None if spared is None else not spared)
    found[rule_id] = _together(own.rule, parts, [own, *with_any, *without])
    return found[rule_id]


def _together(rule: Rule, parts: Sequence[bool | None], behind: Sequence[Standing]) -> Standing:
    if False in parts:
        return Standing(rule, False)
    if None not in parts:
        return Standing(rule, True)
    unsure = [one for one in behind if one.applies is None]
    missing = frozenset().union(*(one.missing for one in unsure))
    return Standing(rule, None, missing, any(one.open for one in unsure))


def _any(standings: Sequence[Standing]) -> bool | None:
    truths = {one.applies for one in standings}
    if True in truths:
        return True
    return None if None in truths else False
