"""Roles are given, handed over and ended, and the history stays."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.actions.contact_log import log_contact, take_next_step
from taskforce.web.people.actions.duties import end_duty, hand_over_duty
from taskforce.web.people.actions.persons import add_person, person_left
from taskforce.web.people.caller import NOBODY, caller_for
from taskforce.web.people.models import Audience, Channel, DutyKind, Organisation
from taskforce.web.people.queries.awaiting import awaiting
from taskforce.web.people.queries.duties import current, may_see
from taskforce.web.people.queries.found import found
from taskforce.web.people.queries.overview import last_network_meeting, people_of_municipalities
from tests.web.people.contacts import SINCE, contact

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


def test_there_is_one_coordinator_at_a_time(cast):
    contact("Ane Ager")
    with pytest.raises(ValidationError, match="allerede en tovholder"):
        contact("Bo Birk")


def test_a_role_is_handed_over_in_one_go_and_the_history_stays(cast):
    old = contact("Ane Ager", mandate="Signs for the municipality")
    new = add_person(old.organisation, name="Bo Birk", source="Test", by=SOFTWARE)
    hand_over_duty(old, new, on=TODAY, by=SOFTWARE)
    old.refresh_from_db()
    assert (old.until, old.person.name) == (TODAY, "Ane Ager")
    held = current(TODAY).get(organisation=old.organisation)
    assert (held.person.name, held.since, held.mandate) == ("Bo Birk", TODAY, old.mandate)
    assert Entry.objects.filter(what="duty.handed_over", thing_id=old.pk).count() == 1


def test_nothing_is_handed_over_when_the_new_one_cannot_take_it(cast):
    old = contact("Ane Ager")
    elsewhere = contact("Bo Birk", place="0360").person
    with pytest.raises(ValidationError):
        hand_over_duty(old, elsewhere, on=TODAY, by=SOFTWARE)
    old.refresh_from_db()
    assert old.until is None


def test_a_role_does_not_end_before_it_began(cast):
    duty = contact("Ane Ager")
    with pytest.raises(ValidationError, match="ikke begyndt"):
        end_duty(duty, on=date(2020, 1, 1), by=SOFTWARE)


def test_who_leaves_holds_no_role_and_cannot_sign_in(cast):
    duty = contact("Ane Ager")
    duty.person.account = cast.coordinator
    duty.person.save()
    person_left(duty.person, on=TODAY, by=SOFTWARE)
    assert not current(TODAY).exists()
    cast.coordinator.refresh_from_db()
    assert not cast.coordinator.is_active


@pytest.mark.parametrize(
    ("audience", "seen_by"),
    [
        (Audience.EVERYONE, {"visitor", "nobody", "operator", "other_coordinator", "coordinator"}),
        (Audience.OPERATORS, {"operator", "other_coordinator", "coordinator"}),
        (Audience.AUTHORITIES, {"coordinator"}),
    ],
)
def test_a_name_is_seen_by_its_audience_only(cast, audience, seen_by):
    duty = contact("Ane Ager", audience=audience)
    askers = {"visitor": NOBODY} | {
        name: caller_for(getattr(cast, name))
        for name in ("nobody", "operator", "other_coordinator", "coordinator")
    }
    assert {name for name, caller in askers.items() if may_see(caller, duty)} == seen_by


def test_the_overview_tells_of_a_municipality(cast):
    duty = contact("Ane Ager")
    contact("Bo Birk", DutyKind.DEPUTY)
    log_contact(
        duty.organisation,
        by=SOFTWARE,
        held_on=date(2026, 2, 1),
        channel=Channel.NETWORK_MEETING,
        summary="Talked",
        next_step="Send the agenda",
        next_step_on=date(2026, 2, 20),
    )
    home = people_of_municipalities(TODAY)["0340"]
    assert (home.coordinator, home.coordinator_since, home.deputies) == (
        "Ane Ager",
        SINCE,
        ("Bo Birk",),
    )
    assert (home.next_step, home.next_step_on) == ("Send the agenda", date(2026, 2, 20))
    assert home.last_contact == last_network_meeting() == date(2026, 2, 1)
    assert people_of_municipalities(TODAY)["0360"].coordinator is None


@pytest.mark.parametrize(
    ("said_on", "confirmed"), [(date(2025, 9, 3), True), (date(2025, 9, 2), False)]
)
def test_a_word_is_good_for_180_days(cast, said_on, confirmed):
    duty = contact("Ane Ager")
    duty.person.confirmed_on = said_on
    duty.person.save()
    assert people_of_municipalities(TODAY)["0340"].confirmed is confirmed


def test_the_overview_asks_the_database_the_same_few_times_for_many_people(
    cast, django_assert_num_queries
):
    for place in ("0340", "0360", "0259"):
        contact(f"Ane {place}", place=place)
        contact(f"Bo {place}", DutyKind.DEPUTY, place=place)
    with django_assert_num_queries(3):
        people_of_municipalities(TODAY)


def test_a_step_awaits_the_consultant_until_it_has_been_taken(cast):
    home = Organisation.objects.get(code="0340")
    facts = {"held_on": date(2026, 2, 1), "channel": Channel.PHONE, "summary": "Talked"}
    step = {"next_step": "Ring back", "next_step_on": date(2026, 3, 1)}
    entry = log_contact(home, by=SOFTWARE, **facts, **step)
    caller = caller_for(cast.consultant)
    told = [one for one in awaiting(caller, TODAY) if one.what == "Ring back"]
    assert [(one.place, one.overdue) for one in told] == [("Sorø", True)]
    take_next_step(entry, by=SOFTWARE)
    assert "Ring back" not in {one.what for one in awaiting(caller, TODAY)}


def test_what_the_taskforce_entered_awaits_the_coordinator(cast):
    contact("Ane Ager", on_behalf=True)
    mine, others = (
        {one.place for one in awaiting(caller_for(account), TODAY)}
        for account in (cast.coordinator, cast.other_coordinator)
    )
    assert (mine, others) == ({"Sorø"}, set())


def test_a_search_finds_in_any_spelling_what_the_caller_may_see(cast):
    contact("Ane Kærgård", DutyKind.ROAD, Audience.AUTHORITIES)
    mine, others = (
        [one.title for one in found(caller_for(account), "kaergaard")]
        for account in (cast.coordinator, cast.operator)
    )
    assert (mine, others) == (["Ane Kærgård"], [])
    assert [one.title for one in found(caller_for(cast.operator), "Soroe")] == ["Sorø"]
    assert found(NOBODY, "sorø") == found(caller_for(cast.nobody), "sorø") == []
