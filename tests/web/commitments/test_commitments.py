"""A commitment has one state, which the database guards; overdue follows from its day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from taskforce.web.commitments.actions import commitments as actions
from taskforce.web.commitments.actions.milestones import add_milestone, reach_milestone
from taskforce.web.commitments.models import Commitment, CommitmentKind, State
from taskforce.web.commitments.queries.history import history_of

pytestmark = pytest.mark.django_db
DUE = date(2026, 9, 1)
TODAY = date(2026, 9, 2)


def broken(**values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=values.pop("pk")).update(**values)


def test_on_its_day_a_commitment_is_not_yet_overdue_and_the_day_after_it_is(guidelines):
    assert guidelines.due == DUE
    assert not guidelines.is_overdue(DUE)
    assert guidelines.is_overdue(TODAY)


def test_what_is_done_or_waived_or_has_no_day_is_never_overdue(guidelines, coordinator):
    actions.finish(guidelines, done_on=DUE, by=coordinator)
    assert not guidelines.is_overdue(TODAY)
    actions.waive(guidelines, reason="Overtages af regionen", by=coordinator)
    assert not guidelines.is_overdue(TODAY)
    actions.reopen(guidelines, by=coordinator)
    assert guidelines.is_overdue(TODAY)
    actions.change_commitment(guidelines, {"due": None}, by=coordinator)
    assert not guidelines.is_overdue(TODAY)


def test_the_database_refuses_a_state_without_what_it_needs(guidelines):
    pk = guidelines.pk
    broken(pk=pk, state="waived")
    broken(pk=pk, waived_reason="Uden at være frafaldet")
    broken(pk=pk, state="done", progress_percent=100)
    broken(pk=pk, done_on=DUE)
    broken(pk=pk, progress_percent=100)
    broken(pk=pk, state="done", done_on=DUE, progress_percent=50)
    broken(pk=pk, answer="")
    broken(pk=pk, title="Et eget navn")
    assert Commitment.objects.filter(pk=pk).update(state="done", done_on=DUE, progress_percent=100)


def test_a_municipality_has_one_of_each_founding_kind(joined):
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.create(municipality=joined, kind=CommitmentKind.RESOURCES)


def test_waiving_needs_a_reason(guidelines, coordinator):
    with pytest.raises(ValidationError):
        actions.waive(guidelines, reason="", by=coordinator)
    assert Commitment.objects.get(pk=guidelines.pk).state == State.OPEN


def test_progress_moves_the_state_and_a_hundred_needs_a_day(guidelines, coordinator):
    actions.report_progress(guidelines, 40, by=coordinator)
    assert guidelines.state == State.IN_PROGRESS
    actions.report_progress(guidelines, 0, by=coordinator)
    assert guidelines.state == State.OPEN
    with pytest.raises(ValidationError):
        actions.report_progress(guidelines, 100, by=coordinator)


def test_opened_again_it_has_neither_day_nor_reason(guidelines, coordinator):
    actions.finish(guidelines, done_on=DUE, by=coordinator)
    actions.reopen(guidelines, by=coordinator)
    kept = Commitment.objects.get(pk=guidelines.pk)
    assert (kept.state, kept.done_on, kept.progress_percent) == (State.IN_PROGRESS, None, 99)


def test_an_own_commitment_needs_a_title(home, coordinator):
    with pytest.raises(ValidationError):
        actions.add_commitment(home, {}, by=coordinator)


def test_what_the_municipality_changes_itself_it_has_confirmed(home, consultant, coordinator):
    entered = actions.add_commitment(home, {"title": "Mål"}, by=consultant, on_behalf=True)
    actions.report_progress(entered, 10, by=coordinator)
    assert not entered.on_behalf


def test_a_milestone_is_overdue_the_day_after_unless_it_has_been_reached(guidelines, coordinator):
    milestone = add_milestone(guidelines, title="Første udkast", due=DUE, by=coordinator)
    assert (milestone.is_overdue(DUE), milestone.is_overdue(TODAY)) == (False, True)
    reach_milestone(milestone, on=TODAY, by=coordinator)
    assert not milestone.is_overdue(TODAY)


def test_the_history_tells_old_and_new_in_the_readers_language(guidelines, coordinator, consultant):
    new = {"due": date(2026, 12, 24), "answer": "with_changes"}
    actions.change_commitment(guidelines, new, by=coordinator)
    actions.waive(guidelines, reason="Dobbelt", by=consultant)
    with translation.override("da"):
        waived, changed, added = history_of(guidelines)
    assert (added.what, changed.what, waived.what) == ("Tilføjet", "Ændret", "Frafaldet")
    told = {one.name: (one.before, one.after) for one in changed.differences}
    assert told["Senest"] == ("1. september 2026", "24. december 2026")
    assert told["Kan retningslinjerne følges?"] == (
        "Ikke afklaret endnu",
        "Ja, med lokale tilpasninger",
    )
    assert ("", "Dobbelt") in {(one.before, one.after) for one in waived.differences}
    assert "Sorø" in changed.by_role
