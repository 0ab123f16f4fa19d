"""When a person leaves, the next one gets everything: roles, promises, next steps and notes."""

import io
from datetime import date

import openpyxl
import pytest

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.frame.journal.writing import add
from taskforce.web.notes.actions import write_note
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import ContactLog, Duty, Organisation, Person
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaver(cast, promise):
    home = Organisation.objects.get(code="0340")
    person = add(Person(organisation=home, name="Maja Lind", source="Mail"), by=SOFTWARE)
    since = date(2025, 1, 1)
    duty = Duty(organisation=home, kind="road", person=person, since=since, source="Mail")
    add(duty, by=SOFTWARE)
    promise("Saml gravereglerne", date(2026, 5, 1), owner=person)
    promise("Andres opgave", date(2026, 5, 1))
    promise("Færdig opgave", None, owner=person, state="done", done_on=since, progress_percent=100)
    talk = ContactLog(
        organisation=home,
        held_on=date(2026, 2, 1),
        channel="phone",
        summary="=HYPERLINK('x') om masten",
        next_step="Send kortet",
        next_step_on=date(2026, 3, 9),
    )
    add(talk, by=SOFTWARE)
    write_note(home, "Nøglen ligger hos Per.", by=caller_for(cast.coordinator))
    return person


def test_the_pack_holds_what_the_next_one_needs(cast, leaver, visitor):
    page = signed_in(cast.coordinator).get(f"/overlevering/{leaver.pk}/").text
    for told in ("Maja Lind", "Saml gravereglerne", "Send kortet", "om masten", "Nøglen ligger"):
        assert told in page
    for not_theirs in ("Andres opgave", "Færdig opgave"):
        assert not_theirs not in page


def test_the_pack_comes_as_a_spreadsheet_in_which_no_text_is_a_formula(cast, leaver, visitor):
    answer = signed_in(cast.coordinator).get(f"/overlevering/{leaver.pk}/regneark/")
    assert answer["Content-Disposition"] == 'attachment; filename="overlevering-maja-lind.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    values = {cell.value for cell in cells}
    assert {"Saml gravereglerne", "Send kortet", "Nøglen ligger hos Per."} <= values
    assert "'=HYPERLINK('x') om masten" in values
    assert "f" not in {cell.data_type for cell in cells}


@pytest.mark.parametrize(
    ("member", "status"),
    [
        ("coordinator", 200),
        ("consultant", 200),
        ("case_officer", 403),
        ("other_coordinator", 403),
        ("operator", 403),
        ("administrator", 403),
    ],
)
def test_the_pack_opens_for_those_who_keep_the_register(member, status, cast, leaver, visitor):
    browser = signed_in(cast.everybody[member])
    for path in (f"/overlevering/{leaver.pk}/", f"/overlevering/{leaver.pk}/regneark/"):
        assert browser.get(path).status_code == status


def test_reading_the_pack_is_put_on_record(cast, leaver, visitor):
    signed_in(cast.coordinator).get(f"/overlevering/{leaver.pk}/")
    line = Entry.objects.get(what="person.handed_over")
    assert (line.account_id, line.thing_id) == (cast.coordinator.pk, str(leaver.pk))
