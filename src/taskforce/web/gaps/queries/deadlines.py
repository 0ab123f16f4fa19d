"""By when a municipality answers."""

from __future__ import annotations

from datetime import date, timedelta

from taskforce.web.gaps.models import AnswerTime
from taskforce.web.gaps.models.answering import USUAL_DAYS
from taskforce.web.people.models import Organisation


def days_of(municipality: Organisation) -> int:
    """The days that the municipality has promised; 14 where it has not said."""
    known = AnswerTime.objects.filter(municipality=municipality).first()
    return known.days if known else USUAL_DAYS


def due_after(municipality: Organisation, day: date) -> date:
    """The last day for an answer to what came on a day."""
    return day + timedelta(days=days_of(municipality))
