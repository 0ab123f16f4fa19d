"""A page opens for those whose rule says so, and a page without a rule stays shut."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from taskforce.web.people.caller import NOBODY, caller_for
from taskforce.web.people.rights import consultants, may, sees_municipality
from taskforce.web.project.urls import urlpatterns as real
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def _answer(request, **where):
    return HttpResponse("inside")


@may(consultants)
def _for_consultants(request):
    return HttpResponse("inside")


@may(sees_municipality)
def _of_a_municipality(request, code):
    return HttpResponse("inside")


urlpatterns = [
    path("nobody-said", _answer, name="nobody-said"),
    path("for-consultants", _for_consultants),
    path("of/<str:code>", _of_a_municipality),
    *real,
]


@pytest.fixture
def doors(cast, browser, settings):
    with override_settings(ROOT_URLCONF=__name__):
        yield cast


def status(account, place):
    return signed_in(account).get(place).status_code


def test_a_page_without_a_rule_stays_shut_for_everybody(doors):
    assert {status(one, "/nobody-said") for one in doors.everybody.values()} == {403}


def test_a_visitor_is_sent_to_sign_in_and_back(doors, client):
    response = client.get("/for-consultants", HTTP_HOST="localhost")
    assert response.status_code == 302
    assert response["Location"].endswith("?next=/for-consultants")


def test_a_role_opens_its_own_doors_only(doors):
    opened = {
        name for name, one in doors.everybody.items() if status(one, "/for-consultants") == 200
    }
    assert opened == {"consultant"}


def test_a_municipality_opens_for_its_own_people_only(doors):
    opened = {name for name, one in doors.everybody.items() if status(one, "/of/0340") == 200}
    assert opened == {"consultant", "coordinator", "case_officer", "site_manager"}


def test_a_closed_account_is_nobody(doors):
    browser = signed_in(doors.consultant)
    doors.consultant.is_active = False
    doors.consultant.save()
    assert browser.get("/for-consultants").status_code == 302


def test_without_a_second_factor_the_consultant_is_sent_to_set_one_up(doors):
    doors.consultant.authenticator_set.all().delete()
    response = signed_in(doors.consultant).get("/for-consultants")
    assert response.status_code == 302
    assert "/2fa/" in response["Location"]


@pytest.mark.parametrize(("asked", "status_code"), [(False, 200), (True, 302)])
def test_the_deployment_decides_about_the_second_factor_of_coordinators(
    doors, settings, asked, status_code
):
    settings.SECOND_FACTOR_FOR_COORDINATORS = asked
    doors.coordinator.authenticator_set.all().delete()
    assert status(doors.coordinator, "/of/0340") == status_code


def test_the_journal_names_a_caller_by_role(cast):
    assert caller_for(cast.coordinator).role_name == "coordinator 0340"
    assert caller_for(cast.consultant).role_name == "consultant"
    assert (caller_for(cast.nobody).role_name, NOBODY.role_name) == ("no role", "visitor")
