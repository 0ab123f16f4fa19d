"""A question from the day it is asked to what came of it, and its clock."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from taskforce.rules.working_calendar import is_working_day
from taskforce.web.people.models import Channel, ContactLog
from taskforce.web.sparring.actions.advice import log_talk
from taskforce.web.sparring.actions.questions import Said, close, reopen, say, take, tell_effect
from taskforce.web.sparring.models import Advice, Effect, State, Topic
from taskforce.web.sparring.queries.awaiting import awaiting
from taskforce.web.sparring.queries.clock import (
    due_after,
    is_urgent,
    urgent_from,
    working_days_between,
)
from tests.web.sparring.conftest import at
from tests.web.sparring.makers import logged, place_of, question_of

pytestmark = pytest.mark.django_db
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 1))


def test_an_answer_is_due_in_five_working_days_and_urgent_on_the_fourth(question, monday):
    assert (question.state, question.due_on) == (State.NEW, date(2026, 3, 9))
    days = [monday + timedelta(days=one) for one in range(9)]
    assert [one for one in days if is_urgent(question, one)] == days[4:8]
    assert [one for one in days if question.is_overdue(one)] == [date(2026, 3, 10)]


def test_easter_does_not_count(cast):
    with at(date(2026, 4, 1)):
        asked = question_of(cast.coordinator)
    assert asked.due_on == date(2026, 4, 13)


@given(DAYS, st.integers(1, 40))
def test_the_clock_counts_working_days_alone(start, count):
    due = due_after(start, count)
    assert is_working_day(due)
    assert working_days_between(start, due) == count
    assert start < urgent_from(start, due) <= due
    gone = working_days_between(start, urgent_from(start, due))
    assert gone >= 0.75 * count > gone - 1


def test_the_answer_stops_the_clock_and_a_further_question_starts_it_anew(question, monday, caller):
    take(question, date(2026, 3, 5), by=caller("consultant"))
    assert (question.state, question.due_on) == (State.TAKEN, date(2026, 3, 5))
    say(question, Said("Hvor højt er det?", counts=False), by=caller("consultant"))
    assert question.state == State.TAKEN
    say(question, Said("30 meter.", counts=False), by=caller("coordinator"))
    say(question, Said("Brug statens metode."), by=caller("consultant"))
    first = question.first_answered_at
    assert question.state == State.ANSWERED
    assert not question.is_overdue(date(2027, 1, 1))
    with at(date(2026, 3, 20)):
        say(question, Said("Tak.", counts=False), by=caller("coordinator"))
        assert question.state == State.ANSWERED
        say(question, Said("Og på jorden?"), by=caller("case_officer"))
        assert (question.state, question.due_on) == (State.TAKEN, date(2026, 3, 27))
        say(question, Said("Det samme."), by=caller("consultant"))
    assert question.first_answered_at == first < question.answered_at


def test_who_answers_first_has_taken_it(question, caller, cast):
    say(question, Said("Ja."), by=caller("consultant"))
    assert question.taken_by == cast.consultant


def test_it_closes_with_what_came_of_it_and_can_be_taken_up_again(question, caller):
    say(question, Said("Ja."), by=caller("consultant"))
    close(question, Effect.UNKNOWN, "Vi prøver det.", by=caller("coordinator"))
    assert (question.state, question.effect) == (State.CLOSED, Effect.UNKNOWN)
    with pytest.raises(PermissionDenied):
        say(question, Said("Mere?"), by=caller("coordinator"))
    tell_effect(question, Effect.USED, by=caller("consultant"))
    assert question.effect == Effect.USED
    with at(date(2026, 6, 1)):
        reopen(question, "Udlejer siger nej.", by=caller("case_officer"))
    assert (question.state, question.effect) == (State.TAKEN, "")
    assert question.due_on == date(2026, 6, 8)


def test_the_database_wants_an_effect_of_what_is_closed(question, caller):
    with pytest.raises(ValidationError):
        close(question, "", "Slut.", by=caller("coordinator"))


def test_a_question_is_about_something_of_the_municipality_itself(cast, monday):
    from tests.web.cases.makers import case_of, sent

    own = sent(case_of(code="0340"), monday)
    others = sent(case_of(code="0360"), monday)
    assert question_of(cast.coordinator, case=own).case == own
    with pytest.raises(ValidationError):
        question_of(cast.coordinator, case=others)


def test_the_desk_says_what_awaits_whom(question, monday, caller):
    def things(name, on=monday):
        return [(one.what, one.overdue) for one in awaiting(caller(name), on)]

    assert things("consultant") == [("Tag og besvar »Leje på vandtårnet«", False)]
    assert things("coordinator") == []
    take(question, question.due_on, by=caller("consultant"))
    urgent = date(2026, 3, 6)
    assert "Det meste af tiden er gået" in things("consultant", urgent)[0][0]
    assert things("consultant", date(2026, 3, 10)) == [("Besvar »Leje på vandtårnet«", True)]
    say(question, Said("Ja."), by=caller("consultant"))
    assert things("consultant") == []
    assert "hvad der kom ud af det" in things("coordinator")[0][0]
    assert things("case_officer") == []
    close(question, Effect.USED, "Godt.", by=caller("coordinator"))
    assert things("coordinator") == []


def test_advice_by_phone_is_written_once_into_the_contact_log(cast, monday, caller):
    talk = {"held_on": monday, "channel": Channel.PHONE, "summary": "Om leje."}
    told = {"topic": Topic.RENT, "hours": Decimal("0.5"), "effect": ""}
    advice = log_talk(place_of("0340"), talk, told, by=caller("consultant"))
    assert ContactLog.objects.get().advice == advice
    assert (advice.given_on, advice.municipality.code) == (monday, "0340")


def test_only_the_taskforce_logs_advice(question, cast):
    assert logged(question, cast.consultant).topic == Topic.RENT
    with pytest.raises(PermissionDenied):
        logged(question, cast.coordinator)
    with pytest.raises(ValidationError):
        logged(question, cast.consultant, hours="0")
    assert Advice.objects.count() == 1
