"""The pages of the desk, from the first form to the last mail."""

from datetime import date

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.urls import reverse

from taskforce.web.people.models import ContactLog
from taskforce.web.sparring.actions import mails
from taskforce.web.sparring.actions.mails import send_waiting
from taskforce.web.sparring.models import Advice, Letter, Question, State
from tests.web.sparring.conftest import at

pytestmark = pytest.mark.django_db
ASKED = {"subject": "Leje af et tag", "topic": "rent", "text": "Hvad må vi tage?", "wished_by": ""}


def page_of(client, question):
    return client.get(reverse("sparring-question", args=[question.pk])).content.decode()


def post(client, name, question, **told):
    return client.post(reverse(name, args=[question.pk]), told)


def test_from_the_question_to_what_came_of_it(monday, enter):
    asks, answers = enter("coordinator"), enter("consultant")
    file = ContentFile(b"Tal", "tal.txt")
    sent = asks.post(reverse("sparring-new"), {**ASKED, "file": file})
    question = Question.objects.get()
    assert sent.status_code == 302
    assert [one.to for one in mail.outbox] == [["consultant@example.org"]]
    assert "9. marts 2026" in page_of(asks, question)
    assert "tal.txt" in page_of(answers, question)

    assert post(answers, "sparring-take", question, due_on="2026-03-06").status_code == 302
    assert "6. marts 2026" in page_of(asks, question)
    told = {"text": "Brug statens metode.", "counts": "on"}
    assert post(answers, "sparring-message", question, **told).status_code == 302
    assert mail.outbox[-1].to == ["coordinator@example.org"]
    assert "statens metode" not in mail.outbox[-1].body
    assert "Brug statens metode." in page_of(asks, question)

    spent = {"given_on": "2026-03-02", "hours": "1,5"}
    assert post(answers, "sparring-hours", question, **spent).status_code == 302
    assert "1,50 timer" in page_of(answers, question)
    assert "1,50 timer" not in page_of(asks, question)

    ended = {"effect": "used", "text": "Vi fik 40.000 kr."}
    assert post(asks, "sparring-close", question, **ended).status_code == 302
    question.refresh_from_db()
    assert question.state == State.CLOSED
    assert "Rådet blev brugt" in page_of(answers, question)
    again = {"text": "Udlejer siger nej."}
    assert post(asks, "sparring-reopen", question, **again).status_code == 302
    question.refresh_from_db()
    assert question.state == State.TAKEN


def test_what_is_missing_is_said_on_the_form_and_nothing_is_kept(monday, enter):
    client = enter("coordinator")
    answer = client.post(reverse("sparring-new"), {**ASKED, "subject": "", "topic": ""})
    assert answer.status_code == 422
    assert not Question.objects.exists()


def test_an_empty_answer_is_no_answer(question, enter):
    answer = post(enter("consultant"), "sparring-message", question, text=" ", counts="on")
    assert answer.status_code == 422
    question.refresh_from_db()
    assert question.awaits_answer


def test_the_list_filters_and_puts_the_late_on_top(question, enter):
    with at(date(2026, 3, 10)):
        shown = enter("consultant").get(reverse("sparring")).content.decode()
        assert "1 spørgsmål skulle være besvaret." in shown
        assert "Forsinket" in shown or "Overskredet" in shown
        other = enter("consultant").get(f"{reverse('sparring')}?topic=masts").content.decode()
        assert "Leje på vandtårnet" not in other


def test_the_consultant_writes_down_what_was_asked_on_the_phone(cast, monday, enter):
    place = cast.coordinator.grants.get().organisation
    enter("consultant").post(reverse("sparring-new"), {**ASKED, "municipality": place.pk})
    question = Question.objects.get()
    assert question.municipality == place
    assert not question.messages.get().of_taskforce
    assert "Leje af et tag" in page_of(enter("case_officer"), question)


def test_advice_by_phone_stands_in_both_logs_and_is_written_once(cast, monday, enter):
    client = enter("consultant")
    place = cast.coordinator.grants.get().organisation
    told = {
        "municipality": place.pk,
        "topic": "digging",
        "hours": "0,5",
        "held_on": "2026-03-02",
        "channel": "phone",
        "summary": "Om retablering.",
        "effect": "unknown",
    }
    assert client.post(reverse("sparring-advice-new"), told).status_code == 302
    assert "Om retablering." in client.get(reverse("sparring-advice")).content.decode()
    page = client.get(reverse("organisation", args=[place.pk])).content.decode()
    assert "Om retablering." in page
    advice = Advice.objects.get()
    new = {**told, "summary": "Om asfalt.", "effect": "used"}
    change = reverse("sparring-advice-change", args=[advice.pk])
    assert client.post(change, new).status_code == 302
    assert ContactLog.objects.get().summary == "Om asfalt."
    advice.refresh_from_db()
    assert advice.effect == "used"


def test_a_mail_that_cannot_be_sent_waits_for_the_night(question, settings, monkeypatch):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 9
    assert send_waiting() == mails.Went(0, 1)
    assert Letter.objects.get().tries == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting() == mails.Went(1, 0)
    assert send_waiting() == mails.Went(0, 0)


def test_the_pages_speak_english_too(question, enter):
    client = enter("consultant")
    for there in (f"/en/sparring/{question.pk}/", "/en/sparring/", "/en/sparring/advice/"):
        assert client.get(there).status_code == 200, there
    assert "Take the question" in client.get(f"/en/sparring/{question.pk}/").content.decode()
