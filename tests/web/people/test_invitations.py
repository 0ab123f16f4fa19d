"""The way to an account: an invitation that works once, for two weeks, for one address."""

from datetime import UTC, datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.actions.invitations import Invited, invite
from taskforce.web.people.caller import caller_for
from taskforce.web.people.inviting import may_invite
from taskforce.web.people.models import Account, Invitation, Organisation, Person, Role
from tests.cast import AWAY, HOME, signed_in

pytestmark = pytest.mark.django_db
SECRET = "lygte fjord kaktus bølge"
DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def guest(browser):
    return Client(SERVER_NAME="localhost")


def link(invited=None):
    invited = invited or Invited("ny@example.org", "Ny Person", Role.CONSULTANT)
    invitation, token = invite(invited, by=SOFTWARE)
    return invitation, reverse("accept", args=[token])


def home():
    return Organisation.objects.get(code=HOME)


@pytest.mark.parametrize(
    ("member", "role", "place", "allowed"),
    [
        ("administrator", Role.ADMINISTRATOR, "", True),
        ("administrator", Role.COORDINATOR, AWAY, True),
        ("consultant", Role.OPERATOR, "organisation 9", True),
        ("consultant", Role.CONSULTANT, "", False),
        ("consultant", Role.ADMINISTRATOR, "", False),
        ("coordinator", Role.CASE_OFFICER, HOME, True),
        ("coordinator", Role.COORDINATOR, HOME, True),
        ("coordinator", Role.CASE_OFFICER, AWAY, False),
        ("coordinator", Role.OPERATOR, HOME, False),
        ("case_officer", Role.CASE_OFFICER, HOME, False),
        ("nobody", Role.SITE_MANAGER, HOME, False),
    ],
)
def test_nobody_gives_away_more_than_they_were_trusted_with(cast, member, role, place, allowed):
    assert may_invite(caller_for(cast.everybody[member]), role, place) is allowed


def test_a_coordinator_invites_and_the_mail_has_the_link_in_both_forms(cast, browser, mailoutbox):
    given = {
        "email": "Ny@Example.org",
        "name": "Ny Person",
        "role": "case_officer",
        "organisation": home().pk,
        "language": "en",
    }
    signed_in(cast.coordinator).post(reverse("invitations"), given)
    (mail,) = mailoutbox
    assert mail.to == ["ny@example.org"]
    assert mail.subject == "You have been invited to the Digital Taskforce"
    page, kind = mail.alternatives[0]
    assert kind == "text/html"
    address = next(word for word in mail.body.split() if "/en/invitation/" in word)
    assert address in page
    assert Client(SERVER_NAME="localhost").get(address).status_code == 200


def test_a_coordinator_cannot_slip_in_another_municipality(cast, browser, mailoutbox):
    given = {
        "email": "ny@example.org",
        "name": "Ny",
        "role": "case_officer",
        "organisation": Organisation.objects.get(code=AWAY).pk,
        "language": "da",
    }
    assert signed_in(cast.coordinator).post(reverse("invitations"), given).status_code == 422
    assert mailoutbox == []
    assert not Invitation.objects.exists()


def test_only_a_fingerprint_of_the_link_is_kept(cast):
    _invitation, address = link()
    token = address.rstrip("/").rpartition("/")[2]
    assert len(token) >= 40
    kept = str(list(Invitation.objects.values())) + str(list(Details.objects.values()))
    assert token not in kept


def test_whoever_accepts_has_an_account_with_the_role_and_is_signed_in(cast, guest):
    _invitation, address = link(
        Invited("ny@example.org", "Ny Person", Role.COORDINATOR, organisation=home())
    )
    response = guest.post(address, {"password": SECRET})
    assert response["Location"] == reverse("workspace")
    account = Account.objects.get(email="ny@example.org")
    assert [str(grant) for grant in account.grants.all()] == [f"coordinator {HOME}"]
    assert guest.get(reverse("workspace")).status_code == 200


def test_who_needs_a_second_factor_comes_to_set_it_up_without_being_asked_again(cast, guest):
    _invitation, address = link()
    response = guest.post(address, {"password": SECRET}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("mfa_index")
    assert guest.get(reverse("mfa_activate_totp")).status_code == 200


def test_a_person_in_the_register_is_recognised(cast, guest):
    known = add(
        Person(organisation=home(), name="Ny Person", email="Ny@example.org", source="test"),
        by=SOFTWARE,
    )
    _invitation, address = link(
        Invited("ny@example.org", "Ny Person", Role.COORDINATOR, organisation=home())
    )
    guest.post(address, {"password": SECRET})
    known.refresh_from_db()
    assert known.account.email == "ny@example.org"


@pytest.mark.parametrize("password", ["kort", "123456789012345", "password1234", "ny@example.org"])
def test_a_password_that_is_easy_to_guess_is_refused_with_a_reason(cast, guest, password):
    _invitation, address = link()
    response = guest.post(address, {"password": password})
    assert response.status_code == 422
    assert not Account.objects.filter(email="ny@example.org").exists()


def test_a_link_works_once(cast, guest):
    _invitation, address = link()
    guest.post(address, {"password": SECRET})
    again = Client(SERVER_NAME="localhost").get(address)
    assert again.status_code == 410
    assert "er allerede brugt" in again.content.decode()


def test_a_link_works_for_fourteen_days(cast, guest):
    with time_machine.travel(DAY, tick=False):
        _invitation, address = link()
    with time_machine.travel(DAY.replace(day=15), tick=False):
        assert guest.get(address).status_code == 200
    with time_machine.travel(DAY.replace(day=17), tick=False):
        response = guest.post(address, {"password": SECRET})
    assert response.status_code == 410
    assert "for gammel" in response.content.decode()


def test_an_unknown_link_says_what_to_do(guest, db):
    response = guest.get(reverse("accept", args=["findes-ikke"]))
    assert response.status_code == 404
    assert "den nyeste mail" in response.content.decode()


def test_sending_again_makes_the_old_link_worthless(cast, guest, mailoutbox):
    invitation, old = link()
    signed_in(cast.administrator).post(reverse("invitation-send-again", args=[invitation.pk]))
    assert guest.get(old).status_code == 404
    new = next(word for word in mailoutbox[0].body.split() if "/invitation/" in word)
    assert guest.get(new).status_code == 200


def test_a_withdrawn_invitation_lets_nobody_in(cast, guest):
    invitation, address = link()
    signed_in(cast.administrator).post(reverse("invitation-withdraw", args=[invitation.pk]))
    assert guest.get(address).status_code == 404


def test_a_consultant_sees_and_keeps_only_what_a_consultant_may_send(cast, browser):
    regional, _address = link()
    own, _address = link(Invited("to@example.org", "To", Role.COORDINATOR, organisation=home()))
    consultant = signed_in(cast.consultant)
    page = consultant.get(reverse("invitations")).content.decode()
    assert "to@example.org" in page
    assert "ny@example.org" not in page
    assert consultant.post(reverse("invitation-withdraw", args=[regional.pk])).status_code == 403
    assert consultant.post(reverse("invitation-withdraw", args=[own.pk])).status_code == 302


def test_whoever_has_an_account_or_an_invitation_is_not_invited_twice(cast, browser):
    link()
    office = signed_in(cast.administrator)
    given = {"name": "Ny", "role": "consultant", "language": "da"}
    for email in ("ny@example.org", "operator@example.org"):
        assert office.post(reverse("invitations"), {**given, "email": email}).status_code == 422
    assert Invitation.objects.count() == 1


def test_nobody_signs_up_alone(guest, db):
    response = guest.get(reverse("account_signup"))
    assert "kræver en invitation" in response.content.decode()
    given = {"email": "x@example.org", "password1": SECRET, "password2": SECRET}
    guest.post(reverse("account_signup"), given)
    assert not Account.objects.exists()


def test_the_first_administrator_comes_in_by_the_command_line(guest, db):
    told = StringIO()
    call_command("invite", "chef@example.org", "Chef Chefsen", stdout=told)
    guest.post(told.getvalue().strip(), {"password": SECRET})
    assert str(Account.objects.get(email="chef@example.org").grants.get()) == "administrator"
