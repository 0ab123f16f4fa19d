"""An operator's request for a site becomes the draft of a lease case, with what is known."""

import pytest

from taskforce.web.cases.models import Case
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.sites.actions.sites import set_availability
from taskforce.web.sites.models import Availability, SiteRequest
from tests.web.sites.makers import SOROE, site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def ask(browser, site):
    return browser.post(f"/ejendomme/{site.pk}/anmod/")


def test_the_case_knows_owner_place_and_facts(enter, cast):
    site = site_of(owner="Prøveboliger", zone="urban")
    answer = ask(enter("operator"), site)
    case = Case.objects.get()
    assert answer["Location"] == f"/sager/{case.pk}/"
    assert (case.kind, case.is_draft, case.landlord, case.applicant.name) == (
        "lease",
        True,
        site.owner,
        "Prøvenet",
    )
    assert case.municipality.code == "0340"
    assert case.shape == {"type": "Point", "coordinates": list(SOROE)}
    assert case.facts == {"leased": "tall_structure", "zone": "urban"}


def test_the_kind_of_public_owner_is_told_to_the_rules(site, enter):
    ask(enter("operator"), site)
    assert Case.objects.get().facts["landlord"] == "municipality"


def test_asking_twice_makes_one_case(site, enter):
    browser = enter("operator")
    assert ask(browser, site)["Location"] == ask(browser, site)["Location"]
    assert Case.objects.count() == SiteRequest.objects.count() == 1


def test_the_draft_is_nobodys_but_the_operators(site, enter):
    ask(enter("operator"), site)
    for name in ("other_operator", "site_manager", "visitor"):
        told = enter(name).get(f"/ejendomme/{site.pk}/").content.decode()
        assert "Du har anmodet om at leje ejendommen." not in told
        assert f"/sager/{Case.objects.get().pk}/" not in told
    told = enter("operator").get(f"/ejendomme/{site.pk}/").content.decode()
    assert "Du har anmodet om at leje ejendommen." in told


def test_site_and_case_lead_to_each_other(site, enter):
    browser = enter("operator")
    case = ask(browser, site)["Location"]
    assert f'href="/ejendomme/{site.pk}/"' in browser.get(case).content.decode()
    assert f'href="{case}"' in browser.get(f"/ejendomme/{site.pk}/").content.decode()


def test_an_operator_still_sees_the_site_that_it_asked_for(site, enter):
    ask(enter("operator"), site)
    set_availability(site, Availability.TAKEN, on=site.available_since, by=SOFTWARE)
    assert enter("operator").get(f"/ejendomme/{site.pk}/").status_code == 200
    assert enter("other_operator").get(f"/ejendomme/{site.pk}/").status_code == 404


def test_a_case_that_no_site_was_asked_for_has_no_link(cast, enter):
    from tests.web.cases.makers import case_of

    told = enter("operator").get(f"/sager/{case_of().pk}/").content.decode()
    assert "Ejendommen i registret" not in told
