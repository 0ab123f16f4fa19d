"""The calendar of deadlines: at an address that nobody can guess, and that its owner can end."""

import icalendar
import pytest
from django.urls import reverse

from taskforce.web.cases.actions.feeds import new_address, stop_feed
from taskforce.web.cases.models import EventKind
from taskforce.web.cases.queries.feed import token_of
from tests.web.cases.conftest import MONDAY
from tests.web.cases.makers import case_of, sent, steps

pytestmark = pytest.mark.django_db


def days_in(client, address):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    return {
        str(one["summary"]): one["dtstart"].dt
        for one in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    }


@pytest.fixture
def address(cast, caller):
    def of(name):
        return reverse("case-clocks-feed", args=[token_of(new_address(by=caller(name)))])

    return of


def test_a_calendar_program_reads_the_deadlines_without_signing_in(case, address, client):
    steps(case, (EventKind.COMPLETE, MONDAY))
    told = days_in(client, address("case_officer"))
    assert [day.isoformat() for day in told.values()] == ["2026-07-02"]
    assert "Fiber i Storgade" in next(iter(told))


def test_a_calendar_shows_what_its_owner_may_see_and_no_more(case, address, client):
    other = sent(case_of(title="Et andet sted", code="0360", applicant="Andetnet"), MONDAY)
    assert other.is_open
    assert len(days_in(client, address("operator"))) == 1
    assert len(days_in(client, address("other_operator"))) == 1
    assert len(days_in(client, address("consultant"))) == 2
    assert days_in(client, address("landlord")) == {}


def test_a_new_address_ends_the_earlier_one_and_a_stop_ends_both(case, address, client, caller):
    first = address("operator")
    second = address("operator")
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    stop_feed(by=caller("operator"))
    assert client.get(second).status_code == 404


def test_the_calendar_of_a_closed_account_is_shut(case, address, client, cast):
    shut = address("operator")
    type(cast.operator).objects.filter(pk=cast.operator.pk).update(is_active=False)
    assert client.get(shut).status_code == 404


@pytest.mark.parametrize("token", ["x", "1:2:3", "WzEsIDJd:abc:def", "a" * 500])
def test_a_made_up_address_opens_nothing(token, client, db):
    assert client.get(reverse("case-clocks-feed", args=[token])).status_code == 404
