"""Which missing fact to ask for first: the one whose answer is likeliest to settle the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from taskforce.rules.applying import Situation, Standing, with_terms
from taskforce.rules.condition import CelValue, condition
from taskforce.rules.fact import Fact, Kind
from taskforce.rules.rule import Rule

# Just over a limit: a tenth of the last digit that anybody measures.
_JUST_OVER = 0.01
_Known = Mapping[str, CelValue]


def in_order_of_asking(
    missing: Iterable[str],
    unsettled: Sequence[Standing],
    *,
    asked: Situation,
    facts: Mapping[str, Fact],
) -> tuple[str, ...]:
    """The missing facts, the one that settles the answer soonest first.

    Each fact is tried with typical values: its choices, yes and no, or numbers at and just over
    the limits of the rules that speak of it. First come the facts with the largest share of values
    that settle the whole answer at once; then those that settle most rules; then the easiest.
    """
    rules = [one.rule for one in unsettled]

    def rank(name: str) -> tuple[float, float, int]:
        at_once, some = _promise(name, facts[name], rules, asked)
        return (-at_once, -some, facts[name].order)

    return tuple(sorted(missing, key=rank))


def _promise(name: str, fact: Fact, rules: Sequence[Rule], asked: Situation) -> tuple[float, float]:
    """The share of values that settle everything, and how many rules a value settles on average."""
    ceiling = max(rule.outcome.strictness for rule in rules)
    touched = [(rule, _settings(rule, asked)) for rule in rules]
    values = _typical(fact, touched, name)
    at_once = settled = 0
    for value in values:
        known = with_terms({**asked.known, name: value}, asked.terms)
        truths = [condition(rule.when).truth({**known, **own}) for rule, own in touched]
        fired = any(
            truth and rule.outcome.strictness == ceiling and not rule.only_with and not rule.unless
            for truth, (rule, _) in zip(truths, touched, strict=True)
        )
        at_once += fired or all(truth is False for truth in truths)
        settled += sum(truth is not None for truth in truths)
    return at_once / len(values), settled / len(values)


def _settings(rule: Rule, asked: Situation) -> dict[str, CelValue]:
    held = {name: asked.setting(rule, name) for name in rule.parameters}
    return {name: value for name, value in held.items() if value is not None}


def _typical(fact: Fact, touched: Sequence[tuple[Rule, _Known]], name: str) -> Sequence[CelValue]:
    if fact.kind == Kind.YES_NO:
        return (True, False)
    if fact.kind == Kind.CHOICE:
        return tuple(fact.choices)
    if fact.kind == Kind.LIST:
        return ([], *([choice] for choice in fact.choices))
    limits = {
        float(value)
        for rule, own in touched
        if name in condition(rule.when).names
        for value in own.values()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    return sorted(limits | {limit + _JUST_OVER for limit in limits}) or (0.0, 1.0)
