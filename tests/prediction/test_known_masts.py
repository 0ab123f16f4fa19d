"""The masts of the register reach the prediction with their bands, their plans and no height."""

from __future__ import annotations

from datetime import date

import pytest

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.prediction.known_masts import ASSUMED_ANTENNA_M, KnownMast, known_masts
from taskforce.snapshot.shelf import Shelf
from tests.mast_files import EAST, NORTH, antenna, as_list, in_file, planned, sends
from tests.official import real_file


@pytest.fixture
def known(tmp_path):
    def read(*antennas: object) -> tuple[KnownMast, ...]:
        shelf = Shelf(tmp_path / "shelf")
        file = in_file(tmp_path, as_list(antennas))
        collect_masts(shelf, [file], MastChoices(date(2026, 11, 1)))
        return known_masts(shelf.layer("masts"))

    return read


def test_a_mast_has_the_bands_of_its_mobile_antennas_each_once(known):
    bands = ("1800", "800", "800", "")
    railway = antenna() | sends("1", "40", "900")
    (mast,) = known(*(antenna(frekvensbaand=band) for band in bands), railway)
    assert mast.id == f"M-{EAST}-{NORTH}"
    assert (mast.easting_m, mast.northing_m) == (EAST, NORTH)
    assert mast.bands_mhz == (800, 1800)
    assert (mast.planned, mast.mobile, mast.uncertainty_m) == (False, True, None)


def test_what_is_only_planned_on_a_standing_mast_does_not_count_yet(known):
    (mast,) = known(antenna(), antenna(frekvensbaand="3500") | planned())
    assert mast.bands_mhz == (800,)


def test_a_planned_mast_has_the_bands_that_are_planned_and_its_uncertainty(known):
    (mast,) = known(antenna(frekvensbaand="3500") | planned(radius="500"))
    assert (mast.planned, mast.bands_mhz, mast.uncertainty_m) == (True, (3500,), 500.0)


def test_what_serves_no_telephone_is_there_and_said_to_be_none(known):
    standing, railway = known(antenna(), antenna(EAST + 50) | sends("1", "40", "900"))
    assert (standing.mobile, railway.mobile) == (True, False)
    assert railway.bands_mhz == ()


def test_the_height_is_assumed_because_the_register_tells_none(known):
    (mast,) = known(antenna())
    sender = mast.transmitter
    assert (sender.id, sender.easting_m, sender.northing_m) == (mast.id, EAST, NORTH)
    assert sender.height_m == mast.antenna_m == ASSUMED_ANTENNA_M


def test_the_real_masts_are_all_known_and_most_have_bands(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    file = real_file("dk-mastedatabasen", "antenner_apishape_shared9.json")
    collect_masts(shelf, [file], MastChoices(date(2024, 5, 7)))
    masts = known_masts(shelf.layer("masts"))
    assert len(masts) == 402
    assert sum(mast.mobile for mast in masts) == 364
    bands = {band for mast in masts for band in mast.bands_mhz}
    assert {700, 800, 900, 1800, 2100, 2600, 3500} <= bands
    assert all(mast.bands_mhz == () for mast in masts if not mast.mobile)
