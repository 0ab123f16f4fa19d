"""How long cases take, and that few cases are never ranked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.rules.case_events import Event, EventKind
from taskforce.rules.handling_times import (
    HandlingTime,
    Spread,
    handling_time,
    ranked,
    spread,
)
from taskforce.vocabulary.errors import Refused


def event(kind: str, month: int, day: int, **more) -> Event:
    return Event(EventKind(kind), date(2026, month, day), **more)


CASE = [event("received", 3, 1), event("complete", 3, 11), event("decided", 4, 10)]


def test_gross_runs_from_receipt_and_net_from_the_complete_case():
    assert handling_time(CASE) == HandlingTime(net_days=30, gross_days=40)


def test_waiting_for_the_applicant_is_taken_out_of_net_only():
    waits = [event("stopped", 3, 21), event("restarted", 3, 26)]
    assert handling_time([*CASE, *waits]) == HandlingTime(net_days=25, gross_days=40)


def test_waiting_for_somebody_else_stays_in_net():
    waits = [event("stopped", 3, 21, waits_for_applicant=False), event("restarted", 3, 26)]
    assert handling_time([*CASE, *waits]) == HandlingTime(net_days=30, gross_days=40)


def test_a_stop_before_the_case_was_complete_is_not_taken_out_twice():
    waits = [event("stopped", 3, 5), event("restarted", 3, 13)]
    assert handling_time([*CASE, *waits]).net_days == 28


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("decided", HandlingTime(None, None)),
        ("complete", HandlingTime(None, 40)),
        ("received", HandlingTime(30, None)),
    ],
)
def test_a_time_that_cannot_be_known_is_none(missing, expected):
    assert handling_time([one for one in CASE if one.kind != missing]) == expected


def test_what_happens_after_the_decision_does_not_count():
    assert handling_time([*CASE, event("stopped", 5, 1)]) == HandlingTime(30, 40)


def test_median_and_quartiles_rest_on_the_cases_whose_time_is_known():
    assert spread([50, None, 10, 30, 20, 40]) == Spread(5, 30, 20, 40)
    assert spread([7]) == Spread(1, 7, 7, 7)


def test_without_cases_the_days_are_unknown():
    assert spread([None]) == Spread(0, None, None, None)


def test_fewer_than_ten_cases_are_never_ranked():
    ten, nine = spread(range(10)), spread(range(9))
    assert ten.may_be_ranked
    assert not nine.may_be_ranked
    with pytest.raises(Refused, match="Greve"):
        ranked({"Faxe": ten, "Greve": nine})


def test_the_shortest_median_comes_first():
    assert ranked(
        {"Sorø": spread([30] * 10), "Faxe": spread([9] * 10), "Lejre": spread([9] * 12)}
    ) == (
        "Faxe",
        "Lejre",
        "Sorø",
    )


@pytest.mark.parametrize("days", [-1, 1e308, float("nan"), float("inf")])
def test_days_that_no_case_takes_are_refused(days):
    with pytest.raises(Refused):
        spread([10, days])


@given(st.lists(st.integers(0, 1000), min_size=1))
def test_the_median_lies_between_the_quartiles_and_these_between_the_extremes(days):
    found = spread(days)
    assert found.cases == len(days)
    assert found.lower_quartile_days <= found.median_days <= found.upper_quartile_days
    assert min(days) <= found.lower_quartile_days
    assert found.upper_quartile_days <= max(days)
