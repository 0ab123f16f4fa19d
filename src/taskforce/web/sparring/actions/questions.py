"""Ask, take, answer, close with what came of it, and take up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.caller import Caller
from taskforce.web.sparring.actions.messages import Files, write
from taskforce.web.sparring.models import Effect, Message, Question, Step
from taskforce.web.sparring.queries.access import asks_for, sees
from taskforce.web.sparring.queries.clock import due_after


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says; `counts` tells whether it asks for an answer, or is one."""

    text: str
    counts: bool = True


@transaction.atomic
def ask(facts: Mapping[str, Any], text: str, *, by: Caller, files: Files = ()) -> Message:
    """Ask the taskforce; the answer is due in five working days.

    Raises
    ------
    PermissionDenied
        The caller may not ask for this municipality.
    ValidationError
        A value is missing or cannot be, or a file cannot be kept.
    """
    _must(facts["municipality"] in asks_for(by))
    _check_about(facts)
    now = timezone.now()
    today = timezone.localdate(now)
    question = Question(
        asked_by_id=by.account_id,
        asked_at=now,
        clock_from=today,
        due_on=due_after(today),
        **facts,
    )
    add(question, by=by)
    # A consultant who writes down what was asked on the phone writes it for the municipality.
    return write(question, Step.ASKED, text, by=by, files=files, of_taskforce=False)


@transaction.atomic
def take(question: Question, due_on: date, *, by: Caller) -> bool:
    """Take a question, or take it over, and say by when it is answered.

    Raises
    ------
    ValidationError
        The day has passed already.
    """
    _must(by.is_consultant and question.awaits_answer)
    if due_on < timezone.localdate():
        raise ValidationError({"due_on": _("Choose a day that has not passed.")})
    new = {"taken_by_id": by.account_id, "due_on": due_on}
    return change(question, new, by=by, what="question.taken")


@transaction.atomic
def say(question: Question, said: Said, *, by: Caller, files: Files = ()) -> Message:
    """Write in the thread: the taskforce answers or asks back, the municipality asks further."""
    _must(sees(by, question) and question.is_open)
    if by.is_consultant:
        return _from_taskforce(question, said, by=by, files=files)
    if said.counts and question.answered_at is not None:
        _start_clock(question, by=by, what="question.asked_further")
    step = Step.ASKED if said.counts else Step.SAID
    return write(question, step, said.text, by=by, files=files)


@transaction.atomic
def close(question: Question, effect: Effect, text: str, *, by: Caller) -> Message:
    """Close it, and say what came of it."""
    _must(sees(by, question) and question.is_open)
    new = {"closed_at": timezone.now(), "effect": effect}
    change(question, new, by=by, what="question.closed")
    return write(question, Step.CLOSED, text, by=by)


@transaction.atomic
def tell_effect(question: Question, effect: Effect, *, by: Caller) -> bool:
    """Say later what came of it after all."""
    _must(sees(by, question) and not question.is_open)
    return change(question, {"effect": effect}, by=by, what="question.effect_told")


@transaction.atomic
def reopen(question: Question, text: str, *, by: Caller) -> Message:
    """Take it up again; the clock starts anew."""
    closed = not question.is_open and question.forgotten_on is None
    _must(sees(by, question) and closed)
    _start_clock(question, by=by, what="question.reopened")
    return write(question, Step.REOPENED, text, by=by)


def _from_taskforce(question: Question, said: Said, *, by: Caller, files: Files) -> Message:
    now = timezone.now()
    new: dict[str, Any] = {} if question.taken_by_id else {"taken_by_id": by.account_id}
    if said.counts:
        first = question.first_answered_at or now
        new |= {"answered_at": now, "first_answered_at": first}
    if new:
        change(question, new, by=by, what="question.answered" if said.counts else "")
    step = Step.ANSWERED if said.counts else Step.SAID
    return write(question, step, said.text, by=by, files=files)


def _start_clock(question: Question, *, by: Caller, what: str) -> None:
    today = timezone.localdate()
    new = {
        "closed_at": None,
        "effect": "",
        "answered_at": None,
        "clock_from": today,
        "due_on": due_after(today),
    }
    change(question, new, by=by, what=what)


def _check_about(facts: Mapping[str, Any]) -> None:
    for name in ("commitment", "case", "site"):
        thing = facts.get(name)
        if thing is not None and thing.place != facts["municipality"].place:
            raise ValidationError({"about": _("Choose something of the municipality's own.")})


def _must(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
