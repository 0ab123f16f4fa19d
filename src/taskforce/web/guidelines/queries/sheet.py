"""The matrix as a table to take along: one row for each clause in each municipality."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from taskforce.rules.quantity import quantity
from taskforce.web.commitments.queries.sheet import Sheet, Value
from taskforce.web.guidelines.queries.matrix import Cell, Matrix
from taskforce.web.guidelines.queries.standing import Standing


def sheet(shown: Matrix, standing: Standing, *, region: str) -> Sheet:
    """The cells that the page shows, in words and with what each rests on."""
    source = gettext("Source: Digital Taskforce, %(region)s, %(day)s; entered by its users.") % {
        "region": region,
        "day": standing.on.isoformat(),
    }
    rows = tuple(_values(cell, standing) for cell in shown.cells)
    return Sheet(gettext("Who follows the guidelines"), source, _heads(), rows)


def _heads() -> tuple[str, ...]:
    return (
        gettext("Clause"),
        gettext("Title"),
        gettext("Chapter"),
        gettext("Municipality code"),
        gettext("Municipality"),
        gettext("What was decided"),
        gettext("Day of the decision"),
        gettext("Version of the guidelines"),
        gettext("What is changed, and why"),
        gettext("Link to the minutes"),
        gettext("Own values"),
    )


def _values(cell: Cell, standing: Standing) -> tuple[Value, ...]:
    tongue = get_language() or "da"
    rule, code = cell.clause, cell.place.code
    decision = standing.practice.decision(code, rule.id, on=standing.on)
    own = (
        f"{rule.parameters[name].meaning.in_language(tongue)}: "
        f"{quantity(value, rule.parameters[name].unit).in_language(tongue)}"
        for name, value in cell.stand.values
        if name in cell.stand.own
    )
    return (
        rule.id,
        rule.title.in_language(tongue),
        standing.chapter(rule).name.in_language(tongue),
        code,
        cell.place.name,
        cell.stand.adoption.label.in_language(tongue),
        decision.decided_on if decision else None,
        decision.version if decision else None,
        decision.reason if decision else None,
        decision.source if decision else None,
        "; ".join(own),
    )
