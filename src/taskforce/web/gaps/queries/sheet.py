"""The reports as a table for a spreadsheet: exactly the rows that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext

from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.gaps.queries.listing import Row


def sheet(rows: Iterable[Row], *, on: date) -> Sheet:
    """The rows in words; no mail address stands in them."""
    source = gettext(
        "Source: citizens and firms, through the Digital Taskforce, %(day)s; reported."
    )
    values = tuple(_values(row) for row in rows)
    return Sheet(
        gettext("Reports of missing coverage"),
        source % {"day": on.isoformat()},
        _heads(),
        values,
    )


def _heads() -> tuple[str, ...]:
    return (
        gettext("Number"),
        gettext("Kind"),
        gettext("Address"),
        gettext("Municipality"),
        gettext("Where is it missing?"),
        gettext("What is wrong?"),
        gettext("What does not work?"),
        gettext("Since when?"),
        gettext("Operator"),
        gettext("Status"),
        gettext("Received"),
        gettext("Answer by"),
        gettext("Overdue"),
        gettext("Others of the same place"),
        gettext("Longitude"),
        gettext("Latitude"),
    )


def _values(row: Row) -> tuple[Value, ...]:
    gap = row.gap
    return (
        gap.number,
        str(gap.get_kind_display()),
        gap.label,
        gap.municipality.name,
        str(gap.get_whereabouts_display()),
        str(gap.get_wrong_display()),
        gap.what,
        str(gap.get_since_display()),
        gap.operator,
        str(gap.get_state_display()),
        localtime(gap.received_at).date().isoformat(),
        gap.due_on.isoformat(),
        gettext("Yes") if row.overdue else gettext("No"),
        row.alike,
        None if gap.longitude is None else str(gap.longitude),
        None if gap.latitude is None else str(gap.latitude),
    )
