"""Everybody can have what is kept about them, and have it erased; the role's history stays."""

import json
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.chain import verify
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.actions.contact_log import log_contact
from taskforce.web.people.actions.personal_data import erase_account, erase_person
from taskforce.web.people.actions.persons import change_person
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account, Channel, ContactLog, Duty, Invitation, Person
from taskforce.web.people.queries.personal_data import everything_about
from tests.web.people.contacts import contact

pytestmark = pytest.mark.django_db

NAME, MAIL, PHONE = "Ane Kaergaardsen", "ane.kaergaardsen@example.org", "57 87 61 62"


def invite(address):
    now = timezone.now()
    invitation = Invitation(
        email=address,
        name=NAME,
        role="case_officer",
        fingerprint="f" * 64,
        sent_at=now,
        expires_at=now + timedelta(days=7),
    )
    return add(invitation, by=SOFTWARE)


@pytest.fixture
def person(cast):
    """Somebody with a role, an account, an invitation, and an entry in the log of contacts."""
    account = cast.coordinator
    account.name = NAME
    account.save()
    duty = contact(NAME)
    change_person(duty.person, {"phone": PHONE, "account": account}, by=SOFTWARE)
    invite(MAIL)
    facts = {"held_on": date(2026, 2, 1), "channel": Channel.PHONE, "summary": "Talked"}
    log_contact(duty.organisation, by=caller_for(account), **facts)
    return duty.person


def whole_database():
    """Everything in every table, as text."""
    rows = {model._meta.label: list(model._base_manager.values()) for model in apps.get_models()}
    return json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False)


def test_an_export_holds_all_that_is_kept_about_somebody(person):
    told = everything_about(person, person.account)
    assert (told["person"]["name"], told["account"]["email"]) == (NAME, person.account.email)
    assert [one["kind"] for one in told["roles_held"]] == ["coordinator"]
    assert [one["role"] for one in told["rights_given"]] == ["coordinator"]
    assert [one["email"] for one in told["invitations"]] == [MAIL]
    assert [one["summary"] for one in told["contact_log_written"]] == ["Talked"]
    assert {"person.added", "person.changed", "duty.started"} <= {
        one["what"] for one in told["journal_about"]
    }
    assert [one["what"] for one in told["journal_by"]] == ["contactlog.added"]


def test_an_export_holds_nothing_about_somebody_else(person):
    other = contact("Bo Birk", place="0360").person
    assert "Bo Birk" not in json.dumps(everything_about(person, None), cls=DjangoJSONEncoder)
    assert NAME not in json.dumps(everything_about(other, None), cls=DjangoJSONEncoder)


def test_an_export_never_holds_the_password(person):
    told = everything_about(person, person.account)
    assert person.account.password not in json.dumps(told, cls=DjangoJSONEncoder)


@pytest.mark.parametrize("start", ["person", "account"])
def test_an_erased_person_is_nowhere_in_the_database(person, start):
    account_mail = person.account.email
    if start == "person":
        erase_person(person, by=SOFTWARE)
    else:
        erase_account(person.account, by=SOFTWARE)
    kept = whole_database()
    # Others have addresses that end alike.
    left = [
        text for text in (NAME, MAIL, PHONE, account_mail) if re.search(rf"(?<![-\w]){text}", kept)
    ]
    assert left == []


def test_an_erased_person_leaves_the_history_of_the_role(person):
    with time_machine.travel("2026-03-02"):
        erase_person(person, by=SOFTWARE)
    duty = Duty.objects.get()
    assert (duty.person, duty.kind, duty.since, duty.until) == (
        None,
        "coordinator",
        date(2024, 5, 1),
        date(2026, 3, 2),
    )


def test_what_an_erased_person_wrote_stays_without_the_name(person):
    erase_person(person, by=SOFTWARE)
    entry = ContactLog.objects.get()
    assert (entry.summary, entry.written_by) == ("Talked", None)


def test_the_journal_holds_after_an_erasure_and_says_that_there_was_one(person):
    erase_person(person, by=SOFTWARE)
    verdict = verify()
    assert verdict.broken_at is None
    assert verdict.erased > 0


def test_erasing_one_leaves_the_others(person):
    other = contact("Bo Birk", place="0360").person
    erase_person(person, by=SOFTWARE)
    assert list(Person.objects.all()) == [other]
    assert Account.objects.count() == 9
