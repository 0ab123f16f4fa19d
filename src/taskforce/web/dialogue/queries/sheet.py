"""The list of dialogues as a table for a spreadsheet: exactly the rows that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext

from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.dialogue.queries.listing import Row


def sheet(rows: Iterable[Row], *, on: date) -> Sheet:
    """The rows in words; no message stands in them."""
    source = gettext("Source: Digital Taskforce, %(day)s; entered by its users.")
    values = tuple(_values(row) for row in rows)
    return Sheet(gettext("Dialogue"), source % {"day": on.isoformat()}, _heads(), values)


def _heads() -> tuple[str, ...]:
    return (
        gettext("Number"),
        gettext("Kind"),
        gettext("What stops you?"),
        gettext("Clause of the guidelines"),
        gettext("Subject"),
        gettext("Municipality"),
        gettext("Parties"),
        gettext("Status"),
        gettext("Begun"),
        gettext("Latest message"),
        gettext("Latest message from"),
        gettext("Next agreement"),
        gettext("Who does it?"),
        gettext("By"),
        gettext("Overdue"),
    )


def _values(row: Row) -> tuple[Value, ...]:
    one, due = row.dialogue, row.due
    return (
        one.number,
        str(one.get_kind_display()),
        str(one.get_obstacle_display()),
        one.rule,
        one.title,
        one.where,
        ", ".join(row.parties),
        gettext("Open") if one.is_open else gettext("Closed"),
        localtime(one.opened_at).date().isoformat(),
        localtime(row.latest_at).date().isoformat(),
        row.latest_by,
        due.what if due else None,
        due.whose if due else None,
        due.due.isoformat() if due else None,
        gettext("Yes") if row.overdue else gettext("No"),
    )
