"""The list of questions: filtered as asked, what has waited too long on top."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from taskforce.vocabulary.places import plain
from taskforce.web.people.caller import Caller
from taskforce.web.sparring.models import Message, Question, State
from taskforce.web.sparring.queries.access import open_to
from taskforce.web.sparring.queries.clock import is_urgent

_ORDER = {State.NEW: 0, State.TAKEN: 0, State.ANSWERED: 1, State.CLOSED: 2}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    text: str = ""
    topic: str = ""
    state: str = ""
    municipality: str = ""
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One question, and how its clock stands."""

    question: Question
    overdue: bool
    urgent: bool


def rows(caller: Caller, asked: Asked, on: date) -> list[Row]:
    """The questions that the caller sees, and that were asked for."""
    found = open_to(caller)
    if asked.topic:
        found = found.filter(topic=asked.topic)
    if asked.municipality:
        found = found.filter(municipality__code=asked.municipality)
    said = _said(found) if asked.text else {}
    wanted = (
        one
        for one in found
        if (not asked.state or one.state == asked.state)
        and (not asked.overdue or one.is_overdue(on))
        and _has(asked.text, one, said)
    )
    every = [Row(one, one.is_overdue(on), is_urgent(one, on)) for one in wanted]
    # The sort is stable: within a state, those that await nothing stand the newest first.
    return sorted(every, key=lambda row: _place(row.question))


def _place(one: Question) -> tuple[int, date]:
    return _ORDER[one.state], one.due_on if one.awaits_answer else date.min


def _said(questions: QuerySet[Question]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for pk, text in Message.objects.filter(question__in=questions).values_list(
        "question_id", "text"
    ):
        found[pk].append(text)
    return found


def _has(text: str, one: Question, said: dict[int, list[str]]) -> bool:
    # In Python, because a database does not know that Koege is Køge.
    words = plain(text).split()
    if not words:
        return True
    parts = (one.subject, one.number, one.municipality.name, one.get_topic_display())
    told = plain(" ".join((*map(str, parts), *said.get(one.pk, ()))))
    return all(word in told for word in words)
