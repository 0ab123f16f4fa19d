"""The second factor: asked for at every sign-in, set up before anything else, never a dead end."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from tests.cast import PASSWORD
from tests.codes import code_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest(browser):
    return Client(SERVER_NAME="localhost")


def sign_in(client, account):
    return client.post("/konto/login/", {"login": account.email, "password": PASSWORD})


def without(account):
    account.authenticator_set.all().delete()
    return account


def set_up_app(client):
    page = client.get("/konto/2fa/totp/activate/").content.decode()
    secret = re.search(r'<code class="secret">(\w+)</code>', page).group(1)
    return secret, client.post("/konto/2fa/totp/activate/", {"code": code_for(secret)}, follow=True)


def test_whoever_has_an_app_is_asked_for_its_code(cast, guest):
    without(cast.consultant)
    TOTP.activate(cast.consultant, "JBSWY3DPEHPK3PXP")
    assert sign_in(guest, cast.consultant)["Location"] == "/konto/2fa/authenticate/"
    assert guest.get("/min-konto/").status_code == 302
    page = guest.get("/konto/2fa/authenticate/").content.decode()
    assert "<h1>Et skridt mere</h1>" in page
    wrong = guest.post("/konto/2fa/authenticate/", {"code": "000000"})
    assert "Koden er ikke rigtig" in wrong.content.decode()
    code = code_for("JBSWY3DPEHPK3PXP")
    assert guest.post("/konto/2fa/authenticate/", {"code": code})["Location"] == "/arbejdsbord/"
    assert guest.get("/min-konto/").status_code == 200


def test_a_recovery_code_lets_in_once(cast, guest):
    account = without(cast.consultant)
    TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    code = RecoveryCodes.activate(account).get_unused_codes()[0]
    for expected in (302, 200):
        sign_in(guest, account)
        assert guest.post("/konto/2fa/authenticate/", {"code": code}).status_code == expected
        guest = Client(SERVER_NAME="localhost")


def test_whoever_needs_one_is_told_why_sets_it_up_and_goes_on(cast, guest):
    sign_in(guest, without(cast.consultant))
    sent = guest.get("/min-konto/", follow=True)
    assert sent.redirect_chain[-1][0] == "/konto/2fa/"
    assert "Sæt totrinslogin op for at fortsætte" in sent.content.decode()
    _secret, page = set_up_app(guest)
    assert "Nødkoder" in page.content.decode()
    assert guest.get("/min-konto/").status_code == 200
    assert "Sæt totrinslogin op for at fortsætte" not in guest.get("/konto/2fa/").content.decode()


def test_the_codes_can_be_downloaded_in_danish(cast, guest):
    sign_in(guest, without(cast.consultant))
    set_up_app(guest)
    response = guest.get("/konto/2fa/recovery-codes/download/")
    assert response["Content-Type"].startswith("text/plain")
    assert "Hver kode virker én gang." in response.content.decode()
    assert len(re.findall(r"^\d{8}$", response.content.decode(), re.MULTILINE)) == 10


def test_removing_the_last_one_leads_back_to_setting_one_up(cast, guest, mailoutbox):
    sign_in(guest, without(cast.consultant))
    set_up_app(guest)
    guest.post("/konto/2fa/totp/deactivate/")
    assert guest.get("/min-konto/")["Location"] == "/konto/2fa/"
    assert [mail.subject for mail in mailoutbox][-1] == "Godkendelsesappen er fjernet"


def test_who_has_no_need_of_one_is_not_stopped(cast, guest):
    sign_in(guest, without(cast.coordinator))
    assert guest.get("/min-konto/").status_code == 200


def test_in_the_demonstration_nobody_is_stopped(cast, guest, settings):
    settings.DEBUG = True
    sign_in(guest, without(cast.consultant))
    assert guest.get("/min-konto/").status_code == 200


def test_long_after_signing_in_it_takes_the_password_again_to_change_how_one_signs_in(
    cast, guest, settings
):
    sign_in(guest, without(cast.coordinator))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    asked = guest.get("/konto/2fa/totp/activate/", follow=True)
    assert "<h1>Vis, at det er dig</h1>" in asked.content.decode()
    wrong = guest.post("/konto/reauthenticate/", {"password": "forkert"})
    assert "Adgangskoden er ikke rigtig" in wrong.content.decode()
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    way = "/konto/2fa/totp/activate/"
    right = guest.post("/konto/reauthenticate/", {"password": PASSWORD, "next": way}, follow=True)
    assert "<h1>Sæt en app op</h1>" in right.content.decode()
