"""The official series: as published, with source and day, and nothing filled in."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from taskforce.need.reference import reference_series
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.places import load_region

FACTS = Path(__file__).parents[2].parent / "shared" / "reference" / "municipalities.csv"


def values(subject: str, area: str) -> dict[str, float]:
    return {
        one.period: one.value
        for one in reference_series()
        if (one.subject.key, one.area) == (subject, area)
    }


def test_the_region_rises_from_66_to_98_percent() -> None:
    assert values("coverage-100-30", "1085") == {
        "2015": 66,
        "2016": 77,
        "2017": 79,
        "2018": 84,
        "2020": 89,
        "2023": 98,
    }


def test_a_year_without_a_source_is_left_out() -> None:
    assert "2019" not in values("coverage-100-30", "1085")
    assert "2021" not in values("coverage-100-30", "dk")


def test_three_municipalities_have_no_official_figure_for_2020() -> None:
    told = {one.code for one in load_region().municipalities} - {"0330", "0360", "0376"}

    assert {one.area for one in reference_series() if one.area.startswith("0")} == told


def test_municipalities_are_as_in_the_researched_list() -> None:
    if not FACTS.exists():
        pytest.skip(f"the researched list of municipalities is not at hand ({FACTS})")
    with FACTS.open(encoding="utf-8") as file:
        researched = {
            row["kommunekode"]: float(row["cov_100_30_pct_2020"])
            for row in csv.DictReader(file)
            if row["cov_100_30_pct_2020"]
        }

    shipped = {
        one.area: one.value
        for one in reference_series()
        if one.area.startswith("0") and one.period == "2020"
    }
    assert shipped == researched


def test_every_figure_has_its_source_and_its_certainty() -> None:
    for one in reference_series():
        assert one.origin.publisher
        assert one.origin.url
        assert one.origin.as_of == one.as_of
        assert one.origin.certainty in (Certainty.REPORTED, Certainty.CALCULATED)
        assert one.subject.name.da
        assert one.subject.name.en
