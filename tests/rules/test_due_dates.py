"""When something is due, in every unit that the rules use."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.rules.due_dates import UNITS, due
from taskforce.rules.working_calendar import COPENHAGEN
from taskforce.vocabulary.errors import Refused

FRIDAY = datetime(2026, 11, 6, 15, tzinfo=COPENHAGEN)
FIRST = datetime.fromisoformat("0001-01-01T00:00")
LAST = datetime.fromisoformat("9999-12-31T23:59")
DAY_UNITS = [unit for unit in UNITS if not unit.endswith("hours")]


@pytest.mark.parametrize(
    ("length", "unit", "expected"),
    [
        (1, "working_days", date(2026, 11, 9)),
        (20, "working_days", date(2026, 12, 4)),
        (2, "line_register_days", date(2026, 11, 10)),
        (3, "days", date(2026, 11, 9)),
        (2, "weeks", date(2026, 11, 20)),
        (4, "months", date(2027, 3, 6)),
        (5, "years", date(2031, 11, 6)),
        (0, "working_days", date(2026, 11, 6)),
        (48, "hours", datetime(2026, 11, 8, 15, tzinfo=COPENHAGEN)),
        (2, "line_register_hours", datetime(2026, 11, 9, 8, tzinfo=COPENHAGEN)),
    ],
)
def test_every_unit_is_counted_its_own_way(length, unit, expected):
    assert due(FRIDAY, length=length, unit=unit) == expected


@pytest.mark.parametrize(
    ("length", "unit", "expected"),
    [
        (8, "working_days", date(2026, 10, 27)),
        (4, "weeks", date(2026, 10, 9)),
        (2, "months", date(2026, 9, 6)),
        (1, "hours", datetime(2026, 11, 6, 14, tzinfo=COPENHAGEN)),
    ],
)
def test_a_deadline_before_an_event_is_counted_back(length, unit, expected):
    assert due(FRIDAY, length=length, unit=unit, before=True) == expected


def test_hours_are_hours_that_pass_also_when_the_clock_moves():
    evening = datetime.fromisoformat("2026-10-24T20:00")
    assert due(evening, length=24, unit="hours") == datetime(2026, 10, 25, 19, tzinfo=COPENHAGEN)


def test_a_day_without_an_hour_begins_at_midnight():
    assert due(date(2026, 11, 6), length=2, unit="line_register_hours") == datetime(
        2026, 11, 6, 9, tzinfo=COPENHAGEN
    )


def test_the_day_of_a_moment_is_its_day_in_copenhagen():
    assert due(datetime.fromisoformat("2026-11-05T23:30Z"), length=1, unit="days") == date(
        2026, 11, 7
    )


def test_christmas_eve_counts_for_the_municipality_but_not_in_the_line_register():
    before = date(2026, 12, 23)
    assert due(before, length=1, unit="working_days") == date(2026, 12, 24)
    assert due(before, length=1, unit="line_register_days") == date(2026, 12, 28)


@given(
    st.dates(date(2024, 1, 1), date(2040, 1, 1)),
    st.integers(0, 90),
    st.integers(0, 90),
    st.sampled_from(DAY_UNITS),
)
def test_a_longer_time_is_never_due_earlier(day, one, other, unit):
    short, long = sorted((one, other))
    assert day <= due(day, length=short, unit=unit) <= due(day, length=long, unit=unit)
    assert day >= due(day, length=short, unit=unit, before=True)


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)), st.integers(0, 500))
def test_weeks_are_seven_days(day, weeks):
    assert due(day, length=weeks, unit="weeks") == due(day, length=7 * weeks, unit="days")
    assert due(day, length=weeks, unit="weeks") - day == timedelta(weeks=weeks)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("length", [1e308, -1, float("nan"), float("inf"), -1e308, True])
def test_hostile_lengths_are_refused(length, unit):
    with pytest.raises(Refused):
        due(FRIDAY, length=length, unit=unit)


@pytest.mark.parametrize("unit", DAY_UNITS)
def test_half_a_day_is_refused(unit):
    with pytest.raises(Refused, match="whole number"):
        due(FRIDAY, length=1.5, unit=unit)


def test_an_unknown_unit_is_refused_with_the_known_ones():
    with pytest.raises(Refused, match="working_days"):
        due(FRIDAY, length=1, unit="fortnights")


@pytest.mark.parametrize("start", [date.max, date.min, LAST, FIRST])
@pytest.mark.parametrize("unit", ["hours", "days", "months", "working_days"])
def test_a_day_at_the_end_of_time_is_refused(start, unit):
    for before in (True, False):
        length = UNITS[unit]
        if (start.year == 1) == before or unit in ("months", "working_days"):
            with pytest.raises(Refused):
                due(start, length=length, unit=unit, before=before)


def test_the_line_registers_hours_are_not_counted_back():
    with pytest.raises(Refused, match="counted back"):
        due(FRIDAY, length=2, unit="line_register_hours", before=True)
