"""What one municipality follows, where it differs, and the values of its own that it goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taskforce.rules.practice import Decision, LocalValue
from taskforce.rules.quantity import quantity
from taskforce.rules.rule import Parameter, Rule
from taskforce.rules.stand import Stand, own_values
from taskforce.rules.standing import Adoption
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.queries.standing import Standing
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Decided:
    """A clause with the municipality's decision on it."""

    clause: Rule
    stand: Stand
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class OwnValue:
    """A value of its own, beside the common one."""

    rule: Rule
    parameter: Parameter
    held: LocalValue
    words: Text
    common: Text | None


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """What the page of a municipality shows: the clauses by chapter, and its own values."""

    place: Organisation
    chapters: tuple[tuple[Text, tuple[Decided, ...]], ...]
    counts: tuple[tuple[Adoption, int], ...]
    clauses: int
    differs: tuple[Decided, ...]
    own: tuple[OwnValue, ...]
    own_rules: tuple[Rule, ...]


def municipality_page(place: Organisation, standing: Standing) -> MunicipalityPage:
    """Gather it."""
    decided = [_decided(rule, place.code, standing) for rule in standing.clauses]
    found = standing.counts_of(place.code)
    return MunicipalityPage(
        place=place,
        chapters=tuple(
            (chapter.name, tuple(one for one in decided if standing.chapter(one.clause) == chapter))
            for chapter in standing.chapters
        ),
        counts=tuple((one, found[one]) for one in Adoption if found[one]),
        clauses=len(decided),
        differs=tuple(
            one for one in decided if one.stand.adoption in (Adoption.CHANGED, Adoption.REJECTED)
        ),
        own=tuple(own_values_of(place.code, standing)),
        own_rules=tuple(
            rule
            for rule in standing.book.in_force(standing.on)
            if place.code in rule.municipalities
        ),
    )


def own_values_of(code: str, standing: Standing) -> Iterator[OwnValue]:
    """The values of its own that a municipality goes by today."""
    for held in own_values(standing.practice, code, on=standing.on):
        rule = standing.book.rules.get(held.rule)
        parameter = rule.parameters.get(held.parameter) if rule else None
        if rule and parameter:
            usual = parameter.on(standing.on)
            common = None if usual is None else quantity(usual, parameter.unit)
            yield OwnValue(rule, parameter, held, quantity(held.value, parameter.unit), common)


def _decided(rule: Rule, code: str, standing: Standing) -> Decided:
    decision = standing.practice.decision(code, rule.id, on=standing.on)
    return Decided(rule, standing.stands[rule.id][code], decision)
