"""The municipalities' own values with the words of the rulebook beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.rules.quantity import quantity
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.models import LocalValue, ValueState


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value as a page shows it."""

    value: LocalValue
    title: Text
    meaning: Text
    words: Text


def values_of(code: str) -> list[ValueRow]:
    """Every value of one municipality, those that await an answer first."""
    held = LocalValue.objects.filter(municipality__code=code).select_related("municipality")
    return rows_of(held.order_by("-state", "rule", "-valid_from"))


def proposed() -> list[ValueRow]:
    """Every value that awaits the taskforce, the oldest first."""
    held = LocalValue.objects.filter(state=ValueState.PROPOSED).select_related("municipality")
    return rows_of(held.order_by("pk"))


def rows_of(values: Iterable[LocalValue]) -> list[ValueRow]:
    """Values with the words of the rulebook; one that the rulebook no longer knows is left out."""
    rules = the_rulebook().rules
    found = []
    for value in values:
        rule = rules.get(value.rule)
        parameter = rule.parameters.get(value.parameter) if rule else None
        if rule is None or parameter is None:
            continue
        words = quantity(value.value, parameter.unit)
        found.append(ValueRow(value, rule.title, parameter.meaning, words))
    return found
