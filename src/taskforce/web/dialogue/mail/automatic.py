"""Tell the mails that machines have written: nobody answers them, and they are no message."""

from __future__ import annotations

import re
from email.message import EmailMessage

_BULK = frozenset({"bulk", "junk", "list", "auto_reply", "auto-reply"})
_NOBODY = re.compile(r"^(mailer-daemon|postmaster|no-?reply|noreply|bounces?)\b", re.IGNORECASE)
# What mail programs write above the answers that they give by themselves.
_AWAY = re.compile(
    r"^\s*(automatisk svar|autosvar|automatic reply|auto-?reply|out of (the )?office|"
    r"ikke til stede|fraværende|fravær:|automatiskt svar|undeliverable|kan ikke leveres|"
    r"delivery status notification|mail delivery (failed|subsystem))",
    re.IGNORECASE,
)


def is_automatic(mail: EmailMessage, sender: str) -> bool:
    """Whether a machine wrote it: an absence, a failed delivery, a list, or a loop of ours.

    Parameters
    ----------
    mail
        The mail as it came in.
    sender
        Its sender's address, in small letters; "" where there is none.
    """
    return (
        not sender
        or _NOBODY.match(sender) is not None
        or _says_so(mail)
        or mail.get_content_type() == "multipart/report"
        or _AWAY.match(_value(mail, "Subject")) is not None
    )


def _says_so(mail: EmailMessage) -> bool:
    submitted = _value(mail, "Auto-Submitted").lower() or "no"
    returned = mail.get("Return-Path")
    return (
        not submitted.startswith("no")
        or _value(mail, "Precedence").lower() in _BULK
        or any(name in mail for name in ("X-Autoreply", "X-Autorespond", "List-Id"))
        or (returned is not None and str(returned).strip() == "<>")
    )


def _value(mail: EmailMessage, name: str) -> str:
    return str(mail.get(name, "")).strip()
