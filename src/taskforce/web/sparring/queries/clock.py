"""The clock of a question: by which working day it is answered, and when it becomes urgent."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from taskforce.rules.working_calendar import add_working_days, is_working_day
from taskforce.web.sparring.models import Question

WORKING_DAYS = 5
# With so much of its time gone, an unanswered question becomes urgent.
URGENT_AT = 0.75


def due_after(start: date, working_days: int = WORKING_DAYS) -> date:
    """The day by which a question asked on a day is answered."""
    return add_working_days(start, working_days)


def working_days_between(start: date, end: date) -> int:
    """The working days after one day, up to and with another; 0 where there are none."""
    days = (start + timedelta(days=one) for one in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def urgent_from(start: date, due: date) -> date:
    """The first day on which three quarters of the working days have gone."""
    return min(due, add_working_days(start, ceil(URGENT_AT * working_days_between(start, due))))


def is_urgent(question: Question, on: date) -> bool:
    """Whether an answer that is not late yet is about to be."""
    if not question.awaits_answer or question.is_overdue(on):
        return False
    return on >= urgent_from(question.clock_from, question.due_on)
