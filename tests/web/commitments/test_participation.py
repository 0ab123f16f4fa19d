"""A municipality's way into the taskforce is a row of dated steps, and brings three promises."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from taskforce.web.commitments.actions.founding import add_founding_commitments
from taskforce.web.commitments.actions.participation import (
    NewStatus,
    confirm_entered,
    register_for,
    set_status,
    take_back,
)
from taskforce.web.commitments.models import Commitment, ParticipationStep, Status
from taskforce.web.commitments.queries.on_behalf import entered_for
from taskforce.web.commitments.queries.standing import standing_of, standings
from taskforce.web.frame.models import Entry

pytestmark = pytest.mark.django_db
SPRING, SUMMER = date(2026, 4, 1), date(2026, 7, 1)


def new(status, since=SPRING):
    return NewStatus(status, since, "Møde")


def test_without_a_step_a_municipality_has_not_been_contacted(home):
    assert standing_of(home, SUMMER).status == Status.NOT_CONTACTED
    assert {one.status for one in standings(SUMMER).values()} == {Status.NOT_CONTACTED}
    assert len(standings(SUMMER)) == 17


def test_the_latest_step_tells_where_a_municipality_stands_on_a_day(home, consultant):
    set_status(home, new(Status.INTERESTED, SUMMER), by=consultant)
    set_status(home, new(Status.CONTACTED), by=consultant)
    assert standing_of(home, date(2026, 6, 30)).status == Status.CONTACTED
    assert standing_of(home, SUMMER).status == Status.INTERESTED
    assert standings(SUMMER)["0340"].since == SUMMER


def test_a_second_word_on_the_same_day_corrects_the_first(home, consultant):
    set_status(home, new(Status.CONTACTED), by=consultant)
    set_status(home, new(Status.INTERESTED), by=consultant)
    assert ParticipationStep.objects.get().status == Status.INTERESTED


def test_the_database_refuses_two_steps_on_a_day_and_a_step_to_nowhere(home):
    row = {"municipality": home, "since": SPRING, "evidence": "Møde"}
    ParticipationStep.objects.create(status=Status.CONTACTED, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        ParticipationStep.objects.create(status=Status.LEFT, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        ParticipationStep.objects.create(**(row | {"status": "not_contacted", "since": SUMMER}))


def test_a_step_needs_something_that_it_rests_on(home, consultant):
    with pytest.raises(ValidationError):
        set_status(home, NewStatus(Status.CONTACTED, SPRING, ""), by=consultant)
    assert not ParticipationStep.objects.exists()
    assert not Entry.objects.filter(kind="commitments.participationstep").exists()


@pytest.mark.parametrize("status", [Status.CONTACTED, Status.INTERESTED, Status.PAUSED])
def test_nothing_is_owed_before_a_decision(home, consultant, status):
    set_status(home, new(status), by=consultant)
    assert not Commitment.objects.exists()


def test_a_decision_brings_the_three_commitments_with_their_days_once(home, consultant):
    set_status(home, new(Status.DECISION_PENDING), by=consultant, on_behalf=True)
    set_status(home, new(Status.PARTICIPATING, SUMMER), by=consultant)
    due = dict(Commitment.objects.values_list("kind", "due"))
    assert due == {
        "coordinator": date(2026, 5, 1),
        "guidelines": date(2026, 10, 1),
        "resources": date(2026, 7, 1),
    }
    assert add_founding_commitments(home, on=SUMMER, by=consultant, on_behalf=False) == 0


def test_what_is_entered_for_a_municipality_waits_for_its_word(home, away, consultant, coordinator):
    assert register_for([home, away], new(Status.DECISION_PENDING), by=consultant) == 2
    assert (entered_for(home).count, entered_for(away).count) == (4, 4)
    assert confirm_entered(home, by=coordinator) == 4
    assert (entered_for(home).count, entered_for(away).count) == (0, 4)
    assert Entry.objects.filter(what__endswith=".confirmed", place="0340").count() == 4


def test_a_step_taken_back_stays_in_the_journal(home, consultant):
    step = set_status(home, new(Status.CONTACTED), by=consultant)
    take_back(step, by=consultant)
    assert standing_of(home, SUMMER).status == Status.NOT_CONTACTED
    assert Entry.objects.get(what="participationstep.removed").place == "0340"
