"""The files and the paper of a ranking say what the page says, each in its own form."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pyogrio
import pytest

from taskforce.report.ranking.keeping import keep
from taskforce.report.ranking.ranking import Question
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.rankings.queries.paper import paper_of
from taskforce.web.rankings.queries.told import told
from taskforce.web.sites.actions.sites import change_site
from tests.paper_access import faults
from tests.web.rankings.makers import candidates_of, ranking_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SOURCE = (
    "Kilde: Digital Taskforce, rangering fra 20. november 2026; beregnet; flad jord, intet "
    "terræn. Demonstrationsdata."
)


def table(answer):
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    heads, *rest = rows
    return [dict(zip(heads, row, strict=True)) for row in rest[:-2]], rest[-1]


@pytest.fixture
def paper(caller, ranking):
    """What the paper says to one of the cast."""

    def said(name, k):
        seen = told(caller(name), ranking)
        return paper_of(seen, seen.stage(k))

    return said


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_table_has_a_row_for_each_chosen_site_and_its_source(reader, ranking, k):
    rows, source = table(reader("operator").file("csv", f"?k={k}"))
    assert [
        (one["rank"], one["id"], one["newly_covered"], one["covered_so_far"]) for one in rows
    ] == [
        (str(one.rank), one.id, str(one.newly_covered), str(one.after))
        for one in ranking.stage(k).chosen
    ]
    assert source == [SOURCE]


def test_the_table_is_one_that_a_danish_spreadsheet_reads(reader, ranking):
    answer = reader("operator").file("csv", "?k=3")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].endswith('filename="rangering-2026-11-20-3.csv"')
    rows, _ = table(answer)
    by_name = {one["name"]: one for one in rows}
    assert by_name["Rådhuset"]["longitude"] == "11,45"
    assert by_name["Rådhuset"]["antenna_assumed"] == "Ja"


def test_no_name_is_run_as_a_formula(reader, sites, ranking):
    change_site(sites[-1], {"name": "=1+1"}, by=SOFTWARE)
    rows, _ = table(reader("operator").file("csv", "?k=1"))
    assert rows[0]["name"] == "'=1+1"


def test_the_document_for_machines_holds_question_proof_data_and_every_size(reader, ranking):
    document = json.loads(reader("consultant").file("json", "?k=2").content)
    stage = ranking.stage(2)
    assert document["format"] == "digital-taskforce/ranking/1"
    assert (document["k"], document["value"], document["bound"]) == (2, stage.value, stage.bound)
    assert (document["gap"], document["checked"]) == (0.0, True)
    assert [one["k"] for one in document["stages"]] == [1, 2, 3]
    assert document["chosen"] == document["stages"][1]["chosen"]
    assert document["demand"] == {
        "lacking": 400,
        "unknown": 23,
        "off_terrain": 2,
        "reachable": ranking.demand.reachable,
    }
    assert (document["certainty"], document["terrain"]) == ("calculated", "none")
    assert [one["kind"] for one in document["inputs"]] == ["coverage", "sites"]
    assert document["assumptions"][0]["unit"] == "dBm"
    assert document["left_out"] == [
        {"id": "P-9999", "name": "Siloen", "da": "Ligger i havet.", "en": "Lies in the sea."}
    ]


def test_a_share_is_read_from_the_numbers_alone(reader, ranking):
    document = json.loads(reader("operator").file("json").content)
    for one in document["stages"]:
        assert one["value"] == sum(site["newly_covered"] for site in one["chosen"])
        assert one["chosen"][-1]["covered_so_far"] == one["value"]


@pytest.mark.parametrize("kind", ["geojson", "gpkg"])
def test_the_map_layers_open_in_a_map_program(reader, ranking, sites, tmp_path, kind):
    answer = reader("operator").file(kind, "?k=3")
    file = tmp_path / f"map.{kind}"
    file.write_bytes(answer.content)
    info = pyogrio.read_info(file)
    assert (info["features"], info["crs"]) == (3, "EPSG:4326")
    assert {"rank", "id", "name", "newly_covered"} <= set(info["fields"])
    assert not {"longitude", "latitude"} & set(info["fields"])
    west, south, east, north = pyogrio.read_bounds(file)[1]
    by_id = {one.number: one for one in sites}
    chosen = [by_id[one.id] for one in ranking.stage(3).chosen]
    assert sorted(west) == pytest.approx(sorted(one.longitude for one in chosen))
    assert sorted(north) == pytest.approx(sorted(one.latitude for one in chosen))
    assert list(west) == list(east)
    assert list(south) == list(north)


def test_a_geojson_names_its_source(reader, ranking):
    assert json.loads(reader("operator").file("geojson").content)["source"] == SOURCE


@pytest.mark.parametrize("kind", ["xlsx", "exe", "json.bak"])
def test_a_file_of_another_kind_is_not_there(reader, ranking, kind):
    assert reader("operator").file(kind).status_code == 404


def test_the_paper_is_an_accessible_pdf_and_the_same_each_time(reader, ranking):
    one, two = (reader("coordinator").file("pdf", "?k=3") for _ in range(2))
    assert one["Content-Type"] == "application/pdf"
    assert faults(one.content, "da") == []
    assert one.content == two.content
    assert reader("coordinator").file("pdf", "?k=2").content != one.content


def test_the_english_paper_is_made_too(reader, ranking):
    answer = reader("consultant").browser.get("/en/sites/ranking/ranking.pdf?k=1")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content != reader("consultant").file("pdf", "?k=1").content


@pytest.mark.parametrize("k", [1, 3])
def test_the_paper_says_what_the_page_says(paper, ranking, k):
    said, stage = paper("coordinator", k), ranking.stage(k)
    noun = "ejendom" if k == 1 else "ejendomme"
    assert (
        said["verdict"]
        == f"{k} {noun} ville give dækning til {stage.value} flere boliger og virksomheder."
    )
    assert said["proof"] == "Bevist bedst mulige valg."
    assert [row[0] for row in said["rows"]] == [str(one.rank) for one in stage.chosen]
    assert [row[2] for row in said["rows"]] == [str(one.newly_covered) for one in stage.chosen]
    assert said["foot"] == SOURCE
    assert said["lead"].startswith("Hele regionen · 20. november 2026")
    assert any("23" in line for line in said["told"])
    assert said["curve"].startswith("<svg")
    assert said["left_out"] == "1 ejendom kunne ikke regnes med."


def test_the_paper_explains_itself_to_those_who_never_saw_the_page(paper):
    said = paper("coordinator", 2)
    assert {label for label, _ in said["meanings"]} < set(said["heads"])
    assert said["assumptions"] == [["Sendestyrke", "15,2 dBm"]]
    assert [said["facts_heading"], said["data_heading"]] == ["Sådan er det beregnet", "Data"]


def test_a_paper_of_a_single_size_has_no_curve(caller, sites, shelf):
    made = ranking_of(candidates_of(sites), Question(k=1))
    made = replace(made, stages=made.stages[-1:], left_out=())
    keep(shelf, made)
    seen = told(caller("operator"), made)
    said = paper_of(seen, seen.stages[0])
    assert (said["curve"], said["conclusion"], said["left_out"]) == ("", "", "")


def test_every_number_of_the_paper_is_written_the_danish_way(caller, ranking):
    many = replace(ranking, demand=replace(ranking.demand, lacking=12_345, unknown=6_789))
    seen = told(caller("operator"), many)
    said = " ".join(paper_of(seen, seen.stage(2))["told"])
    assert "12.345" in said
    assert "6.789" in said
