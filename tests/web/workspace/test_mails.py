"""In the demonstration mails are read in the workspace; in service a mail server takes them."""

import socket

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.core.mail import EmailMultiAlternatives

from taskforce.web.frame.journal.models import Details, Entry
from taskforce.web.workspace.models import Mail
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    made = EmailMultiAlternatives(
        "Du er inviteret",
        "Åbn https://taskforce.example.dk/invitation/hemmelig/ i dag.",
        to=["Tovholder <Coordinator@example.org>"],
    )
    made.attach_alternative("<p>Åbn</p><script>alert(1)</script>", "text/html")
    return made


@pytest.fixture
def kept(cast, letter, settings):
    settings.EMAIL_BACKEND = "taskforce.web.workspace.mailbox.Backend"
    assert letter.send() == 1
    return Mail.objects.get()


def test_each_reads_the_own_mails_and_an_administrator_all(cast, kept, visitor):
    readers = {
        name
        for name, account in cast.everybody.items()
        if "Du er inviteret" in signed_in(account).get("/arbejdsbord/mails/").text
    }
    assert readers == {"coordinator", "administrator"}
    path = f"/arbejdsbord/mails/{kept.pk}/"
    assert signed_in(cast.consultant).get(path).status_code == 404
    assert signed_in(cast.consultant).get(f"{path}som-sendt/").status_code == 404


def test_the_links_in_a_mail_can_be_followed(cast, kept, visitor):
    page = signed_in(cast.coordinator).get(f"/arbejdsbord/mails/{kept.pk}/").text
    assert 'href="https://taskforce.example.dk/invitation/hemmelig/"' in page
    assert Entry.objects.filter(what="mail.read", account_id=cast.coordinator.pk).count() == 1


def test_a_mail_as_it_was_sent_can_do_nothing(cast, kept, visitor):
    answer = signed_in(cast.coordinator).get(f"/arbejdsbord/mails/{kept.pk}/som-sendt/")
    allowed = answer["Content-Security-Policy"]
    assert "<p>Åbn</p>" in answer.text
    assert "sandbox" in allowed
    assert "default-src 'none'" in allowed
    assert "allow-scripts" not in allowed
    assert "script-src" not in allowed


def test_the_secret_link_in_a_mail_never_enters_the_journal(kept):
    assert not Details.objects.filter(content__contains="hemmelig").exists()


def test_in_service_a_mail_server_takes_the_mail(letter, settings):
    received = []

    class Keep(Message):
        def handle_message(self, message):
            received.append(message)

    with socket.create_server(("127.0.0.1", 0)) as probe:
        host, port = probe.getsockname()
    server = Controller(Keep(), hostname=host, port=port)
    server.start()
    try:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = host, port
        settings.EMAIL_USE_TLS = False
        assert letter.send() == 1
    finally:
        server.stop()
    (message,) = received
    assert message["X-RcptTo"] == "Coordinator@example.org"
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    text = message.get_payload()[0].get_payload(decode=True).decode()
    assert text.startswith("Åbn https://taskforce.example.dk/invitation/")
