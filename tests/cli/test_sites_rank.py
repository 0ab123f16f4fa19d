"""`taskforce sites rank` chooses the sites that cover most, and says how sure that is."""

from __future__ import annotations

import csv
import io
import json

import pytest

from taskforce.report.ranking.keeping import kept
from tests.ranking_shelf import ranking_shelf

K3 = ("sites", "rank", "--k", "3")


@pytest.fixture
def region(shelf, tmp_path):
    return ranking_shelf(shelf, tmp_path)


@pytest.fixture
def ranked(region, run):
    """Run the command and hand back its JSON."""

    def ask(*options):
        done = run("sites", "rank", "--format", "json", *options)
        assert done.exit_code == 0, done.stderr
        return json.loads(done.stdout)

    return ask


def answer(told):
    return told["chosen"], told["value"], told["bound"]


def test_people_read_the_choice_its_proof_and_what_it_rests_on(region, run):
    done = run(*K3)
    assert done.exit_code == 0
    for words in (
        "18 homes and firms without mobile coverage by the operators' reports",
        "2 more are unknown and not counted",
        "No place, or off the terrain: 1 of them.",
        "2 of the 3 sites would newly cover 17 of them; all together 17.",
        "Proven: no choice of as many sites covers more. Verified apart from the solver.",
        "no further site may be chosen or adds any",
        "V-1: V-2, 8",
        "Kilometres of road are not reckoned: there is no road layer on the shelf.",
        "flat earth, no terrain",
        "coverage 2026-06-30",
        "sites 2026-07-01",
        "Height of the telephone: 1.5 m",
        "Sites whose height of antennas is assumed by their kind: 1",
    ):
        assert words in done.stdout
    assert "masts 2026" not in done.stdout


def test_machines_get_the_answer_first_and_all_that_it_rests_on(ranked):
    told = ranked("--k", "1")
    assert answer(told) == (["V-1"], 12, 12)
    assert (told["gap"], told["proven"], told["checked"]) == (0, True, True)
    assert told["road_km"] is None
    assert told["demand"] == {"lacking": 18, "unknown": 2, "off_terrain": 1, "reachable": 17}
    assert [one["value"] for one in told["stages"]] == [0, 12]
    assert told["terrain"] == "none"
    assert {one["kind"] for one in told["inputs"]} == {"coverage", "sites"}


def test_csv_and_geojson_hold_the_chosen_sites_in_order(region, run):
    rows = list(csv.DictReader(io.StringIO(run(*K3, "--format", "csv").stdout)))
    assert [(row["id"], row["newly_covered"], row["after"]) for row in rows] == [
        ("V-1", "12", "12"),
        ("V-3", "5", "17"),
    ]
    assert rows[0]["road_km"] == ""
    told = json.loads(run(*K3, "--format", "geojson").stdout)
    assert (told["type"], told["value"]) == ("FeatureCollection", 17)
    assert [one["id"] for one in told["features"]] == ["V-1", "V-3"]
    longitude, latitude = told["features"][0]["geometry"]["coordinates"]
    assert 11.4 < longitude < 11.5
    assert 55.4 < latitude < 55.5


def test_forced_and_forbidden_sites_are_kept_to(ranked):
    assert answer(ranked("--k", "1", "--force", "V-3")) == (["V-3"], 5, 5)
    assert answer(ranked("--k", "2", "--forbid", "V-1")) == (["V-3", "V-2"], 9, 9)
    told = ranked("--k", "2", "--force", "V-2")
    assert (sorted(told["chosen"]), told["value"]) == (["V-1", "V-2"], 12)


def test_a_budget_takes_the_costs_of_the_list_and_a_file_goes_before_them(ranked, tmp_path):
    assert answer(ranked("--k", "3", "--budget", "30000")) == (["V-1"], 12, 12)
    rent = tmp_path / "rent.csv"
    rent.write_text("id;dkk\nV-1;30000,50\n")
    dearer = ranked("--k", "3", "--budget", "30000", "--costs", str(rent))
    assert answer(dearer) == (["V-3", "V-2"], 9, 9)
    assert "30000.5" not in json.dumps(dearer)


@pytest.mark.parametrize(
    ("need", "lacking", "unknown", "chosen", "value"),
    [
        ("predicted", 17, 1, ["V-1"], 17),
        ("either", 23, 0, ["V-1", "V-3"], 22),
        ("fixed", 7, 2, ["V-1"], 7),
    ],
)
def test_who_lacks_coverage_can_be_asked_otherwise(ranked, need, lacking, unknown, chosen, value):
    told = ranked("--k", "3", "--need", need)
    assert (told["demand"]["lacking"], told["demand"]["unknown"]) == (lacking, unknown)
    assert (told["chosen"], told["value"]) == (chosen, value)
    kinds = {one["kind"] for one in told["inputs"]}
    assert ("masts" in kinds) is (need in ("predicted", "either"))


def test_a_weaker_signal_reaches_further(ranked):
    assert ranked("--k", "1", "--forbid", "V-1")["chosen"] == ["V-3"]
    told = ranked("--k", "1", "--forbid", "V-1", "--service", "voice")
    assert answer(told) == (["V-2"], 12, 12)
    assert ranked("--k", "1", "--threshold-dbm", "-92")["value"] == 8


def test_a_municipality_has_its_own_homes_and_sites(ranked):
    told = ranked("--k", "3", "--municipality", "0360")
    assert answer(told) == (["V-3"], 5, 5)
    assert [one["id"] for one in told["candidates"]] == ["V-3"]


def test_two_rankings_of_one_day_do_not_overwrite_each_other(region, run):
    for budget in ("30000", "30000", "60000"):
        assert run(*K3, "--budget", budget).exit_code == 0
    assert len({one.id for one in kept(region)}) == 3


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--force", "V-1", "--forbid", "V-1"), "V-1 is both forced and forbidden"),
        (("--k", "1", "--force", "V-1", "--force", "V-2"), "2 sites are forced, but only 1"),
        (("--force", "V-9"), 'There is no site "V-9"'),
        (("--threshold-dbm", "100"), "no signal that a telephone reports"),
        (("--costs", "rent.csv"), "Costs change nothing without a budget"),
        (("--need", "wishes"), "'wishes' is not one of"),
        (("--k", "-1"), "-1 is not in the range"),
    ],
)
def test_a_question_that_contradicts_itself_is_refused_and_nothing_kept(
    region, run, options, words
):
    done = run("sites", "rank", *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert kept(region) == ()


def test_faulty_costs_are_told_by_file_row_and_column(region, run, tmp_path):
    rent = tmp_path / "rent.csv"
    rent.write_text("id,dkk\nV-1,24.000\n")
    done = run(*K3, "--budget", "30000", "--costs", str(rent))
    assert done.exit_code == 1
    assert f'{rent}, row 2, column "dkk": 24.000 can be read in two ways' in done.stderr
    assert kept(region) == ()


@pytest.mark.parametrize(
    ("without", "options", "remedy"),
    [
        ("coverage", (), "taskforce collect coverage"),
        ("sites", (), "taskforce collect sites"),
        ("masts", ("--need", "predicted"), "taskforce collect masts"),
    ],
)
def test_what_is_not_on_the_shelf_is_named_with_its_remedy(
    shelf, tmp_path, run, without, options, remedy
):
    ranking_shelf(shelf, tmp_path, without=without)
    done = run("sites", "rank", *options)
    assert done.exit_code == 1
    assert remedy in done.stderr
    assert done.stdout == ""


def test_without_masts_the_operators_reports_still_decide(shelf, tmp_path, run):
    ranking_shelf(shelf, tmp_path, without="masts")
    assert run("sites", "rank").exit_code == 0


def test_a_municipality_without_sites_or_addresses_is_told(region, run):
    done = run("sites", "rank", "--municipality", "0253")
    assert done.exit_code == 1
    assert "stands in municipality 0253" in done.stderr
