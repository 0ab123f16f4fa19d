"""Tell the other side by mail that something was written; the words themselves stay on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.people.letters import send_letter
from taskforce.web.sparring.models import Letter, Message, Question

# After so many tries somebody has to look at the mail server.
MOST_TRIES = 8
_WAITING = Letter.objects.filter(sent_at__isnull=True, tries__lt=MOST_TRIES)


@dataclass(frozen=True, slots=True)
class Went:
    """How many mails went, and how many the mail server would not take."""

    sent: int
    failed: int


def tell_of(message: Message) -> Went:
    """Send the mails about a message; what cannot be sent now is sent in the night."""
    return _send(_WAITING.filter(message=message))


def tell_about(question: Question) -> Went:
    """Send the mails about everything new in a question."""
    return _send(_WAITING.filter(message__question=question))


def send_waiting() -> Went:
    """Send what has not been sent yet."""
    return _send(_WAITING.all())


def _send(letters: Iterable[Letter]) -> Went:
    went = [_sent(one) for one in letters]
    return Went(went.count(True), went.count(False))


def _sent(letter: Letter) -> bool:
    # No transaction is open while the mail server answers: others want to write meanwhile.
    message, language = letter.message, letter.account.language
    with translation.override(language):
        link = settings.SITE_URL + reverse("sparring-question", args=[message.question_id])
    told = {"message": message, "question": message.question, "link": link}
    try:
        send_letter("sparring/mails/news", letter.account.email, language=language, told=told)
    except (SMTPException, OSError):
        change(letter, {"tries": letter.tries + 1}, by=SOFTWARE, what="letter.failed")
        return False
    change(letter, {"sent_at": timezone.now()}, by=SOFTWARE, what="letter.sent")
    return True
