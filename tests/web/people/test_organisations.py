"""The register: everybody with a role sees it, and in it what is meant for them."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.contact_log import log_contact
from taskforce.web.people.actions.duties import end_duty
from taskforce.web.people.actions.personal_data import erase_person
from taskforce.web.people.models import (
    Audience,
    Channel,
    ContactLog,
    Duty,
    DutyKind,
    Organisation,
    Person,
    RoleAddress,
)
from tests.cast import signed_in
from tests.web.people.contacts import SINCE, contact

pytestmark = pytest.mark.django_db

SECRET = "Xaverine Hemmelig"


@pytest.fixture
def home(cast, visitor):
    return Organisation.objects.get(code="0340")


def page(account, name, /, *args, **data):
    return signed_in(account).get(reverse(name, args=args), data)


def text(account, name, /, *args, **data):
    return page(account, name, *args, **data).content.decode()


def post(account, name, /, *args, **data):
    return signed_in(account).post(reverse(name, args=args), data)


CONTACT = {
    "name": "Ane Ager",
    "title": "Vejchef",
    "email": "ane@example.org",
    "phone": "57 87 60 00",
    "kind": DutyKind.COORDINATOR,
    "since": "2026-01-05",
    "mandate": "Alt",
    "audience": Audience.EVERYONE,
    "source": "Told by phone",
}


def test_a_name_for_authorities_is_on_no_page_of_others(cast, home):
    duty = contact(SECRET, DutyKind.ROAD, Audience.AUTHORITIES)
    end_duty(contact("Xaverine Forhen"), on=date(2025, 1, 1), by=SOFTWARE)
    strangers = (cast.operator, cast.landlord, cast.other_coordinator, cast.administrator)
    for account in strangers:
        for place in (("organisations",), ("organisation", home.pk)):
            assert "Xaverine" not in text(account, *place), account.name
        assert page(account, "person", duty.person.pk).status_code == 403
    for account in (cast.coordinator, cast.case_officer, cast.consultant):
        assert SECRET in text(account, "organisation", home.pk)


def test_operators_see_what_is_meant_for_them(cast, home):
    contact("Ane Ager", audience=Audience.OPERATORS)
    shown = text(cast.operator, "organisation", home.pk)
    assert "Ane Ager" in shown
    assert reverse("contact-add", args=[home.pk]) not in shown


def test_the_log_is_read_by_the_taskforce_and_the_municipality_only(cast, home):
    facts = {"held_on": date(2026, 2, 1), "channel": Channel.PHONE, "summary": "Talked of fibre"}
    log_contact(home, by=SOFTWARE, **facts)
    readers = {
        name
        for name, account in cast.everybody.items()
        if name != "nobody" and "Talked of fibre" in text(account, "organisation", home.pk)
    }
    assert readers == {"consultant", "coordinator", "case_officer", "site_manager"}


def test_an_operator_does_not_read_the_log_about_itself(cast, home):
    own = Organisation.objects.get(name="Prøvenet")
    facts = {"held_on": date(2026, 2, 1), "channel": Channel.PHONE, "summary": "Talked of fibre"}
    log_contact(own, by=SOFTWARE, **facts)
    assert "Talked of fibre" not in text(cast.operator, "organisation", own.pk)


def test_the_history_names_the_role_also_when_the_person_is_erased(cast, home):
    duty = contact("Ane Ager")
    end_duty(duty, on=date(2026, 1, 1), by=SOFTWARE)
    assert "Ane Ager" in text(cast.coordinator, "organisation", home.pk)
    duty.refresh_from_db()
    erase_person(duty.person, by=SOFTWARE)
    shown = text(cast.coordinator, "organisation", home.pk)
    assert "Ane Ager" not in shown
    assert "1. maj 2024 – 1. januar 2026" in shown


def test_a_coordinator_names_people_in_their_own_word(cast, home):
    assert post(cast.coordinator, "contact-add", home.pk, **CONTACT).status_code == 302
    duty = Duty.objects.get()
    assert (duty.person.name, duty.since, duty.on_behalf) == ("Ane Ager", date(2026, 1, 5), False)


def test_what_a_consultant_enters_is_marked_until_the_coordinator_confirms_it(cast, home):
    post(cast.consultant, "contact-add", home.pk, **CONTACT)
    assert Duty.objects.get().on_behalf
    assert post(cast.consultant, "organisation-confirm", home.pk).status_code == 403
    assert post(cast.other_coordinator, "organisation-confirm", home.pk).status_code == 403
    post(cast.coordinator, "organisation-confirm", home.pk)
    assert not Duty.objects.get().on_behalf


def test_an_operator_keeps_its_own_contacts_and_nobody_elses(cast, home):
    own = Organisation.objects.get(name="Prøvenet")
    mine = CONTACT | {"kind": DutyKind.CONTACT}
    assert post(cast.operator, "contact-add", own.pk, **mine).status_code == 302
    person = Person.objects.get()
    assert not Duty.objects.get().on_behalf
    assert post(cast.other_operator, "person-change", person.pk, name="Sat").status_code == 403
    assert post(cast.operator, "contact-add", home.pk, **CONTACT).status_code == 403


def test_a_second_coordinator_is_refused_on_the_form_and_nobody_is_added(cast, home):
    contact("Bo Birk")
    response = post(cast.coordinator, "contact-add", home.pk, **CONTACT)
    assert response.status_code == 422
    assert Person.objects.count() == 1


def test_a_change_of_person_takes_one_form(cast, home):
    old = contact("Bo Birk")
    other = contact("Ane Ager", DutyKind.ROAD).person
    data = {"person": other.pk, "on": "2026-03-02", "source": "Mail from the municipality"}
    assert post(cast.coordinator, "duty-hand-over", old.pk, **data).status_code == 302
    new = Duty.objects.get(kind=DutyKind.COORDINATOR, until__isnull=True)
    assert (new.person, new.since) == (other, date(2026, 3, 2))


def test_nobody_from_elsewhere_can_take_over(cast, home):
    old = contact("Bo Birk")
    stranger = contact("Ane Ager", place="0360").person
    data = {"person": stranger.pk, "on": "2026-03-02", "source": "Guess"}
    assert post(cast.coordinator, "duty-hand-over", old.pk, **data).status_code == 422


def test_details_are_changed_given_more_roles_and_ended(cast, home):
    duty = contact("Ane Ager")
    by = cast.coordinator
    facts = {"title": "", "email": "", "phone": "", "source": "Test"}
    post(by, "person-change", duty.person.pk, name="Ane Agerskov", **facts)
    role = {"kind": "road", "since": "2026-01-01", "mandate": "", "source": "Test"}
    post(by, "duty-add", duty.person.pk, audience="everyone", **role)
    post(by, "duty-change", duty.pk, mandate="All", audience="authorities", source="Test")
    post(by, "duty-end", duty.pk, on="2026-02-01")
    duty.refresh_from_db()
    assert (duty.person.name, duty.mandate, duty.until) == (
        "Ane Agerskov",
        "All",
        date(2026, 2, 1),
    )
    assert Duty.objects.get(kind="road").person == duty.person


def test_who_has_left_is_nobody_to_turn_to_any_more(cast, home):
    duty = contact("Ane Ager", audience=Audience.OPERATORS)
    assert post(cast.coordinator, "person-left", duty.person.pk, on="2100-01-01").status_code == 422
    post(cast.coordinator, "person-left", duty.person.pk, on=localdate().isoformat())
    assert "Ane Ager" not in text(cast.operator, "organisation", home.pk)


def test_details_are_confirmed_by_the_organisation_itself_only(cast, home):
    person = contact("Ane Ager").person
    assert post(cast.consultant, "person-confirm", person.pk).status_code == 403
    post(cast.coordinator, "person-confirm", person.pk)
    person.refresh_from_db()
    assert person.confirmed_on == localdate()


def test_a_shared_address_is_set_replaced_and_removed(cast, home):
    data = {"kind": "road", "phone": "", "website": "", "source": "Website", "as_of": "2026-01-01"}
    post(cast.coordinator, "role-address", home.pk, email="vej@soroe.example", **data)
    post(cast.coordinator, "role-address", home.pk, email="trafik@soroe.example", **data)
    address = RoleAddress.objects.get()
    assert address.email == "trafik@soroe.example"
    assert post(cast.coordinator, "role-address", home.pk, email="", **data).status_code == 422
    assert post(cast.other_coordinator, "role-address-remove", address.pk).status_code == 403
    post(cast.coordinator, "role-address-remove", address.pk)
    assert not RoleAddress.objects.exists()


def test_a_talk_is_logged_with_its_next_step(cast, home):
    data = {"held_on": "2026-02-01", "channel": "phone", "summary": "Talked", "next_step": ""}
    refused = post(cast.consultant, "contact-log-add", home.pk, next_step_on="2026-03-01", **data)
    assert refused.status_code == 422
    data["next_step"] = "Ring back"
    post(cast.consultant, "contact-log-add", home.pk, next_step_on="2026-03-01", **data)
    entry = ContactLog.objects.get()
    assert (entry.written_by, entry.next_step) == (cast.consultant, "Ring back")
    post(cast.consultant, "next-step-taken", entry.pk)
    entry.refresh_from_db()
    assert entry.next_step_done


def test_consultants_keep_the_organisations(cast, visitor):
    facts = {"kind": "state", "name": "Vejdirektoratet", "code": "", "cvr": "60729018"}
    assert post(cast.coordinator, "organisation-add", **facts).status_code == 403
    assert post(cast.consultant, "organisation-add", **facts, website="").status_code == 302
    state = Organisation.objects.get(name="Vejdirektoratet")
    facts = {"name": "Vejdirektoratet", "cvr": "60729018", "website": "https://vd.example"}
    post(cast.consultant, "organisation-change", state.pk, **facts, closed_on="")
    state.refresh_from_db()
    assert state.website == "https://vd.example"


def test_the_list_can_show_those_without_a_coordinator(cast, home):
    contact("Ane Ager")
    shown = text(cast.consultant, "organisations", lacks="coordinator")
    assert reverse("organisation", args=[home.pk]) not in shown
    assert "Lolland" in shown


@pytest.mark.parametrize(("account", "status"), [("consultant", 200), ("coordinator", 403)])
def test_a_person_is_exported_for_the_taskforce(cast, home, account, status):
    person = contact("Ane Ager").person
    response = page(getattr(cast, account), "person-data", person.pk)
    assert response.status_code == status
    assert (b"Ane Ager" in response.content) is (status == 200)


def test_erasing_asks_once_more(cast, home):
    person = contact("Ane Ager").person
    assert "Ane Ager" in text(cast.consultant, "person-erase", person.pk)
    assert Person.objects.exists()
    post(cast.consultant, "person-erase", person.pk)
    assert not Person.objects.exists()
    assert Duty.objects.get().since == SINCE


def test_everybody_sees_and_downloads_their_own_data_only(cast, home):
    duty = contact("Ane Ager")
    Person.objects.filter(pk=duty.person_id).update(account=cast.case_officer)
    assert "Ane Ager" not in text(cast.coordinator, "my-data-download")
    assert "Ane Ager" in text(cast.case_officer, "my-data-download")
    post(cast.case_officer, "my-data-confirm")
    duty.person.refresh_from_db()
    assert duty.person.confirmed_on == localdate()


def test_nobody_but_an_administrator_erases_accounts(cast, visitor):
    assert post(cast.consultant, "account-erase", cast.nobody.pk).status_code == 403
    assert page(cast.consultant, "account-data", cast.nobody.pk).status_code == 403
    post(cast.administrator, "account-erase", cast.nobody.pk)
    assert page(cast.administrator, "account-data", cast.nobody.pk).status_code == 404


def test_the_last_administrator_is_not_erased(cast, visitor):
    refused = post(cast.administrator, "account-erase", cast.administrator.pk)
    assert refused.status_code == 422
    cast.administrator.refresh_from_db()
    assert cast.administrator.grants.exists()


def test_erasing_an_account_is_asked_from_its_own_page(cast, visitor):
    there = reverse("account-erase", args=[cast.nobody.pk])
    assert there in text(cast.administrator, "account", cast.nobody.pk)
