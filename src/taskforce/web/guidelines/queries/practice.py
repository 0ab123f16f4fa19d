"""What the municipalities have decided, as the rules read it: from the rulebook and from here."""

from __future__ import annotations

from taskforce.rules.practice import Decision, LocalValue, Practice
from taskforce.rules.rule import Setting
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.standing import Adoption
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines import models
from taskforce.web.guidelines.models import ValueState


def practice() -> Practice:
    """The practice of all municipalities, in two queries; what they entered themselves wins."""
    entered = Practice(values=_values(), decisions=_decisions())
    return the_rulebook().practice.with_more(entered)


def _values() -> tuple[LocalValue, ...]:
    """Only what the taskforce has confirmed, and only for rules that are still in the rulebook."""
    rules = the_rulebook().rules
    confirmed = models.LocalValue.objects.filter(state=ValueState.CONFIRMED).order_by("pk")
    return tuple(
        LocalValue(
            rule=rule,
            parameter=parameter,
            value=_held(number, yes_no, text),
            reason=Text(reason, reason),
            municipality=code,
            valid_from=since,
            valid_to=until,
            sources=(source,) if source else (),
        )
        for code, rule, parameter, number, yes_no, text, reason, source, since, until in (
            confirmed.values_list(
                "municipality__code",
                "rule",
                "parameter",
                "number",
                "yes_no",
                "text",
                "reason",
                "source_url",
                "valid_from",
                "valid_to",
            )
        )
        if rule in rules and parameter in rules[rule].parameters
    )


def _held(number: float | None, yes_no: bool | None, text: str) -> Setting:
    if number is not None:
        return number
    return yes_no if yes_no is not None else text


def _decisions() -> tuple[Decision, ...]:
    every = models.ClauseDecision.objects.order_by("pk")
    return tuple(
        Decision(code, rule, Adoption(state), decided_on, reason, source, version)
        for code, rule, state, decided_on, reason, source, version in every.values_list(
            "municipality__code",
            "rule",
            "state",
            "decided_on",
            "reason",
            "minutes_url",
            "version",
        )
    )
