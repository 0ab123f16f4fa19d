"""Proves a rulebook before it is used: every condition, name, date, text and source in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from taskforce.rules.deadlines import UNITS
from taskforce.rules.fact import Kind
from taskforce.rules.outcome import Effect
from taskforce.rules.proving_conditions import faults_of_condition
from taskforce.rules.rule import DatedValue, Holding, Parameter, Rule, Setting
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.standing import Layer
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a rulebook, where, and what to do."""

    where: str
    what: str
    remedy: str


def prove(book: Rulebook) -> None:
    """Stop at the first fault.

    Raises
    ------
    Refused
        With file and line of the rule, and the remedy.
    """
    fault = next(faults(book), None)
    if fault is None:
        return
    file, line = book.places.get(fault.where, (None, None))
    raise Refused(f"{fault.where}: {fault.what}", remedy=fault.remedy, file=file, row=line)


def faults(book: Rulebook) -> Iterator[Fault]:
    """Everything that is wrong with a rulebook, rule by rule."""
    yield from _of_versions(book)
    for name, fact in book.facts.items():
        if fact.kind in (Kind.CHOICE, Kind.LIST) and not fact.choices:
            yield Fault(name, "There are no choices.", "List the choices.")
        if fact.kind == Kind.NUMBER and (fact.least is None or fact.most is None or not fact.unit):
            yield Fault(name, "A number needs unit, least and most.", "Add them.")
        if fact.assumed:
            yield from _condition(book, name, fact.assumed.when, {})
    for name, term in book.terms.items():
        yield from _condition(book, name, term.when, {})
    for rule in book.rules.values():
        yield from _of_rule(rule, book)
    yield from _of_practice(book)


def _of_rule(rule: Rule, book: Rulebook) -> Iterator[Fault]:
    yield from _condition(book, rule.id, rule.when, rule.parameters)
    yield from _texts(rule)
    if not rule.sources:
        yield Fault(rule.id, "There is no source.", "Name where the rule was read.")
    if rule.outcome == Effect.JUDGEMENT and rule.reason is None:
        yield Fault(rule.id, "A judgement needs its reason.", "Say why it cannot be decided.")
    if rule.layer == Layer.LOCAL and not rule.municipalities:
        yield Fault(rule.id, "Nobody's local rule.", "Name its municipalities.")
    if rule.layer == Layer.COMMON and not rule.versions:
        yield Fault(rule.id, "In no version of the guidelines.", "Name the versions and chapters.")
    yield from _of_settings(rule, book)


def _of_settings(rule: Rule, book: Rulebook) -> Iterator[Fault]:
    for other in (*rule.only_with, *rule.unless):
        if other not in book.rules:
            yield Fault(rule.id, f"It leans on {other}, which is no rule.", "Mend the id.")
    if _in_a_ring(rule.id, rule.id, book, frozenset()):
        yield Fault(rule.id, "It leans on itself.", "Break the ring of only_with and unless.")
    for version in rule.versions.keys() - {one.name for one in book.versions}:
        yield Fault(rule.id, f'There is no version "{version}".', "Use one of versions.yaml.")
    for name, parameter in rule.parameters.items():
        yield from _of_parameter(rule, name, parameter, book)
    yield from _of_deadline(rule, book)


def _in_a_ring(start: str, now: str, book: Rulebook, seen: frozenset[str]) -> bool:
    rule = book.rules.get(now)
    leans_on = {*rule.only_with, *rule.unless} - seen if rule else set()
    return start in leans_on or any(
        _in_a_ring(start, other, book, seen | leans_on) for other in leans_on
    )


def _condition(
    book: Rulebook, where: str, source: str, parameters: Mapping[str, Parameter]
) -> Iterator[Fault]:
    for what, remedy in faults_of_condition(source, parameters=parameters, book=book):
        yield Fault(where, what, remedy)


def _texts(rule: Rule) -> Iterator[Fault]:
    texts = (rule.title, rule.text, rule.clause, rule.reason, rule.note, rule.paper)
    settings = (parameter.meaning for parameter in rule.parameters.values())
    for text in (*texts, *settings):
        if isinstance(text, Text) and not (text.da.strip() and text.en.strip()):
            yield Fault(rule.id, "A text is missing in one language.", "Write it in both.")
    if len(rule.title.da) > _LONGEST_TITLE or len(rule.title.en) > _LONGEST_TITLE:
        yield Fault(rule.id, "The title is too long.", f"At most {_LONGEST_TITLE} letters.")


def _of_parameter(rule: Rule, name: str, parameter: Parameter, book: Rulebook) -> Iterator[Fault]:
    if name in book.facts or name in book.terms:
        yield Fault(rule.id, f'"{name}" is also the name of a fact.', "Rename the parameter.")
    if any(not fits(each.value, parameter) for each in parameter.values):
        yield Fault(rule.id, f'A value of "{name}" does not fit.', "See its kind and bounds.")
    yield from (Fault(rule.id, f'"{name}": {what}', "Mend its dates.") for what in
                gaps(parameter.values))  # fmt: skip


def fits(value: Setting, parameter: Parameter) -> bool:
    """Is a value of the parameter's kind, and within its bounds?"""
    if parameter.kind == Holding.YES_NO:
        return isinstance(value, bool)
    if parameter.kind == Holding.TEXT:
        return isinstance(value, str)
    if isinstance(value, bool | str):
        return False
    least = float("-inf") if parameter.least is None else parameter.least
    most = float("inf") if parameter.most is None else parameter.most
    return least <= value <= most


def gaps(values: Sequence[DatedValue]) -> Iterator[str]:
    """Where dated values overlap, or leave days without a value."""
    ordered = sorted(values, key=lambda each: each.since or date.min)
    for earlier, later in pairwise(ordered):
        if later.since is None or earlier.until is None or later.since <= earlier.until:
            yield f"two values hold on {later.since}."
        elif later.since > earlier.until + timedelta(days=1):
            yield f"no value holds on {earlier.until + timedelta(days=1)}."


def _of_deadline(rule: Rule, book: Rulebook) -> Iterator[Fault]:
    limit = rule.deadline
    if limit is None:
        return
    event = book.facts.get(limit.event)
    if event is None or event.kind != Kind.TIME or bool(limit.after) == bool(limit.before):
        yield Fault(rule.id, "The deadline counts from no known time.", "Name a time fact.")
    if limit.unit not in UNITS:
        yield Fault(rule.id, f'"{limit.unit}" is no unit.', f"Use {', '.join(sorted(UNITS))}.")
    if isinstance(limit.length, str) and limit.length not in rule.parameters:
        yield Fault(rule.id, f'"{limit.length}" is no parameter.', "Give a number or a parameter.")


def _of_versions(book: Rulebook) -> Iterator[Fault]:
    if not book.versions:
        yield Fault("versions", "There is no version of the guidelines.", "Add one.")
    dated = [DatedValue(one.name, one.since, one.until) for one in book.versions]
    for what in gaps(dated):
        yield Fault("versions", what, "Let each version begin the day after the last.")


def _of_practice(book: Rulebook) -> Iterator[Fault]:
    for value in book.practice.values:
        rule = book.rules.get(value.rule)
        parameter = rule.parameters.get(value.parameter) if rule else None
        if parameter is None or not parameter.local:
            yield Fault(value.rule, f"{value.municipality} may not set {value.parameter}.",
                        "Mark the parameter local, or drop the value.")  # fmt: skip
        elif not fits(value.value, parameter):
            yield Fault(value.rule, f"The value of {value.municipality} does not fit.",
                        "See the parameter's kind and bounds.")  # fmt: skip
