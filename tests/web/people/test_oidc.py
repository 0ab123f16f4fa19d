"""An organisation signs in its own people: the roles follow its groups, and nobody else gets in.

The other side is a certified OpenID provider, started by the tests on this machine.
"""

import json
import shutil
import socket
import subprocess
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from django.test import Client
from django.urls import reverse

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.actions.accounts import grant_role
from taskforce.web.people.actions.group_roles import add_group_role
from taskforce.web.people.claims import read_claims
from taskforce.web.people.models import Account, GroupRole, Organisation, Role
from tests.cast import HOME, PASSWORD, signed_in

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
PROGRAM = ROOT / "tests" / "provider" / "provider.mjs"
CALLBACK = "http://localhost/konto/oidc/organisation/login/callback/"


def person(email, groups, *, verified=True):
    return {"email": email, "email_verified": verified, "name": "Anna Prøve", "groups": groups}


PEOPLE = {
    "anna": person("anna@example.org", ["/tovholdere"]),
    "left": person("anna@example.org", ["/andre"]),
    "unchecked": person("u@example.org", ["/tovholdere"], verified=False),
    "nobody": person("nobody@example.org", ["/konsulenter"]),
}


@pytest.fixture(scope="session")
def provider():
    """The address of the provider."""
    node = shutil.which("node")
    if node is None or not (ROOT / "node_modules" / "oidc-provider").exists():
        pytest.skip("No OpenID provider here: it needs node, and `make setup` to fetch it.")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    running = subprocess.Popen(
        [node, PROGRAM, str(port), CALLBACK, json.dumps(PEOPLE)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert running.stdout.readline().strip() == "ready"
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait(timeout=10)
    running.stdout.close()


@pytest.fixture
def connected(provider, settings, cast, browser):
    """A site that knows the provider, and two groups that bring a role."""
    app = {
        "provider_id": "organisation",
        "name": "Prøveregionen",
        "client_id": "taskforce",
        "secret": "a-secret-of-the-test",
        "settings": {"server_url": provider},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    home = Organisation.objects.get(code=HOME)
    add_group_role("tovholdere", Role.COORDINATOR, organisation=home, by=SOFTWARE)
    add_group_role("konsulenter", Role.CONSULTANT, organisation=None, by=SOFTWARE)
    return cast


def sign_in(name, client=None, **query):
    """Walk through the provider's own pages as somebody; returns the browser and the last page."""
    client = client or Client(SERVER_NAME="localhost")
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    away = client.post(f"/konto/oidc/organisation/login/?{asked}")
    assert "code_challenge_method=S256" in away["Location"]
    with requests.Session() as elsewhere:
        back = walk(elsewhere, away["Location"], name)
    return client, client.get(back.removeprefix("http://localhost"), follow=True)


def walk(elsewhere, address, name):
    page = elsewhere.get(address, allow_redirects=False)
    for _ in range(10):
        if page.is_redirect:
            address = urljoin(page.url, page.headers["Location"])
            if urlsplit(address).port is None:
                return address
            page = elsewhere.get(address, allow_redirects=False)
        else:
            given = {"prompt": "login", "login": name, "password": "any"}
            page = elsewhere.post(page.url, given, allow_redirects=False)
    raise AssertionError(page.text)


def test_the_sign_in_page_offers_the_service_only_where_it_has_been_set_up(browser, db, settings):
    assert "Prøveregionen" not in browser.get("/konto/login/").content.decode()
    app = {"provider_id": "organisation", "name": "Prøveregionen", "client_id": "x", "secret": "y"}
    app["settings"] = {"server_url": "http://127.0.0.1:9"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    assert "Log ind med Prøveregionen" in browser.get("/konto/login/").content.decode()


def test_whoever_is_in_a_group_gets_an_account_with_its_role(connected):
    client, page = sign_in("anna")
    account = Account.objects.get(email="anna@example.org")
    assert page.redirect_chain[-1][0] == "/arbejdsbord/"
    assert (account.name, account.has_usable_password()) == ("Anna Prøve", False)
    grant = account.grants.get()
    assert (str(grant), grant.from_sign_in) == (f"coordinator {HOME}", True)
    assert client.get("/min-konto/").status_code == 200
    assert Entry.objects.filter(what="grant.given", role_name="sign-in service").exists()


def test_nothing_of_what_the_service_told_is_kept_beside_the_account(connected):
    sign_in("anna")
    account = Account.objects.get(email="anna@example.org")
    assert account.socialaccount_set.get().extra_data == {}


def test_a_role_goes_with_its_group_and_what_was_given_by_hand_stays(connected):
    sign_in("anna")
    account = Account.objects.get(email="anna@example.org")
    home = Organisation.objects.get(code=HOME)
    grant_role(account, Role.SITE_MANAGER, organisation=home, by=SOFTWARE)
    GroupRole.objects.filter(group="tovholdere").delete()
    add_group_role("tovholdere", Role.CASE_OFFICER, organisation=home, by=SOFTWARE)
    sign_in("anna")
    assert {(one.role, one.from_sign_in) for one in account.grants.all()} == {
        ("site_manager", False),
        ("case_officer", True),
    }


def test_a_role_given_by_hand_is_not_taken_over_by_a_group(connected):
    sign_in("anna")
    account = Account.objects.get(email="anna@example.org")
    account.grants.all().delete()
    home = Organisation.objects.get(code=HOME)
    grant_role(account, Role.COORDINATOR, organisation=home, by=SOFTWARE)
    sign_in("anna")
    GroupRole.objects.filter(group="tovholdere").delete()
    sign_in("anna")
    assert str(account.grants.get()) == f"coordinator {HOME}"


def test_without_a_group_that_brings_a_role_nobody_gets_in_and_the_page_says_so(connected):
    client, page = sign_in("left")
    assert page.status_code == 403
    assert "ingen af dine grupper" in page.content.decode()
    assert not Account.objects.filter(email="anna@example.org").exists()
    assert client.get("/min-konto/").status_code == 302


def test_whoever_has_left_the_group_is_kept_out_and_has_lost_the_role(connected):
    sign_in("anna")
    account = Account.objects.get(email="anna@example.org")
    GroupRole.objects.filter(group="tovholdere").delete()
    _client, page = sign_in("anna")
    assert page.status_code == 403
    assert not account.grants.exists()


def test_a_mail_address_that_the_service_has_not_checked_is_not_believed(connected):
    _client, page = sign_in("unchecked")
    assert page.status_code == 403
    assert not Account.objects.filter(email="u@example.org").exists()


def test_an_account_with_a_password_is_never_joined_by_its_address_alone(connected):
    client, page = sign_in("nobody")
    assert page.status_code == 403
    assert "med sin egen adgangskode" in page.content.decode()
    assert not connected.nobody.grants.exists()
    assert client.get("/min-konto/").status_code == 302


def test_whoever_has_proved_both_is_joined_and_signs_in_there_from_now_on(connected):
    connected.nobody.authenticator_set.all().delete()
    client = Client(SERVER_NAME="localhost")
    client.post("/konto/login/", {"login": "nobody@example.org", "password": PASSWORD})
    sign_in("nobody", client, process="connect")
    account = Account.objects.get(pk=connected.nobody.pk)
    assert not account.has_usable_password()
    _client, page = sign_in("nobody")
    assert page.wsgi_request.user == account
    assert str(account.grants.get()) == "consultant"


@pytest.mark.parametrize(("trusted", "ends_at"), [(False, "/konto/2fa/"), (True, "/arbejdsbord/")])
def test_the_services_second_factor_counts_only_where_the_deployment_says_so(
    connected, settings, trusted, ends_at
):
    settings.OIDC_HAS_SECOND_FACTOR = trusted
    settings.SECOND_FACTOR_FOR_COORDINATORS = True
    _client, page = sign_in("anna")
    assert page.redirect_chain[-1][0] == ends_at


def test_an_account_of_the_service_gets_no_password_by_the_way_of_a_forgotten_one(
    connected, mailoutbox
):
    client, _page = sign_in("anna")
    mailoutbox.clear()
    Client(SERVER_NAME="localhost").post("/konto/password/reset/", {"email": "anna@example.org"})
    assert [mail.subject for mail in mailoutbox] == ["Der er ingen konto med denne adresse"]
    assert client.get("/konto/password/set/").status_code in (403, 404)


def test_the_groups_are_kept_by_administrators(connected, browser):
    office = signed_in(connected.administrator)
    office.post(reverse("group-roles"), {"group": "chefer", "role": "administrator"})
    rule = GroupRole.objects.get(group="chefer")
    assert "chefer" in office.get(reverse("group-roles")).content.decode()
    office.post(reverse("group-role-remove", args=[rule.pk]))
    assert not GroupRole.objects.filter(group="chefer").exists()


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        (["/a", "b"], ("a", "b")),
        ("a", ("a",)),
        (None, ()),
        ({"a": 1}, ()),
    ],
)
def test_groups_are_read_in_the_ways_that_services_write_them(told, groups):
    assert read_claims({"userinfo": {"groups": told}}).groups == groups
