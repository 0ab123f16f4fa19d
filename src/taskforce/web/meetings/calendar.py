"""Write meetings as calendars understand them: invitations, changes, cancellations and feeds.

iCalendar is RFC 5545, and how invitations travel by mail is RFC 5546 and RFC 6047.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

PUBLISH, REQUEST, CANCEL = "PUBLISH", "REQUEST", "CANCEL"
_PRODUCT = "-//Digital Taskforce//Meetings//DA"
_HERE = ZoneInfo("Europe/Copenhagen")
_REFRESH = timedelta(hours=6)
_SAID = {"yes": "ACCEPTED", "no": "DECLINED", "substitute": "DELEGATED"}


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom an invitation is for, and what they have answered."""

    email: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One meeting; the uid stays, and a greater sequence is a newer version.

    What lasts a whole day has no hours: only the day on which it starts counts.
    """

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    title: str
    location: str
    about: str
    url: str
    cancelled: bool = False
    whole_day: bool = False


def invitation(
    one: Appointment, *, method: str, organiser: str, guest: Guest, stamp: datetime
) -> bytes:
    """The file of one mail: REQUEST invites and changes, CANCEL takes back."""
    event = _event(one, stamp)
    if method == CANCEL and not one.cancelled:
        # The meeting goes on without this guest: then no status may stand there (RFC 5546, 3.2.5).
        del event["status"]
    event.add("organizer", _address(organiser, "Digital Taskforce"))
    event.add("attendee", _attendee(guest), encode=False)
    return _written([event], method=method)


def as_feed(every: Iterable[Appointment], *, name: str, organiser: str, stamp: datetime) -> bytes:
    """The calendar that calendar programs subscribe to; it names no guest."""
    events = [_event(one, stamp) for one in every]
    for event in events:
        event.add("organizer", _address(organiser, "Digital Taskforce"))
    return _written(events, method=PUBLISH, name=name)


def _event(one: Appointment, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", stamp)
    starts_at = one.starts_at.astimezone(_HERE)
    event.add("dtstart", starts_at.date() if one.whole_day else starts_at)
    if not one.whole_day:
        event.add("dtend", one.ends_at.astimezone(_HERE))
    event.add("summary", one.title)
    event.add("location", one.location)
    event.add("description", one.about)
    event.add("url", one.url)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    return event


def _attendee(guest: Guest) -> vCalAddress:
    address = _address(guest.email, guest.email)
    said = _SAID.get(guest.answer, "NEEDS-ACTION")
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText(said)
    address.params["RSVP"] = vText("FALSE" if guest.answer else "TRUE")
    return address


def _address(email: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = vText(name)
    return address


def _written(events: Iterable[Event], *, method: str, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(event)
    # Programs that do not know the zone by its name read here when summer time begins.
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written
