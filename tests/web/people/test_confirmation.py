"""Twice a year people are asked whether their details hold, and answer with one click."""

import re
from datetime import date

import pytest
import time_machine
from django.core import mail

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.actions.confirmation import ask_for_confirmation
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Person
from taskforce.web.people.queries.awaiting import awaiting
from tests.web.people.contacts import contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(cast):
    return contact("Ane Ager", on_behalf=True).person


def ask(day):
    with time_machine.travel(day, tick=False):
        return ask_for_confirmation(on=date.fromisoformat(day), by=SOFTWARE)


def link():
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def answer(visitor, person, said, day="2026-03-03"):
    with time_machine.travel(day, tick=False):
        response = visitor.post(link(), {"answer": said})
    person.refresh_from_db()
    return response


def test_the_mail_shows_the_details_in_plain_text_and_as_a_page(person):
    assert ask("2026-03-02") == 1
    sent = mail.outbox[0]
    page = sent.alternatives[0].content
    assert sent.to == ["ane.ager@example.org"]
    assert all("Ane Ager" in text and link() in text for text in (sent.body, page))


def test_nobody_is_asked_twice_in_two_weeks_or_before_the_word_grows_old(person, visitor):
    assert [ask(day) for day in ("2026-03-02", "2026-03-15", "2026-03-16")] == [1, 0, 1]
    answer(visitor, person, "right", "2026-03-17")
    assert [ask(day) for day in ("2026-08-14", "2026-08-15")] == [0, 1]


def test_opening_the_link_changes_nothing(person, visitor):
    ask("2026-03-02")
    with time_machine.travel("2026-03-03"):
        page = visitor.get(link())
    person.refresh_from_db()
    assert "Ane Ager" in page.content.decode()
    assert person.confirmed_on is None


def test_one_click_confirms_also_what_the_taskforce_entered(person, visitor):
    ask("2026-03-02")
    assert answer(visitor, person, "right").status_code == 302
    assert person.confirmed_on == date(2026, 3, 3)
    assert not person.duties.get().on_behalf
    line = Entry.objects.get(what="person.confirmed")
    assert (line.role_name, line.place) == ("contact 0340", "0340")


def test_the_link_works_once_in_each_round(person, visitor):
    ask("2026-03-02")
    first = link()
    ask("2026-03-16")
    with time_machine.travel("2026-03-17"):
        assert visitor.get(first).status_code == 410
        assert visitor.get(link()).status_code == 200
    answer(visitor, person, "right", "2026-03-17")
    with time_machine.travel("2026-03-18"):
        assert visitor.get(link()).status_code == 410


def test_a_link_that_somebody_made_up_opens_nothing(person, visitor):
    ask("2026-03-02")
    with time_machine.travel("2026-03-03"):
        response = visitor.post(link()[:-3] + "abc/", {"answer": "right"})
    assert response.status_code == 410
    assert "Ane Ager" not in response.content.decode()


def test_a_no_awaits_the_taskforce_until_it_has_been_mended(person, visitor, cast):
    ask("2026-03-02")
    answer(visitor, person, "wrong")
    told = [one.what for one in awaiting(caller_for(cast.consultant), date(2026, 3, 4))]
    assert any("Ane Ager" in what for what in told)
    assert Person.objects.get().confirmed_on is None
    assert ask("2026-06-01") == 0
