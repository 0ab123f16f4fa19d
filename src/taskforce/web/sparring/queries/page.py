"""What the page of a question shows: its thread with the files, and the thing that it is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum
from django.urls import reverse

from taskforce.web.notes.models import Attachment
from taskforce.web.sparring.models import Message, Question, Step


@dataclass(frozen=True, slots=True)
class Told:
    """One message and its files."""

    message: Message
    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The thing that a question is about, and its page."""

    name: str
    path: str


def told_in(question: Question) -> list[Told]:
    """The thread, the oldest first."""
    messages = list(question.messages.select_related("written_by", "question__municipality"))
    kept = Attachment.objects.filter(
        kind=Message._meta.label_lower, thing_id__in=[one.pk for one in messages]
    )
    files: dict[int, list[Attachment]] = defaultdict(list)
    for file in kept.order_by("pk"):
        files[file.thing_id].append(file)
    return [Told(one, tuple(files[one.pk])) for one in messages]


def about(question: Question) -> About | None:
    """What it is about, where that was said."""
    things = (
        ("commitment", question.commitment),
        ("case", question.case),
        ("site", question.site),
    )
    for name, thing in things:
        if thing is not None:
            return About(str(thing), reverse(name, args=[thing.pk]))
    return None


def hours_on(question: Question) -> Decimal | None:
    """The hours logged on a question; None where nothing has been logged."""
    found: Decimal | None = question.advice.aggregate(hours=Sum("hours"))["hours"]
    return found


def latest_answer(question: Question) -> str:
    """The words of the latest answer; "" where there is none."""
    found = question.messages.filter(step=Step.ANSWERED).last()
    return found.text if found else ""
