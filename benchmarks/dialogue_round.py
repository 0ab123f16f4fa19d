"""One round of the dialogues: the lists, then mails over a mail server of this machine."""

from __future__ import annotations

import mailbox
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from benchmarks.dialogue import TARGETS
from benchmarks.rounds import Seconds, timed
from taskforce.vocabulary.places import load_region
from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.mail.maildir import take_in
from taskforce.web.dialogue.mail.outgoing import send_letters_about
from taskforce.web.dialogue.models import Dialogue, Message, Participant
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.actions.organisations import add_organisation, take_in_region
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account, Organisation, OrganisationKind, Role

DIALOGUES, EACH, MAILS, HOME = 5_000, 4, 100, "0340"
_WORDS = "Vi har set på sagen og vender tilbage, når vejmyndigheden har svaret. " * 4


def work() -> Seconds:
    """Seconds of each step, by the names of the table."""
    taskforce, operator, coordinator = _people()
    _talked(taskforce, operator, coordinator)
    names, seconds = iter(TARGETS), Seconds()
    path = reverse("dialogues")
    for reader, there in (
        (taskforce, path),
        (operator, path),
        (taskforce, f"{path}?text=vejmyndigheden"),
        (taskforce, reverse("dialogues-csv")),
    ):
        browser = Client(SERVER_NAME="localhost")
        browser.force_login(reader)
        browser.get(reverse("workspace"))
        timed(seconds, next(names), lambda browser=browser, there=there: browser.get(there))  # type: ignore[misc]
    with _mail_server() as box:
        timed(seconds, next(names), lambda: _mailed(taskforce))
        _answered(box)
        timed(seconds, next(names), lambda: take_in(box))
    _check(box)
    return seconds


def _people() -> tuple[Account, Account, Account]:
    take_in_region(load_region(), by=SOFTWARE)
    firm = add_organisation(
        kind=OrganisationKind.OPERATOR, name="Prøvenet", cvr="10000001", by=SOFTWARE
    )
    home = Organisation.objects.get(code=HOME)
    roles = ((Role.CONSULTANT, None), (Role.OPERATOR, firm), (Role.COORDINATOR, home))
    found = []
    for role, place in roles:
        account = make_account(
            email=f"{role}@example.org", name=role, password="x" * 20, by=SOFTWARE
        )
        grant_role(account, role, organisation=place, by=SOFTWARE)
        found.append(account)
    return found[0], found[1], found[2]


def _talked(*people: Account) -> None:
    """Dialogues with their messages, written at once: what is measured comes after."""
    home, firm = Organisation.objects.get(code=HOME), Organisation.objects.get(name="Prøvenet")
    now = timezone.now()
    held = Dialogue.objects.bulk_create(
        Dialogue(title=f"Gravning {number}", municipality=home, opened_at=now)
        for number in range(DIALOGUES)
    )
    Participant.objects.bulk_create(
        Participant(dialogue=one, organisation=party, joined_at=now)
        for one in held
        for party in (home, firm)
    )
    senders = (None, firm, home)
    Message.objects.bulk_create(
        Message(dialogue=one, text=_WORDS, sender=senders[n % 3], written_at=now)
        for one in held
        for n in range(EACH)
    )


@contextmanager
def _mail_server() -> Iterator[Path]:
    """A mail server over a real socket, and the mailbox that it puts everything into."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        box = Path(folder) / "maildir"
        server = Controller(Mailbox(str(box)), hostname="127.0.0.1", port=port)
        server.start()
        mail = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": port, "EMAIL_USE_TLS": False}
        smtp = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", **mail}
        try:
            with override_settings(REPLY_ADDRESS="dialog@svar.example.dk", **smtp):
                yield box
        finally:
            server.stop()


def _mailed(account: Account) -> None:
    """The taskforce writes; the mails go to both sides."""
    by = caller_for(account)
    for one in Dialogue.objects.order_by("pk")[:MAILS]:
        send_letters_about(write_message(one, Said(_WORDS), by=by))


def _answered(box: Path) -> None:
    """The operator answers each of its mails; the other mails are put away."""
    kept = mailbox.Maildir(str(box))
    mails = [message_from_bytes(one.as_bytes(), policy=policy.default) for one in kept]
    kept.clear()
    for number, mail in enumerate(one for one in mails if "operator" in str(one["To"])):
        answer = EmailMessage(policy=policy.SMTP)
        answer["From"], answer["To"] = str(mail["To"]), str(mail["Reply-To"])
        answer["Subject"], answer["Message-ID"] = "SV: Gravning", f"<{number}@example.org>"
        answer.set_content(f"Ja, det er i orden.\n\n{_WORDS}")
        kept.add(mailbox.MaildirMessage(answer.as_bytes()))


def _check(box: Path) -> None:
    came = Message.objects.filter(by_mail=True).count()
    if came != MAILS:
        raise SystemExit(f"{MAILS} answers, {came} of them taken in; {len(list(box.iterdir()))}.")
