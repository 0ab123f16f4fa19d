"""Overviews of mobile need are kept whole, with their cells, and found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from taskforce.report.mobile.keeping import cells_of, keep, kept, latest, opened
from taskforce.report.mobile.overview import (
    Absent,
    AreaRow,
    CellRow,
    Difference,
    Masts,
    Measured,
    MobileOverview,
    Predicted,
    Reported,
)
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.report.ranking.ranking import Assumption, Input
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.signal import Service

WEAK = Disagreement.COVERED_BUT_WEAK
DAY = date(2026, 5, 1)

REGION = AreaRow(
    code="",
    name="Region Sjælland",
    addresses=10,
    reported=Reported(covered=6, lacking=2, unknown=2),
    measured=Measured(1, 2, 1, 45, 4, 4, -104.5, DAY, None),
    predicted=None,
    differing=3,
    differences=(Difference(WEAK, addresses=3, compared=4, cells=1),),
    absent=(Absent(Truth.PREDICTED, "Der er ingen master.", "There are no masts."),),
)
CELLS = (
    CellRow("", "0360", 1, Reported(1, 0, 0), None, 0, None, None, None, None, None, ()),
    CellRow(
        cell="881f052c53fffff",
        municipality="0360",
        addresses=9,
        reported=Reported(5, 2, 2),
        predicted=Predicted(1, 2, 3, 3),
        measurements=45,
        median_dbm=-104.5,
        weak=True,
        oldest=DAY,
        newest=DAY,
        differing=3,
        differences=(Difference(WEAK, 3, 4, 1),),
    ),
)
FIRST = MobileOverview(
    id="20261126-a",
    made_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
    software="0.4.0",
    demonstration=True,
    service=Service.DATA,
    threshold_dbm=-100.0,
    reported_mbps="30/5",
    inputs=(
        Input("terrain", "t", "2026-01-01", "KDS", "measured"),
        Input("coverage", "c", "2026-06-30", "SDFI", "reported"),
        Input("masts", "m", "2026-07-01", "SDFI", "reported"),
    ),
    terrain="none",
    spread_db=8.0,
    calibrated=False,
    masts=Masts(in_use=3, off_terrain=1, bands_assumed=0),
    assumptions=(Assumption("Telefonens højde", "Height of the telephone", 1.5, "m"),),
    region=REGION,
    areas=(replace(REGION, code="0360", name="Lolland"),),
)


@pytest.fixture
def empty(tmp_path) -> Shelf:
    return Shelf(tmp_path)


def test_a_kept_overview_is_read_back_the_same(empty):
    keep(empty, FIRST, CELLS)
    assert kept(empty) == (FIRST,)
    assert opened(empty, FIRST.id) == FIRST
    assert cells_of(empty, FIRST.id) == CELLS


def test_an_overview_without_a_cell_is_kept_too(empty):
    keep(empty, FIRST, ())
    assert cells_of(empty, FIRST.id) == ()


def test_the_newest_stands_for_its_service_only(empty):
    later = replace(FIRST, id="20261126-z", made_at=FIRST.made_at + timedelta(hours=1))
    voice = replace(later, id="20261126-v", service=Service.VOICE)
    for each in (later, FIRST, voice):
        keep(empty, each, CELLS)
    assert latest(empty) == later
    assert latest(empty, Service.VOICE) == voice


def test_nothing_kept_is_none_and_an_unknown_one_is_told_with_its_remedy(empty):
    assert latest(empty) is None
    for asked in (opened, cells_of):
        with pytest.raises(NotOnShelf, match="taskforce mobile"):
            asked(empty, "20261126-a")


def test_shares_are_of_what_is_known_and_none_where_nothing_is():
    assert Reported(covered=6, lacking=2, unknown=92).lacking_share == 0.25
    assert Reported(0, 0, 5).lacking_share is None
    assert Predicted(1, 1, 2, 96).unlikely_share == 0.5
    assert Predicted(0, 0, 0, 5).unlikely_share is None
    assert REGION.measured.weak_share == 1.0
    assert replace(REGION.measured, cells=0, weak_cells=0).weak_share is None


def test_a_truth_tells_its_age_its_certainty_and_why_it_is_not_there():
    assert [one.id for one in FIRST.inputs_of(Truth.PREDICTED)] == ["m", "t"]
    assert Truth.PREDICTED.certainty is Certainty.CALCULATED
    assert REGION.why_absent(Truth.PREDICTED).en == "There are no masts."
    assert REGION.why_absent(Truth.REPORTED) is None


def test_what_could_not_be_compared_is_not_nought():
    assert REGION.difference(WEAK).addresses == 3
    assert REGION.difference(Disagreement.FINE_BUT_UNLIKELY) is None
    assert [one.main for one in CELLS] == [None, WEAK]


def test_each_contradiction_is_between_the_two_truths_that_it_names():
    assert {one.truths for one in Disagreement} == {
        (Truth.REPORTED, Truth.MEASURED),
        (Truth.REPORTED, Truth.PREDICTED),
        (Truth.MEASURED, Truth.PREDICTED),
    }
    assert WEAK.truths == (Truth.REPORTED, Truth.MEASURED)


def test_missing_data_speeds_contradict_no_telephone_call():
    assert WEAK.can_be_asked(Service.VOICE)
    assert not Disagreement.LACKING_BUT_FINE.can_be_asked(Service.VOICE)
    assert Disagreement.LACKING_BUT_FINE.can_be_asked(Service.DATA)
