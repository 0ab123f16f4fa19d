"""The chart of a goal, with its conclusion in words and the same numbers as the table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from taskforce.report.charts.canvas import Words, in_two_widths
from taskforce.report.charts.progress import Course, progress
from taskforce.web.commitments.queries.progress import GoalProgress
from taskforce.web.frame.templatetags.numbers import day, number


@dataclass(frozen=True, slots=True)
class Shown:
    """A goal with its chart; without a number that may be shown there is none."""

    progress: GoalProgress
    chart: SafeString


def shown(goals: list[GoalProgress]) -> list[Shown]:
    """Every goal with its chart."""
    return [Shown(one, chart_of(one)) for one in goals]


def chart_of(one: GoalProgress) -> SafeString:
    """The way towards a goal."""
    if not one.shown:
        return SafeString("")
    course, words = course_of(one), words_of(one)
    drawing = in_two_widths(lambda width: progress(course, words, width=width, said=day))
    return mark_safe(drawing)  # noqa: S308 - our own drawing, in which every text is escaped


def course_of(one: GoalProgress) -> Course:
    """What is drawn of a goal that has at least one number to show."""
    goal, points = one.goal, one.shown
    return Course(
        points=points,
        target=goal.target,
        target_on=goal.target_on,
        target_said=gettext("Goal: %(number)s") % {"number": number(goal.target)},
        last_said=number(points[-1][1]),
        stepped=goal.counts_up,
    )


def words_of(one: GoalProgress) -> Words:
    """What the chart of a goal is called, and what it shows."""
    goal, points, course = one.goal, one.shown, course_of(one)
    told = "; ".join(f"{day(on)}: {number(value)}" for on, value in points)
    conclusion = f"{told}. {course.target_said}, {day(goal.target_on)}."
    return Words(f"goal-{goal.pk}", goal.title, conclusion, get_language() or "da")
