"""The owner's own pages: a site by hand, its change, its end, and what the journal keeps of it."""

import pytest

from taskforce.web.sites.models import Availability, Site, SiteState
from tests.web.sites.makers import SOROE, site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

FORM = {
    "name": "Taget på rådhuset",
    "kind": "building",
    "coordinates": f"{SOROE[0]} {SOROE[1]}",
    "municipality": "",
    "structure_m": "18,5",
    "antenna_m": "21",
    "ground_m": "",
    "power": "yes",
    "fibre": "",
    "access": "",
    "load": "",
    "terms": "",
    "contact": "property",
    "note": "",
    "zone": "urban",
    "designations": ["church_surroundings"],
    "list_id": "",
    "owner_kind": "",
}


def post(browser, path, **given):
    return browser.post(f"/ejendomme/{path}", given)


def test_a_site_is_added_by_hand_and_found_in_its_municipality(enter):
    browser = enter("site_manager")
    answer = post(browser, "ny/", **FORM | {"structure_m": "18.5"})
    site = Site.objects.get()
    assert answer["Location"] == f"/ejendomme/{site.pk}/hvem-ser-hvad/"
    assert (site.owner.code, site.municipality.code, site.owner_kind) == (
        "0340",
        "0340",
        "municipality",
    )
    assert (site.structure_m, site.antenna_m, site.power, site.fibre) == (18.5, 21.0, True, None)
    assert site.state == SiteState.CONFIRMED


def test_metres_on_the_danish_grid_are_understood_as_well(enter):
    given = FORM | {"coordinates": "655000 6145000", "structure_m": ""}
    post(enter("site_manager"), "ny/", **given)
    site = Site.objects.get()
    assert [round(one) for one in site.metric()] == [655000, 6145000]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("coordinates", "55.4272 11.4601", "den forkerte vej rundt"),
        ("coordinates", "11.1 56.9", "ligger ikke i nogen af regionens kommuner"),
        ("antenna_m", "1100", "350"),
        ("structure_m", "-3", "større end eller lig 0.1"),
        ("name", "", "påkrævet"),
        ("kind", "castle", "castle"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(enter, field, value, says):
    answer = post(enter("site_manager"), "ny/", **FORM | {"structure_m": ""} | {field: value})
    assert answer.status_code == 422
    told = answer.context["form"].errors.as_text()
    assert says in told
    assert not Site.objects.exists()


def test_a_change_is_told_in_the_history_in_words(site, enter):
    browser = enter("case_officer")
    post(browser, f"{site.pk}/ret/", **FORM | {"structure_m": ""})
    told = browser.get(f"/ejendomme/{site.pk}/historik/").content.decode()
    assert "<strong>Navn</strong>: Vandtårnet → Taget på rådhuset" in told
    assert "<strong>Type</strong>: Vandtårn → Bygning" in told
    assert "Sagsbehandler, Sorø" in told


def test_a_site_that_is_withdrawn_leaves_the_register_and_keeps_its_day(site, enter):
    given = {"availability": "withdrawn", "on": "2026-03-02"}
    post(enter("site_manager"), f"{site.pk}/ledighed/", **given)
    site.refresh_from_db()
    assert (site.availability, str(site.available_since)) == ("withdrawn", "2026-03-02")
    assert enter("visitor").get(f"/ejendomme/{site.pk}/").status_code == 404


def test_a_proposal_is_confirmed_alone_or_with_others(enter, cast):
    first, second = (site_of(name=name, state=SiteState.PROPOSAL) for name in ("A", "B"))
    others = site_of(name="C", code="0360", state=SiteState.PROPOSAL)
    browser = enter("site_manager")
    post(browser, f"{first.pk}/bekraeft/")
    post(browser, "mine/bekraeft/", site=[str(second.pk), str(others.pk), "x"])
    confirmed = Site.objects.filter(state=SiteState.CONFIRMED)
    assert {one.name for one in confirmed} == {"A", "B"}


def test_a_proposal_can_be_removed_and_a_confirmed_site_cannot(site, enter):
    proposal = site_of(name="Skuret", state=SiteState.PROPOSAL)
    browser = enter("site_manager")
    post(browser, f"{proposal.pk}/fjern/")
    post(browser, f"{site.pk}/fjern/")
    assert [one.name for one in Site.objects.all()] == ["Vandtårnet"]


def test_the_owners_desk_tells_of_proposals_that_wait(enter, cast):
    site_of(state=SiteState.PROPOSAL)

    def told(name):
        return enter(name).get("/arbejdsbord/").content.decode()

    assert "1 forslag til en ejendom venter på at blive bekræftet" in told("site_manager")
    assert "venter på at blive bekræftet" not in told("landlord")


def test_the_search_finds_a_site_for_those_who_may_see_it(enter, cast):
    site_of(name="Vandtårnet i skoven", availability=Availability.TAKEN)

    def finds(name):
        told = enter(name).get("/soeg/?q=vandtårnet skoven").content.decode()
        return "Vandtårnet i skoven" in told

    assert finds("site_manager")
    assert not finds("operator")
