"""When something is due: a length of time before or after an event, in the unit the law uses."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta

from taskforce.rules.working_calendar import (
    Calendar,
    add_months,
    add_working_days,
    copenhagen,
    line_register_due,
)
from taskforce.vocabulary.errors import Refused

# Every unit with the largest length that is taken in: about a century, or what the calendar counts.
UNITS = {
    "hours": 876_600,
    "line_register_hours": 1_000,
    "line_register_days": 10_000,
    "working_days": 10_000,
    "days": 36_525,
    "weeks": 5_218,
    "months": 1_200,
    "years": 100,
}


def due(
    start: datetime | date, *, length: float, unit: str, before: bool = False
) -> date | datetime:
    """The end of a deadline.

    Parameters
    ----------
    start
        The event that it is counted from, in Copenhagen time where no zone is given. The day of the
        event is not counted. A day without an hour begins at midnight.
    length
        How long, 0 or more. Hours may have a fraction, the other units are whole.
    unit
        One of `UNITS`. Working days follow the public calendar, `line_register_hours` and
        `line_register_days` the line owner register's. The others run through weekends and
        holidays, and a last day on a weekend is not moved: early is safe.
    before
        Count back from the event instead.

    Returns
    -------
    date or datetime
        Copenhagen time for the two units of hours, a day for the others.
    """
    _refuse_unless_sound(length, unit)
    if unit == "line_register_hours":
        if before:
            raise Refused(
                "The line owner register's hours cannot be counted back.",
                remedy='Use "after", or another unit.',
            )
        return line_register_due(_moment(start), hours=length)
    try:
        if unit == "hours":
            return _hours_from(_moment(start), -length if before else length)
        return _days_from(_day(start), -int(length) if before else int(length), unit)
    except OverflowError as error:
        raise Refused(
            f"{length:g} {unit} from {start} is outside the calendar.",
            remedy="Give a shorter time or a nearer day.",
        ) from error


def _refuse_unless_sound(length: float, unit: str) -> None:
    if unit not in UNITS:
        raise Refused(
            f'"{unit}" is no unit of time here.', remedy=f"Use one of {', '.join(UNITS)}."
        )
    if isinstance(length, bool) or not isinstance(length, int | float):
        raise Refused(f"{length!r} is no length of time.", remedy="Give a number.")
    if not (math.isfinite(length) and 0 <= length <= UNITS[unit]):
        raise Refused(
            f"{length:g} is no length of time in {unit}.",
            remedy=f"Give a number from 0 to {UNITS[unit]:,}.",
        )
    if not unit.endswith("hours") and length != int(length):
        raise Refused(f"{length:g} {unit} cannot be counted.", remedy="Give a whole number.")


def _hours_from(moment: datetime, hours: float) -> datetime:
    """Hours that really pass, also where daylight saving moves the clock."""
    return copenhagen(moment.astimezone(UTC) + timedelta(hours=hours))


def _days_from(day: date, length: int, unit: str) -> date:
    if unit == "working_days":
        return add_working_days(day, length)
    if unit == "line_register_days":
        return add_working_days(day, length, calendar=Calendar.LINE_REGISTER)
    if unit in ("months", "years"):
        return add_months(day, length * (12 if unit == "years" else 1))
    return day + timedelta(days=length * (7 if unit == "weeks" else 1))


def _moment(start: datetime | date) -> datetime:
    return copenhagen(start if isinstance(start, datetime) else datetime.combine(start, time.min))


def _day(start: datetime | date) -> date:
    return copenhagen(start).date() if isinstance(start, datetime) else start
