"""The register on show: what is on offer, as a table, a map and files."""

import json

import pytest

from taskforce.vocabulary.site import SiteKind
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.sites.actions.sites import set_availability
from taskforce.web.sites.models import Availability, SiteState
from tests.web.sites.makers import site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def page(browser, path=""):
    return browser.get(f"/ejendomme/{path}")


def test_an_empty_register_says_so(cast, visitor):
    assert "Ingen ejer har udbudt en ejendom endnu." in page(visitor).content.decode()


def test_a_site_on_offer_stands_in_the_table_and_on_the_map(site, visitor):
    told = page(visitor)
    assert f'<a href="/ejendomme/{site.pk}/">Vandtårnet</a>' in told.content.decode()
    assert [one[2] for one in told.context["map"]["sites"]] == ["Vandtårnet"]


@pytest.mark.parametrize("availability", [Availability.TAKEN, Availability.WITHDRAWN])
def test_what_is_not_on_offer_is_seen_by_its_keepers_alone(site, enter, availability):
    set_availability(site, availability, on=site.available_since, by=SOFTWARE)
    assert page(enter("visitor")).context["rows"] == []
    found = {name: page(enter(name), f"{site.pk}/").status_code for name in ("visitor", "operator")}
    assert found == {"visitor": 404, "operator": 404}
    assert page(enter("site_manager"), f"{site.pk}/").status_code == 200


def test_a_proposal_is_shown_to_nobody_outside(cast, enter):
    site = site_of(state=SiteState.PROPOSAL)
    for name in ("visitor", "operator", "landlord", "other_coordinator"):
        assert page(enter(name)).context["rows"] == []
        assert page(enter(name), f"{site.pk}/").status_code == 404
    assert page(enter("consultant"), f"{site.pk}/").status_code == 200


def test_the_filters_choose_by_municipality_kind_and_height(site, visitor):
    site_of(name="Skolen", kind=SiteKind.SCHOOL, antenna_m=18.0)
    site_of(name="Siloen", kind=SiteKind.SILO, code="0360", antenna_m=52.0)

    def names(question):
        return {one.name for one in page(visitor, f"?{question}").context["rows"]}

    assert names("municipality=0360") == {"Siloen"}
    assert names("kind=school") == {"Skolen"}
    assert names("height=50") == {"Siloen"}
    # The tower's height is not told: what is usual for a water tower, 30 metres, counts.
    assert names("height=25") == {"Siloen", "Vandtårnet"}
    assert names("kind=church") == set()


def test_an_assumed_height_says_that_it_is_assumed(site, visitor):
    assert "(det, der er normalt for typen)" in page(visitor, f"{site.pk}/").content.decode()


def test_the_document_for_machines_has_place_height_and_page(site, visitor):
    told = json.loads(page(visitor, "ejendomme.json").content)
    (one,) = told["sites"]
    assert (one["id"], one["longitude"], one["latitude"]) == (f"P-{site.pk}", 11.4601, 55.4272)
    assert (one["antenna_m"], one["antenna_assumed"]) == (30.0, True)
    assert one["page"] == f"http://localhost/ejendomme/{site.pk}/"
    assert told["format"] == "digital-taskforce/sites/1"


def test_the_map_layer_opens_in_a_map_program(site, visitor, tmp_path):
    import pyogrio

    file = tmp_path / "ejendomme.gpkg"
    file.write_bytes(page(visitor, "ejendomme.gpkg").content)
    told = pyogrio.read_info(file)
    assert (told["features"], told["crs"]) == (1, "EPSG:4326")
    assert {"name", "antenna_m", "owner", "power"} <= set(told["fields"])


def test_a_file_of_another_kind_is_not_there(cast, visitor):
    assert page(visitor, "ejendomme.exe").status_code == 404


def test_the_english_page_has_the_same_site(site, visitor):
    told = visitor.get(f"/en/sites/{site.pk}/").content.decode()
    assert "Water tower" in told
    assert "(what is usual for the kind)" in told


@pytest.mark.parametrize(
    ("name", "where"), [("operator", "/ejendomme/"), ("landlord", "/ejendomme/mine/")]
)
def test_the_menu_leads_an_operator_to_all_sites_and_a_keeper_to_its_own(enter, name, where):
    menu = enter(name).get("/ejendomme/").context["inside_menu"]
    assert [one.path for one in menu if one.name == "Ejendomme"] == [where]
