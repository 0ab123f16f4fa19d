"""One search finds municipalities, people, commitments and notes, and only what one may see."""

import pytest

from taskforce.web.notes.actions import write_note
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Organisation
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def result(account, text):
    answer = signed_in(account).get("/soeg/", {"q": text})
    assert answer.status_code == 200
    return answer.text


def test_a_municipality_is_found_by_part_of_its_name(cast, visitor):
    assert ">Sorø</a>" in result(cast.operator, "sor")


def test_a_commitment_is_found_by_those_who_see_it(cast, promise, visitor):
    promise("Fælles gravetilladelser", None)
    assert "Fælles gravetilladelser" in result(cast.coordinator, "gravetill")
    assert "Fælles gravetilladelser" not in result(cast.other_coordinator, "gravetill")
    assert "Fælles gravetilladelser" not in result(cast.operator, "gravetill")


def test_a_note_is_found_by_those_who_see_it(cast, visitor):
    home = Organisation.objects.get(code="0340")
    write_note(home, "Husk kablet ved søen.", by=caller_for(cast.coordinator))
    assert "Husk kablet" in result(cast.consultant, "kablet")
    assert "Husk kablet" not in result(cast.other_coordinator, "kablet")


def test_a_search_without_a_hit_says_what_to_do(cast, visitor):
    assert "Vi fandt intet med »xyzzy«" in result(cast.coordinator, "xyzzy")
    assert "Skriv mindst to bogstaver." in result(cast.coordinator, "x")
    assert "Vi fandt intet" not in result(cast.coordinator, " ")


def test_what_was_searched_for_is_shown_as_text(cast, visitor):
    assert "<script>alert" not in result(cast.coordinator, "<script>alert(1)</script>")


def test_a_visitor_is_sent_to_sign_in(db, visitor):
    assert visitor.get("/soeg/").status_code == 302
