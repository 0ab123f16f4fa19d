"""A mail server on this machine, over a real socket, that puts what it gets into a maildir."""

from __future__ import annotations

import mailbox
import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox


@contextmanager
def mail_server(folder: Path) -> Iterator[Controller]:
    """The server, while it runs; it takes any mail for anybody."""
    server = Controller(Mailbox(str(folder)), hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """A port at which nobody answers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def came_in(folder: Path) -> list[EmailMessage]:
    """The mails in a maildir, by their recipient."""
    found = [message_from_bytes(one.as_bytes(), policy=policy.default) for one in _box(folder)]
    return sorted(found, key=lambda one: str(one["To"]))  # type: ignore[arg-type, return-value]


def empty(folder: Path) -> None:
    """Forget the mails that have been looked at."""
    _box(folder).clear()


def answer_to(mail: EmailMessage, text: str, **options: Any) -> EmailMessage:
    """What a human being's mail program sends as an answer: the text above the quotation."""
    said = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    quoted = "\n".join(f"> {line}" for line in said.splitlines())
    answer = EmailMessage(policy=policy.SMTP)
    answer["From"] = options.get("sender", str(mail["To"]))
    answer["To"] = str(mail["Reply-To"])
    answer["Subject"] = f"SV: {mail['Subject']}"
    answer["Message-ID"] = options.get("mail_id", "<svar-1@soroe.example>")
    answer["In-Reply-To"] = str(mail["Message-ID"])
    answer.set_content(f"{text}\n\nDen 2. mar. 2026 kl. 08.00 skrev Nogen <a@b.dk>:\n{quoted}\n")
    return answer


def hand_in(server: Controller, *mails: EmailMessage) -> None:
    """Send mails over the wire to the server."""
    with smtplib.SMTP(server.hostname, server.port) as line:
        for mail in mails:
            line.send_message(mail)


def _box(folder: Path) -> mailbox.Maildir:
    return mailbox.Maildir(str(folder), create=True)
