"""Anyone finds an address, and its answer agrees with the figures of the region."""

from __future__ import annotations

import pytest

from taskforce.report.answer import Speed
from taskforce.report.figures import NOW, THEN
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS, Threshold
from taskforce.vocabulary.technology import Counting, Technology
from tests.makers import uuid_of


@pytest.mark.parametrize("text", ["hc andersensvej", "H.C. Andersens Vej", "andersens h"])
def test_a_road_is_found_however_its_words_are_parted(bundle, text):
    found = bundle.search(text, 5)
    assert len(found) == 5
    assert {hit.road for hit in found} == {"H.C. Andersens Vej"}


def test_number_letter_postcode_and_town_narrow_the_search(bundle):
    one = next(hit for hit in bundle.search("ålborggade", 40) if hit.house_number.endswith("B"))
    exact = f"{one.road} {one.house_number}, {one.postcode}"
    assert bundle.search(exact.lower().replace("å", "aa"))[0] == one
    assert bundle.search(f"{one.road} {one.house_number} {one.municipality_name}")[0] == one
    assert bundle.search(f"{one.road} {one.house_number[:-1]}")[0] == one
    assert bundle.search(f"{one.road} {one.house_number}, 9999") == ()
    assert one.label == (
        f"{one.road} {one.house_number}, {one.postcode} ({one.municipality_name} Kommune)"
    )


@pytest.mark.parametrize(
    "text", ["", "   ", "'; DROP TABLE road; --", "%", "8400", "🦆", "nowhere 1"]
)
def test_nonsense_finds_nothing(bundle, text):
    assert bundle.search(text) == ()


def test_addresses_outside_the_region_are_not_told_of(bundle):
    assert bundle.address(uuid_of(10_000)) is None
    assert bundle.address("no such address") is None


@pytest.mark.parametrize("counting", Counting)
@pytest.mark.parametrize("when", [NOW, THEN])
def test_the_answers_of_all_addresses_add_up_to_the_figures(bundle, counting, when):
    answers = [bundle.address(uuid_of(number)) for number in range(400)]
    for threshold in DESIGN_THRESHOLDS:
        table = bundle.need(threshold, when, counting=counting)
        standings = [getattr(one, when).standing(threshold, counting) for one in answers]
        if table.region.below.shown:
            assert standings.count("below") == table.region.below.value
        assert standings.count("unknown") == table.region.unknown.value


def test_an_answer_tells_every_technology_and_pair(bundle):
    answers = [bundle.address(uuid_of(number)) for number in range(400)]
    cables = [one.now.offer(Technology.CABLE) for one in answers]
    pairs = {cable.speeds for cable in cables if cable and cable.offered}
    assert pairs == {(Speed(300_000, 20_000), Speed(50_000, 40_000))}
    assert all(len(one.now.offers) == 5 for one in answers)
    assert answers[0].address.id == uuid_of(0)
    assert answers[0].longitude is not None


def test_one_pair_must_hold_together():
    threshold = Threshold.parse("100/30")
    assert Speed(300_000, 20_000).meets(threshold) is False
    assert Speed(100_000, 30_000).meets(threshold) is True
    assert Speed(None, 30_000).meets(threshold) is None
    assert Speed(None, 10_000).meets(threshold) is False
    assert Speed(None, None).offered is None
    assert Speed(0, 0).offered is False
