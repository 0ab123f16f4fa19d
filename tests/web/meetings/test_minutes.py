"""Minutes: saved while they are written, sent once to each, and read by those who may."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.meetings.actions.agenda import add_item, take_off
from taskforce.web.meetings.actions.holding import write_minutes
from taskforce.web.meetings.mail.minutes import send_due_minutes, send_minutes
from taskforce.web.meetings.models import MeetingKind
from taskforce.web.meetings.queries.found import found
from taskforce.web.meetings.queries.mailed import MOST_TRIES, Standing, standing
from taskforce.web.people.models import Organisation
from tests.paper_access import faults
from tests.web.meetings.makers import meeting_of
from tests.web.meetings.test_calendars import settings_of_no_server

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
WHILE_TYPING = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def held(cast, caller, monday):
    """A meeting of yesterday, with an overdue commitment of Sorø on its agenda, and an own item."""
    place = Organisation.objects.get(code="0340")
    add_commitment(place, {"title": "Skriv strategien", "due": date(2026, 2, 1)}, by=SOFTWARE)
    meeting = meeting_of(cast, "Sorø", "Lolland")
    add_item(meeting, "Fælles gravning", by=caller("consultant"))
    monday.shift(timedelta(days=8))
    return meeting


def items_of(meeting):
    overdue, own = meeting.agenda.all()
    return overdue, own


def written(meeting, by):
    overdue, own = items_of(meeting)
    said = {overdue: "Sorø mangler penge.", own: "Vi graver sammen."}
    write_minutes(meeting, "Kaffen var god.", items=said, by=by)


def test_what_is_typed_is_saved_field_by_field(held, enter):
    overdue, own = items_of(held)
    path, one = reverse("meeting-minutes", args=[held.pk]), enter("consultant")
    first = one.post(path, {f"item_{own.pk}": "Vi graver\r\nsammen."}, **WHILE_TYPING)
    assert first.json() == {"kept": [f"item_{own.pk}"], "words": "Gemt kl. 08:00."}
    other = one.post(path, {"minutes": "God kaffe.", "item_0": "Ukendt"}, **WHILE_TYPING)
    assert other.json()["kept"] == ["minutes"]
    overdue, own = items_of(held)
    held.refresh_from_db()
    assert (overdue.minutes, own.minutes, held.minutes) == ("", "Vi graver\nsammen.", "God kaffe.")
    long = one.post(path, {"minutes": "x" * 20_001}, **WHILE_TYPING)
    assert (long.status_code, long.json()["kept"]) == (422, [])
    assert not Details.objects.filter(content__contains="Vi graver").exists()


def test_the_plain_form_saves_everything_and_can_empty_a_field(held, enter, caller):
    written(held, caller("consultant"))
    _overdue, own = items_of(held)
    client = enter("consultant")
    path = reverse("meeting-minutes", args=[held.pk])
    assert "Vi graver sammen." in client.get(path).text
    assert client.post(path, {f"item_{own.pk}": "", "minutes": ""}).status_code == 302
    overdue, own = items_of(held)
    assert (overdue.minutes, own.minutes) == ("Sorø mangler penge.", "")


def test_nobody_else_writes_and_what_has_minutes_stays_on_the_agenda(held, caller):
    for name in ("coordinator", "operator"):
        with pytest.raises(PermissionDenied):
            written(held, caller(name))
    written(held, caller("consultant"))
    with pytest.raises(ValidationError):
        take_off(items_of(held)[1], by=caller("consultant"))


def test_minutes_of_what_is_late_are_read_by_its_own_municipality_alone(held, caller, enter):
    written(held, caller("consultant"))
    send_minutes(held, by=caller("consultant"))
    bodies = {letter.to[0]: letter.body for letter in mail.outbox}
    own, others = bodies["coordinator@example.org"], bodies["other-coordinator@example.org"]
    assert "Sorø mangler penge." in own
    assert "mangler penge" not in others
    assert "Vi graver sammen." in others
    for name, reads in {"coordinator": True, "other_coordinator": False}.items():
        page = enter(name).get(reverse("meeting", args=[held.pk])).text
        assert ("mangler penge" in page) is reads
        assert bool(found(caller(name), "mangler penge")) is reads


def test_each_guest_gets_the_paper_in_the_mail(held, caller):
    written(held, caller("consultant"))
    send_minutes(held, by=caller("consultant"))
    for letter in mail.outbox:
        name, content, kind = letter.attachments[-1]
        assert (name, kind) == ("referat.pdf", "application/pdf")
        assert faults(content, "da") == []
    own, others = (letter.attachments[-1][1] for letter in mail.outbox)
    assert own != others


def test_a_mail_that_fails_goes_in_the_night_to_those_who_lack_it(held, caller, settings, monday):
    with settings_of_no_server(settings):
        assert send_minutes(held, by=caller("consultant")).failed == 2
    assert standing(held) == Standing(sent=0, waiting=2, lost=0)
    held.invitees.filter(organisation__name="Lolland").update(minutes_tries=MOST_TRIES)
    assert send_due_minutes().sent == 1
    assert standing(held) == Standing(sent=1, waiting=0, lost=1)
    assert send_due_minutes().sent == 0
    monday.shift(timedelta(minutes=5))
    assert send_minutes(held, by=caller("consultant")).sent == 2


def test_a_second_press_sends_nothing_twice(held, enter, monday):
    client, path = enter("consultant"), reverse("meeting-send", args=[held.pk])
    client.post(path, {"sent": ""})
    page = client.post(path, {"sent": ""}, follow=True).text
    assert len(mail.outbox) == 2
    assert "Referatet er allerede sendt." in page
    assert "2 deltagere har fået det." in page
    held.refresh_from_db()
    monday.shift(timedelta(minutes=5))
    client.post(path, {"sent": held.minutes_sent_at.isoformat()})
    assert len(mail.outbox) == 4


def test_a_visit_is_open_to_the_coordinator_who_was_not_invited(cast, caller):
    place = Organisation.objects.get(code="0340")
    visit = meeting_of(cast, "Prøvenet", kind=MeetingKind.VISIT, municipality=place)
    other = meeting_of(cast, "Prøvenet", kind=MeetingKind.DIALOGUE, municipality=place)
    opens = {name for name in cast.everybody if visit.is_open_to(caller(name))}
    assert opens == {"coordinator", "operator", "consultant"}
    assert not other.is_open_to(caller("coordinator"))
