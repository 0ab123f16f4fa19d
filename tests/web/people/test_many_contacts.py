"""Many contacts are taken in at once: all of them, or none with every fault by row and column."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from taskforce.web.people.models import Duty, Person
from tests.cast import signed_in
from tests.web.people.contacts import contact

pytestmark = pytest.mark.django_db

GOOD = (
    "Kommune;Rolle;Navn;Mail;Telefon\n"
    "Sorø Kommune;tovholder;Ane Ager;ane@example.org;57 87 60 00\n"
    "0360;vej;Bo Birk;;\n"
    "360;tovholder;Bo Birk;;\n"
)


def send(cast, text="", **more):
    data = {"text": text, "source": "The region's list", **more}
    return signed_in(cast.consultant).post(reverse("contacts-import"), data)


def test_a_list_is_shown_first_and_saved_when_asked(cast, visitor):
    assert send(cast, GOOD).status_code == 200
    assert not Person.objects.exists()
    assert send(cast, GOOD, save="yes").status_code == 302
    held = {(d.place, d.kind, d.person.name, d.on_behalf) for d in Duty.objects.all()}
    assert held == {
        ("0340", "coordinator", "Ane Ager", True),
        ("0360", "road", "Bo Birk", True),
        ("0360", "coordinator", "Bo Birk", True),
    }
    assert Person.objects.count() == 2


def test_one_wrong_row_stops_them_all_and_every_fault_is_told(cast, visitor):
    contact("Cai Carl", place="0360")
    wrong = GOOD + "Atlantis;konge;;not-a-mail;\n"
    response = send(cast, wrong, save="yes")
    assert response.status_code == 422
    told = {(one.row, one.column) for one in response.context["judged"].wrong}
    assert told == {
        (4, "Rolle"),
        (5, "Kommune"),
        (5, "Rolle"),
        (5, "Navn"),
        (5, "Mail"),
    }
    assert list(Person.objects.values_list("name", flat=True)) == ["Cai Carl"]


def test_two_coordinators_of_one_municipality_in_the_list_are_one_too_many(cast, visitor):
    response = send(cast, GOOD + "Sorø;tovholder;Cai Carl;;\n", save="yes")
    assert [(one.row, one.column) for one in response.context["judged"].wrong] == [(5, "Rolle")]


def test_a_missing_column_is_named(cast, visitor):
    response = send(cast, "Kommune;Navn\nSorø;Ane\n")
    assert [one.column for one in response.context["judged"].wrong] == ["Rolle"]


def test_a_spreadsheet_is_read_too(cast, visitor):
    book = Workbook()
    for line in GOOD.splitlines():
        book.active.append(line.split(";"))
    content = BytesIO()
    book.save(content)
    file = SimpleUploadedFile("kontakter.xlsx", content.getvalue())
    assert len(send(cast, file=file).context["judged"].right) == 3


def test_a_file_that_is_no_spreadsheet_is_refused(cast, visitor):
    file = SimpleUploadedFile("kontakter.xlsx", b"PK\x03\x04 and then something else")
    assert send(cast, file=file).status_code == 422


def test_only_consultants_enter_for_others(cast, visitor):
    there = reverse("contacts-import")
    assert signed_in(cast.coordinator).get(there).status_code == 403
