"""Which days count as working days in Denmark, and when the line owner register is open.

Two calendars are kept. The public one closes on weekends and public holidays only: 5 June, 24 and
31 December count as working days, because a deadline that falls a day early does no harm. The line
owner register is closed on those days too, and on 1 May.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from taskforce.vocabulary.errors import Refused

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
YEARS = range(1900, 2200)
MOST_WORKING_DAYS = 10_000
OPENS, CLOSES = time(7), time(16)
_REGISTER_CLOSED = {(5, 1), (6, 5), (12, 24), (12, 31)}


class Calendar(StrEnum):
    """Whose working days are counted."""

    PUBLIC = "public"
    LINE_REGISTER = "line_register"


def is_working_day(day: date, *, calendar: Calendar = Calendar.PUBLIC) -> bool:
    """True for Monday to Friday, except the days on which the calendar is closed.

    The line owner register's closed days are those of its executive order, section 22 (PROC-17).
    """
    if day.weekday() >= 5 or day in _public_holidays(_year_within_reach(day.year)):
        return False
    return calendar == Calendar.PUBLIC or (day.month, day.day) not in _REGISTER_CLOSED


def add_working_days(day: date, count: int, *, calendar: Calendar = Calendar.PUBLIC) -> date:
    """The day that lies a number of working days later, or earlier for a negative number.

    Parameters
    ----------
    day
        Where the count begins; this day itself is never counted, and need not be a working day.
    count
        Working days, at most 10,000 either way. 0 gives the day itself.
    calendar
        Whose working days.

    Returns
    -------
    date
        A working day, except where `count` is 0.
    """
    if abs(count) > MOST_WORKING_DAYS:
        raise Refused(
            f"{count} working days are too many to count.",
            remedy=f"Give at most {MOST_WORKING_DAYS:,}.",
        )
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, calendar=calendar):
            day += step
    return day


def add_months(day: date, months: int) -> date:
    """The same day of another month, or the last day of that month where it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    _year_within_reach(year)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def line_register_due(moment: datetime, *, hours: float = 2) -> datetime:
    """When a line owner must have answered an inquiry in the line owner register (DIG-28).

    Parameters
    ----------
    moment
        When the inquiry came in; without a zone it is Copenhagen time.
    hours
        Hours that the line owner has, from 0 to 1,000. They run from 07 to 16 on the
        register's weekdays.

    Returns
    -------
    datetime
        Copenhagen time. An inquiry outside the hours starts the clock when the register opens, so
        that it is due at 09:00.
    """
    if not 0 <= hours <= 1_000:
        raise Refused(
            f"{hours} is no number of hours in the line owner register.",
            remedy="Give a number from 0 to 1,000.",
        )
    now, left = copenhagen(moment), timedelta(hours=hours)
    while True:
        now = _next_opening(now)
        until_closing = now.replace(hour=CLOSES.hour, minute=0, second=0, microsecond=0) - now
        if left <= until_closing:
            return now + left
        left -= until_closing
        now += until_closing


def copenhagen(moment: datetime) -> datetime:
    """The moment in Copenhagen time; without a zone it is taken to be Copenhagen time already.

    An hour that daylight saving skips is moved on to the hour that the clocks then show.
    """
    _year_within_reach(moment.year)
    known = moment if moment.tzinfo is not None else moment.replace(tzinfo=COPENHAGEN)
    return known.astimezone(UTC).astimezone(COPENHAGEN)


def _next_opening(moment: datetime) -> datetime:
    """The moment itself while the register is open, otherwise when it opens next."""
    day, open_today = moment.date(), is_working_day(moment.date(), calendar=Calendar.LINE_REGISTER)
    if open_today and OPENS <= moment.time() < CLOSES:
        return moment
    if not open_today or moment.time() >= CLOSES:
        day = add_working_days(day, 1, calendar=Calendar.LINE_REGISTER)
    return datetime.combine(day, OPENS, tzinfo=COPENHAGEN)


def _year_within_reach(year: int) -> int:
    if year not in YEARS:
        raise Refused(
            f"The calendar does not reach the year {year}.",
            remedy=f"Give a day from {YEARS[0]} to {YEARS[-1]}.",
        )
    return year


@lru_cache(maxsize=len(YEARS))
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DK", years=year))
