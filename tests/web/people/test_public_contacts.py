"""Everybody sees whom to turn to in a municipality, and no name that is not meant for everybody."""

from datetime import date

import pytest
import time_machine

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.organisations import set_role_address
from taskforce.web.people.models import Audience, DutyKind, Organisation
from taskforce.web.people.public import point_of_entry
from tests.small_region import SERVED_ID
from tests.web.people.contacts import contact

pytestmark = pytest.mark.django_db

PAGES = (
    "/kommuner/soroe/",
    f"/adresse/{SERVED_ID}/",
    "/hvem-spoerger-jeg/?subject=internet&municipality=0340",
    "/api/v1/whom-to-ask?municipality=0340",
)


def shared(place, mail, kind=DutyKind.COORDINATOR):
    facts = {"email": mail, "source": "Website", "as_of": date(2026, 1, 1)}
    return set_role_address(place, kind, facts, by=SOFTWARE)


@pytest.fixture
def home(cast):
    return Organisation.objects.get(code="0340")


@pytest.mark.parametrize("page", PAGES)
def test_the_public_sees_the_point_of_entry(home, visitor, page):
    contact("Ane Ager")
    shared(home, "digital@soroe.example")
    shown = visitor.get(page).content.decode()
    assert "Ane Ager" in shown
    assert "digital@soroe.example" in shown


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("audience", [Audience.OPERATORS, Audience.AUTHORITIES])
def test_the_public_never_sees_a_name_that_is_not_for_everybody(home, visitor, page, audience):
    contact("Xaverine Hemmelig", audience=audience)
    shown = visitor.get(page).content.decode()
    assert "Xaverine" not in shown
    assert "xaverine" not in shown


@pytest.mark.parametrize("page", PAGES)
def test_where_nobody_is_named_the_taskforce_helps_on(home, visitor, page):
    shared(Organisation.objects.get(kind="region"), "taskforce@region.example")
    assert "taskforce@region.example" in visitor.get(page).content.decode()


def test_a_deputy_stands_in_where_the_coordinator_is_not_named_to_all(home):
    contact("Ane Ager", audience=Audience.OPERATORS)
    contact("Bo Birk", DutyKind.DEPUTY)
    assert point_of_entry("0340").person.name == "Bo Birk"


@pytest.mark.parametrize(("day", "shown"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_word_older_than_180_days_is_shown_as_unconfirmed(home, visitor, day, shown):
    person = contact("Ane Ager").person
    person.confirmed_on = date(2026, 1, 1)
    person.save()
    with time_machine.travel(day, tick=False):
        page = visitor.get(PAGES[0]).content.decode()
    assert ("ikke bekræftet siden 1. januar 2026" in page) is shown


def test_a_municipality_that_nobody_knows_has_no_point_of_entry(home):
    assert not point_of_entry("9999").named
