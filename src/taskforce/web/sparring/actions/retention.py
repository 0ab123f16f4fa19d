"""Let no text of a question stay longer than it is needed; what is counted stays."""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from django.db import models, transaction

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.record import erase_details
from taskforce.web.frame.journal.writing import change, remove
from taskforce.web.notes.models import Attachment
from taskforce.web.sparring.models import Message, Proposal, Question

# Two years after it was closed, the texts of a question have done their work.
KEPT_CLOSED = timedelta(days=730)


def forget_old(*, on: date, by: Actor) -> int:
    """Remove the texts and files of questions closed long ago; how many there were."""
    old = Question.objects.filter(closed_at__date__lte=on - KEPT_CLOSED, forgotten_on__isnull=True)
    gone = list(old)
    for one in gone:
        forget(one, on=on, by=by)
    return len(gone)


@transaction.atomic
def forget(question: Question, *, on: date, by: Actor) -> None:
    """Remove subject, messages and files, and what the journal says of them."""
    for message in question.messages.all():
        _forget_files(message, by=by)
        for letter in message.letters.all():
            _erase(letter, by=by)
        _erase(message, by=by)
    for proposal in Proposal.objects.filter(question=question):
        # That it agreed stays on record; the material itself lives on by itself.
        change(proposal, {"text": ""}, by=by, what="proposal.forgotten")
        erase_details([proposal], by=by, about=proposal)
    change(question, {"subject": "", "forgotten_on": on}, by=by, what="question.forgotten")
    erase_details([question], by=by, about=question)


def _forget_files(message: Message, *, by: Actor) -> None:
    """Its files go from the disk once nothing refers to them."""
    about = {"kind": message._meta.label_lower, "thing_id": message.pk}
    for attachment in Attachment.objects.filter(**about):
        path = Path(attachment.file.path)
        _erase(attachment, by=by)
        transaction.on_commit(partial(path.unlink, missing_ok=True))


def _erase(thing: models.Model, *, by: Actor) -> None:
    gone = copy(thing)  # a removed thing no longer knows its own number
    remove(thing, by=by, what=f"{thing._meta.model_name}.erased")
    erase_details([gone], by=by, about=gone)
