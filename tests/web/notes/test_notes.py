"""Authorities talk in notes about what they work on; nobody else reads along."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import translation

from taskforce.web.frame.journal.models import Entry
from taskforce.web.notes import actions, queries
from taskforce.web.notes.models import Note
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Organisation
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(cast, home):
    return actions.write_note(home, "Ring til vejafdelingen.", by=caller_for(cast.coordinator))


def page(thing):
    return reverse("notes", args=["people.organisation", thing.pk])


def test_a_note_is_written_on_the_page_and_shown_there_with_its_author(cast, home, visitor):
    browser = signed_in(cast.coordinator)
    answer = browser.post(page(home), {"text": " Ring på mandag. "}, follow=True)
    assert answer.status_code == 200
    assert "Ring på mandag." in answer.text
    assert "Test coordinator" in answer.text
    note = Note.objects.get()
    assert (note.text, note.place, note.kind) == ("Ring på mandag.", "0340", "people.organisation")
    assert Entry.objects.filter(what="note.added", place="0340").count() == 1


@pytest.mark.parametrize(
    ("member", "status"),
    [
        ("consultant", 200),
        ("coordinator", 200),
        ("case_officer", 200),
        ("other_coordinator", 403),
        ("operator", 403),
        ("landlord", 403),
        ("administrator", 403),
        ("nobody", 403),
    ],
)
def test_notes_open_for_the_municipality_and_the_taskforce_only(
    member, status, cast, home, visitor
):
    assert signed_in(cast.everybody[member]).get(page(home)).status_code == status


def test_an_operator_does_not_read_what_the_taskforce_notes_about_it(cast, visitor):
    operator = Organisation.objects.get(name="Prøvenet")
    actions.write_note(operator, "Svarer aldrig.", by=caller_for(cast.consultant))
    assert signed_in(cast.operator).get(page(operator)).status_code == 403
    assert queries.found(caller_for(cast.operator), "svarer") == []
    with pytest.raises(PermissionDenied):
        actions.write_note(operator, "Jo.", by=caller_for(cast.operator))


def test_only_the_author_changes_a_note(cast, note, visitor):
    address = reverse("note", args=[note.pk])
    assert signed_in(cast.case_officer).post(address, {"text": "Nej"}).status_code == 403
    assert signed_in(cast.consultant).post(address, {"text": "Nej"}).status_code == 403
    signed_in(cast.coordinator).post(address, {"text": "Ring til planafdelingen."})
    note.refresh_from_db()
    assert note.text == "Ring til planafdelingen."
    assert note.edited_at is not None


@pytest.mark.parametrize(
    ("member", "left"),
    [("coordinator", 0), ("consultant", 0), ("case_officer", 1), ("other_coordinator", 1)],
)
def test_a_note_is_removed_by_its_author_or_the_taskforce(member, left, cast, note, visitor):
    signed_in(cast.everybody[member]).post(reverse("note-remove", args=[note.pk]))
    assert Note.objects.count() == left


def test_an_empty_note_and_one_that_is_too_long_are_refused_with_a_reason(cast, home, visitor):
    browser = signed_in(cast.coordinator)
    for text in ("  ", "a" * 4001):
        answer = browser.post(page(home), {"text": text})
        assert answer.status_code == 422
        assert "form-error" in answer.text
    assert Note.objects.count() == 0


def test_a_note_outlives_the_account_that_wrote_it(cast, note, visitor):
    cast.coordinator.delete()
    shown = signed_in(cast.consultant).get(page(Organisation.objects.get(code="0340")))
    assert "Ring til vejafdelingen." in shown.text
    assert "En, der er stoppet" in shown.text


def test_things_that_carry_no_notes_have_no_page(cast, visitor):
    browser = signed_in(cast.consultant)
    for kind in ("people.account", "people.person", "frame.entry", "nothing.here"):
        assert browser.get(f"/noter/{kind}/1/").status_code == 404


def test_a_reader_is_never_sent_to_another_site(cast, home, visitor):
    answer = signed_in(cast.coordinator).post(
        page(home), {"text": "Hej", "next": "https://evil.example/"}
    )
    assert answer["Location"].startswith("/noter/")


def test_words_are_found_in_notes_by_those_who_see_them(cast, note):
    assert [hit.title for hit in queries.found(caller_for(cast.case_officer), "VEJAF")] == [
        "Ring til vejafdelingen."
    ]
    assert queries.found(caller_for(cast.other_coordinator), "vejaf") == []
    assert len(queries.found(caller_for(cast.consultant), "vejaf")) == 1


def test_what_is_written_is_shown_as_text_and_never_as_markup(cast, home, visitor):
    actions.write_note(home, "<script>alert(1)</script>", by=caller_for(cast.coordinator))
    with translation.override("da"):
        shown = signed_in(cast.coordinator).get(page(home)).text
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown
