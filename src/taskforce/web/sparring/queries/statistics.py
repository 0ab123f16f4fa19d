"""How the sparring desk does: how many ask, how fast they are answered, and on what hours go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.timezone import localtime
from django.utils.translation import gettext

from taskforce.rules.handling_times import spread
from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.sparring.models import Advice, Effect, Question, Topic
from taskforce.web.sparring.queries.advice import hours_of, log_of
from taskforce.web.sparring.queries.clock import WORKING_DAYS, working_days_between
from taskforce.web.sparring.queries.period import Period

# One or two answers say nothing about how fast answers are.
FEWEST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One topic or one municipality; without answers enough, the days are None."""

    name: str
    questions: int
    answered: int
    median_days: float | None
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Statistics:
    """The whole desk."""

    all: Line
    within: int
    open: int
    overdue: int
    topics: list[Line]
    places: list[Line]
    effects: list[tuple[str, int]]


def statistics(on: date, period: Period | None = None) -> Statistics:
    """Questions asked and advice given in a period, or ever.

    Days are working days to the first answer, also where that came after the period.
    """
    questions = list(Question.objects.select_related("municipality"))
    advice = log_of()
    if period is not None:
        questions = [one for one in questions if period.has(localtime(one.asked_at).date())]
        advice = [one for one in advice if period.has(one.given_on)]
    effects = [one.effect for one in questions] + [one.effect for one in advice]
    return Statistics(
        all=_line("", questions, advice),
        within=sum(days <= WORKING_DAYS for days in _days(questions)),
        open=sum(one.is_open for one in questions),
        overdue=sum(one.is_overdue(on) for one in questions),
        topics=[
            _line(str(topic.label), *_of(questions, advice, lambda one, t=topic: one.topic == t))  # type: ignore[misc]
            for topic in Topic
        ],
        places=_by_place(questions, advice),
        effects=[(str(one.label), effects.count(one)) for one in Effect],
    )


def sheet(told: Statistics, *, on: date, period: Period | None = None) -> Sheet:
    """The same figures for a spreadsheet."""
    heads = (
        gettext("Grouped by"),
        gettext("Name"),
        gettext("Questions"),
        gettext("Answered"),
        gettext("Median working days to the first answer"),
        gettext("Hours"),
    )
    groups = (
        (gettext("All"), [told.all]),
        (gettext("Topic"), told.topics),
        (gettext("Municipality"), told.places),
    )
    rows = tuple(
        (group, one.name, one.questions, one.answered, _days_told(one), number(float(one.hours), 2))
        for group, lines in groups
        for one in lines
    )
    source = gettext("Source: the sparring desk of Digital Taskforce, %(day)s. Period: %(period)s.")
    days = period.days if period else gettext("The whole time")
    return Sheet(gettext("Sparring"), source % {"day": on.isoformat(), "period": days}, heads, rows)


def _days_told(one: Line) -> str:
    return "" if one.median_days is None else number(one.median_days, 1)


def _by_place(questions: list[Question], advice: list[Advice]) -> list[Line]:
    names = {one.municipality.name for one in questions}
    names |= {one.municipality.name for one in advice}
    return [
        _line(name, *_of(questions, advice, lambda one, n=name: one.municipality.name == n))  # type: ignore[misc]
        for name in sorted(names, key=in_danish_order)
    ]


def _of(
    questions: list[Question], advice: list[Advice], has: Callable[[Question | Advice], bool]
) -> tuple[list[Question], list[Advice]]:
    return [one for one in questions if has(one)], [one for one in advice if has(one)]


def _line(name: str, questions: list[Question], advice: list[Advice]) -> Line:
    days = _days(questions)
    median = spread(days).median_days if len(days) >= FEWEST_SHOWN else None
    return Line(name, len(questions), len(days), median, hours_of(advice))


def _days(questions: Iterable[Question]) -> list[int]:
    return [
        working_days_between(
            localtime(one.asked_at).date(), localtime(one.first_answered_at).date()
        )
        for one in questions
        if one.first_answered_at is not None
    ]
