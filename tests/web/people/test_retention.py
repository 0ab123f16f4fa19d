"""What is no longer needed goes by itself, thirty days later."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.actions.persons import person_left
from taskforce.web.people.actions.retention import retention
from taskforce.web.people.models import Duty, Invitation, Person
from tests.web.people.contacts import contact

pytestmark = pytest.mark.django_db


def keep_house(day):
    with time_machine.travel(day, tick=False):
        return retention(on=date.fromisoformat(day), by=SOFTWARE)


def invitation(accepted=None):
    now = timezone.now()
    facts = {"email": "new@example.org", "name": "New", "role": "consultant"}
    sent = Invitation(
        fingerprint=str(now.timestamp()),
        sent_at=now,
        expires_at=now + timedelta(days=7),
        accepted_at=accepted,
        **facts,
    )
    return add(sent, by=SOFTWARE)


def test_a_person_goes_thirty_days_after_leaving_and_the_role_keeps_its_history(cast):
    duty = contact("Ane Ager")
    person_left(duty.person, on=date(2026, 3, 2), by=SOFTWARE)
    assert (keep_house("2026-03-31").people, Person.objects.count()) == (0, 1)
    assert (keep_house("2026-04-01").people, Person.objects.count()) == (1, 0)
    kept = Duty.objects.get()
    assert (kept.person, kept.until) == (None, date(2026, 3, 2))


def test_who_has_not_left_stays_however_long_it_takes(cast):
    contact("Ane Ager")
    assert keep_house("2036-01-01").people == 0


def test_an_invitation_goes_thirty_days_after_it_has_expired(cast):
    with time_machine.travel("2026-03-02 12:00", tick=False):
        invitation()
    assert keep_house("2026-04-07").invitations == 0
    assert keep_house("2026-04-08").invitations == 1
    assert not Invitation.objects.exists()


def test_an_invitation_goes_thirty_days_after_it_was_used(cast):
    with time_machine.travel("2026-03-02 12:00", tick=False):
        invitation(accepted=timezone.now())
    assert keep_house("2026-03-31").invitations == 0
    assert keep_house("2026-04-01").invitations == 1
