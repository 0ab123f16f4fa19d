"""A threshold is a pair that must hold together, written as people write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, DESIGN_THRESHOLDS, Threshold

speeds = st.decimals("0.001", "100000", places=3)


@given(speeds, speeds)
def test_a_label_reads_back_as_the_same_threshold(download, upload):
    threshold = Threshold(download, upload)
    assert Threshold.parse(threshold.label) == threshold
    assert Threshold.parse(threshold.slug) == threshold


@pytest.mark.parametrize("text", ["100/30", " 100 / 30 ", "100-30", "100,0/30.0"])
def test_a_threshold_is_understood_as_people_write_it(text):
    assert Threshold.parse(text) == DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    "text", ["", "abc", "100", "100/", "0/0", "-1/5", "1e9/1", "200000/1", "1/2/3"]
)
def test_what_is_no_threshold_is_refused_with_an_example(text):
    with pytest.raises(WrongUse, match="Mbit/s"):
        Threshold.parse(text)


def test_a_threshold_finer_than_the_stored_unit_is_met_only_above_it():
    assert Threshold(Decimal("10.0001"), Decimal(1)).download_kbps == 10_001
    assert Threshold(Decimal("10.24"), Decimal("0.5")).upload_kbps == 500


def test_the_design_thresholds_rise():
    assert list(DESIGN_THRESHOLDS) == sorted(DESIGN_THRESHOLDS)
    assert [threshold.label for threshold in DESIGN_THRESHOLDS] == ["30/5", "100/30", "1000/100"]
