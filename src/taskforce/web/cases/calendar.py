"""Write deadlines as a calendar that calendar programs subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

_PRODUCT = "-//Digital Taskforce//Cases//DA"
_REFRESH = "PT6H"


@dataclass(frozen=True, slots=True)
class Day:
    """One deadline: a whole day, with what is due and where to read about it."""

    key: str
    on: date
    title: str
    about: str
    path: str


def as_ics(days: Iterable[Day], *, name: str, stamp: datetime) -> bytes:
    """The calendar; the key of a day stays the same, so that a moved deadline moves."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _REFRESH)
    for one in days:
        calendar.add_component(_event(one, stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(one: Day, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.key}@digital-taskforce")
    event.add("dtstamp", stamp)
    event.add("dtstart", one.on)
    event.add("dtend", one.on + timedelta(days=1))
    event.add("summary", one.title)
    event.add("description", one.about)
    event.add("url", one.path)
    event.add("transp", "TRANSPARENT")
    return event
