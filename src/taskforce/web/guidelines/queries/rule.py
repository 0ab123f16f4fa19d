"""Everything about one rule: its words, its values through time, and who follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from taskforce.rules.finding import filled
from taskforce.rules.in_words import condition_in_words
from taskforce.rules.practice import Decision, LocalValue
from taskforce.rules.quantity import quantity
from taskforce.rules.rule import DatedValue, Parameter, Rule
from taskforce.rules.stand import Stand, stand
from taskforce.rules.uniformity import Agreement, agreement
from taskforce.rules.version import Version
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.queries.standing import Standing
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A value in words, and its days."""

    words: Text
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ParameterPage:
    """A parameter with its common values through time, and the bounds for values of one's own."""

    name: str
    parameter: Parameter
    values: tuple[DatedWords, ...]


@dataclass(frozen=True, slots=True)
class AtPlace:
    """How one municipality stands to the rule, and why."""

    place: Organisation
    stand: Stand
    decision: Decision | None
    own: tuple[tuple[Parameter, LocalValue, Text], ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """What the page of a rule shows."""

    rule: Rule
    text: Text
    title: Text
    conditions: tuple[Text, ...]
    parameters: tuple[ParameterPage, ...]
    only_with: tuple[Rule, ...]
    unless: tuple[Rule, ...]
    versions: tuple[tuple[Version, str], ...]
    counts: bool
    at: tuple[AtPlace, ...]
    agreement: Agreement | None


def rule_page(rule: Rule, standing: Standing) -> RulePage:
    """Gather it; `at` is empty for law that leaves a municipality nothing to decide."""
    book, on = standing.book, standing.on
    settings = {name: parameter.on(on) for name, parameter in rule.parameters.items()}
    at = tuple(_at(rule, standing)) if concerns_municipalities(rule) else ()
    decided_on = rule.may_be_adopted and book.counts(rule, on)
    return RulePage(
        rule=rule,
        text=filled(rule.text, settings),
        title=filled(rule.title, settings),
        conditions=condition_in_words(rule, book=book, on=on),
        parameters=tuple(
            ParameterPage(name, each, tuple(_dated(value, each) for value in each.values))
            for name, each in rule.parameters.items()
        ),
        only_with=tuple(book.rules[one] for one in rule.only_with if one in book.rules),
        unless=tuple(book.rules[one] for one in rule.unless if one in book.rules),
        versions=tuple(
            (version, rule.versions[version.name])
            for version in book.versions
            if version.name in rule.versions
        ),
        counts=book.counts(rule, on),
        at=at,
        agreement=agreement(one.stand for one in at) if decided_on else None,
    )


def concerns_municipalities(rule: Rule) -> bool:
    """Whether a municipality decides on the rule, or may have a value of its own for it."""
    return rule.may_be_adopted or any(each.local for each in rule.parameters.values())


def _at(rule: Rule, standing: Standing) -> Iterator[AtPlace]:
    for place in standing.places:
        how = stand(standing.book, standing.practice, place.code, rule=rule, on=standing.on)
        own = tuple(_own(rule, place.code, standing))
        decision = standing.practice.decision(place.code, rule.id, on=standing.on)
        if rule.may_be_adopted or own:
            yield AtPlace(place, how, decision, own)


def _own(rule: Rule, code: str, standing: Standing) -> Iterator[tuple[Parameter, LocalValue, Text]]:
    for name, parameter in rule.parameters.items():
        value = standing.practice.value(code, rule.id, parameter=name, on=standing.on)
        if value and parameter.local:
            yield parameter, value, quantity(value.value, parameter.unit)


def _dated(value: DatedValue, parameter: Parameter) -> DatedWords:
    return DatedWords(quantity(value.value, parameter.unit), value.since, value.until)
