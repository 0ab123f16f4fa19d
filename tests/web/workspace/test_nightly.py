"""The night's work is done once, told in a line each, and fails aloud."""

import io
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from taskforce.report.mobile.publishing import on_show
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import Organisation, Person
from taskforce.web.workspace.nightly import compare_truths
from tests.mobile_region import mobile_region

pytestmark = pytest.mark.django_db


def night():
    out = io.StringIO()
    call_command("nightly", stdout=out)
    return out.getvalue().splitlines()


def colleague(name, **facts):
    home = Organisation.objects.get(code="0340")
    return add(Person(organisation=home, name=name, source="Mail", **facts), by=SOFTWARE)


def test_it_lets_old_data_go_and_sends_what_is_due(cast, promise):
    promise("Sen aftale", date(2026, 2, 20))
    colleague("Har Forladt", left_on=date(2026, 1, 1))
    lines = night()
    assert lines[0] == "retention: removed 1 people and 0 invitations"
    assert lines[1].startswith("confirmation: asked ")
    assert lines[2] == "guidelines: asked 17 municipalities about the version in force"
    assert lines[3] == "sites: nothing has changed"
    assert lines[4] == "rankings: calculated 0 of those asked for"
    assert lines[5] == "plans: compared 0"
    assert lines[6] == "mobile: nothing has been collected yet"
    assert "reports: erased 0 and 0 mail addresses, sent 0 answers" in lines
    assert "news: told of 0 new figures, sent 0 mails" in lines
    assert lines[-1].startswith("digests: sent ")
    assert not Person.objects.filter(name="Har Forladt").exists()
    assert "coordinator@example.org" in {to for letter in mail.outbox for to in letter.to}


def test_mobile_coverage_is_compared_when_there_is_something_to_compare(tmp_path, settings):
    settings.SHELF = tmp_path / "shelf"
    mobile_region(Shelf(settings.SHELF), tmp_path)
    lines = [compare_truths().line for _ in range(2)]
    assert lines == [f"mobile: the overview {on_show(Shelf(settings.SHELF)).id} stands"] * 2


def test_a_second_run_on_the_same_day_sends_nothing_more(cast, promise):
    promise("Sen aftale", date(2026, 2, 20))
    night()
    mail.outbox.clear()
    assert night()[-1] == "digests: sent 0 mails"
    assert mail.outbox == []


def test_a_person_who_left_lately_stays_until_the_time_is_over(cast, monday):
    colleague("Lige Forladt", left_on=monday - timedelta(days=29))
    night()
    assert Person.objects.filter(name="Lige Forladt").exists()


def test_what_could_not_be_sent_makes_the_run_fail_and_the_rest_is_done(cast, promise, settings):
    promise("Sen aftale", date(2026, 2, 20))
    colleague("Har Forladt", left_on=date(2026, 1, 1))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens here
    out = io.StringIO()
    with pytest.raises(CommandError, match="Not everything was done"):
        call_command("nightly", stdout=out)
    assert "could not be sent" in out.getvalue()
    assert not Person.objects.filter(name="Har Forladt").exists()
