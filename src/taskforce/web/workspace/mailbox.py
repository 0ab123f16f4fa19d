"""The demonstration's letter box: it keeps each mail, to be read in the workspace."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import add
from taskforce.web.workspace.models import Mail


class Backend(BaseEmailBackend):
    """Takes every mail that the software sends, and sends none of them."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep each mail once for each of its recipients."""
        for message in email_messages:
            for recipient in message.recipients():
                add(_kept(message, recipient), by=SOFTWARE)
        return len(email_messages)


def _kept(message: EmailMessage, recipient: str) -> Mail:
    return Mail(
        recipient=_address(recipient),
        subject=str(message.subject),
        text=str(message.body),
        html=_html(message),
        sent_at=timezone.now(),
    )


def _address(recipient: str) -> str:
    """The address in "Name <address>", in small letters as accounts have it."""
    return recipient.rpartition("<")[2].rstrip("> ").lower()


def _html(message: EmailMessage) -> str:
    alternatives = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    return next((str(content) for content, kind in alternatives if kind == "text/html"), "")
