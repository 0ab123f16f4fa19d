"""Write into the thread of a question; the mails that tell of it wait in the queue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from django.core.files.base import File
from django.utils import timezone

from taskforce.web.frame.journal.writing import add
from taskforce.web.notes.actions import attach
from taskforce.web.people.caller import Caller
from taskforce.web.sparring.models import Letter, Message, Question, Step
from taskforce.web.sparring.queries.recipients import recipients_of

Files: TypeAlias = "Iterable[File[bytes]]"


def write(
    question: Question,
    step: Step,
    text: str,
    *,
    by: Caller,
    files: Files = (),
    of_taskforce: bool | None = None,
) -> Message:
    """Keep a message with its files, and a mail to wait for each one it is for."""
    message = Message(
        question=question,
        step=step,
        text=text.strip(),
        of_taskforce=by.is_consultant if of_taskforce is None else of_taskforce,
        written_by_id=by.account_id,
        written_at=timezone.now(),
    )
    add(message, by=by)
    for one in files:
        attach(message, one, by=by)
    for account in recipients_of(message):
        add(Letter(message=message, account=account), by=by)
    return message
