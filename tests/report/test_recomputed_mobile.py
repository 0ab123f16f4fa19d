"""Every published figure of mobile coverage, counted again from what lies frozen on the shelf."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from taskforce.report.count import Count
from taskforce.report.disclosure import LIMIT
from taskforce.report.mobile.making import up_to_date
from taskforce.report.mobile.overview import AreaRow
from taskforce.report.mobile.proof import REGION, MobileFigure, proof_of
from taskforce.report.mobile.publishing import on_show, published
from taskforce.report.mobile.reckoning import overview
from taskforce.report.mobile.truths import Disagreement
from taskforce.snapshot.shelf import Shelf
from tests.mobile_region import mobile_region

NAMES = [*MobileFigure, *Disagreement]
WRITTEN = Path(__file__).parent / "mobile_overview_0_5.json"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A shelf whose overview has been put on show."""
    folder = tmp_path_factory.mktemp("recounted")
    held = mobile_region(Shelf(folder / "shelf"), folder)
    up_to_date(held)
    return held


@pytest.fixture(scope="module")
def again(shelf):
    """The same overview, counted anew without looking at what was published."""
    return overview(shelf)[0]


def counted(row: AreaRow, name: str) -> int | None:
    """The true count of a figure; None where the truth is not there."""
    if name in set(Disagreement):
        found = row.difference(Disagreement(name))
        return found.addresses if found else None
    reported, measured, predicted = row.reported, row.measured, row.predicted
    return {
        MobileFigure.LACKING: reported and reported.lacking,
        MobileFigure.NOT_TOLD: reported and reported.unknown,
        MobileFigure.WEAK: measured and (measured.weak_cells if measured.cells else None),
        MobileFigure.LIKELY: predicted and predicted.likely,
        MobileFigure.UNCERTAIN: predicted and predicted.uncertain,
        MobileFigure.UNLIKELY: predicted and predicted.unlikely,
        MobileFigure.DIFFERING: row.differing,
    }[MobileFigure(name)]


def test_every_figure_is_what_the_overview_counts_again(shelf, again):
    shown, seen, hidden = on_show(shelf), 0, 0
    assert shown.id.rpartition("-")[2] == again.id.rpartition("-")[2]
    for row in (again.region, *again.areas):
        for name in NAMES:
            value = proof_of(shown, row.code or REGION, str(name)).value
            true = counted(row, str(name))
            if value.withheld:
                hidden += 1
                continue
            assert value == (Count.UNKNOWN if true is None else Count(true)), (row.code, name)
            seen += value.shown
    assert seen >= len(NAMES)
    assert hidden


def test_no_small_group_of_those_who_lack_it_is_shown(shelf, again):
    shown = on_show(shelf)
    for row in again.areas:
        lacking = counted(row, MobileFigure.LACKING)
        if lacking is not None and 0 < lacking < LIMIT:
            assert proof_of(shown, row.code, MobileFigure.LACKING).value.withheld


def test_what_this_version_wrote_is_read_by_every_later_one(tmp_path):
    """A quoted address outlives the software: change the classes, but keep this file as it is."""
    folder = tmp_path / "mobile-public" / "20260705-written05"
    folder.mkdir(parents=True)
    shutil.copy(WRITTEN, folder / "overview.json")
    shown = published(Shelf(tmp_path), folder.name)
    expected = {
        (REGION, MobileFigure.LACKING): Count(14),
        (REGION, MobileFigure.UNLIKELY): Count(17),
        ("0340", MobileFigure.LACKING): Count.WITHHELD,
        ("0340", MobileFigure.UNCERTAIN): Count(8),
        ("0340", Disagreement.COVERED_BUT_WEAK): Count.WITHHELD,
        ("0360", MobileFigure.LACKING): Count.WITHHELD,
        ("0360", MobileFigure.WEAK): Count.UNKNOWN,
    }
    for (place, name), value in expected.items():
        assert proof_of(shown, place, str(name)).value == value, (place, name)
