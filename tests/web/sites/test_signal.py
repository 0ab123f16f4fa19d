"""Does the signal reach? The answer first, the account in full, and no place is ever guessed."""

from __future__ import annotations

import json
import shutil

import pytest
from django.utils import translation

from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.sites.actions.sites import set_availability
from taskforce.web.sites.models import Availability, SiteState
from taskforce.web.sites.queries.signal_paper import paper_of
from taskforce.web.sites.queries.signal_told import told
from tests.paper_access import faults
from tests.small_region import NEEDY_ID
from tests.sources.terrain_files import ascii_grid, metric_plain
from tests.web.sites.makers import site_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

# A good kilometre from the tower of Sorø.
NEAR, AWAY = "11.4760, 55.4330", "12.2000, 55.4000"


def ask(browser, site, english=False, **question):
    path = f"/en/sites/{site.pk}/signal/" if english else f"/ejendomme/{site.pk}/signal/"
    return browser.get(path, question)


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def hilly(published, tmp_path, settings):
    """The small region with a sloping plain under it."""
    shutil.copytree(published, tmp_path / "shelf")
    settings.SHELF = tmp_path / "shelf"
    file = ascii_grid(tmp_path / "ground.asc", metric_plain())
    collect_terrain(Shelf(settings.SHELF), [file], TerrainChoices(crs="EPSG:25832"))


def test_the_page_of_a_site_leads_to_its_signal(site, visitor):
    page = visitor.get(f"/ejendomme/{site.pk}/").content.decode()
    assert f'href="/ejendomme/{site.pk}/signal/"' in page


def test_before_a_place_is_chosen_there_is_only_the_form(site, visitor):
    page = text(ask(visitor, site))
    assert "Vælg en adresse" in page
    assert f'data-suggestions="/ejendomme/{site.pk}/signal/forslag/"' in page
    assert "chart" not in page


def test_a_point_gets_the_verdict_first_then_chart_account_and_sources(site, visitor):
    answer = ask(visitor, site, at=NEAR)
    verdict, page = answer.context["told"].verdict, text(answer)

    assert answer.status_code == 200
    assert verdict in page
    parts = ["dBm", "Ejendommen: ", "Senderens effekt", "I andre bånd", "flad jord, intet terræn"]
    assert [one for one in parts if one not in page] == []
    assert page.index(verdict) < page.index("<svg xmlns") < page.index("Signalets regnskab")
    assert " style=" not in page


def test_the_account_on_the_page_adds_up(site, visitor):
    found = ask(visitor, site, at=NEAR).context["told"].found
    assert sum(one.value for one in found.terms) == pytest.approx(found.signal_dbm, abs=0.01)


def test_an_address_is_found_by_its_words_and_keeps_the_other_choices(site, visitor):
    answer = ask(visitor, site, q="Skovvej 1, 4180", use="in_car", band="1800")
    assert answer.status_code == 302
    assert f"address={NEEDY_ID}" in answer["Location"]
    page = visitor.get(answer["Location"])
    assert "Skovvej 1, 4180 (Sorø Kommune)" in text(page)
    assert "i bil" in page.context["told"].verdict
    assert page.context["told"].found.band.frequency_mhz == 1800


def test_several_addresses_are_asked_about_and_an_unknown_one_is_said(site, visitor):
    several = text(ask(visitor, site, q="Skovvej"))
    assert "Hvilken adresse mener du?" in several
    assert f"address={NEEDY_ID}" in several
    assert "Vi fandt ikke »Ingenvej 3«" in text(ask(visitor, site, q="Ingenvej 3"))
    assert "Vi fandt ikke" in text(ask(visitor, site, address="no-such-id"))


def test_suggestions_lead_back_to_the_signal_of_the_site(site, visitor):
    found = visitor.get(f"/ejendomme/{site.pk}/signal/forslag/?q=Skovvej 1").json()["suggestions"]
    assert found[0]["path"] == f"/ejendomme/{site.pk}/signal/?address={NEEDY_ID}"
    short = visitor.get(f"/ejendomme/{site.pk}/signal/forslag/?q=Sk").json()
    assert short == {"suggestions": []}


@pytest.mark.parametrize("at", ["55.4330 11.4760", "11,4760; 55,4330", "11,4760 55,4330"])
def test_a_point_may_be_written_in_either_order_and_with_a_comma(site, visitor, at):
    expected = ask(visitor, site, at=NEAR).context["told"].verdict
    assert ask(visitor, site, at=at).context["told"].verdict == expected


@pytest.mark.parametrize("at", ["her", "200, 400", "11.4", "2.35, 48.85"])
def test_what_is_no_point_in_denmark_is_refused(site, visitor, at):
    answer = ask(visitor, site, at=at)
    assert answer.status_code == 422
    assert "Skriv længde- og breddegraden" in text(answer)


def test_a_place_too_far_away_is_not_called_uncovered(site, visitor):
    page = text(ask(visitor, site, at=AWAY))
    assert "Signalet kan ikke beregnes her" in page
    assert "vi beregner højst 20 km" in page
    assert "Det betyder ikke, at der ikke er dækning." in page
    assert "<svg xmlns" not in page


def test_a_place_off_the_terrain_says_so(site, hilly, visitor, settings, tmp_path):
    settings.SHELF = tmp_path / "shelf"
    assert "uden for terrænet" in text(ask(visitor, site, at="11.6000, 55.4600"))


def test_with_terrain_its_publisher_and_day_are_the_source(
    site, visitor, hilly, settings, tmp_path
):
    settings.SHELF = tmp_path / "shelf"
    page = text(ask(visitor, site, at=NEAR))
    assert "terræn uden bevoksning" in page
    assert "flad jord" not in page
    assert "Terræn: " in page


def test_with_nothing_published_a_point_still_works(site, early_visitor):
    page = text(ask(early_visitor, site))
    assert "Der er ikke offentliggjort adresser endnu." in page
    answer = ask(early_visitor, site, at=NEAR)
    assert "flad jord, intet terræn" in text(answer)


def test_in_english_nothing_is_danish(site, visitor):
    page = text(ask(visitor, site, english=True, at=NEAR))
    for words in ("Does the signal reach?", "Power of the transmitter", "flat earth, no terrain"):
        assert words in page
    assert "Signalets" not in page


def test_the_height_that_is_usual_is_said_to_be_assumed(site, visitor):
    lines = ask(visitor, site, at=NEAR).context["told"].assumptions
    assert (lines[0].value, lines[0].note) == ("30 m", "det, der er normalt for typen")
    silo = site_of(name="Siloen", antenna_m=41.0)
    assert ask(visitor, silo, at=NEAR).context["told"].assumptions[0].note == ""


@pytest.mark.parametrize("path", ["", "forslag/", "signal.pdf", "signal.json"])
def test_a_hidden_site_has_no_signal_for_those_who_may_not_see_it(site, enter, path):
    set_availability(site, Availability.WITHDRAWN, on=site.available_since, by=SOFTWARE)
    proposal = site_of(name="Forslaget", state=SiteState.PROPOSAL)
    question = {"q": "Skovvej 1"} if path == "forslag/" else {"at": NEAR}
    for name in ("visitor", "operator", "landlord", "other_coordinator"):
        for hidden in (site, proposal):
            there = f"/ejendomme/{hidden.pk}/signal/{path}"
            assert enter(name).get(there, question).status_code == 404
    there = f"/ejendomme/{site.pk}/signal/{path}"
    assert enter("site_manager").get(there, question).status_code == 200


def test_the_paper_is_a_pdf_and_the_same_each_time(site, visitor):
    first, second = (ask_file(visitor, site, "pdf") for _ in range(2))
    assert faults(first.content, "da") == []
    assert first.content == second.content
    assert "attachment" in first["Content-Disposition"]


def test_the_paper_speaks_the_language_of_the_page_and_names_the_ground(site, visitor):
    danish, english = (ask(visitor, site, english=lang, at=NEAR).context for lang in (False, True))
    with translation.override("da"):
        in_danish = paper_of(danish["signal"], told(danish["signal"]))
    with translation.override("en"):
        in_english = paper_of(english["signal"], told(english["signal"]))
    assert "flad jord, intet terræn" in in_danish["foot"]
    assert "flat earth, no terrain" in in_english["foot"]
    assert in_english["sum"][0] == "The signal at the telephone"
    assert {one[2] for one in in_danish["table"]} == {"ukendt"}
    there = f"/en/sites/{site.pk}/signal/signal.pdf"
    assert faults(visitor.get(there, {"at": NEAR}).content, "en") == []


def test_the_file_for_machines_tells_what_the_page_tells(site, visitor):
    heard = json.loads(ask_file(visitor, site, "json").content)
    found = ask(visitor, site, at=NEAR).context["told"].found
    assert heard["signal_dbm"] == pytest.approx(found.signal_dbm)
    assert heard["terrain"]["mode"] == "none"
    assert heard["mast"]["id"] == site.number


@pytest.mark.parametrize(("kind", "at"), [("pdf", ""), ("pdf", AWAY), ("exe", NEAR)])
def test_there_is_no_file_of_no_answer(site, visitor, kind, at):
    assert ask_file(visitor, site, kind, at=at).status_code == 404


def ask_file(browser, site, kind, at=NEAR):
    return browser.get(f"/ejendomme/{site.pk}/signal/signal.{kind}", {"at": at})
