"""Each of a site's closer facts reaches those it is meant for; the rent, the owner alone."""

from decimal import Decimal

import pytest

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Details
from taskforce.web.people.models import Organisation
from taskforce.web.sites.actions.sites import set_audiences, set_rent
from taskforce.web.sites.models import FIELDS, Audience
from taskforce.web.sites.queries.access import sees_rent
from taskforce.web.sites.queries.visible import visible_fields
from tests.web.sites.makers import CLOSER, site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KEEPERS = {"coordinator", "case_officer", "site_manager", "consultant"}
OPERATORS = {"operator", "other_operator"}
EVERYBODY = KEEPERS | OPERATORS
EVERYBODY |= {"visitor", "nobody", "administrator", "landlord", "other_coordinator"}
MEANT_FOR = {
    Audience.EVERYONE: EVERYBODY,
    Audience.OPERATORS: KEEPERS | OPERATORS,
    Audience.OWNER: KEEPERS,
}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_seen_by_its_audience_alone(site, caller, field, audience):
    set_audiences(site, {field: audience}, [], by=SOFTWARE)
    seen_by = {name for name in EVERYBODY if field in visible_fields(caller(name), site)}
    assert seen_by == MEANT_FOR[audience]


def test_what_is_meant_for_one_operator_is_hidden_from_the_other(site, caller):
    chosen = Organisation.objects.get(name="Prøvenet")
    set_audiences(site, dict.fromkeys(FIELDS, Audience.OPERATORS), [chosen], by=SOFTWARE)
    assert visible_fields(caller("operator"), site) == set(FIELDS)
    assert visible_fields(caller("other_operator"), site) == set()
    set_audiences(site, {}, [], by=SOFTWARE)
    assert visible_fields(caller("other_operator"), site) == set(FIELDS)


def test_a_landlords_site_is_the_landlords_own_and_not_the_municipalitys(caller, cast):
    site = site_of(owner="Prøveboliger")
    set_audiences(site, dict.fromkeys(FIELDS, Audience.OWNER), [], by=SOFTWARE)
    assert visible_fields(caller("landlord"), site) == set(FIELDS)
    assert visible_fields(caller("coordinator"), site) == set()


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_the_page_and_every_file_hold_what_the_reader_may_know(site, enter, caller, name):
    every = dict.fromkeys(("access", "load"), Audience.OPERATORS) | {"note": Audience.OWNER}
    set_audiences(site, {**every, "terms": Audience.EVERYONE}, [], by=SOFTWARE)
    allowed = visible_fields(caller(name), site)
    browser = enter(name)
    files = (f"/ejendomme/ejendomme.{kind}" for kind in ("csv", "json", "gpkg"))
    for path in (f"/ejendomme/{site.pk}/", f"/en/sites/{site.pk}/", *files):
        told = browser.get(path).content.decode(errors="replace")
        for field in ("access", "load", "terms", "note"):
            assert (CLOSER[field] in told) == (field in allowed), (path, field)


def test_a_rent_is_seen_by_the_owners_people_alone(site, caller):
    assert {name for name in EVERYBODY if sees_rent(caller(name), site)} == KEEPERS - {"consultant"}


@pytest.mark.parametrize("name", ["visitor", "operator", "consultant", "landlord", "coordinator"])
def test_no_page_tells_a_rent_but_to_the_owner(site, enter, name):
    set_rent(site, Decimal("48613.00"), by=SOFTWARE)
    browser, tells = enter(name), set()
    for path in (f"{site.pk}/", "", f"{site.pk}/historik/", "ejendomme.csv", "ejendomme.json"):
        told = browser.get(f"/ejendomme/{path}").content.decode()
        tells |= {path} if "48.613" in told or "48613" in told else set()
    assert tells == ({f"{site.pk}/"} if name == "coordinator" else set())


def test_the_journal_tells_that_a_rent_was_written_and_never_how_much(site):
    set_rent(site, Decimal("48613.00"), by=SOFTWARE)
    assert not Details.objects.filter(content__contains="48613").exists()
    assert Details.objects.filter(entry__kind="sites.siterent").exists()


def test_an_operator_is_told_of_more_only_where_there_is_more_for_operators(site, enter):
    def told(name):
        return enter(name).get(f"/ejendomme/{site.pk}/").content.decode()

    more = "Ejeren viser kun nogle teleselskaber mere."
    assert "Teleselskaber, der logger ind, ser mere" in told("visitor")
    assert more not in told("operator")
    chosen = Organisation.objects.get(name="Prøvenet")
    set_audiences(site, {}, [chosen], by=SOFTWARE)
    assert more not in told("operator")
    assert more in told("other_operator")
