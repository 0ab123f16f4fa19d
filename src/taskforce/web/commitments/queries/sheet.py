"""The overview as a table for a spreadsheet: exactly the rows that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from taskforce.web.commitments.models import Commitment
from taskforce.web.commitments.queries.cockpit import Row

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title, and the line that tells whose it is and of which day."""

    title: str
    source: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet(rows: Iterable[Row], *, on: date, region: str) -> Sheet:
    """The rows in words."""
    source = gettext("Source: Digital Taskforce, %(region)s, %(day)s; entered by its users.") % {
        "region": region,
        "day": on.isoformat(),
    }
    values = tuple(_values(row, on) for row in rows)
    return Sheet(gettext("The municipalities' work"), source, _heads(), values)


def state_in_words(one: Commitment | None, on: date) -> str:
    """How far a commitment is; a day that has passed is said before anything else."""
    if one is None:
        return gettext("Not agreed yet")
    return gettext("Overdue") if one.is_overdue(on) else str(one.get_state_display())


def _heads() -> tuple[str, ...]:
    return (
        gettext("Municipality code"),
        gettext("Municipality"),
        gettext("Status"),
        gettext("From"),
        gettext("Coordinator"),
        gettext("Deputies"),
        gettext("A coordinator is appointed"),
        gettext("The guidelines are settled"),
        gettext("Can the guidelines be followed?"),
        gettext("Time and resources are set aside"),
        gettext("Actions done"),
        gettext("Actions in the plan"),
        gettext("Overdue"),
        gettext("Last contact"),
        gettext("Next step"),
        gettext("Next step by"),
    )


def _values(row: Row, on: date) -> tuple[Value, ...]:
    people, guidelines = row.people, row.guidelines
    return (
        row.municipality.code,
        row.municipality.name,
        str(row.standing.status.label),
        row.standing.since,
        people.coordinator,
        ", ".join(people.deputies),
        state_in_words(row.coordinator, on),
        state_in_words(guidelines, on),
        str(guidelines.get_answer_display()) if guidelines else None,
        state_in_words(row.resources, on),
        row.plan_done,
        row.plan_counted,
        row.overdue,
        people.last_contact,
        people.next_step,
        people.next_step_on,
    )
