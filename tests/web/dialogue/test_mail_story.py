"""Mails over a real socket: a message goes out, the answer comes in, and becomes a message."""

import io

import pytest
from django.core.management import CommandError, call_command

from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.mail.outgoing import send_letters_about, send_waiting
from taskforce.web.dialogue.models import Audience, Letter, Message
from taskforce.web.notes.queries import files_of
from taskforce.web.people.actions.accounts import set_active
from tests.web.dialogue.mails import answer_to, came_in, empty, free_port, hand_in, mail_server
from tests.web.dialogue.makers import named

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(tmp_path):
    return tmp_path / "maildir"


@pytest.fixture
def server(box, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.REPLY_ADDRESS = "dialog@svar.example.dk"
    settings.DEFAULT_FROM_EMAIL = "taskforce@example.org"
    with mail_server(box) as running:
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.hostname, running.port
        yield running


@pytest.fixture
def letters(dialogue, server, box):
    """The first message's mails, by recipient; the box is empty again."""
    send_letters_about(dialogue.messages.get())
    found = {str(one["To"]): one for one in came_in(box)}
    empty(box)
    return found


def read(box):
    out = io.StringIO()
    call_command("read_mail", maildir=box, stdout=out)
    return out.getvalue().strip()


def test_each_reader_gets_a_mail_of_their_own_that_can_be_answered(letters):
    assert set(letters) == {
        "coordinator@example.org",
        "operator@example.org",
        "landlord@example.org",
    }
    answers = {str(one["Reply-To"]) for one in letters.values()}
    assert len(answers) == len(letters)
    for address in answers:
        name, _plus, secret = address.partition("@")[0].partition("+")
        assert (name, len(secret)) == ("dialog", 32)
    one = letters["operator@example.org"]
    assert "Taskforcen via Digital Taskforce" in str(one["From"])
    assert one["Auto-Submitted"] == "auto-generated"
    assert "Kan vi grave sammen?" in one.get_body(("plain",)).get_content()
    assert not Letter.objects.filter(fingerprint__in=[a.split("+")[1] for a in answers]).exists()


def test_an_answer_becomes_a_message_without_the_quotation(dialogue, letters, server, box):
    hand_in(server, answer_to(letters["operator@example.org"], "Ja, i uge 14.\r\nVi ringer."))
    assert read(box) == "1 mails: 1 written"
    told = dialogue.messages.latest("pk")
    assert told.text == "Ja, i uge 14.\nVi ringer."
    assert (told.sender, told.audience, told.by_mail) == (named("Prøvenet"), Audience.ALL, True)
    assert told.written_by.email == "operator@example.org"
    # The others are told of it in turn, and the one who wrote it is not.
    assert set(told.letters.values_list("email", flat=True)) == {
        "consultant@example.org",
        "coordinator@example.org",
        "landlord@example.org",
    }
    assert not told.letters.filter(sent_at__isnull=True).exists()


def test_a_mail_that_comes_twice_is_written_once(dialogue, letters, server, box):
    answer = answer_to(letters["operator@example.org"], "Ja tak.")
    hand_in(server, answer, answer)
    assert read(box) == "2 mails: 1 known, 1 written"
    assert dialogue.messages.count() == 2


def test_an_answer_is_read_by_those_who_read_what_it_answers(dialogue, server, box, caller):
    said = Said("Kun jer to", Audience.SOME, (named("Prøveboliger"),))
    told = write_message(dialogue, said, by=caller("operator"))
    send_letters_about(told)
    got = {str(one["To"]): one for one in came_in(box)}
    assert set(got) == {"landlord@example.org", "consultant@example.org"}
    empty(box)
    hand_in(server, answer_to(got["landlord@example.org"], "Fint."))
    read(box)
    answer = dialogue.messages.latest("pk")
    assert answer.audience == Audience.SOME
    assert [one.organisation.name for one in answer.readers.all()] == ["Prøvenet"]
    assert not answer.is_open_to(caller("coordinator"))


def test_the_taskforce_answers_an_aside_to_the_side_that_wrote_it(dialogue, server, box, caller):
    told = write_message(dialogue, Said("Hjælp", Audience.OWN), by=caller("operator"))
    send_letters_about(told)
    (mail,) = came_in(box)
    empty(box)
    hand_in(server, answer_to(mail, "Vi ringer."))
    read(box)
    answer = dialogue.messages.latest("pk")
    assert (answer.sender, answer.audience) == (None, Audience.SOME)
    assert answer.is_open_to(caller("operator"))
    assert not answer.is_open_to(caller("coordinator"))


def test_files_are_kept_within_limits_and_others_are_named(dialogue, letters, server, box):
    answer = answer_to(letters["operator@example.org"], "Se tegningen.")
    answer.add_attachment(b"Rute", maintype="text", subtype="plain", filename="rute.txt")
    answer.add_attachment(b"MZ", maintype="application", subtype="x-exe", filename="spil.exe")
    hand_in(server, answer)
    assert read(box) == "1 mails: 1 written"
    told = dialogue.messages.latest("pk")
    assert told.left_out == "spil.exe"
    assert [one.name for one in files_of(told)] == ["rute.txt"]


@pytest.mark.parametrize(
    ("sender", "known"),
    [("fremmed@example.net", False), ("case-officer@example.org", True)],
)
def test_a_stranger_with_the_secret_is_told_so_and_a_colleague_may_answer(
    sender, known, dialogue, letters, server, box
):
    hand_in(server, answer_to(letters["coordinator@example.org"], "Hej", sender=sender))
    assert read(box) == f"1 mails: 1 {'written' if known else 'refused'}"
    assert dialogue.messages.count() == (2 if known else 1)
    if not known:
        (told,) = [one for one in came_in(box) if sender in str(one["To"])]
        assert "Vi kender ikke adressen" in told.get_content()
        assert told["Auto-Submitted"] == "auto-replied"


def test_an_unknown_secret_is_answered_politely_and_only_a_few_times(letters, server, box):
    mail = letters["operator@example.org"]
    for number in range(5):
        answer = answer_to(mail, "Hej", mail_id=f"<{number}@example>")
        answer.replace_header("To", f"dialog+{'0' * 32}@svar.example.dk")
        hand_in(server, answer)
    assert read(box) == "5 mails: 5 refused"
    told = [one for one in came_in(box) if str(one["To"]) == "operator@example.org"]
    assert len(told) == 3
    assert "hører ikke til nogen mail fra os" in told[0].get_content()


@pytest.mark.parametrize(
    "header",
    [
        ("Auto-Submitted", "auto-replied"),
        ("Precedence", "bulk"),
        ("Return-Path", "<>"),
        ("List-Id", "<liste.example.org>"),
        ("X-Autoreply", "yes"),
    ],
)
def test_what_machines_write_is_ignored_and_not_answered(header, dialogue, letters, server, box):
    answer = answer_to(letters["operator@example.org"], "Jeg er ude til mandag.")
    answer[header[0]] = header[1]
    hand_in(server, answer)
    assert read(box) == "1 mails: 1 ignored"
    assert dialogue.messages.count() == 1
    assert len(came_in(box)) == 1  # what was handed in, and nothing more


def test_our_own_mails_never_come_in_as_messages(dialogue, letters, server, box):
    mail = letters["operator@example.org"]
    mail.replace_header("To", str(mail["Reply-To"]))
    hand_in(server, mail)
    assert read(box) == "1 mails: 1 ignored"


def test_an_account_that_was_closed_no_longer_answers(cast, dialogue, letters, server, box, caller):
    set_active(cast.operator, active=False, by=caller("administrator"))
    hand_in(server, answer_to(letters["operator@example.org"], "Hej"))
    assert read(box) == "1 mails: 1 refused"
    assert dialogue.messages.count() == 1


def test_without_an_address_for_answers_the_mail_says_so(dialogue, server, box, settings):
    settings.REPLY_ADDRESS = ""
    send_letters_about(dialogue.messages.get())
    for mail in came_in(box):
        assert mail["Reply-To"] is None
        text = mail.get_body(("plain",)).get_content()
        assert "mails til denne adresse bliver ikke læst" in text
        assert "Skriv dit svar over denne linje" not in text


def test_what_cannot_be_sent_waits_and_is_sent_later(dialogue, box, server, settings):
    settings.EMAIL_PORT = free_port()  # nobody answers there
    told = dialogue.messages.get()
    assert send_letters_about(told).failed == 3
    assert set(told.letters.values_list("tries", flat=True)) == {1}
    settings.EMAIL_PORT = server.port
    assert (send_waiting().sent, send_waiting().sent) == (3, 0)
    assert len(came_in(box)) == 3


def test_a_mail_from_standard_input(dialogue, letters, box, monkeypatch):
    answer = answer_to(letters["operator@example.org"], "Fra et rør.")
    stream = io.TextIOWrapper(io.BytesIO(answer.as_bytes()))
    monkeypatch.setattr("sys.stdin", stream)
    out = io.StringIO()
    call_command("read_mail", stdout=out)
    assert out.getvalue() == "1 mail: written\n"
    assert Message.objects.latest("pk").text == "Fra et rør."


def test_a_folder_that_is_no_maildir_is_named(tmp_path, dialogue):
    with pytest.raises(CommandError, match="is no maildir"):
        call_command("read_mail", maildir=tmp_path)
