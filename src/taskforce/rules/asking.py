"""Which missing fact to ask for first: the one whose answer is likeliest to settle the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import TypeGuard

from taskforce.rules.applying import Situation, Standing, facts_behind, with_terms
from taskforce.rules.condition import CelValue, condition
from taskforce.rules.fact import Fact, Kind, Term
from taskforce.rules.rule import Rule

# Just over a limit: a tenth of the last digit that anybody measures.
_JUST_OVER = 0.01
# So many combinations of the other missing facts are tried before a fact is called needless.
_TRIALS = 48
_Values = tuple[CelValue | tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A rule that is not settled yet, with the values that it compares with."""

    rule: Rule
    settings: tuple[tuple[str, CelValue], ...]

    def truth(self, known: Mapping[str, CelValue]) -> bool | None:
        return condition(self.rule.when).truth({**known, **dict(self.settings)})


@dataclass(frozen=True, slots=True)
class _Question:
    """What the order of asking depends on, and nothing else: the key under which it is kept."""

    missing: frozenset[str]
    rules: tuple[_Open, ...]
    known: tuple[tuple[str, CelValue | tuple[str, ...]], ...]
    terms: tuple[tuple[str, Term], ...]
    facts: tuple[tuple[str, Fact], ...]


def in_order_of_asking(
    missing: Iterable[str],
    unsettled: Sequence[Standing],
    *,
    asked: Situation,
    facts: Mapping[str, Fact],
) -> tuple[str, ...]:
    """The missing facts, the one that settles the answer soonest first.

    Each fact is tried with typical values: its choices, yes and no, or numbers at and just over
    the limits of the rules that speak of it. A fact that changes no rule, whatever the others are,
    is left out. First come the facts with the largest share of values that settle the whole answer
    at once; then those that settle most rules; then the easiest.
    """
    names = frozenset(missing)
    known = ((name, tuple(value) if isinstance(value, list) else value)
             for name, value in asked.known.items())  # fmt: skip
    question = _Question(
        names,
        tuple(_Open(one.rule, _settings(one.rule, asked)) for one in unsettled),
        tuple(known),
        tuple(asked.terms.items()),
        tuple((name, facts[name]) for name in sorted(names)),
    )
    return _ordered(question)


@lru_cache(maxsize=2048)
def _ordered(question: _Question) -> tuple[str, ...]:
    typical = {name: _typical(name, fact, question) for name, fact in question.facts}
    order = {name: fact.order for name, fact in question.facts}
    needed = [name for name in typical if _matters(name, typical, question)] or list(typical)

    def rank(name: str) -> tuple[float, float, int]:
        at_once, some = _promise(name, typical[name], question)
        return (-at_once, -some, order[name])

    return tuple(sorted(needed, key=rank))


def _matters(name: str, typical: Mapping[str, _Values], question: _Question) -> bool:
    """Can some rule stay open for want of this fact alone?"""
    terms = dict(question.terms)
    for one in question.rules:
        behind = _behind(one.rule, question)
        if name not in behind:
            continue
        others = sorted(behind & typical.keys() - {name})
        for values in islice(product(*(typical[each] for each in others)), _TRIALS):
            known = _known(question, dict(zip(others, values, strict=True)), terms)
            if one.truth(known) is None:
                return True
    return False


def _promise(name: str, values: _Values, question: _Question) -> tuple[float, float]:
    """The share of values that settle everything, and how many rules a value settles on average."""
    ceiling = max(one.rule.outcome.strictness for one in question.rules)
    touched = [one for one in question.rules if name in _behind(one.rule, question)]
    terms = dict(question.terms)
    at_once = settled = 0
    for value in values:
        known = _known(question, {name: value}, terms)
        truths = [one.truth(known) for one in touched]
        fired = any(
            truth and one.rule.outcome.strictness == ceiling and not _leans(one.rule)
            for truth, one in zip(truths, touched, strict=True)
        )
        none_left = len(touched) == len(question.rules) and set(truths) == {False}
        at_once += fired or none_left
        settled += sum(truth is not None for truth in truths)
    return at_once / len(values), settled / len(values)


def _known(
    question: _Question, more: Mapping[str, CelValue | tuple[str, ...]], terms: Mapping[str, Term]
) -> dict[str, CelValue]:
    held = {**dict(question.known), **more}
    plain = {name: list(v) if isinstance(v, tuple) else v for name, v in held.items()}
    return with_terms(plain, terms)


def _behind(rule: Rule, question: _Question) -> frozenset[str]:
    known, terms = _known(question, {}, {}), dict(question.terms)
    names = (facts_behind(name, known, terms) for name in condition(rule.when).names)
    return frozenset().union(*names)


def _leans(rule: Rule) -> bool:
    return bool(rule.only_with or rule.unless)


def _settings(rule: Rule, asked: Situation) -> tuple[tuple[str, CelValue], ...]:
    held = ((name, asked.setting(rule, name)) for name in rule.parameters)
    return tuple((name, value) for name, value in held if value is not None)


def _typical(name: str, fact: Fact, question: _Question) -> _Values:
    if fact.kind == Kind.YES_NO:
        return (True, False)
    if fact.kind == Kind.CHOICE:
        return tuple(fact.choices)
    if fact.kind == Kind.LIST:
        return ((), *((choice,) for choice in fact.choices))
    tests = [condition(one.rule.when) for one in question.rules]
    tests += [condition(term.when) for _, term in question.terms]
    limits = {0.0, *(number for test in tests if name in test.names for number in test.numbers)}
    for one in question.rules:
        if name in condition(one.rule.when).names:
            limits |= {float(value) for _, value in one.settings if _is_number(value)}
    return tuple(sorted(limits | {limit + _JUST_OVER for limit in limits}))


def _is_number(value: CelValue) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
