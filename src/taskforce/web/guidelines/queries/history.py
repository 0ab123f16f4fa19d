"""What a municipality has decided and set through the years, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.models import ClauseDecision, LocalValue, ValueState
from taskforce.web.guidelines.queries.values import ValueRow, rows_of


@dataclass(frozen=True, slots=True)
class PastDecision:
    """One decision with the title that its clause has today."""

    decision: ClauseDecision
    title: Text | None


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day on which something was decided."""

    on: date
    decisions: tuple[PastDecision, ...]


def decided_days(code: str) -> list[PastDay]:
    """Every decision of the municipality by its day, also those that later ones replaced."""
    held = ClauseDecision.objects.filter(municipality__code=code)
    days: dict[date, list[PastDecision]] = {}
    for one in held.order_by("-decided_on", "-pk"):
        days.setdefault(one.decided_on, []).append(PastDecision(one, _title(one.rule)))
    return [PastDay(on, tuple(found)) for on, found in days.items()]


def confirmed_values(code: str) -> list[ValueRow]:
    """Every value that counts or has counted, the newest first."""
    held = LocalValue.objects.filter(municipality__code=code, state=ValueState.CONFIRMED)
    return rows_of(held.select_related("municipality").order_by("-valid_from", "rule"))


def _title(rule_id: str) -> Text | None:
    rule = the_rulebook().rules.get(rule_id)
    return rule.title if rule else None
