"""What sites cost is read as it was meant, or refused with file, row, column and remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from taskforce.report.ranking.costs import read_costs, whole_costs
from taskforce.vocabulary.errors import Refused


@pytest.fixture
def written(tmp_path):
    def write(content, encoding="utf-8"):
        file = tmp_path / "rent.csv"
        file.write_bytes(content.encode(encoding))
        return file

    return write


def test_costs_are_read_with_commas_semicolons_and_either_decimal(written):
    assert read_costs(written("id,dkk\nP-1,24000\nP-2,24000.50\n")) == {
        "P-1": 24000,
        "P-2": 24000.5,
    }
    assert read_costs(written("id;dkk\r\nP-1;24000,50\r\nP-2;0\r\n")) == {"P-1": 24000.5, "P-2": 0}
    assert read_costs(written('id,dkk\nP-1,"24000,5"\n')) == {"P-1": 24000.5}


def test_what_a_spreadsheet_adds_does_no_harm(written):
    sheet = "\ufeffID;Navn; DKK \n P-1 ;Siloen; 24000 \n;;\n\nP-2;Skolen;1\n"
    assert read_costs(written(sheet)) == {"P-1": 24000, "P-2": 1}


@pytest.mark.parametrize("cost", ["24.000", "1.234.567", "24.000,50", "24,000.50", "24,000"])
def test_a_sign_for_thousands_is_refused_and_never_read_as_a_decimal(written, cost):
    with pytest.raises(Refused, match="two ways") as refused:
        read_costs(written(f"id;dkk\nP-1;1\nP-2;{cost}\n"))
    assert (refused.value.row, refused.value.column) == (3, "dkk")
    assert refused.value.file.endswith("rent.csv")
    assert "24000" in refused.value.remedy


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("P-2;-1", "dkk", "-1 is below zero"),
        ("P-2;", "dkk", "The cost is missing"),
        ("P-2;ukendt", "dkk", '"ukendt" is no number'),
        ("P-2;nan", "dkk", "no number"),
        ("P-2;inf", "dkk", "no number"),
        ("P-2;1e5", "dkk", "no number"),
        ("P-2;24 000", "dkk", "no number"),
        ("P-2;24000 kr.", "dkk", "no number"),
        (";24000", "id", "The id is missing"),
        ("P-1;24000", "id", "P-1 has a cost in row 2 already"),
        ("P-2;24000;5", "dkk", "3 cells, and the header 2"),
        ("P-2", "dkk", "1 cells, and the header 2"),
    ],
)
def test_a_faulty_row_is_named_with_its_column_and_a_remedy(written, row, column, words):
    with pytest.raises(Refused) as refused:
        read_costs(written(f"id;dkk\nP-1;1\n{row}\n"))
    assert words in refused.value.message
    assert (refused.value.row, refused.value.column) == (3, column)
    assert refused.value.file.endswith("rent.csv")
    assert refused.value.remedy


def test_a_decimal_comma_among_commas_is_refused_with_the_way_out(written):
    with pytest.raises(Refused, match="semicolons") as refused:
        read_costs(written("id,dkk\nP-1,24000,50\n"))
    assert refused.value.row == 2


@pytest.mark.parametrize("content", ["", "id\nP-1\n", "dkk,id,dkk\n1,P-1,2\n"])
def test_the_columns_must_be_there_once(written, content):
    with pytest.raises(Refused, match="id,dkk"):
        read_costs(written(content))


def test_a_file_that_cannot_be_read_is_told(written, tmp_path):
    with pytest.raises(Refused, match="UTF-8"):
        read_costs(written("id;dkk\nÅ-1;1\n", encoding="latin-1"))
    with pytest.raises(Refused, match="cannot be read"):
        read_costs(tmp_path / "none.csv")
    with pytest.raises(Refused, match="cannot be read"):
        read_costs(written("id;dkk\nP-1;" + "1" * 200_000 + "\n"))


@given(some.integers(0, 10**9), some.integers(0, 99))
def test_whole_kroner_are_never_less_than_what_was_told(kroner, oere):
    (cost,) = whole_costs(["P-1"], [None], {"P-1": float(f"{kroner}.{oere:02}")})
    assert kroner <= cost <= kroner + 1
    assert (cost == kroner) is (oere == 0)


def test_what_is_given_goes_before_what_the_list_tells():
    assert whole_costs(["P-1", "P-2"], [10.0, 20.0], {"P-2": 5.0}) == (10, 5)


def test_a_missing_cost_names_the_sites_and_the_way_out():
    sites = [f"P-{number}" for number in range(12)]
    with pytest.raises(Refused, match=r"12 sites: P-0, .* and 2 more") as refused:
        whole_costs(sites, [None] * 12, {})
    assert "--costs" in refused.value.remedy
