"""Numbers are read as their writer meant them, or not at all."""

from __future__ import annotations

import math

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from taskforce.sources.numbers_as_text import number_sql


def read(text: str | None, decimal: str = ",", nulls: tuple[str, ...] = ()) -> float | None:
    sql = number_sql("t", decimal=decimal, nulls=nulls)
    with duckdb.connect() as connection:
        row = connection.execute(f"SELECT {sql} FROM (SELECT ?::VARCHAR AS t)", [text]).fetchone()
    return row[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("50,000", 50),
        ("10,240", 10.24),
        ("574730,160000000033", 574730.160000000033),
        ("1000", 1000),
        (" 1000 ", 1000),
        ("6.223.215,94", 6223215.94),
        ("1.234,5", 1234.5),
        ("6.223.215", 6223215),
        ("50.5", 50.5),
        ("574730.160000000033", 574730.160000000033),
        ("1 000", 1000),
        ("1\u00a0000,5", 1000.5),
        ("-5", -5),
        ("0", 0),
    ],
)
def test_danish_numbers(text, number):
    assert read(text) == pytest.approx(number, rel=1e-15)


@pytest.mark.parametrize("text", ["1.000", "hurtig", "1,2,3", "12..5", "10 Mbit", "1.23.456"])
def test_what_can_be_read_in_two_ways_or_none_is_no_number(text):
    assert math.isnan(read(text))


@pytest.mark.parametrize("text", [None, "", "  ", "-", "ukendt"])
def test_empty_cells_are_no_numbers_and_no_faults(text):
    assert read(text, nulls=("-", "ukendt")) is None


@pytest.mark.parametrize(("text", "number"), [("50.5", 50.5), ("1,234.5", 1234.5), ("50,5", 50.5)])
def test_numbers_with_a_decimal_point(text, number):
    assert read(text, decimal=".") == number


def test_a_thousand_with_a_decimal_point_is_not_guessed():
    assert math.isnan(read("1,000", decimal="."))


@settings(deadline=None, max_examples=50)
@given(some.decimals(min_value=0, max_value=10_000_000, places=6), some.sampled_from([",", "."]))
def test_any_number_survives_being_written(number, decimal):
    assert read(f"{number:f}".replace(".", decimal), decimal) == pytest.approx(float(number))
