"""Days of the mast register: written as a day, or as midnight in Denmark told in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_DENMARK = ZoneInfo("Europe/Copenhagen")


def day_of(text: str) -> date | None:
    """Read a day.

    Parameters
    ----------
    text
        "2012-12-31", or a time: "2012-12-30T23:00:00Z" and "2012-12-30 23:00:00" are both UTC,
        and both mean midnight in Denmark, the beginning of 31 December.

    Returns
    -------
    date or None
        The day in Denmark; None where the text is no day.
    """
    try:
        if len(text) <= 10:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return zoned.astimezone(_DENMARK).date()
    except (ValueError, OverflowError):
        return None
