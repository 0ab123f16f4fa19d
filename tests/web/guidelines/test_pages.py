"""The public pages tell who follows what, what it rests on, and what nobody knows."""

import csv
import io
from datetime import date
from html import unescape

import openpyxl
import pytest

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.guidelines.actions.decisions import Decided, adopt_version, decide
from taskforce.web.guidelines.actions.local_values import confirm, propose
from taskforce.web.guidelines.models import AdoptionState

DAY = date(2024, 3, 1)
MINUTES = "https://example.org/referat"


@pytest.fixture
def practised(home, away, coordinator, consultant):
    """Sorø follows with one change and a value of its own; Lolland follows as it stands."""
    adopt_version(home, "2020", decided_on=date(2021, 1, 1), by=coordinator)
    adopt_version(away, "2020", decided_on=date(2022, 1, 1), by=consultant)
    changed = Decided("2020", AdoptionState.REJECTED, DAY, MINUTES, "Kommunen har egne vilkår")
    decide(home, ["DIG-48"], changed, by=coordinator)
    facts = {"number": 15, "reason": "Ferietrafik", "valid_from": DAY}
    confirm(propose(home, ("DIG-36", "lead_working_days"), facts, by=coordinator), by=consultant)


def text(visitor, path):
    return visitor.get(path).content.decode()


def rows(visitor, query=""):
    held = visitor.get(f"/retningslinjer/oversigt.csv{query}").content.decode("utf-8-sig")
    return [row for row in csv.reader(io.StringIO(held), delimiter=";") if len(row) > 4]


def test_the_matrix_has_every_municipality_and_clause(visitor, practised):
    page = text(visitor, "/retningslinjer/")
    assert page.count('<td><a href="') == 17 * 21
    assert "Vedtaget, med egen værdi" in page


def test_the_filters_narrow_the_matrix_and_its_file_alike(visitor, practised):
    page = text(visitor, "/retningslinjer/?state=rejected&municipality=0340")
    assert page.count('<td><a href="') == 1
    found = rows(visitor, "?state=rejected&municipality=0340")
    assert len(found) == 2
    assert found[1][0] == "DIG-48"
    assert "Kommunen har egne vilkår" in found[1]
    assert MINUTES in found[1]


def test_only_the_clauses_that_differ_can_be_asked_for(visitor, practised):
    found = {row[0] for row in rows(visitor, "?state=different")[1:]}
    assert "DIG-48" in found
    assert "DIG-49" not in found


def test_a_filter_that_fits_nothing_says_so(visitor, practised):
    assert "Ingen bestemmelser passer" in text(visitor, "/retningslinjer/?state=outdated")


def test_a_hostile_filter_is_read_as_no_filter(visitor, practised):
    assert text(visitor, "/retningslinjer/?state=%00&chapter=../../x&rows=9").count("<td>") == 357


def test_the_whole_matrix_can_be_taken_along_as_a_workbook(visitor, practised):
    content = visitor.get("/retningslinjer/oversigt.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet.max_row >= 17 * 21
    assert visitor.get("/retningslinjer/oversigt.pdf").status_code == 404


def test_two_municipalities_side_by_side_show_only_what_differs(visitor, practised):
    page = text(visitor, "/retningslinjer/forskelle/?one=0340&other=0360")
    differs = page.split('id="different"')[1].split('id="unknown"')[0]
    assert "DIG-48" in differs
    assert "Kommunen har egne vilkår" in differs
    assert "DIG-49" not in differs
    assert "De gør det samme på" in page


def test_a_municipality_is_not_compared_with_itself(visitor, practised):
    page = text(visitor, "/retningslinjer/forskelle/?one=0340&other=0340")
    assert "Vælg to forskellige" in page


def test_two_versions_side_by_side_show_what_came(visitor, practised):
    page = text(visitor, "/retningslinjer/forskelle/?what=versions&one=2020&other=2016")
    came = page.split("Nyt i 2020")[1].split("Kun i 2016")[0]
    assert "PROC-15" in came
    assert "DIG-48" not in came


def test_every_rule_has_a_page_with_its_certainty_and_sources(visitor, cast):
    for rule in the_rulebook().rules.values():
        page = unescape(text(visitor, f"/retningslinjer/regler/{rule.id}/"))
        assert rule.certainty.label.da in page, rule.id
        assert all(source in page for source in rule.sources), rule.id


def test_an_unknown_rule_is_not_found(visitor):
    assert visitor.get("/retningslinjer/regler/NIX-1/").status_code == 404


def test_a_municipality_has_a_page_of_what_it_follows_and_where_it_differs(visitor, practised):
    page = text(visitor, "/retningslinjer/kommuner/0340/")
    assert "Kommunen har egne vilkår" in page
    assert "15\N{NO-BREAK SPACE}arbejdsdage" in page
    assert "Notér en beslutning" not in page


def test_the_index_is_told_with_how_much_is_known(visitor, practised):
    page = text(visitor, "/retningslinjer/metode/")
    assert "Ensartetheden gennem tiden" in page
    assert "Det rigtige tal ligger mellem" in page
    assert "1. marts 2024" in page


def test_where_nobody_has_decided_the_index_is_unknown_and_not_nought(visitor, cast):
    page = text(visitor, "/retningslinjer/")
    figure = page.split('class="key-figure-value">')[1]
    assert figure.startswith("ukendt")


def test_the_pages_are_complete_in_english(visitor, practised):
    for path in ("guidelines/", "guidelines/rules/", "guidelines/rules/DIG-36/",
                 "guidelines/method/", "guidelines/municipalities/0340/"):  # fmt: skip
        page = text(visitor, f"/en/{path}")
        for word in ("Kommune", "bestemmelse", "Vedtaget", "Kilde"):
            assert word not in page.replace("Kommunen har egne vilkår", ""), (path, word)
