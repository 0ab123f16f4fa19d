"""An address is found however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.report.spelling import Query, folded, house_parts, read_query

DANISH = st.text(st.sampled_from("abdeghiklmnoprstuvyæøåÆØÅé -."), max_size=20)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Århus", "Aarhus", "aarhus", "ÅRHUS", "A\u030arhus"),
        ("Sorø", "Soroe", "soro", "SORØ"),
        ("Ærø", "Aeroe", "ærø"),
        ("Allé", "alle", "ALLÉ"),
        ("H.C. Andersens Vej", "h c andersens vej", "H. C. Andersens-vej"),
    ],
)
def test_all_spellings_of_a_name_are_one(spellings):
    assert len({folded(one) for one in spellings}) == 1


@given(DANISH, st.integers(0, 20))
def test_the_beginning_of_a_name_folds_to_the_beginning(name, length):
    assert folded(name).startswith(folded(name[:length]))


@given(DANISH)
def test_folding_twice_changes_nothing_more(name):
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Søvej 8H, 8400 Ebeltoft", Query(("sovej", "ebeltoft"), 8, "h", "8400")),
        ("8400 søvej 8 h", Query(("sovej",), 8, "h", "8400")),
        ("10. Februar Vej 7", Query(("10", "februar", "vej"), 7, "", None)),
        ("Søvej", Query(("sovej",), None, "", None)),
        ("  ", Query((), None, "", None)),
    ],
)
def test_street_number_and_postcode_are_told_apart(text, query):
    assert read_query(text) == query


def test_house_numbers_sort_as_numbers():
    written = ["10", "9B", "9", "9A", None, "x"]
    assert sorted(written, key=house_parts) == [None, "x", "9", "9A", "9B", "10"]
