"""Signing in: the right words in both languages, and no patience with those who guess."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from taskforce.web.people.limits import limited
from taskforce.web.people.models import Account
from taskforce.web.people.rights import everyone, may
from taskforce.web.project.urls import urlpatterns as real
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "en helt anden sætning"


@may(everyone)
@limited("2/m")
def _form(request):
    return HttpResponse("taken")


urlpatterns = [path("form", _form), *real]
handler429 = "taskforce.web.people.limits.too_many"


@pytest.fixture
def guest(browser):
    return Client(SERVER_NAME="localhost")


def sign_in(client, email, password=PASSWORD):
    return client.post("/konto/login/", {"login": email, "password": password})


def plain(account):
    account.authenticator_set.all().delete()
    return account


def test_who_signs_in_comes_to_the_desk_in_the_language_of_the_account(cast, guest):
    Account.objects.filter(pk=plain(cast.coordinator).pk).update(language="en")
    assert sign_in(guest, "COORDINATOR@example.org")["Location"] == "/en/desk/"


def test_who_was_on_the_way_somewhere_comes_there(cast, guest):
    plain(cast.coordinator)
    given = {"login": "coordinator@example.org", "password": PASSWORD, "next": "/min-konto/"}
    assert guest.post("/konto/login/", given)["Location"] == "/min-konto/"


def test_nobody_is_led_away_to_another_site(cast, guest):
    plain(cast.coordinator)
    given = {"login": "coordinator@example.org", "password": PASSWORD, "next": "https://x.example"}
    assert guest.post("/konto/login/", given)["Location"] == "/arbejdsbord/"


def test_a_wrong_password_does_not_tell_whether_there_is_such_an_account(cast, guest):
    told = [
        sign_in(guest, email, "forkert kode her").content.decode()
        for email in ("coordinator@example.org", "ukendt@example.org")
    ]
    assert all("passer ikke sammen" in page for page in told)


def test_after_five_wrong_passwords_the_right_one_has_to_wait_too(cast, guest):
    for _ in range(5):
        sign_in(guest, "coordinator@example.org", "forkert kode her")
    response = sign_in(guest, "coordinator@example.org")
    assert response.status_code == 200
    assert "Vent et kvarter" in response.content.decode()
    assert sign_in(guest, "case-officer@example.org").status_code == 302


def test_a_closed_account_is_told_so(cast, guest):
    Account.objects.filter(pk=cast.operator.pk).update(is_active=False)
    response = guest.post(
        "/konto/login/", {"login": "operator@example.org", "password": PASSWORD}, follow=True
    )
    assert "Kontoen er lukket" in response.content.decode()


def test_a_forgotten_password_is_chosen_anew_by_a_link_that_works_once(cast, guest, mailoutbox):
    plain(cast.coordinator)
    guest.post("/konto/password/reset/", {"email": "coordinator@example.org"})
    (mail,) = mailoutbox
    assert mail.subject == "Vælg en ny adgangskode"
    assert mail.alternatives
    link = next(word for word in mail.body.split() if "/password/reset/key/" in word)
    way = link.removeprefix("http://localhost")
    page = guest.get(way, follow=True)
    there = page.redirect_chain[-1][0]
    guest.post(there, {"password1": NEW, "password2": NEW})
    assert (
        sign_in(Client(SERVER_NAME="localhost"), "coordinator@example.org", NEW).status_code == 302
    )
    again = Client(SERVER_NAME="localhost").get(way, follow=True)
    assert "Linket virker ikke længere" in again.content.decode()


def test_a_forgotten_password_does_not_tell_whether_there_is_such_an_account(
    cast, guest, mailoutbox
):
    pages = [
        guest.post("/konto/password/reset/", {"email": email}, follow=True).redirect_chain
        for email in ("coordinator@example.org", "ukendt@example.org")
    ]
    assert pages[0] == pages[1]
    assert mailoutbox[1].subject == "Der er ingen konto med denne adresse"


def test_signing_out_leaves_no_message_and_no_cookie(cast, guest):
    guest.force_login(cast.coordinator)
    response = guest.post("/konto/logout/")
    assert response["Location"] == "/"
    assert guest.cookies["sessionid"].value == ""


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/konto/login/", "Log ind"),
        ("/en/account/login/", "Sign in"),
        ("/konto/signup/", "En konto kræver en invitation"),
        ("/konto/inactive/", "Kontoen er lukket"),
        ("/konto/password/reset/", "Har du glemt din adgangskode?"),
        ("/konto/password/reset/done/", "Se i din mail"),
        ("/konto/password/reset/key/done/", "Din adgangskode er ændret"),
        ("/konto/3rdparty/login/cancelled/", "Du er ikke logget ind"),
        ("/konto/3rdparty/login/error/", "Det lykkedes ikke at logge ind"),
        ("/en/account/3rdparty/login/error/", "The sign-in did not succeed"),
    ],
)
def test_every_page_before_the_sign_in_is_in_our_own_words_and_frame(guest, path, heading):
    page = guest.get(path).content.decode()
    assert f"<h1>{heading}</h1>" in page
    assert 'id="site-menu"' in page


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/konto/logout/", "Vil du logge ud?"),
        ("/konto/password/change/", "Skift adgangskode"),
        ("/konto/reauthenticate/", "Vis, at det er dig"),
        ("/konto/2fa/", "Totrinslogin"),
        ("/konto/2fa/totp/activate/", "Sæt en app op"),
        ("/konto/2fa/webauthn/add/", "Sæt en adgangsnøgle op"),
        ("/konto/2fa/webauthn/", "Dine adgangsnøgler"),
        ("/en/account/2fa/", "Second factor"),
    ],
)
def test_every_page_behind_the_sign_in_is_in_our_own_words_and_frame(cast, guest, path, heading):
    sign_in(guest, plain(cast.coordinator).email)
    page = guest.get(path).content.decode()
    assert f"<h1>{heading}</h1>" in page
    assert 'id="site-menu"' in page


def test_a_form_is_taken_so_often_and_then_says_when_to_come_back(browser, settings, db):
    settings.ROOT_URLCONF = __name__
    client = Client(SERVER_NAME="localhost", REMOTE_ADDR="192.0.2.7")
    assert [client.post("/form").status_code for _ in range(3)] == [200, 200, 429]
    refused = client.post("/form")
    assert refused["Retry-After"] == "60"
    assert "For mange forsøg" in refused.content.decode()
    assert client.get("/form").status_code == 200
    assert Client(SERVER_NAME="localhost", REMOTE_ADDR="192.0.2.8").post("/form").status_code == 200


def test_attempts_are_counted_where_every_process_sees_them(db):
    cache.set("counted", 1, 60)
    with connection.cursor() as asking:
        asking.execute("SELECT count(*) FROM cache")
        assert asking.fetchone()[0] >= 1
