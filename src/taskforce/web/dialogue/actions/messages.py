"""Write to the parties of a dialogue: to all, to some, or to one's own side and the taskforce."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.dialogue.models import Audience, Dialogue, Letter, Message, Reader, Step
from taskforce.web.dialogue.queries.access import parties_of, sees, speaks_as
from taskforce.web.dialogue.queries.recipients import recipients_of
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.notes.actions import attach
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody has to say, and who is to read it."""

    text: str
    audience: Audience = Audience.ALL
    readers: tuple[Organisation, ...] = ()
    step: Step = Step.NONE
    by_mail: bool = False
    left_out: str = ""
    mail: str = ""
    # The address it came from by mail: its own words are not sent back to it.
    from_address: str = ""
    # When it was written; now, unless somebody tells a story of the past.
    at: datetime | None = None


@transaction.atomic
def write_message(
    dialogue: Dialogue, said: Said, *, by: Caller, files: Iterable[File[bytes]] = ()
) -> Message:
    """Write to the parties; each reader gets a mail, which waits here until it has been sent.

    Raises
    ------
    PermissionDenied
        The dialogue is not open to the caller.
    ValidationError
        Nothing was written, no reader was chosen, or a file cannot be kept.
    """
    sender = speaks_as(by, dialogue)
    return write_for(dialogue, said, sender=sender, by=by, files=files)


@transaction.atomic
def write_for(
    dialogue: Dialogue,
    said: Said,
    *,
    sender: Organisation | None,
    by: Caller,
    files: Iterable[File[bytes]] = (),
) -> Message:
    """Write for a named side: an answer by mail is for the side to which the mail had gone."""
    if not sees(by, dialogue):
        raise PermissionDenied
    message = _written(dialogue, said, sender=sender, by=by)
    for one in files:
        attach(message, one, by=by)
    return message


def _written(dialogue: Dialogue, said: Said, *, sender: Organisation | None, by: Actor) -> Message:
    _check(dialogue, said)
    message = Message(
        dialogue=dialogue,
        audience=said.audience,
        step=said.step,
        text=said.text.strip(),
        sender=sender,
        written_by_id=by.account_id,
        written_at=said.at or timezone.now(),
        by_mail=said.by_mail,
        left_out=said.left_out,
        mail=said.mail,
    )
    add(message, by=by)
    if said.audience == Audience.SOME:
        for one in dict.fromkeys(said.readers):
            add(Reader(message=message, organisation=one), by=by)
    for recipient in recipients_of(message, but=said.from_address):
        letter = Letter(message=message, written_at=message.written_at, **recipient.facts)
        add(letter, by=by)
    return message


def _check(dialogue: Dialogue, said: Said) -> None:
    if said.audience != Audience.SOME:
        return
    if not said.readers:
        raise ValidationError({"readers": _("Choose who is to read it.")})
    if not set(said.readers) <= set(parties_of(dialogue)):
        raise ValidationError({"readers": _("Choose among the parties of the dialogue.")})
