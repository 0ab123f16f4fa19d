"""A value of a municipality's own counts in a check once the taskforce has confirmed it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from taskforce.rules.check import check
from taskforce.rules.facts import facts_from
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import own_values
from taskforce.web.guidelines.actions.local_values import (
    confirm,
    end,
    propose,
    propose_again,
    send_back,
    withdraw,
)
from taskforce.web.guidelines.models import LocalValue, ValueState
from taskforce.web.guidelines.queries.practice import practice
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
LEAD = ("DIG-36", "lead_working_days")
SINCE = date(2024, 1, 1)
FACTS = {"number": 15.0, "reason": "Ferietrafik", "valid_from": SINCE}
DIG = {
    "case": "dig",
    "work": "new",
    "road_owner": "municipal",
    "trench_length_m": 40,
    "method": "machine",
    "surface": "asphalt",
    "distance_to_road_m": 0,
    "start": "2026-12-14T08:00",
}


def own_value(place, on):
    return next(iter(own_values(practice(), place.code, on=on)), None)


def deadlines(place, on):
    book = the_rulebook()
    answer = check(
        facts_from(DIG, book=book), book=book, municipality=place, on=on, practice=practice()
    )
    return {one.rule: one.due for one in answer.deadlines}


def test_a_value_counts_only_when_it_is_confirmed_and_only_in_its_days(home, coordinator, cast):
    value = propose(home, LEAD, FACTS, by=coordinator)
    before = deadlines(home.code, date(2026, 11, 2))
    assert confirm(value, by=coordinator)
    after = deadlines(home.code, date(2026, 11, 2))
    assert before != after
    assert after["DIG-36"] == date(2026, 11, 23)
    assert deadlines(home.code, date(2023, 12, 31)).get("DIG-36") == before.get("DIG-36")


def test_after_the_last_day_the_common_value_counts_again(home, coordinator):
    value = propose(home, LEAD, FACTS, by=coordinator)
    confirm(value, by=coordinator)
    end(value, last_day=date(2026, 6, 30), by=coordinator)
    assert own_value(home, date(2026, 6, 30)) is not None
    assert own_value(home, date(2026, 7, 1)) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": -1},
        {"number": 1e308},
        {"number": float("nan")},
        {"number": float("inf")},
        {"number": None},
        {"number": None, "text": "x > 1 ? 'a' : 'b'"},
        {"yes_no": True},
        {"reason": ""},
        {"valid_to": date(2023, 1, 1)},
    ],
    ids=str,
)
def test_a_value_that_cannot_be_is_refused(home, coordinator, wrong):
    with pytest.raises(ValidationError):
        propose(home, LEAD, {**FACTS, **wrong}, by=coordinator)
    assert not LocalValue.objects.exists()


@pytest.mark.parametrize("about", [("DIG-36", "nothing"), ("NIX-1", "x"), ("DIG-09", "longest_m")])
def test_only_what_the_rulebook_leaves_open_can_have_a_value(home, coordinator, about):
    with pytest.raises(ValidationError):
        propose(home, about, FACTS, by=coordinator)


def test_an_expression_as_a_value_is_text_and_is_never_evaluated(cast, home, visitor):
    browser = signed_in(cast.coordinator)
    path = f"/retningslinjer/kommuner/{home.code}/vaerdier/ny/?about=DIG-36.lead_working_days"
    bomb = "[1,2].map(x, [1,2].map(y, x*y))" * 20
    answer = browser.post(
        path, {"number": bomb, "reason": "x", "valid_from": "2024-01-01", "source_url": ""}
    )
    assert answer.status_code == 422
    assert not LocalValue.objects.exists()


def test_two_values_cannot_count_on_the_same_day(home, coordinator):
    propose(home, LEAD, FACTS, by=coordinator)
    with pytest.raises(ValidationError, match="2024-01-01"):
        propose(home, LEAD, {**FACTS, "valid_from": date(2025, 1, 1)}, by=coordinator)


def test_a_returned_value_is_mended_and_awaits_the_taskforce_again(home, coordinator, consultant):
    value = propose(home, LEAD, FACTS, by=coordinator)
    send_back(value, because="Hvilke veje?", by=consultant)
    assert own_value(home, localdate()) is None
    propose_again(value, {"reason": "Alle kommuneveje"}, by=coordinator)
    value.refresh_from_db()
    assert (value.state, value.returned_because) == (ValueState.PROPOSED, "")


def test_a_value_that_counts_is_ended_rather_than_withdrawn(cast, home, coordinator, visitor):
    value = propose(home, LEAD, FACTS, by=coordinator)
    confirm(value, by=coordinator)
    answer = signed_in(cast.coordinator).post(
        f"/retningslinjer/vaerdier/{value.pk}/traek-tilbage/", follow=True
    )
    assert "kan ikke trækkes tilbage" in answer.content.decode()
    assert LocalValue.objects.filter(pk=value.pk).exists()


def test_a_value_that_never_counted_can_be_withdrawn(home, coordinator):
    withdraw(propose(home, LEAD, FACTS, by=coordinator), by=coordinator)
    assert not LocalValue.objects.exists()


def test_the_database_refuses_what_the_forms_would(home, coordinator):
    propose(home, LEAD, FACTS, by=coordinator)
    held = LocalValue.objects.all()
    for wrong in (
        {"number": None},
        {"yes_no": True},
        {"number": 1e300},
        {"reason": ""},
        {"valid_to": date(2020, 1, 1)},
        {"state": "returned"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            held.update(**wrong)


def test_the_desk_tells_the_taskforce_what_awaits_it_and_the_municipality_what_came_back(
    cast, home, coordinator, consultant, visitor
):
    value = propose(home, LEAD, FACTS, by=coordinator)
    desk = signed_in(cast.consultant).get("/arbejdsbord/").content.decode()
    assert "1 egen værdi venter på din bekræftelse" in desk
    others = signed_in(cast.other_coordinator).get("/arbejdsbord/").content.decode()
    assert "bekræftelse" not in others
    send_back(value, because="Hvilke veje?", by=consultant)
    desk = signed_in(cast.coordinator).get("/arbejdsbord/").content.decode()
    assert "Hvilke veje?" in desk
