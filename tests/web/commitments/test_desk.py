"""What the desk asks the commitments for: what awaits, what is found, what has changed."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from taskforce.web.commitments.actions.commitments import add_commitment, finish, report_progress
from taskforce.web.commitments.actions.milestones import add_milestone
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.actions.plan import start_from_template
from taskforce.web.commitments.models import Status
from taskforce.web.commitments.queries.awaiting import awaiting
from taskforce.web.commitments.queries.changes import changes
from taskforce.web.commitments.queries.found import found
from taskforce.web.commitments.queries.plan_templates import plan_templates
from taskforce.web.people.caller import caller_for

pytestmark = pytest.mark.django_db
DUE = date(2026, 9, 1)


@pytest.fixture
def promise(home, coordinator):
    return add_commitment(home, {"title": "Mål dækningen", "due": DUE}, by=coordinator)


def told(caller, on):
    return [(one.what, one.due, one.overdue) for one in awaiting(caller, on)]


def test_a_promise_awaits_thirty_days_ahead_and_is_overdue_the_day_after(promise, coordinator):
    assert told(coordinator, DUE - timedelta(days=31)) == []
    assert told(coordinator, DUE - timedelta(days=30)) == [("Mål dækningen", DUE, False)]
    assert told(coordinator, DUE) == [("Mål dækningen", DUE, False)]
    assert told(coordinator, DUE + timedelta(days=1)) == [("Mål dækningen", DUE, True)]


def test_the_overdue_come_first_and_the_done_not_at_all(promise, home, coordinator):
    soon = add_commitment(home, {"title": "Ring", "due": DUE + timedelta(3)}, by=coordinator)
    add_milestone(soon, title="Nummer fundet", due=DUE - timedelta(1), by=coordinator)
    on = DUE + timedelta(days=1)
    assert [one.overdue for one in awaiting(coordinator, on)] == [True, True, False]
    assert "Nummer fundet" in awaiting(coordinator, on)[0].what
    finish(promise, done_on=DUE, by=coordinator)
    finish(soon, done_on=DUE, by=coordinator)
    assert told(coordinator, on) == []


def test_it_awaits_those_who_keep_the_municipality_and_nobody_else(promise, cast):
    waiting = {name for name, one in cast.everybody.items() if told(caller_for(one), DUE)}
    assert waiting == {"consultant", "coordinator"}


def test_what_was_entered_for_a_municipality_awaits_its_coordinator(home, consultant, coordinator):
    step = NewStatus(Status.INTERESTED, DUE, "Møde")
    set_status(home, step, by=consultant, on_behalf=True)
    (one,) = awaiting(coordinator, DUE)
    assert one.path.endswith("/0340/")
    assert told(consultant, DUE) == []


def test_a_search_finds_what_the_caller_may_see_in_any_spelling(promise, home, away, cast):
    by = caller_for(cast.other_coordinator)
    add_commitment(away, {"title": "Mål dækningen her også"}, by=by)
    start_from_template(home, plan_templates()[1], on=DUE, language="da", by=by)
    hits = {
        name: len(found(caller_for(one), "maal daekningen")) for name, one in cast.everybody.items()
    }
    assert (hits["consultant"], hits["coordinator"], hits["other_coordinator"]) == (3, 2, 1)
    assert (hits["operator"], hits["nobody"], hits["administrator"]) == (0, 0, 0)
    assert found(caller_for(cast.coordinator), " ") == []
    assert any("Bedre mobil" in one.title for one in found(caller_for(cast.case_officer), "mobil"))


def test_changes_are_told_in_words_once_each_the_newest_first(home, away, consultant, coordinator):
    set_status(home, NewStatus(Status.PARTICIPATING, DUE, "Byråd"), by=coordinator)
    goal = start_from_template(home, plan_templates()[0], on=DUE, language="da", by=coordinator)
    report_progress(goal.actions.first(), 25, by=consultant)
    set_status(away, NewStatus(Status.CONTACTED, DUE, "Brev"), by=consultant)
    today = localdate()
    assert [(one.place, one.what) for one in changes(["0340"], today)] == [
        ("Sorø", "»Udpeg en tovholder og en stedfortræder« er nået til 25 procent."),
        ("Sorø", "Målet »Vi er kommet godt i gang« er tilføjet til handleplanen."),
        ("Sorø", "Ny status: Deltager."),
    ]
    assert changes(["0340", "0360"], today)[0].place == "Lolland"
    assert changes(["0340"], today + timedelta(days=1)) == []
    assert changes([], today) == []


def test_a_change_names_the_role_and_not_the_person(promise, cast):
    (one,) = changes(["0340"], localdate())
    assert "Sorø" in one.by_role
    assert cast.coordinator.name not in one.by_role
