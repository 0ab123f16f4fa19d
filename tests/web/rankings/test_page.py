"""The page of a ranking: the best choice of each size, why, how sure, and from what."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from taskforce.report.ranking.keeping import keep
from taskforce.report.ranking.ranking import Demand, Question, Stage
from taskforce.web.rankings.queries.told import proof_of
from taskforce.web.sites.freezing import freeze_sites
from tests.cast import AWAY, HOME
from tests.web.rankings.conftest import PAGE
from tests.web.rankings.makers import candidates_of, ranking_of
from tests.web.seen import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize("k", [1, 2, 3])
def test_each_number_of_sites_has_an_address_with_its_figures(reader, ranking, k):
    stage = ranking.stage(k)
    told = seen_in(reader("operator").page(f"?k={k}"))
    noun = "ejendom" if k == 1 else "ejendomme"
    assert f"{stage.value} boliger og virksomheder ville få dækning fra {k} {noun} " in told
    assert f"af de {ranking.demand.lacking}, der mangler dækning i dag" in told
    assert [one.rank for one in stage.chosen] == list(range(1, k + 1))
    for one in stage.chosen:
        name = ranking.candidate(one.id).name
        assert re.search(rf" {one.rank} {name} .*? {one.newly_covered} {one.after} ", told), name


def test_without_a_script_the_form_fetches_another_number(reader, ranking):
    page = reader("coordinator").page("?k=2")
    form = re.search(r'<form class="asked.*?</form>', page, re.DOTALL).group()
    assert f'method="get" action="{PAGE}"' in form
    assert re.findall(r'<option value="(\d)"( selected)?>', form) == [
        ("1", ""),
        ("2", " selected"),
        ("3", ""),
    ]
    assert f'name="ranking" value="{ranking.id}"' in form
    assert '<button class="button button-secondary" type="submit">Vis</button>' in form
    for k in (1, 2, 3):
        assert f'href="?ranking={ranking.id}&amp;k={k}"' in page


def test_the_slider_finds_every_number_already_in_the_page(reader, ranking):
    page = reader("operator").page("?k=1")
    stored = re.findall(r'<template data-k="(\d)">(.*?)</template>', page, re.DOTALL)
    assert [int(k) for k, _ in stored] == [1, 2, 3]
    for k, parts in stored:
        assert f'key-figure-value">{ranking.stage(int(k)).value}<' in parts
        assert set(re.findall(r'data-for="([\w-]+)"', parts)) == {
            "ranking-figures",
            "ranking-sites",
        }
        assert f"rangering.pdf?ranking={ranking.id}&amp;k={k}" in parts


@pytest.mark.parametrize(("asked", "shown"), [("0", 1), ("2", 2), ("99", 3), ("x", 3), ("", 3)])
def test_a_number_that_was_not_calculated_leads_to_the_nearest(enter, ranking, asked, shown):
    assert enter("operator").get(f"{PAGE}?k={asked}").context["stage"].k == shown


def test_the_map_shows_the_chosen_sites_in_their_order(enter, ranking, sites):
    context = enter("operator").get(f"{PAGE}?k=2").context
    by_id = {one.number: one for one in sites}
    chosen = [by_id[one.id] for one in ranking.stage(2).chosen]
    assert context["map"]["numbered"] is True
    assert [(one[0], one[1], one[2], one[4], one[5]) for one in context["map"]["sites"]] == [
        (one.longitude, one.latitude, one.name, f"/ejendomme/{one.pk}/", rank)
        for rank, one in enumerate(chosen, start=1)
    ]
    first = ranking.stage(2).chosen[0].newly_covered
    assert f" {first} " in context["map"]["sites"][0][3]
    assert [len(context["places"][k]) for k in (1, 2, 3)] == [1, 2, 3]


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_map_has_room_for_every_site_the_slider_can_show(enter, ranking, sites, k):
    west, south, east, north = enter("operator").get(f"{PAGE}?k={k}").context["map"]["bounds"]
    by_id = {one.number: one for one in sites}
    for one in (by_id[one.id] for stage in ranking.stages for one in stage.chosen):
        assert west < one.longitude < east
        assert south < one.latitude < north


def test_a_flat_earth_is_said_to_be_flat_wherever_a_figure_stands(reader, ranking):
    for page in (seen_in(reader("operator").page()), reader("operator").file("csv").content):
        told = page if isinstance(page, str) else page.decode()
        assert "flad jord, intet terræn" in told
    document = json.loads(reader("operator").file("json").content)
    assert "flad jord, intet terræn" in document["source"]
    assert "flat earth, no terrain" in seen_in(reader("operator").page(english=True))


def test_made_up_data_is_called_so(reader, ranking):
    assert "Demonstration" in seen_in(reader("operator").page())
    assert "Demonstrationsdata." in reader("operator").file("csv").content.decode()


def test_what_nobody_has_told_of_stands_apart_and_is_not_counted(reader, ranking):
    told = seen_in(reader("operator").page())
    assert "23 boliger og virksomheder, hvor det er ukendt, om de har dækning." in told
    assert "2 kunne ikke beregnes, fordi de ligger uden for terrænmodellen" in told


def test_what_the_data_and_the_assumptions_are_can_be_read(reader, ranking, shelf):
    bands = tuple(
        replace(ranking.assumptions[0], danish="Frekvensbånd", value=mhz, unit="MHz")
        for mhz in (700.0, 1800.0)
    )
    keep(shelf, replace(ranking, id="baand", assumptions=(*ranking.assumptions, *bands)))
    told = seen_in(reader("operator").page("?ranking=baand"))
    assert "Sendestyrke 15,2 dBm Frekvensbånd 700, 1.800 MHz" in told
    assert "Indberettet dækning Styrelsen, 30. juni 2026" in told
    assert "Data: et signal på mindst −100 dBm udendørs" in told
    assert "± 8,0 dB, som er sædvanligt for den slags beregninger" in told


@pytest.mark.parametrize(
    ("value", "bound", "checked", "words"),
    [
        (40, 40, True, "Bevist bedst mulige valg"),
        (990, 1000, True, "Højst 1\N{NO-BREAK SPACE}% fra det bedst mulige"),
        # Rounded up: 0.001 % must not be told as 0.0.
        (99_999, 100_000, True, "Højst 0,10\N{NO-BREAK SPACE}% fra det bedst mulige"),
        (40, 40, False, "Ikke efterprøvet"),
        (0, 0, True, "Bevist bedst mulige valg"),
    ],
)
def test_how_good_a_choice_is_is_never_said_better_than_it_was_proven(value, bound, checked, words):
    assert proof_of(Stage(1, value, bound, checked, ())) == words


def test_a_choice_that_could_be_better_says_how_much(reader, ranking, shelf):
    loose = tuple(replace(one, bound=one.value + 30) for one in ranking.stages)
    keep(shelf, replace(ranking, id="loes", stages=loose))
    told = seen_in(reader("operator").page("?ranking=loes&k=1"))
    assert f"Intet valg af 1 ejendom dækker flere end {ranking.stage(1).value + 30}." in told
    assert "Bevist bedst mulige valg" not in told


def test_a_ranking_that_covers_nobody_says_so_and_gives_no_share(reader, ranking, shelf):
    nothing = replace(
        ranking,
        id="intet",
        demand=Demand(0, 5, 0, 0),
        stages=(Stage(0, 0, 0, checked=True, chosen=()),),
    )
    keep(shelf, nothing)
    told = seen_in(reader("operator").page("?ranking=intet"))
    assert "Ingen ejendom ville give dækning til nogen, der mangler den i dag." in told


def test_the_reader_sees_first_what_lies_nearest(enter, sites, shelf):
    candidates = candidates_of(sites)
    keep(shelf, ranking_of(candidates, name="region"))
    for code in (HOME, AWAY):
        keep(shelf, ranking_of(candidates, Question(code, k=2), name=f"kommune-{code}"))

    def shown(name):
        return enter(name).get(PAGE).context["told"].ranking.id

    first = {"coordinator": f"kommune-{HOME}", "other_coordinator": f"kommune-{AWAY}"}
    assert {name: shown(name) for name in first} == first
    assert (shown("operator"), shown("consultant")) == ("region", "region")


def test_the_rankings_can_be_chosen_among(reader, enter, sites, ranking, shelf):
    keep(shelf, ranking_of(candidates_of(sites), Question(HOME, "fixed", k=2), name="soroe"))
    context = enter("operator").get(f"{PAGE}?ranking=soroe").context
    assert {one.id: one.is_shown for one in context["choices"]} == {
        ranking.id: False,
        "soroe": True,
    }
    label = next(one.label for one in context["choices"] if one.id == "soroe")
    assert label.startswith("Sorø, op til 2 ejendomme, Data, 20. november 2026 kl. 03:30")
    assert "Uden ordentligt fast internet" in label


@pytest.mark.parametrize("kind", ["", "rangering.csv", "rangering.pdf"])
def test_a_ranking_that_is_not_there_is_not_found(enter, ranking, kind):
    assert enter("operator").get(f"{PAGE}{kind}?ranking=findes-ikke").status_code == 404


def test_before_there_is_one_the_page_says_what_can_be_done(reader, shelf, cast):
    assert "Bestil en rangering" in reader("coordinator").page()
    told = seen_in(reader("operator").page())
    assert "Der er ingen rangering endnu." in told
    assert "Bestil en rangering" not in told
    assert reader("operator").file("csv").status_code == 404


def test_data_that_was_renewed_since_is_told(reader, ranking):
    words = "Der er kommet nyere data siden: Offentlige ejendomme."
    assert words not in seen_in(reader("operator").page())
    freeze_sites(on=date(2026, 11, 21))
    assert words in seen_in(reader("operator").page())


@pytest.mark.parametrize(
    ("name", "offers"), [("operator", True), ("coordinator", False), ("consultant", False)]
)
def test_an_operator_alone_is_led_to_ask_for_a_lease(reader, ranking, name, offers):
    assert ("Anmod om at leje" in seen_in(reader(name).page())) == offers


def test_roads_are_told_where_they_are_known(reader, ranking, shelf):
    first, *others = ranking.stages[-1].chosen
    known = (replace(first, road_km=12.34), *others)
    told_roads = replace(
        ranking, stages=(*ranking.stages[:-1], replace(ranking.stages[-1], chosen=known))
    )
    assert "Veje" not in seen_in(reader("operator").page("?k=3"))
    keep(shelf, replace(told_roads, id="20270101-000000-abcdef01"))
    address = "?k=3&ranking=20270101-000000-abcdef01"
    told = seen_in(reader("operator").page(address))
    assert "12,3 km" in told
    assert "km km" not in told
    assert "Ejendommene er ikke valgt efter vejene." in told
    assert reader("operator").file("pdf", address).content.startswith(b"%PDF")
