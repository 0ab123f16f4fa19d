"""Send each reader of a message a mail that can simply be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import formataddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from taskforce.web.dialogue.mail.addresses import fingerprint, new_token, reply_address
from taskforce.web.dialogue.models import Letter, Message
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.notes.queries import files_of

# After so many tries somebody has to look at the mail server.
MOST_TRIES = 8
_RELATED = Letter.objects.select_related("message__dialogue", "message__sender")


@dataclass(frozen=True, slots=True)
class Went:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def send_letters_about(message: Message) -> Went:
    """Send the mails about a message; what cannot be sent now is sent in the night."""
    return _send(_RELATED.filter(message=message, sent_at__isnull=True))


def send_waiting() -> Went:
    """Send what has not been sent yet."""
    return _send(_RELATED.filter(sent_at__isnull=True, tries__lt=MOST_TRIES))


def written(letter: Letter, token: str) -> EmailMultiAlternatives:
    """The mail in the reader's language, as plain text and as HTML."""
    message, answer = letter.message, reply_address(token)
    with translation.override(letter.language):
        given = {
            "message": message,
            "dialogue": message.dialogue,
            "files": message_files(message),
            "answer": answer,
            "link": settings.SITE_URL + reverse("dialogue", args=[message.dialogue_id]),
        }
        sender = gettext("%(side)s through Digital Taskforce") % {"side": message.said_by}
        mail = EmailMultiAlternatives(
            subject=" ".join(f"{message.dialogue} [{message.dialogue.number}]".split()),
            body=render_to_string("dialogue/mails/message.txt", given).strip() + "\n",
            from_email=formataddr((sender, _bare(settings.DEFAULT_FROM_EMAIL))),
            to=[letter.email],
            reply_to=[answer] if answer else None,
            headers=_headers(message),
        )
        mail.attach_alternative(render_to_string("dialogue/mails/message.html", given), "text/html")
    return mail


def message_files(message: Message) -> list[str]:
    """The names of the files of a message; the files themselves are fetched on its page."""
    return [one.name for one in files_of(message)]


def _headers(message: Message) -> dict[str, str]:
    """What keeps the mails of a dialogue together, and keeps machines from answering them."""
    domain = _bare(settings.DEFAULT_FROM_EMAIL).rpartition("@")[2]
    root = f"<dialogue.{message.dialogue_id}@{domain}>"
    return {
        "References": root,
        "In-Reply-To": root,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }


def _send(letters: Iterable[Letter]) -> Went:
    waiting = list(letters)
    if not waiting:
        return Went(0, 0)
    connection = get_connection()
    try:
        connection.open()
        went = [_sent(one, connection) for one in waiting]
    except (SMTPException, OSError):
        # Nobody answers: all of them have to wait.
        went = [_failed(one) for one in waiting]
    finally:
        connection.close()
    return Went(went.count(True), went.count(False))


def _sent(letter: Letter, connection: BaseEmailBackend) -> bool:
    # No transaction is open while the mail server answers: others want to write meanwhile.
    token = new_token()
    change(letter, {"fingerprint": fingerprint(token)}, by=SOFTWARE, what="letter.addressed")
    try:
        connection.send_messages([written(letter, token)])
    except (SMTPException, OSError):
        return _failed(letter)
    change(letter, {"sent_at": timezone.now()}, by=SOFTWARE, what="letter.sent")
    return True


def _failed(letter: Letter) -> bool:
    change(letter, {"tries": letter.tries + 1}, by=SOFTWARE, what="letter.failed")
    return False


def _bare(address: str) -> str:
    """The address in "Name <address>"."""
    return address.rpartition("<")[2].rstrip("> ")
