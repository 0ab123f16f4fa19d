"""Three truths of mobile coverage, counted by hand: what is not known is never nought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from taskforce.collect.terrain import TerrainChoices, collect_terrain
from taskforce.report.mobile.asked import Asked
from taskforce.report.mobile.overview import Masts, Measured, Predicted, Reported
from taskforce.report.mobile.reckoning import overview
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf, WrongUse
from taskforce.vocabulary.signal import Service
from tests.mast_files import EAST, antenna, planned
from tests.mobile_region import DAY, FAR, mobile_region
from tests.sources.terrain_files import ascii_grid, metric_plain

DRIVEN = date(2026, 6, 30)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Shelf:
    folder = tmp_path_factory.mktemp("mobile")
    return mobile_region(Shelf(folder / "shelf"), folder)


@pytest.fixture(scope="module")
def made(shelf):
    return overview(shelf)


def without(tmp_path, what: str):
    return overview(mobile_region(Shelf(tmp_path / "shelf"), tmp_path, without=what))


def told(row):
    return {one.kind: (one.addresses, one.compared, one.cells) for one in row.differences}


def test_the_region_is_what_is_counted_by_hand(made):
    region = made[0].region
    assert region.addresses == 11
    assert region.reported == Reported(covered=6, lacking=4, unknown=1)
    assert region.predicted == Predicted(likely=6, uncertain=2, unlikely=2, off_terrain=1)
    assert region.measured == Measured(
        cells=3,
        too_few=1,
        weak_cells=1,
        measurements=53,
        addresses=7,
        weak_addresses=5,
        median_dbm=-90.0,
        oldest=DRIVEN,
        newest=DRIVEN,
    )


def test_contradictions_are_what_is_counted_by_hand(made):
    assert told(made[0].region) == {
        Disagreement.COVERED_BUT_WEAK: (3, 6, 1),
        Disagreement.COVERED_BUT_UNLIKELY: (1, 7, 1),
        Disagreement.LACKING_BUT_FINE: (1, 6, 1),
        Disagreement.LACKING_BUT_LIKELY: (2, 7, 2),
        Disagreement.WEAK_BUT_LIKELY: (5, 5, 1),
        Disagreement.FINE_BUT_UNLIKELY: (0, 5, 0),
    }
    assert made[0].region.differing == 8


def test_each_municipality_has_a_row_of_its_own(made):
    rows = made[0].areas
    assert [(one.code, one.name, one.addresses) for one in rows] == [
        ("0330", "Slagelse", 1),
        ("0340", "Sorø", 8),
        ("0370", "Næstved", 2),
    ]
    slagelse, soroe, _ = rows
    # The hexagon at the foot of the mast counts in both, and once in the region.
    assert (slagelse.measured.cells, soroe.measured.cells) == (1, 3)
    assert told(slagelse)[Disagreement.COVERED_BUT_WEAK] == (1, 1, 1)


def test_where_nobody_measured_nothing_is_said(made):
    naestved = made[0].area("0370")
    assert naestved.measured is None
    assert naestved.why_absent(Truth.MEASURED).en == "Nobody measured here."
    assert set(told(naestved)) == {
        Disagreement.COVERED_BUT_UNLIKELY,
        Disagreement.LACKING_BUT_LIKELY,
    }


def test_a_hexagon_that_was_measured_too_little_contradicts_nothing(made):
    cells = {(one.municipality, one.measurements): one for one in made[1]}
    few = cells["0340", 4]
    assert (few.median_dbm, few.weak) == (None, None)
    assert set(told(few)) == {Disagreement.COVERED_BUT_UNLIKELY, Disagreement.LACKING_BUT_LIKELY}
    lonely = cells["0340", 10]
    assert (lonely.addresses, lonely.weak, lonely.differing) == (0, False, None)


def test_a_hexagon_is_told_by_its_strongest_network(made):
    far = next(one for one in made[1] if one.measurements == 24)
    assert (far.median_dbm, far.weak) == (-90.0, False)
    foot = next(one for one in made[1] if one.measurements == 15)
    assert (foot.median_dbm, foot.weak) == (-105.0, True)


def test_addresses_without_a_place_are_a_cell_of_their_own(made):
    nowhere = next(one for one in made[1] if one.cell == "")
    assert nowhere.addresses == 1
    assert nowhere.reported == Reported(1, 0, 0)
    assert nowhere.predicted == Predicted(0, 0, 0, off_terrain=1)
    assert (nowhere.measurements, nowhere.differing) == (0, None)


def test_a_call_needs_less_and_missing_data_speeds_say_nothing_of_it(shelf):
    voice = overview(shelf, Asked.usual(Service.VOICE))[0]
    assert (voice.service, voice.threshold_dbm) == (Service.VOICE, -110.0)
    assert voice.region.measured.weak_cells == 0
    assert voice.region.difference(Disagreement.LACKING_BUT_FINE) is None
    assert voice.region.difference(Disagreement.COVERED_BUT_WEAK).addresses == 0


@pytest.mark.parametrize(
    ("what", "truth", "says"),
    [
        ("masts", Truth.PREDICTED, "have not been collected"),
        ("measurements", Truth.MEASURED, "no measurements yet"),
        ("reports", Truth.REPORTED, "tells nothing of mobile"),
    ],
)
def test_a_truth_that_is_not_there_says_why_and_is_never_nought(tmp_path, what, truth, says):
    made, cells = without(tmp_path, what)
    for row in (made.region, *made.areas):
        assert getattr(row, truth.value) is None
        assert says in row.why_absent(truth).en
        assert all(truth not in one.kind.truths for one in row.differences)
    if truth is not Truth.MEASURED:
        assert all(getattr(one, truth.value) is None for one in cells)
    assert all(made.region.why_absent(one) is None for one in Truth if one is not truth)


def test_without_masts_nothing_is_told_of_them(tmp_path):
    made, _ = without(tmp_path, "masts")
    assert made.masts is None
    assert made.inputs_of(Truth.PREDICTED) == ()


def test_every_truth_has_its_day_its_publisher_and_the_flat_earth_is_named(made):
    it = made[0]
    assert {one.kind for one in it.inputs} == {"coverage", "measurements", "masts", "boundaries"}
    assert all(date.fromisoformat(one.as_of) and one.publisher for one in it.inputs)
    assert all(it.inputs_of(truth) for truth in Truth)
    assert (it.terrain, it.spread_db, it.calibrated) == ("none", 8.0, False)
    assert it.masts == Masts(in_use=1, off_terrain=0, bands_assumed=0)
    assert it.assumptions


def test_the_answer_does_not_depend_on_threads_or_on_what_was_kept(shelf, made):
    again = overview(shelf, threads=2)
    assert again[1] == made[1]
    assert replace(again[0], made_at=made[0].made_at) == made[0]


def test_what_lies_off_the_terrain_is_counted_apart_and_a_mast_there_reaches_nobody(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    ground = ascii_grid(tmp_path / "ground.asc", metric_plain())
    collect_terrain(shelf, [ground], TerrainChoices(crs="EPSG:25832", as_of=DAY))
    register = [antenna(), antenna(EAST + FAR, unik_station_navn="SO2")]
    made, _ = overview(mobile_region(shelf, tmp_path, register=register))
    assert made.terrain == "dtm"
    assert made.masts == Masts(in_use=2, off_terrain=1, bands_assumed=0)
    assert made.region.predicted == Predicted(likely=6, uncertain=0, unlikely=0, off_terrain=5)
    assert {one.kind for one in made.inputs_of(Truth.PREDICTED)} == {"masts", "terrain"}


def test_masts_that_are_planned_or_off_the_terrain_make_no_prediction(tmp_path):
    made, _ = overview(
        mobile_region(Shelf(tmp_path / "shelf"), tmp_path, register=[antenna(**planned())])
    )
    assert made.region.predicted is None
    assert "None of the known mobile masts" in made.region.why_absent(Truth.PREDICTED).en
    assert made.masts == Masts(in_use=0, off_terrain=0, bands_assumed=0)


def test_nothing_to_count_from_is_told(tmp_path):
    with pytest.raises(NotOnShelf, match="collect coverage"):
        overview(Shelf(tmp_path))


def test_a_threshold_that_no_telephone_reports_is_refused():
    with pytest.raises(WrongUse, match="no signal"):
        Asked(Service.DATA, 100.0)
