"""Working days in Denmark, year by year, against holidays worked out another way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from taskforce.rules.working_calendar import (
    COPENHAGEN,
    Calendar,
    add_months,
    add_working_days,
    copenhagen,
    is_working_day,
    line_register_due,
)
from taskforce.vocabulary.errors import Refused

YEARS = range(2024, 2041)
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))
CALENDARS = st.sampled_from(Calendar)
MOMENTS = st.datetimes(datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2040-12-01"))


def easter_sunday(year: int) -> date:
    """The anonymous Gregorian rule, worked out without any library."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = century - century // 4 - (8 * century + 13) // 25
    moon = (19 * golden + correction + 15) % 30
    moon -= (moon > 28) or (moon == 28 and golden > 10)
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    ahead = moon - weekday
    month = 3 + (ahead + 40) // 44
    return date(100 * century + of_century, month, ahead + 28 - 31 * (month // 4))


def holidays_of(year: int) -> set[date]:
    """Every Danish public holiday since Great Prayer Day was abolished."""
    moving = (-3, -2, 0, 1, 39, 49, 50)
    fixed = ((1, 1), (12, 25), (12, 26))
    return {easter_sunday(year) + timedelta(days=days) for days in moving} | {
        date(year, *day) for day in fixed
    }


def days_of(year: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(days=n)
        for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1)
    ]


@pytest.mark.parametrize(
    ("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25))]
)
def test_the_tests_own_easter_is_easter(year, day):
    assert easter_sunday(year) == date(year, *day)


@pytest.mark.parametrize("year", YEARS)
def test_a_public_working_day_is_a_weekday_that_is_no_holiday(year):
    closed = holidays_of(year)
    assert [day for day in days_of(year) if is_working_day(day)] == [
        day for day in days_of(year) if day.weekday() < 5 and day not in closed
    ]


@pytest.mark.parametrize("year", YEARS)
def test_the_line_register_is_closed_on_four_more_days(year):
    register = {d for d in days_of(year) if is_working_day(d, calendar=Calendar.LINE_REGISTER)}
    public = {d for d in days_of(year) if is_working_day(d)}
    four = {date(year, 5, 1), date(year, 6, 5), date(year, 12, 24), date(year, 12, 31)}
    assert register == public - four


@pytest.mark.parametrize("year", YEARS)
def test_great_prayer_day_is_a_working_day_since_2024(year):
    assert is_working_day(easter_sunday(year) + timedelta(days=26))


def test_great_prayer_day_was_a_holiday_until_2023():
    assert not is_working_day(date(2023, 5, 5))


@pytest.mark.parametrize("day", [date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31)])
def test_days_that_are_often_off_count_as_public_working_days(day):
    assert is_working_day(day)


@given(DAYS, st.integers(0, 400), CALENDARS)
def test_one_working_day_more_is_always_later(day, count, calendar):
    later = add_working_days(day, count + 1, calendar=calendar)
    assert later > add_working_days(day, count, calendar=calendar)
    assert is_working_day(later, calendar=calendar)


@given(DAYS, st.integers(1, 400), CALENDARS)
def test_working_days_counted_there_and_back_lead_home(day, count, calendar):
    home = add_working_days(day, 1, calendar=calendar)
    there = add_working_days(home, count, calendar=calendar)
    assert add_working_days(there, -count, calendar=calendar) == home


@given(DAYS, DAYS, st.integers(-100, 100))
def test_an_earlier_start_is_never_due_later(one, other, count):
    first, last = sorted((one, other))
    if count:
        assert add_working_days(first, count) <= add_working_days(last, count)
    assert add_months(first, count) <= add_months(last, count)


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2025, 10, 31), 4, date(2026, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 3, 10), 4, date(2026, 7, 10)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 1, 31), -1, date(2025, 12, 31)),
    ],
)
def test_a_month_ends_where_a_short_month_ends(day, months, due):
    assert add_months(day, months) == due


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-06T15:00", "2026-11-09T08:00"),  # golden case 13: Friday, the next weekday
        ("2026-11-06T13:30", "2026-11-06T15:30"),
        ("2026-11-06T14:00", "2026-11-06T16:00"),
        ("2026-11-06T14:01", "2026-11-09T07:01"),
        ("2026-11-06T16:00", "2026-11-09T09:00"),
        ("2026-11-06T22:10", "2026-11-09T09:00"),
        ("2026-11-07T11:00", "2026-11-09T09:00"),
        ("2026-11-09T05:00", "2026-11-09T09:00"),
        ("2026-04-30T15:00", "2026-05-04T08:00"),  # 1 May is a Friday
        ("2026-06-04T15:00", "2026-06-08T08:00"),  # 5 June is a Friday
        ("2026-12-23T15:00", "2026-12-28T08:00"),  # Christmas Eve and Christmas
        ("2026-12-30T15:00", "2027-01-04T08:00"),  # New Year's Eve and New Year
        ("2026-04-01T15:00", "2026-04-07T08:00"),  # Easter
        ("2026-03-27T15:00", "2026-03-30T08:00"),  # summer time begins on the Sunday
        ("2026-10-23T15:00", "2026-10-26T08:00"),  # summer time ends on the Sunday
    ],
)
def test_the_line_registers_two_hours_run_while_it_is_open(asked, due):
    found = line_register_due(datetime.fromisoformat(asked))
    assert found == datetime.fromisoformat(due).replace(tzinfo=COPENHAGEN)
    assert found.strftime("%H:%M") == due[-5:]


def test_a_long_clock_runs_over_several_days():
    asked = datetime(2026, 11, 6, 15, tzinfo=COPENHAGEN)
    assert line_register_due(asked, hours=20) == datetime(2026, 11, 11, 8, tzinfo=COPENHAGEN)


def test_the_clock_reads_moments_of_other_zones_in_copenhagen():
    assert line_register_due(datetime(2026, 7, 1, 13, tzinfo=UTC)) == datetime(
        2026, 7, 2, 8, tzinfo=COPENHAGEN
    )


@given(MOMENTS, MOMENTS, st.floats(0, 100))
def test_an_earlier_inquiry_is_never_due_later(one, other, hours):
    first, last = sorted((copenhagen(one), copenhagen(other)))
    assert first <= line_register_due(first, hours=hours) <= line_register_due(last, hours=hours)


@given(MOMENTS)
def test_an_answer_is_due_while_the_register_is_open(moment):
    found = line_register_due(moment)
    assert is_working_day(found.date(), calendar=Calendar.LINE_REGISTER)
    assert 7 <= found.hour + found.minute / 60 <= 16


def test_an_hour_that_summer_time_skips_moves_on():
    assert copenhagen(datetime.fromisoformat("2026-03-29T02:30")).isoformat() == (
        "2026-03-29T03:30:00+02:00"
    )


@given(MOMENTS)
@example(datetime.fromisoformat("2038-10-31"))
def test_copenhagen_time_is_the_same_moment(moment):
    moment = moment.replace(tzinfo=UTC)
    # Compared in UTC: Python calls an hour that the clocks show twice unlike in any other zone.
    assert copenhagen(moment).astimezone(UTC) == moment
    assert copenhagen(copenhagen(moment)) == copenhagen(moment)


@pytest.mark.parametrize("hours", [-1, float("nan"), float("inf"), 1e308])
def test_hours_that_are_none_are_refused(hours):
    with pytest.raises(Refused):
        line_register_due(datetime(2026, 11, 6, 15, tzinfo=COPENHAGEN), hours=hours)


@pytest.mark.parametrize("count", [10_001, -10_001, 10**18])
def test_more_working_days_than_can_be_counted_are_refused(count):
    with pytest.raises(Refused, match="too many"):
        add_working_days(date(2026, 1, 1), count)


@pytest.mark.parametrize("months", [12_000, -12_000, 10**18])
def test_months_out_of_the_calendars_reach_are_refused(months):
    with pytest.raises(Refused, match="does not reach"):
        add_months(date(2026, 1, 1), months)
