"""Invitations by mail, as a calendar program reads them: invited, moved, called off."""

from datetime import date, timedelta
from email import message_from_bytes, policy

import icalendar
import pytest
from django.core import mail
from django.urls import reverse

from taskforce.web.meetings.actions.feeds import new_address, stop_feed
from taskforce.web.meetings.actions.inviting import answer, withdraw
from taskforce.web.meetings.actions.planning import Repeats, cancel, change_meeting
from taskforce.web.meetings.mail.sending import send_invitations
from taskforce.web.meetings.models import Answer
from taskforce.web.meetings.queries.feed import token_of
from tests.web.meetings.makers import at, meeting_of, meetings_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def received():
    """What the calendar of each receiver gets: the method of the mail, and the event in it."""
    found = []
    for letter in mail.outbox:
        parsed = message_from_bytes(letter.message().as_bytes(), policy=policy.default)
        part = next(one for one in parsed.walk() if one.get_content_type() == "text/calendar")
        calendar = icalendar.Calendar.from_ical(part.get_content())
        assert part["content-type"].params["method"] == calendar["method"]
        assert part["content-type"].params["charset"] == "utf-8"
        found.append((letter.to[0], calendar))
    mail.outbox.clear()
    return found


def event_of(calendar):
    return calendar.walk("VEVENT")[0]


def test_an_invitation_is_moved_and_called_off_as_one_meeting(cast, caller):
    meeting = meeting_of(cast, "Sorø", title="Møde om kø", begins=at(date(2026, 3, 10)))
    by = caller("consultant")
    send_invitations(meeting)
    moved = at(date(2026, 3, 31), 9)
    new = {"starts_at": moved, "ends_at": moved + timedelta(hours=2)}
    change_meeting(meeting, new, by=by)
    send_invitations(meeting)
    cancel(meeting, by=by)
    send_invitations(meeting)
    told = received()
    assert [to for to, _calendar in told] == ["coordinator@example.org"] * 3
    events = [event_of(calendar) for _to, calendar in told]
    assert [str(one["method"]) for _to, one in told] == ["REQUEST", "REQUEST", "CANCEL"]
    assert {str(one["uid"]) for one in events} == {meeting.uid}
    assert [one["sequence"] for one in events] == [0, 1, 2]
    assert [str(one["status"]) for one in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert str(events[0]["summary"]) == "Møde om kø"
    # The 10th of March is winter time, the 31st is summer time.
    assert [one.decoded("dtstart").utcoffset() for one in events[:2]] == [
        timedelta(hours=1),
        timedelta(hours=2),
    ]
    assert events[1].decoded("dtstart") == moved


def test_the_zone_is_explained_and_the_guest_is_asked_to_answer(cast):
    send_invitations(meeting_of(cast, "Sorø"))
    [(_to, calendar)] = received()
    event = event_of(calendar)
    assert [str(one["tzid"]) for one in calendar.walk("VTIMEZONE")] == ["Europe/Copenhagen"]
    assert event["dtstart"].params["tzid"] == "Europe/Copenhagen"
    assert event["attendee"] == "mailto:coordinator@example.org"
    assert event["attendee"].params["rsvp"] == "TRUE"
    assert str(event["organizer"]).startswith("mailto:")


def test_nobody_gets_the_same_version_twice(cast, caller):
    meeting = meeting_of(cast, "Sorø")
    assert send_invitations().sent == 1
    change_meeting(meeting, {"public_text": "Kom bare."}, by=caller("consultant"))
    assert send_invitations().sent == 0


def test_whoever_is_no_longer_invited_is_told_once(cast, caller):
    meeting = meeting_of(cast, "Sorø", "Lolland")
    send_invitations(meeting)
    mail.outbox.clear()
    withdraw(meeting.invitees.get(organisation__name="Lolland"), by=caller("consultant"))
    assert [send_invitations().sent, send_invitations().sent] == [1, 0]
    letter = mail.outbox[0]
    assert letter.subject.startswith("Invitation trukket tilbage")
    [(to, calendar)] = received()
    assert (to, str(calendar["method"])) == ("other-coordinator@example.org", "CANCEL")
    # The meeting itself goes on: RFC 5546 wants no status in what goes to this guest alone.
    assert "status" not in event_of(calendar)
    assert not meeting.is_open_to(caller("other_coordinator"))


def test_every_file_has_what_the_standard_wants_of_its_method(cast, caller, enter):
    """RFC 5546: 3.2.1 for what is published, 3.2.2 and 3.2.5 for what invites and takes back."""
    meeting, by = meeting_of(cast, "Sorø"), caller("consultant")
    send_invitations(meeting)
    cancel(meeting, by=by)
    send_invitations(meeting)
    file = enter("coordinator").get(reverse("meeting-ics", args=[meeting.pk])).content
    every = [*(one for _to, one in received()), icalendar.Calendar.from_ical(file)]
    assert [str(one["method"]) for one in every] == ["REQUEST", "CANCEL", "PUBLISH"]
    for calendar in every:
        event = event_of(calendar)
        assert {"uid", "sequence", "dtstamp", "dtstart", "organizer"} <= {*map(str.lower, event)}
        assert ("attendee" in event) is (str(calendar["method"]) != "PUBLISH")
        assert len(calendar.walk("VEVENT")) == 1


def test_whoever_had_answered_is_asked_again_about_another_time(cast, caller):
    meeting, by = meeting_of(cast, "Sorø"), caller("consultant")
    answer(meeting, Answer.SUBSTITUTE, by=caller("coordinator"), substitute="Bo Prøve")
    change_meeting(meeting, {"location": "Rådhuset"}, by=by)
    send_invitations(meeting)
    assert meeting.invitees.get().answer == Answer.SUBSTITUTE
    change_meeting(meeting, {"ends_at": meeting.ends_at + timedelta(hours=1)}, by=by)
    send_invitations(meeting)
    own = meeting.invitees.get()
    assert (own.answer, own.substitute) == (Answer.NONE, "")
    params = [event_of(one)["attendee"].params for _to, one in received()]
    assert [(one["partstat"], one["rsvp"]) for one in params] == [
        ("DELEGATED", "FALSE"),
        ("NEEDS-ACTION", "TRUE"),
    ]


def test_a_mail_that_fails_waits_for_the_night(cast, settings):
    meeting = meeting_of(cast, "Sorø")
    with settings_of_no_server(settings):
        assert send_invitations(meeting).failed == 1
    assert send_invitations().sent == 1


class settings_of_no_server:  # noqa: N801
    """A mail server that nobody answers at."""

    def __init__(self, settings):
        self.settings = settings

    def __enter__(self):
        self.before = self.settings.EMAIL_BACKEND
        self.settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        self.settings.EMAIL_HOST, self.settings.EMAIL_PORT = "127.0.0.1", 1

    def __exit__(self, *_error):
        self.settings.EMAIL_BACKEND = self.before


def test_a_series_keeps_the_hour_when_summer_time_begins(cast):
    repeats = Repeats("FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU", 3)
    made = meetings_of(cast, "Sorø", begins=at(date(2026, 3, 10)), repeats=repeats)
    assert [one.starts_at for one in made] == [
        at(date(2026, 3, 10)),
        at(date(2026, 4, 14)),
        at(date(2026, 5, 12)),
    ]
    assert len({one.uid for one in made}) == 3
    assert {one.series.rule for one in made} == {f"{repeats.rule};COUNT=3"}


def test_a_feed_shows_the_meetings_one_goes_to_until_it_is_stopped(cast, caller, visitor):
    by = caller("coordinator")
    goes, declined = (meeting_of(cast, "Sorø", title=name) for name in ("Ja tak", "Nej tak"))
    meeting_of(cast, "Lolland", title="Ikke os")
    answer(declined, Answer.NO, by=by)
    path = reverse("meetings-feed", args=[token_of(new_address(by=by))])
    calendar = icalendar.Calendar.from_ical(visitor.get(path).content)
    assert [str(one["uid"]) for one in calendar.walk("VEVENT")] == [goes.uid]
    stop_feed(by=by)
    assert visitor.get(path).status_code == 404
