"""Who takes part, how the goals stand, and what is overdue, from the inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from taskforce.report.charts.canvas import NARROW, WIDE
from taskforce.report.charts.progress import progress
from taskforce.report.dossier.content import Cell, Chart, Section, Table
from taskforce.report.dossier.sentences import plainly
from taskforce.web.commitments.models import GoalKind
from taskforce.web.commitments.pictures import course_of, words_of
from taskforce.web.commitments.queries.cockpit import Row
from taskforce.web.commitments.queries.overdue import overdue_in
from taskforce.web.commitments.queries.progress import GoalProgress
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.reports.queries.parts.agreed import own_source
from taskforce.web.reports.queries.parts.wording import counted, heads, whole


def goals_section(goals: Sequence[GoalProgress], on: date) -> Section:
    """Every goal with where it stands, and the way of participation so far."""
    taking_part = [one for one in goals if one.goal.kind == GoalKind.PARTICIPATION and one.shown]
    first = taking_part[0] if taking_part else None
    tables = [_goals(goals, on)]
    if first is not None:
        tables.append(_points(first, on))
    return Section(
        identity="goals",
        heading=gettext("Goals"),
        charts=(_course(first, on),) if first else (),
        tables=tuple(tables),
    )


def standing_section(rows: Sequence[Row], on: date) -> Section:
    """One line for each municipality: status, coordinator, action plan, what is overdue."""
    table = Table(
        identity="standing",
        title=gettext("Where each municipality stands"),
        columns=heads(
            gettext("Municipality"),
            gettext("Status"),
            gettext("Coordinator"),
            gettext("Action plan"),
            gettext("Overdue"),
            figures=2,
        ),
        rows=tuple(_row(row) for row in rows),
        source=own_source(on),
        note=gettext("Action plan: commitments kept of those counted."),
    )
    return Section("standing", gettext("The municipalities' commitments"), tables=(table,))


def overdue_section(rows: Sequence[Row], on: date) -> Section:
    """Every commitment and milestone whose day has passed."""
    found = [
        (Cell(row.municipality.name), Cell(late.title), Cell(day(late.due)))
        for row in rows
        if row.overdue or row.plan_counted
        for late in overdue_in(row.municipality, on)
    ]
    if not found:
        nothing = plainly(gettext("Nothing is overdue."))
        return Section("overdue", gettext("Overdue"), paragraphs=(nothing,))
    table = Table(
        identity="overdue",
        title=gettext("Commitments and milestones whose day has passed"),
        columns=heads(gettext("Municipality"), gettext("What"), gettext("Was due")),
        rows=tuple(found),
        source=own_source(on),
    )
    return Section("overdue", gettext("Overdue"), tables=(table,))


def _goals(goals: Sequence[GoalProgress], on: date) -> Table:
    return Table(
        identity="goals",
        title=gettext("The goals of the taskforce"),
        columns=heads(
            gettext("Goal"),
            gettext("By"),
            gettext("To reach"),
            gettext("Today"),
            gettext("Reached"),
            figures=3,
        ),
        rows=tuple(
            (
                Cell(one.goal.title),
                Cell(day(one.goal.target_on)),
                whole(one.goal.target),
                counted(one.now),
                Cell(_reached(one.reached)),
            )
            for one in goals
        ),
        source=own_source(on),
    )


def _reached(reached: bool | None) -> str:
    if reached is None:
        return gettext("unknown")
    return gettext("Yes") if reached else gettext("Not yet")


def _course(one: GoalProgress, on: date) -> Chart:
    course, words = course_of(one), words_of(one)
    wide, narrow = (progress(course, words, width=width, said=day) for width in (WIDE, NARROW))
    source = own_source(on)
    return Chart("goal", words.title, words.conclusion, wide, source, "course", narrow=narrow)


def _points(one: GoalProgress, on: date) -> Table:
    return Table(
        identity="course",
        title=gettext("Municipalities that take part, day by day"),
        columns=heads(gettext("Day"), gettext("Municipalities"), figures=1),
        rows=tuple((Cell(day(when)), whole(value)) for when, value in one.shown),
        source=own_source(on),
    )


def _row(row: Row) -> tuple[Cell, ...]:
    standing = row.standing
    told = str(standing.status.label)
    if standing.since:
        words = gettext("%(status)s since %(day)s")
        told = words % {"status": told, "day": day(standing.since)}
    plan = gettext("%(number)s of %(all)s") % {"number": row.plan_done, "all": row.plan_counted}
    return (
        Cell(row.municipality.name),
        Cell(told),
        Cell(gettext("Named") if row.people.coordinator else gettext("Not yet")),
        Cell(plan if row.plan_counted else "–"),
        whole(row.overdue),
    )
