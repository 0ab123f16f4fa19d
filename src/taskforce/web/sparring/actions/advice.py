"""Keep the log of advice: hours on a question, and advice given on the phone or at a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.actions.contact_log import change_contact, log_contact
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation
from taskforce.web.sparring.models import Advice, Question


def log_hours(question: Question, *, given_on: date, hours: Decimal, by: Caller) -> Advice:
    """Log time spent on a question."""
    _must(by)
    advice = Advice(
        question=question,
        topic=question.topic,
        given_on=given_on,
        hours=hours,
        written_by_id=by.account_id,
    )
    return add(advice, by=by)


@transaction.atomic
def log_talk(
    municipality: Organisation, talk: Mapping[str, Any], told: Mapping[str, Any], *, by: Caller
) -> Advice:
    """Log advice that was given outside the desk.

    Parameters
    ----------
    municipality
        Who was advised.
    talk
        What stands in the contact log: the day, how, what was said, and the next step.
    told
        Topic, hours and what came of it.
    by
        Who gave it.
    """
    _must(by)
    contact = log_contact(municipality, by=by, **talk)
    advice = Advice(contact=contact, given_on=contact.held_on, written_by_id=by.account_id, **told)
    return add(advice, by=by)


@transaction.atomic
def change_advice(
    advice: Advice, told: Mapping[str, Any], *, by: Caller, talk: Mapping[str, Any] | None = None
) -> None:
    """Mend what was logged, and the talk with it."""
    _must(by)
    new = dict(told)
    if advice.contact is not None and talk is not None:
        change_contact(advice.contact, talk, by=by)
        new["given_on"] = advice.contact.held_on
    change(advice, new, by=by)


def _must(by: Caller) -> None:
    if not by.is_consultant:
        raise PermissionDenied
