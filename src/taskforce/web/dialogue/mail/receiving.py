"""Turn an answer by mail into a message: read by those who read the message that it answers."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from taskforce.web.dialogue.actions.messages import Said, write_for
from taskforce.web.dialogue.mail.addresses import fingerprint
from taskforce.web.dialogue.mail.answering import answered_to, writer_of
from taskforce.web.dialogue.mail.outgoing import send_letters_about
from taskforce.web.dialogue.mail.reading import LARGEST, MOST_FILES, Enclosed, Incoming, read
from taskforce.web.dialogue.mail.refusing import Refusal, refuse
from taskforce.web.dialogue.models import Audience, Letter, Message
from taskforce.web.dialogue.models.message import LONGEST
from taskforce.web.notes.content import checked_type, clean_name
from taskforce.web.people.caller import Caller

_LONGEST_NAMES = 500
_HEAD_BYTES = 64_000


class Outcome(StrEnum):
    """What became of a mail."""

    WRITTEN = "written"
    KNOWN = "known"  # it had been handed in before
    IGNORED = "ignored"  # a machine wrote it
    REFUSED = "refused"
    UNREADABLE = "unreadable"  # broken, mostly on purpose; nobody can be told


def receive(content: bytes) -> Outcome:
    """Take one mail in; whoever hands the same one in twice changes nothing.

    Parameters
    ----------
    content
        The mail as it came over the wire (RFC 5322).

    Returns
    -------
    Outcome
        What became of it. A human being whose mail was refused has been told why.
    """
    # Of a mail that is too large the head is read, so that somebody can be told.
    too_large = len(content) > LARGEST
    mail = read(content[:_HEAD_BYTES] if too_large else content)
    if mail is None:
        return Outcome.UNREADABLE
    if too_large:
        return _refused(mail, Refusal.TOO_LARGE)
    if mail.automatic:
        return Outcome.IGNORED
    if Message.objects.filter(mail=mail.fingerprint).exists():
        return Outcome.KNOWN
    letter = _letter(mail.tokens)
    if letter is None:
        return _refused(mail, Refusal.UNKNOWN_ADDRESS)
    writer = writer_of(letter, mail.sender)
    if isinstance(writer, Refusal):
        return _refused(mail, writer)
    if len(mail.text) > LONGEST:
        return _refused(mail, Refusal.TOO_LONG)
    return _written(mail, letter, writer)


def _letter(tokens: Iterable[str]) -> Letter | None:
    prints = [fingerprint(one) for one in tokens]
    found = Letter.objects.filter(fingerprint__in=prints)
    return found.select_related("message__dialogue", "message__sender", "organisation").first()


def _written(mail: Incoming, letter: Letter, writer: Caller) -> Outcome:
    kept, left_out = _sorted(mail.enclosed)
    if not mail.text and not kept:
        return _refused(mail, Refusal.NOTHING_WRITTEN)
    audience, readers = answered_to(letter)
    said = Said(
        mail.text or ", ".join(one.name or "" for one in kept),
        audience,
        readers if audience == Audience.SOME else (),
        by_mail=True,
        left_out=", ".join(left_out)[:_LONGEST_NAMES],
        mail=mail.fingerprint,
        from_address=mail.sender,
    )
    with transaction.atomic():
        message = write_for(
            letter.message.dialogue,
            said,
            sender=letter.organisation,
            by=writer,
            files=kept,
        )
    send_letters_about(message)
    return Outcome.WRITTEN


def _sorted(enclosed: Iterable[Enclosed]) -> tuple[list[ContentFile[bytes]], list[str]]:
    """The files that can be kept, and the names of the others."""
    kept: list[ContentFile[bytes]] = []
    left_out: list[str] = []
    for one in enclosed:
        name = clean_name(one.name)
        try:
            checked_type(name, one.content)
        except ValidationError:
            left_out.append(name)
            continue
        if len(kept) < MOST_FILES:
            kept.append(ContentFile(one.content, name))
        else:
            left_out.append(name)
    return kept, left_out


def _refused(mail: Incoming, why: Refusal) -> Outcome:
    if mail.automatic:
        return Outcome.IGNORED
    refuse(mail.sender, why, subject=mail.subject, mail_id=mail.mail_id)
    return Outcome.REFUSED
