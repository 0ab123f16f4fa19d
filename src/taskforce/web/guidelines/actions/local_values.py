"""Propose a value of the municipality's own, confirm or return it, and end it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.guidelines.models import LocalValue, ValueState
from taskforce.web.people.models import Organisation


@transaction.atomic
def propose(
    municipality: Organisation, about: tuple[str, str], facts: Mapping[str, Any], *, by: Actor
) -> LocalValue:
    """Write down a value for a rule's parameter; it counts once the taskforce has confirmed it.

    Raises
    ------
    ValidationError
        The rulebook allows no such value, or the days overlap those of another one.
    """
    _one_at_a_time(municipality.pk)
    rule, parameter = about
    value = LocalValue(
        municipality=municipality,
        rule=rule,
        parameter=parameter,
        entered_by=by.role_name,
        **facts,
    )
    return add(value, by=by)


@transaction.atomic
def propose_again(value: LocalValue, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Change a value that is not in force yet; it awaits confirmation again."""
    _one_at_a_time(value.municipality_id)
    asked = {"state": ValueState.PROPOSED, "returned_because": "", "entered_by": by.role_name}
    return change(value, {**new, **asked}, by=by, what="localvalue.proposed")


def confirm(value: LocalValue, *, by: Actor) -> bool:
    """The taskforce says that the value counts from its first day on."""
    new = {"state": ValueState.CONFIRMED, "returned_because": "", "answered_by": by.role_name}
    return change(value, new, by=by, what="localvalue.confirmed")


def send_back(value: LocalValue, *, because: str, by: Actor) -> bool:
    """The taskforce says what is to be mended first."""
    new = {"state": ValueState.RETURNED, "returned_because": because, "answered_by": by.role_name}
    return change(value, new, by=by, what="localvalue.returned")


def end(value: LocalValue, *, last_day: date, by: Actor) -> bool:
    """The municipality goes back to the common value after this day."""
    return change(value, {"valid_to": last_day}, by=by, what="localvalue.ended")


def withdraw(value: LocalValue, *, by: Actor) -> None:
    """Remove a value that never came into force; the journal keeps it."""
    remove(value, by=by, what="localvalue.withdrawn")


def _one_at_a_time(municipality_id: int) -> None:
    # Two who write at once would not see each other's days; the second waits for the first.
    Organisation.objects.select_for_update().get(pk=municipality_id)
