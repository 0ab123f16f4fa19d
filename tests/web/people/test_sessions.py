"""A session ends after an hour of silence, and after twelve hours in any case."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.test import Client

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import make_account
from taskforce.web.people.demonstration import refuse_outside
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 3, 2, 7, tzinfo=UTC)


def look(client, after):
    with time_machine.travel(MORNING + after, tick=False):
        return client.get("/min-konto/")


def start(account):
    with time_machine.travel(MORNING, tick=False):
        client = signed_in(account)
        assert client.get("/min-konto/").status_code == 200
        return client


def test_an_hour_without_a_click_signs_out(cast, browser):
    client = start(cast.coordinator)
    assert look(client, timedelta(minutes=59)).status_code == 200
    assert look(client, timedelta(minutes=118)).status_code == 200
    assert look(client, timedelta(minutes=179)).status_code == 302


def test_twelve_hours_sign_out_the_busiest(cast, browser):
    client = start(cast.coordinator)
    for minutes in range(30, 12 * 60 + 1, 30):
        assert look(client, timedelta(minutes=minutes)).status_code == 200
    ended = look(client, timedelta(hours=12, minutes=1))
    assert ended["Location"] == "/konto/login/?next=/min-konto/"
    with time_machine.travel(MORNING + timedelta(hours=12, minutes=2), tick=False):
        assert "lang dag" in client.get(ended["Location"]).content.decode()
        assert client.get("/min-konto/").status_code == 302


def test_a_visitor_of_the_public_pages_gets_no_cookie(visitor, db):
    for path in ("/", "/kort/", "/kommuner/", "/en/", "/findes-ikke/"):
        assert not Client(SERVER_NAME="localhost").get(path).cookies


def test_an_account_of_the_demonstration_stops_the_start_outside_it(db, settings):
    refuse_outside()
    make_account(email="demo@example.org", name="Demo", password="demo", demo=True, by=SOFTWARE)
    with pytest.raises(ImproperlyConfigured, match="TASKFORCE_VAR"):
        refuse_outside()
    with pytest.raises(CommandError, match="taskforce demo"):
        call_command("check_accounts")
    settings.DEBUG = True
    refuse_outside()


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("path", ["/findes-ikke/", "/kommuner/findes-ikke/", "/min-konto/999"])
def test_what_is_not_there_looks_the_same_in_the_demonstration(visitor, settings, db, debug, path):
    settings.DEBUG = debug
    response = Client(SERVER_NAME="localhost").get(path)
    assert response.status_code == 404
    assert "Siden findes ikke" in response.content.decode()
