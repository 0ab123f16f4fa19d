"""Administrators keep the accounts, and cannot lock everybody out."""

import pytest
from django.urls import reverse

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.people.actions.accounts import grant_role
from taskforce.web.people.models import Account, Organisation, Role
from tests.cast import PASSWORD, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(cast, browser):
    """The administrator's browser."""
    return signed_in(cast.administrator)


def after(office, name, *args):
    return office.post(reverse(name, args=args), follow=True).content.decode()


def test_the_list_shows_roles_second_factor_and_state(office, cast):
    cast.operator.authenticator_set.all().delete()
    page = office.get(reverse("accounts")).content.decode()
    row = page[page.index("Test operator") :].partition("</tr>")[0]
    assert "Prøvenet" in row
    assert "Nej" in row
    assert "Åben" in row


def test_a_role_is_given_and_taken_back(office, cast):
    home = Organisation.objects.get(code="0340")
    given = {"role": "case_officer", "organisation": home.pk}
    office.post(reverse("account", args=[cast.nobody.pk]), given)
    grant = cast.nobody.grants.get()
    assert (grant.role, grant.organisation) == ("case_officer", home)
    after(office, "account-take-role", cast.nobody.pk, grant.pk)
    assert not cast.nobody.grants.exists()


def test_a_role_at_the_wrong_place_is_refused_with_a_reason(office, cast):
    operator = Organisation.objects.get(name="Prøvenet")
    given = {"role": "coordinator", "organisation": operator.pk}
    response = office.post(reverse("account", args=[cast.nobody.pk]), given)
    assert response.status_code == 422
    assert "Vælg en organisation af den slags" in response.content.decode()
    assert not cast.nobody.grants.exists()


def test_the_last_administrator_stays_one(office, cast):
    grant = cast.administrator.grants.get()
    assert "den sidste administrator" in after(
        office, "account-take-role", cast.administrator.pk, grant.pk
    )
    grant_role(cast.nobody, Role.ADMINISTRATOR, by=SOFTWARE)
    after(office, "account-take-role", cast.administrator.pk, grant.pk)
    assert not cast.administrator.grants.exists()


def test_a_closed_administrator_does_not_count_as_another_one(office, cast):
    grant_role(cast.nobody, Role.ADMINISTRATOR, by=SOFTWARE)
    after(office, "account-close", cast.nobody.pk)
    grant = cast.administrator.grants.get()
    after(office, "account-take-role", cast.administrator.pk, grant.pk)
    assert cast.administrator.grants.exists()


def test_nobody_closes_their_own_account(office, cast):
    grant_role(cast.nobody, Role.ADMINISTRATOR, by=SOFTWARE)
    assert "din egen konto" in after(office, "account-close", cast.administrator.pk)
    assert Account.objects.get(pk=cast.administrator.pk).is_active


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(office, cast):
    operator = signed_in(cast.operator)
    assert operator.get(reverse("my-account")).status_code == 200
    after(office, "account-close", cast.operator.pk)
    assert operator.get(reverse("my-account")).status_code == 302
    after(office, "account-open", cast.operator.pk)
    assert signed_in(cast.operator).get(reverse("my-account")).status_code == 200


def test_a_lost_second_factor_is_removed_on_the_record_and_the_person_is_told(
    office, cast, mailoutbox
):
    after(office, "account-remove-second-factor", cast.operator.pk)
    assert not cast.operator.authenticator_set.exists()
    line = Entry.objects.order_by("-number").first()
    assert (line.what, line.thing_id) == ("account.second_factor_removed", str(cast.operator.pk))
    assert line.account_id == cast.administrator.pk
    assert [mail.to for mail in mailoutbox] == [[cast.operator.email]]


def test_everybody_changes_their_own_name_language_and_mails(cast, browser):
    own = signed_in(cast.operator)
    new = {"name": "Ny Navn", "language": "en", "digest": "never"}
    response = own.post(reverse("my-account"), new)
    assert response["Location"] == "/en/my-account/"
    saved = Account.objects.get(pk=cast.operator.pk)
    assert (saved.name, saved.language, saved.digest) == ("Ny Navn", "en", "never")


def test_a_changed_password_is_on_the_record_without_the_password(cast, browser, mailoutbox):
    own = signed_in(cast.operator)
    given = {
        "oldpassword": PASSWORD,
        "password1": "en helt anden sætning",
        "password2": "en helt anden sætning",
    }
    own.post(reverse("account_change_password"), given)
    line = Entry.objects.get(what="account.password_changed")
    assert "password" not in line.details.content
    assert Account.objects.get(pk=cast.operator.pk).check_password("en helt anden sætning")
    assert mailoutbox[0].subject == "Din adgangskode er ændret"
