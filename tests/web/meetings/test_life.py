"""From the invitation to the minutes: on the pages, on the desk, in search and on paper."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from taskforce.web.commitments.models import Commitment
from taskforce.web.meetings.actions.holding import hold
from taskforce.web.meetings.actions.inviting import answer, invite
from taskforce.web.meetings.actions.retention import forget_substitutes
from taskforce.web.meetings.models import Answer, Meeting
from taskforce.web.meetings.queries.awaiting import awaiting
from taskforce.web.meetings.queries.found import found
from taskforce.web.meetings.queries.inviting import guests
from taskforce.web.notes.models import Attachment
from taskforce.web.people.models import Organisation
from taskforce.web.people.queries.overview import last_network_meeting
from tests.paper_access import faults
from tests.web.meetings.makers import meeting_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def planned(**more):
    return {
        "kind": "network",
        "title": "Netværksmøde",
        "starts_at": "2026-03-10T10:00",
        "ends_at": "2026-03-10T12:00",
        "location": "Sorø",
        "groups": ["coordinators"],
    } | more


def test_a_meeting_goes_from_the_plan_to_the_minutes(cast, enter, monday):
    client = enter("consultant")
    answered = client.post(reverse("meeting-new"), planned())
    meeting = Meeting.objects.get()
    assert answered["Location"] == reverse("meeting", args=[meeting.pk])
    invited = {"coordinator@example.org", "other-coordinator@example.org"}
    assert {to for letter in mail.outbox for to in letter.to} == invited
    own = enter("coordinator")
    assert "Netværksmøde" in own.get(reverse("workspace")).text
    said = {"answer": "substitute", "substitute": "Bo Prøve"}
    assert own.post(reverse("meeting-answer", args=[meeting.pk]), said).status_code == 302
    assert "Bo Prøve" not in enter("other_coordinator").get(answered["Location"]).text
    monday.shift(timedelta(days=8, hours=3))
    client, own = enter("consultant"), enter("coordinator")  # the sessions are over
    came = {"came": [meeting.invitees.get(organisation__code="0340").pk]}
    client.post(reverse("meeting-attendance", args=[meeting.pk]), came)
    client.post(reverse("meeting-minutes", args=[meeting.pk]), {"minutes": "Vi talte om kø."})
    action = {
        "kind": "action",
        "text": "Kortlæg vejene",
        "owner": Organisation.objects.get(code="0340").pk,
        "due": "2026-05-01",
    }
    path = reverse("meeting-outcome", args=[meeting.pk])
    assert client.post(path, action).status_code == 302
    mail.outbox.clear()
    client.post(reverse("meeting-send", args=[meeting.pk]))
    assert {to for letter in mail.outbox for to in letter.to} == invited
    assert "Vi talte om kø." in mail.outbox[0].body
    assert "Kortlæg vejene" in mail.outbox[0].body
    promise = Commitment.objects.get(title="Kortlæg vejene")
    assert (promise.municipality.code, promise.due, promise.on_behalf) == (
        "0340",
        date(2026, 5, 1),
        True,
    )
    assert last_network_meeting() == date(2026, 3, 10)
    pdf = own.get(reverse("meeting-pdf", args=[meeting.pk]))
    assert faults(pdf.content, "da") == []


def test_a_wrong_plan_says_why_and_plans_nothing(cast, enter):
    wrong = planned(ends_at="2026-03-10T09:00", public="on", repeats="month")
    answered = enter("consultant").post(reverse("meeting-new"), wrong)
    assert answered.status_code == 422
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_year_that_no_calendar_knows_is_a_mistake(cast, enter, year):
    wrong = planned(starts_at=f"{year}-01-01T00:00", ends_at=f"{year}-12-31T23:59")
    answered = enter("consultant").post(reverse("meeting-new"), wrong)
    assert answered.status_code == 422
    assert "Vælg en dag i dette århundrede." in answered.text


def test_who_was_invited_to_a_meeting_that_was_held_stays_on_record(cast, caller, enter, monday):
    meeting = meeting_of(cast, "Sorø")
    monday.shift(timedelta(days=8))
    hold(meeting, [], by=caller("consultant"))
    invitee = meeting.invitees.get()
    enter("consultant").post(reverse("invitee-withdraw", args=[invitee.pk]))
    invitee.refresh_from_db()
    assert invitee.removed_at is None


def test_a_series_is_planned_on_the_page(cast, enter):
    given = planned(repeats="quarter", times="3")
    assert enter("consultant").post(reverse("meeting-new"), given).status_code == 302
    days = [one.starts_at.date() for one in Meeting.objects.order_by("starts_at")]
    assert days == [date(2026, 3, 10), date(2026, 6, 9), date(2026, 9, 8)]


def test_everybody_is_invited_once_whatever_groups_they_are_in(cast, caller):
    sorø = Organisation.objects.get(code="0340")
    everybody = guests(["coordinators", "coordinators"], [sorø])
    assert len({one.key for one in everybody}) == len(everybody) == 2
    meeting = meeting_of(cast, "Sorø")
    assert invite(meeting, guests([], [sorø]), by=caller("consultant")) == []


def test_who_came_can_be_mended_and_each_is_logged_once(cast, caller, monday):
    meeting, by = meeting_of(cast, "Sorø", "Lolland"), caller("consultant")
    with pytest.raises(ValidationError):
        hold(meeting, [], by=by)
    monday.shift(timedelta(days=8))
    rows = list(meeting.invitees.all())
    hold(meeting, rows[:1], by=by)
    hold(meeting, rows, by=by)
    counts = [one.organisation.contact_log.count() for one in rows]
    assert counts == [1, 1]


def test_the_desk_asks_for_an_answer_and_for_minutes(cast, caller, monday):
    meeting = meeting_of(cast, "Sorø")
    [asked] = awaiting(caller("coordinator"), date(2026, 3, 2))
    assert asked.path == reverse("meeting", args=[meeting.pk])
    answer(meeting, Answer.YES, by=caller("coordinator"))
    assert awaiting(caller("coordinator"), date(2026, 3, 2)) == []
    monday.shift(timedelta(days=20))
    [minutes] = awaiting(caller("consultant"), date(2026, 3, 22))
    assert minutes.overdue


def test_search_finds_a_meeting_for_those_who_see_it(cast, caller):
    meeting_of(cast, "Sorø", title="Kystens mobilhuller")
    names = {name for name in cast.everybody if found(caller(name), "mobilhuller")}
    assert names == {"coordinator", "case_officer", "site_manager", "consultant"}


def test_only_public_meetings_are_public_and_only_what_is_meant_for_all(cast, visitor):
    secret = "Kun for indbudte"
    shown = meeting_of(
        cast, "Sorø", title="Åbent møde", about=secret, public=True, public_text="Alle er velkomne."
    )
    hidden = meeting_of(cast, "Sorø", title="Lukket møde")
    listed = visitor.get(reverse("public-meetings")).text
    assert ("Åbent møde" in listed, "Lukket møde" in listed) == (True, False)
    for name in ("public-meeting", "public-meeting-ics"):
        page = visitor.get(reverse(name, args=[shown.pk]))
        assert "Alle er velkomne." in page.content.decode()
        for word in (secret, "Test coordinator", "coordinator@example.org"):
            assert word not in page.content.decode()
        assert visitor.get(reverse(name, args=[hidden.pk])).status_code == 404


def test_the_name_of_a_substitute_is_forgotten_in_time(cast, caller, monday):
    meeting, by = meeting_of(cast, "Sorø"), caller("coordinator")
    answer(meeting, Answer.SUBSTITUTE, by=by, substitute="Bo Prøve")
    assert forget_substitutes(on=date(2026, 12, 1), by=by) == 0
    assert forget_substitutes(on=date(2027, 4, 1), by=by) == 1
    assert meeting.invitees.get().substitute != "Bo Prøve"


def test_files_are_shared_with_those_who_are_invited(cast, enter):
    meeting = meeting_of(cast, "Prøvenet")
    path = reverse("notes-attach", args=["meetings.meeting", meeting.pk])
    file = ContentFile(b"Oplaeg", "oplaeg.txt")
    assert enter("operator").post(path, {"file": file}).status_code == 302
    assert "oplaeg.txt" in enter("operator").get(reverse("meeting", args=[meeting.pk])).text
    assert enter("other_operator").post(path, {"file": file}).status_code == 403
    assert (
        enter("other_operator").get(reverse("file", args=[Attachment.objects.get().pk])).status_code
        == 403
    )
