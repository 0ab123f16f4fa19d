"""A day so many months later: what deadlines that come as data are counted in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_IN_A_YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, _IN_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
