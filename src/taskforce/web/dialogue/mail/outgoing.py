"""Send each reader of a message a mail that can simply be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import formataddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
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


@dataclass(frozen=True, slots=True)
class Went:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def send_letters_about(message: Message) -> Went:
    """Send the mails about a message; what cannot be sent now is sent in the night."""
    return _send(message.letters.filter(sent_at__isnull=True))


def send_waiting() -> Went:
    """Send what has not been sent yet."""
    waiting = Letter.objects.filter(sent_at__isnull=True, tries__lt=MOST_TRIES)
    return _send(waiting)


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
    related = "message__dialogue", "message__sender"
    pks = [one.pk for one in letters]
    waiting = Letter.objects.filter(pk__in=pks).select_related(*related)
    went = [_sent(one) for one in waiting]
    return Went(went.count(True), went.count(False))


def _sent(letter: Letter) -> bool:
    token = new_token()
    try:
        with transaction.atomic():
            sent = {"fingerprint": fingerprint(token), "sent_at": timezone.now()}
            change(letter, sent, by=SOFTWARE, what="letter.sent")
            written(letter, token).send()
    except (SMTPException, OSError):
        failed = Letter.objects.get(pk=letter.pk)
        change(failed, {"tries": failed.tries + 1}, by=SOFTWARE, what="letter.failed")
        return False
    return True


def _bare(address: str) -> str:
    """The address in "Name <address>"."""
    return address.rpartition("<")[2].rstrip("> ")
