"""An agenda fills itself: what belongs on it stands there once, and goes when it is settled."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.commitments.actions.commitments import add_commitment, finish
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.guidelines.actions.decisions import Decided, decide
from taskforce.web.guidelines.models import AdoptionState
from taskforce.web.meetings.actions.agenda import add_item, fill, fill_all, move, take_off
from taskforce.web.meetings.actions.holding import hold
from taskforce.web.meetings.models import MeetingKind, Sort
from taskforce.web.meetings.queries.access import agenda_for
from taskforce.web.meetings.queries.gathering import Candidate, missing
from taskforce.web.people.models import Organisation
from tests.web.meetings.makers import meeting_of
from tests.web.spots.makers import answer_of, listed, spot_of

KEYS = st.lists(st.sampled_from([f"commitment:{number}" for number in range(12)]), max_size=30)


def candidate(key):
    return Candidate(key, Sort.OVERDUE, key, Organisation())


@given(known=KEYS, found=KEYS)
def test_each_thing_is_put_on_an_agenda_exactly_once(known, found):
    new = [one.key for one in missing(known, map(candidate, found))]
    assert sorted([*set(known), *new]) == sorted({*known, *found})
    assert new == sorted(new, key=found.index)
    assert missing([*known, *new], map(candidate, found)) == []


def late(code="0340", title="Skriv strategien"):
    place = Organisation.objects.get(code=code)
    return add_commitment(place, {"title": title, "due": date(2026, 2, 1)}, by=SOFTWARE)


def rejects(code="0340", on=date(2026, 2, 2), rule="DIG-36"):
    place = Organisation.objects.get(code=code)
    decided = Decided("2020", AdoptionState.REJECTED, on, reason="Vi gør det anderledes.")
    decide(place, [rule], decided, by=SOFTWARE)


def titles(caller, meeting):
    return [one.heading for one in agenda_for(caller, meeting)]


@pytest.mark.django_db
@pytest.mark.usefixtures("monday")
class TestAgenda:
    def test_it_gathers_once_and_drops_what_is_done(self, cast, caller):
        promise = late()
        rejects()
        meeting = meeting_of(cast, "Sorø")
        found = titles(caller("consultant"), meeting)
        assert found == ["Sorø: Skriv strategien", "Sorø, DIG-36: Afvist"]
        assert [fill(meeting, by=SOFTWARE), fill_all(by=SOFTWARE)] == [0, 0]
        finish(promise, done_on=date(2026, 3, 1), by=SOFTWARE)
        fill(meeting, by=SOFTWARE)
        assert titles(caller("consultant"), meeting) == ["Sorø, DIG-36: Afvist"]

    def test_what_is_late_elsewhere_is_told_to_nobody_else(self, cast, caller):
        late()
        late("0360", "Lollands eget")
        meeting = meeting_of(cast, "Sorø", "Lolland")
        assert titles(caller("coordinator"), meeting) == ["Sorø: Skriv strategien"]
        assert titles(caller("other_coordinator"), meeting) == ["Lolland: Lollands eget"]

    @pytest.mark.parametrize("kind", [MeetingKind.DIALOGUE, MeetingKind.NATIONAL])
    def test_what_is_late_never_stands_on_an_agenda_with_others(self, cast, caller, kind):
        late()
        rejects()
        meeting = meeting_of(cast, "Prøvenet", kind=kind)
        assert titles(caller("consultant"), meeting) == ["Sorø, DIG-36: Afvist"]

    def test_a_deviation_is_news_once(self, cast, caller, monday):
        rejects()
        first = meeting_of(cast, "Sorø")
        monday.shift(timedelta(days=8))
        hold(first, list(first.invitees.all()), by=caller("consultant"))
        rejects(rule="DIG-37", on=date(2026, 3, 9))
        later = meeting_of(cast, "Sorø")
        assert titles(caller("consultant"), later) == ["Sorø, DIG-37: Afvist"]

    def test_what_is_taken_off_stays_off(self, cast, caller):
        late()
        meeting, by = meeting_of(cast, "Sorø"), caller("consultant")
        take_off(meeting.agenda.get(), by=by)
        assert fill(meeting, by=SOFTWARE) == 0
        assert titles(by, meeting) == []

    def test_items_are_moved_past_each_other(self, cast, caller):
        late()
        meeting, by = meeting_of(cast, "Sorø"), caller("consultant")
        own = add_item(meeting, "Siden sidst", by=by)
        assert move(own, up=True, by=by)
        assert titles(by, meeting) == ["Siden sidst", "Sorø: Skriv strategien"]
        assert not move(own, up=True, by=by)

    def test_a_meeting_that_has_begun_keeps_its_agenda(self, cast, monday):
        meeting = meeting_of(cast, "Sorø")
        monday.shift(timedelta(days=7))
        late()
        assert fill(meeting, by=SOFTWARE) == 0

    def test_a_white_spot_of_which_no_operator_says_anything_is_asked_about(
        self, cast, caller, monday
    ):
        silent, answered = spot_of(), spot_of()
        listed(silent, answered)
        answer_of(answered)
        assert titles(caller("operator"), meeting_of(cast, "Prøvenet")) == []
        monday.shift(timedelta(days=61))
        meeting = meeting_of(cast, "Prøvenet", kind=MeetingKind.DIALOGUE)
        assert titles(caller("operator"), meeting) == [f"Sorø: {silent.number}"]
        answer_of(silent, "not_commercial")
        fill(meeting, by=SOFTWARE)
        assert titles(caller("operator"), meeting) == []
