"""Read a mail: who sent it, to which secret, what they wrote, and what they enclosed."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses

from taskforce.web.dialogue.mail.addresses import tokens_in
from taskforce.web.dialogue.mail.automatic import is_automatic
from taskforce.web.dialogue.mail.plain import plain_text
from taskforce.web.dialogue.mail.quoted import own_words

# What the standard library's reader can come to on mails that are broken on purpose.
_BROKEN = (AttributeError, LookupError, MessageError, RecursionError, TypeError, ValueError)
# A mail with the largest file that is kept here, and the letters that stand for its bytes.
LARGEST = 40_000_000
MOST_FILES = 10
# Many times what a message may hold; more is quotation, or not written by a human being.
_MOST_TEXT = 400_000
_UNSEEN = ("Cc", "Cs")
_RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "X-Envelope-To", "Envelope-To")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One file of a mail, as its sender called it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a mail says, as far as it is needed here."""

    sender: str
    tokens: tuple[str, ...]
    subject: str
    text: str
    enclosed: tuple[Enclosed, ...]
    automatic: bool
    # The same mail has the same fingerprint, however often it is handed in.
    fingerprint: str
    mail_id: str


def read(content: bytes) -> Incoming | None:
    """Read a mail as it came over the wire (RFC 5322); None for one that cannot be read at all."""
    try:
        return _read(content)
    except _BROKEN:
        return None


def _read(content: bytes) -> Incoming:
    mail = message_from_bytes(content, policy=policy.default)
    sender = next(iter(_addresses(mail, ("From",))), "")
    mail_id = _header(mail, "Message-ID")
    known_by = f"{mail_id} {sender}".encode() if mail_id else content
    return Incoming(
        sender=sender,
        tokens=tuple(tokens_in(" ".join(_addresses(mail, _RECIPIENTS)))),
        subject=_header(mail, "Subject"),
        text=own_words(_readable(_text(mail))),
        enclosed=tuple(_enclosed(mail)),
        automatic=is_automatic(mail, sender),
        fingerprint=hashlib.sha256(known_by).hexdigest(),
        mail_id=mail_id,
    )


def _readable(text: str) -> str:
    """Without signs that nobody can see, some of which no database takes."""
    kept = (one for one in text if one in "\n\r\t" or unicodedata.category(one) not in _UNSEEN)
    return "".join(kept)


def _addresses(mail: EmailMessage, names: tuple[str, ...]) -> list[str]:
    values = [str(value) for name in names for value in mail.get_all(name, [])]
    found = (_readable(address).lower() for _name, address in getaddresses(values))
    return [one for one in found if one]


def _header(mail: EmailMessage, name: str) -> str:
    return _readable(" ".join(str(mail.get(name, "")).split()))


def _text(mail: EmailMessage) -> str:
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        if part is not None:
            written = _decoded(part)[:_MOST_TEXT]
            text = written if kind == "plain" else plain_text(written)
            if text.strip():
                return text
    return ""


def _decoded(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return raw.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("utf-8", "replace")


def _enclosed(mail: EmailMessage) -> Iterator[Enclosed]:
    """The files; the pictures of a signature, which the text shows, are none."""
    if not mail.is_multipart():
        return
    for part in mail.walk():
        name = _file_name(part)
        shown = part.get_content_disposition() != "attachment" and "Content-ID" in part
        if part.is_multipart() or not name or (shown and part.get_content_maintype() == "image"):
            continue
        content = part.get_payload(decode=True)
        yield Enclosed(name, content if isinstance(content, bytes) else b"")


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except _BROKEN:
        return ""
