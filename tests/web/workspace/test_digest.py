"""The digest comes on its day, in the reader's language, and never without something to tell."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.actions.accounts import set_active
from taskforce.web.workspace import digest
from taskforce.web.workspace.models import DigestSent
from tests.web.workspace.conftest import MONDAY, SATURDAY, TUESDAY

pytestmark = pytest.mark.django_db


def wishes(account, how_often, language="da"):
    account.digest, account.language = how_often, language
    account.save()


def only(cast, account, how_often, language="da"):
    """Nobody but this account wants mails."""
    for other in cast.everybody.values():
        wishes(other, "never")
    wishes(account, how_often, language)


def send(on):
    mail.outbox.clear()
    outcome = digest.send_digests(on=on, by=SOFTWARE)
    assert outcome.sent == len(mail.outbox)
    return mail.outbox[:]


@pytest.fixture
def overdue(promise):
    return promise("Sen <b>aftale</b>", date(2026, 2, 20))


@pytest.mark.parametrize(
    ("how_often", "days"),
    [("weekly", [MONDAY]), ("daily", [MONDAY, TUESDAY]), ("never", [])],
)
def test_a_digest_comes_on_the_days_that_were_chosen(how_often, days, cast, overdue):
    only(cast, cast.coordinator, how_often)
    assert [day for day in (MONDAY, TUESDAY, SATURDAY) if send(day)] == days


def test_nobody_gets_two_on_one_day(cast, overdue):
    only(cast, cast.coordinator, "daily")
    assert (len(send(MONDAY)), len(send(MONDAY)), len(send(TUESDAY))) == (1, 0, 1)
    assert DigestSent.objects.get().sent_on == TUESDAY


def test_nothing_comes_when_nothing_awaits_and_nothing_changed(cast, monday):
    only(cast, cast.coordinator, "daily")
    assert send(MONDAY + timedelta(weeks=2)) == []
    assert DigestSent.objects.count() == 0


def test_an_account_that_is_closed_gets_nothing(cast, overdue):
    only(cast, cast.coordinator, "daily")
    set_active(cast.coordinator, active=False, by=SOFTWARE)
    assert send(MONDAY) == []


def test_it_says_what_is_overdue_in_text_and_in_html_with_links(cast, overdue, settings):
    settings.SITE_URL = "https://taskforce.example.dk"
    only(cast, cast.coordinator, "weekly")
    (letter,) = send(MONDAY)
    assert letter.subject == "1 ting er overskredet"
    assert letter.to == ["coordinator@example.org"]
    assert "Sen <b>aftale</b> (Sorø), siden den 20. februar 2026" in letter.body
    page = reverse("commitment", args=[overdue.pk])
    assert f"https://taskforce.example.dk{page}" in letter.body
    html = letter.alternatives[0].content
    assert escape("Sen <b>aftale</b>") in html
    assert "<b>aftale" not in html
    assert '<html lang="da">' in html


def test_it_comes_in_the_readers_language(cast, overdue):
    only(cast, cast.coordinator, "weekly", "en")
    (letter,) = send(MONDAY)
    assert letter.subject == "1 thing is overdue"
    assert "since 20 February 2026" in letter.body
    assert "/en/desk/" in letter.body


def test_what_others_promised_elsewhere_is_not_told(cast, overdue):
    only(cast, cast.other_coordinator, "daily")
    assert send(MONDAY) == []


def test_what_has_changed_is_told_once(cast, promise):
    promise("Uden frist", None)
    only(cast, cast.coordinator, "daily")
    (letter,) = send(MONDAY)
    assert letter.subject == "Nyt på dit arbejdsbord"
    assert "Uden frist" in letter.body
    assert send(MONDAY + timedelta(days=2)) != []  # a change of the day of the mail is told again
    assert send(MONDAY + timedelta(days=3)) == []


def test_the_link_stops_the_mails_without_signing_in(cast, overdue, visitor):
    only(cast, cast.coordinator, "weekly")
    (letter,) = send(MONDAY)
    link = letter.extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + link.split("/", 3)[3]
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    assert "Stop mails" in strict.get(path).text
    cast.coordinator.refresh_from_db()
    assert cast.coordinator.digest == "weekly"
    assert strict.post(path).status_code == 200
    cast.coordinator.refresh_from_db()
    assert cast.coordinator.digest == "never"
    assert Entry.objects.filter(what="account.changed", account_id=cast.coordinator.pk).count() == 1


def test_a_link_that_was_tampered_with_stops_nothing(cast, monday, visitor):
    token = digest.token_for(cast.coordinator)
    forged = token.replace(token[0], "A" if token[0] != "A" else "B", 1)
    assert visitor.post(f"/mails-om-det-der-venter/{forged}/stop/").status_code == 404


def test_a_mail_that_could_not_be_sent_is_sent_the_next_time(cast, overdue, settings):
    only(cast, cast.coordinator, "daily")
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens here
    assert digest.send_digests(on=MONDAY, by=SOFTWARE) == digest.Sent(0, 1)
    assert DigestSent.objects.count() == 0
    settings.EMAIL_BACKEND = working
    assert len(send(MONDAY)) == 1
