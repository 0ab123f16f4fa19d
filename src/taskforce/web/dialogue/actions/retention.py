"""Let no text of a dialogue stay longer than it is needed; what is counted stays."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from django.db import models, transaction

from taskforce.web.dialogue.models import Dialogue, Letter, Message
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.record import erase_details
from taskforce.web.frame.journal.writing import change, remove
from taskforce.web.notes.models import Attachment, Note

# Two years after it was closed, a dialogue's texts have done their work.
KEPT_CLOSED = timedelta(days=730)
# For half a year a mail can be answered; then the address that it went to is erased.
ANSWERABLE = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was removed."""

    dialogues: int
    letters: int


def forget_old(*, on: date, by: Actor) -> Forgotten:
    """Remove the texts of dialogues closed long ago, and mail addresses of old mails."""
    closed = Dialogue.objects.filter(
        closed_at__date__lte=on - KEPT_CLOSED, forgotten_on__isnull=True
    )
    gone = list(closed)
    for one in gone:
        forget(one, on=on, by=by)
    letters = list(Letter.objects.filter(written_at__date__lte=on - ANSWERABLE))
    for letter in letters:
        _erase(letter, by=by)
    return Forgotten(len(gone), len(letters))


@transaction.atomic
def forget(dialogue: Dialogue, *, on: date, by: Actor) -> None:
    """Remove subject, messages, agreements, notes and files, and what the journal says of them."""
    messages = list(dialogue.messages.all())
    for message in messages:
        _forget_beside(message, by=by)
        for letter in message.letters.all():
            _erase(letter, by=by)
        for reader in message.readers.all():
            _erase(reader, by=by)
        _erase(message, by=by)
    for agreement in dialogue.agreements.all():
        _erase(agreement, by=by)
    _forget_beside(dialogue, by=by)
    change(dialogue, {"title": "", "forgotten_on": on}, by=by, what="dialogue.forgotten")
    erase_details([dialogue], by=by, about=dialogue)


def _forget_beside(thing: Dialogue | Message, *, by: Actor) -> None:
    """The notes on a thing, and its files from the disk once nothing refers to them."""
    about = {"kind": thing._meta.label_lower, "thing_id": thing.pk}
    for note in Note.objects.filter(**about):
        _erase(note, by=by)
    for attachment in Attachment.objects.filter(**about):
        path = Path(attachment.file.path)
        _erase(attachment, by=by)
        transaction.on_commit(partial(path.unlink, missing_ok=True))


@transaction.atomic
def _erase(thing: models.Model, *, by: Actor) -> None:
    gone = copy(thing)  # a removed thing no longer knows its own number
    remove(thing, by=by, what=f"{thing._meta.model_name}.erased")
    erase_details([gone], by=by, about=gone)
