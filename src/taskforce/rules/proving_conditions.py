"""Tries a condition with every kind of value, so that a wrong one is found before it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

from taskforce.rules.condition import CelValue, Condition, condition
from taskforce.rules.fact import Fact, Kind
from taskforce.rules.rule import Holding, Parameter
from taskforce.rules.rulebook import Rulebook
from taskforce.vocabulary.errors import Refused

# The trials grow with every fact of a condition; beyond this the first ones have said enough.
_TRIALS = 600
_Parameters = Mapping[str, Parameter]


def faults_of_condition(
    source: str, *, parameters: _Parameters, book: Rulebook
) -> Iterator[tuple[str, str]]:
    """What is wrong with a condition, and the remedy: its form, its names, its words, its types."""
    try:
        test = condition(source)
    except Refused as error:
        yield error.message, error.remedy
        return
    known = {**book.facts, **book.terms, **parameters}
    for name in test.names:
        if name not in known:
            yield f'It speaks of "{name}", which is no fact.', "Add the fact, or mend the name."
    words = {word for name in test.names if name in book.facts for word in book.facts[name].choices}
    for word in test.words - words:
        yield f'"{word}" is no choice of its facts.', "Use a code of the fact's choices."
    if set(test.names) <= set(known):
        yield from _trials(test, parameters, book)


def _trials(test: Condition, parameters: _Parameters, book: Rulebook) -> Iterator[tuple[str, str]]:
    values = [_values(name, parameters, book) for name in test.names]
    for trial in islice(product(*values), _TRIALS):
        try:
            result = test.program.execute(dict(zip(test.names, trial, strict=True)))
        except TypeError:
            result = None
        if not isinstance(result, bool):
            yield "It compares values of different kinds.", "Write numbers as 2.0 and words quoted."
            return


def _values(name: str, parameters: _Parameters, book: Rulebook) -> tuple[CelValue, ...]:
    if name in parameters:
        return {
            Holding.NUMBER: (1.0, 0.0, 1e6),
            Holding.YES_NO: (True, False),
            Holding.TEXT: ("text",),
        }[parameters[name].kind]
    fact = book.facts.get(name)
    return _of_fact(fact) if fact else (True, False)


def _of_fact(fact: Fact) -> tuple[CelValue, ...]:
    if fact.kind == Kind.NUMBER:
        return (0.0, 5.0, 1e6)
    if fact.kind == Kind.YES_NO:
        return (True, False)
    if fact.kind == Kind.CHOICE:
        return tuple(fact.choices)
    return ([], *([choice] for choice in fact.choices))
