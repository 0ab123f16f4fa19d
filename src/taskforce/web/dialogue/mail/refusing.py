"""Answer a mail that cannot become a message, politely, and never more than a few times a day."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from smtplib import SMTPException

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from taskforce.web.people.models import Account

_A_DAY_SECONDS = 24 * 60 * 60
# A machine that answers our answers gets silence soon.
_MOST_A_DAY = 3


class Refusal(StrEnum):
    """Why a mail did not become a message."""

    UNKNOWN_ADDRESS = "unknown_address"
    UNKNOWN_SENDER = "unknown_sender"
    NO_LONGER_PARTY = "no_longer_party"
    NOTHING_WRITTEN = "nothing_written"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"


def refuse(to: str, why: Refusal, *, subject: str = "", mail_id: str = "") -> bool:
    """Tell the sender why; False where they have been told often enough, or cannot be told."""
    if not to or not _may_be_told(to):
        return False
    known = Account.objects.filter(email=to).first()
    with translation.override(known.language if known else "da"):
        text = render_to_string("dialogue/mails/refused.txt", {"why": why, "subject": subject})
        title = render_to_string("dialogue/mails/refused_subject.txt", {"subject": subject})
    headers = {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}
    if mail_id:
        headers |= {"In-Reply-To": mail_id, "References": mail_id}
    try:
        EmailMessage(
            " ".join(title.split()),
            text.strip() + "\n",
            settings.DEFAULT_FROM_EMAIL,
            [to],
            headers=headers,
        ).send()
    except (SMTPException, OSError):
        return False
    return True


def _may_be_told(to: str) -> bool:
    # A fingerprint: an address that wrote here by mistake is not kept.
    key = f"dialogue-refused-{hashlib.sha256(to.encode()).hexdigest()}"
    cache.add(key, 0, _A_DAY_SECONDS)
    return cache.incr(key) <= _MOST_A_DAY
