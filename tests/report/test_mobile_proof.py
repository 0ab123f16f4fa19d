"""A figure of mobile coverage is found by its name, with its sources, and never made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taskforce.report.count import Count
from taskforce.report.mobile.proof import REGION, MobileFigure, proof_of
from taskforce.report.mobile.showing import shown_overview
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.vocabulary.errors import NotOnShelf
from tests.report.mobile_overviews import CELLS, OVERVIEW

SHOWN = shown_overview(OVERVIEW, CELLS)[0]
NAMES = [*MobileFigure, *Disagreement]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", [REGION, *(one.code for one in SHOWN.areas)])
def test_every_figure_of_every_place_is_what_the_overview_shows(place, name):
    area = SHOWN.area("" if place == REGION else place)
    found = proof_of(SHOWN, place, str(name))
    expected = {
        "reported-lacking": area.reported and area.reported.lacking,
        "reported-unknown": area.reported and Count(area.reported.unknown),
        "measured-weak": area.measured and area.measured.cells and Count(area.measured.weak_cells),
        "predicted-likely": area.predicted and area.predicted.likely,
        "predicted-uncertain": area.predicted and area.predicted.uncertain,
        "predicted-unlikely": area.predicted and area.predicted.unlikely,
        "differing": area.differing,
        **{one.kind.value: one.addresses for one in area.differences},
    }
    assert found.value == (expected.get(str(name)) or Count.UNKNOWN)
    assert [one.code for one in found.parts] == (
        [one.code for one in SHOWN.areas] if place == REGION else []
    )


def test_the_sources_are_those_of_the_truths_it_rests_on():
    reported = proof_of(SHOWN, REGION, "reported-lacking")
    assert reported.truths == (Truth.REPORTED,)
    assert set(reported.inputs) == set(SHOWN.inputs_of(Truth.REPORTED))
    between = proof_of(SHOWN, REGION, "reported-covered-measured-weak")
    assert between.truths == (Truth.REPORTED, Truth.MEASURED)
    assert len(between.inputs) == len(set(between.inputs))


def test_what_nobody_has_told_is_unknown_and_never_0():
    bare = replace(SHOWN, region=replace(SHOWN.region, reported=None, measured=None))
    for name in ("reported-lacking", "reported-unknown", "measured-weak"):
        found = proof_of(bare, REGION, name)
        assert found.value == Count.UNKNOWN
    assert proof_of(bare, REGION, "measured-weak").of is None


@pytest.mark.parametrize(("place", "name"), [("9999", "differing"), (REGION, "sludder"), ("", "x")])
def test_what_is_not_there_is_refused(place, name):
    with pytest.raises(NotOnShelf):
        proof_of(SHOWN, place, name)


def test_the_command_counts_the_same_place_again():
    assert proof_of(SHOWN, REGION, "differing").command == "taskforce mobile"
    code = SHOWN.areas[0].code
    assert proof_of(SHOWN, code, "differing").command == f"taskforce mobile --municipality {code}"
