"""Set conditions, and write down the decision that was given in the municipality's own system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.cases.actions.events import write_event
from taskforce.web.cases.models import Case, Condition, Decision, EventKind, Outcome
from taskforce.web.cases.texts import GAP, ConditionText
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove


def add_condition(case: Case, *, text: str, by: Actor, text_en: str = "") -> Condition:
    """Set a condition of one's own."""
    return add(Condition(case=case, text=text.strip(), text_en=text_en.strip()), by=by)


def take_condition(case: Case, told: ConditionText, *, by: Actor) -> Condition:
    """Take a condition from the library; it can then be fitted to the case."""
    condition = Condition(case=case, library_key=told.key, text=told.text.da, text_en=told.text.en)
    return add(condition, by=by)


def change_condition(condition: Condition, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Fit a condition to the case."""
    return change(condition, new, by=by)


def remove_condition(condition: Condition, *, by: Actor) -> None:
    """Take a condition away again; the journal keeps what it said."""
    remove(condition, by=by)


@transaction.atomic
def decide(case: Case, facts: Mapping[str, Any], *, reference: str, by: Actor) -> Decision:
    """Write down the decision, and the case number under which it was given.

    Raises
    ------
    ValidationError
        The case cannot be decided now, the days do not fit, or a condition is not written out.
    """
    _refuse_unfinished(case, facts["outcome"])
    write_event(case, EventKind.DECIDED, on=facts["decided_on"], by=by)
    change(case, {"reference": reference}, by=by)
    return add(Decision(case=case, **facts), by=by)


def _refuse_unfinished(case: Case, outcome: str) -> None:
    conditions = list(case.conditions.all())
    if outcome == Outcome.WITH_CONDITIONS and not conditions:
        raise ValidationError(_("Set the conditions on the page of the case first."))
    if any(GAP in one.text or GAP in one.text_en for one in conditions):
        raise ValidationError(_("A condition still has a gap (…). Fill it in on the case's page."))
