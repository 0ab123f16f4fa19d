"""A measurement is held against the masts that could have sent it, and against no others."""

from __future__ import annotations

from datetime import date

import pytest

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.collect.measurements import MeasurementChoices, collect_measurements
from taskforce.report.calibration.networks import Network, networks_of
from taskforce.snapshot.shelf import Shelf
from tests import drives
from tests.mast_files import EAST, antenna, as_csv, as_list, drawn, in_file, planned

DAY = date(2026, 7, 1)
FIVE_G = {"teknologi": {"id": "", "navn": "5G NR"}, "frekvensbaand": "3500"}


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def networks(shelf: Shelf, folder, register: str, name: str, *met: dict[str, str]):
    collect_masts(shelf, [in_file(folder, register, name)], MastChoices(as_of=DAY))
    log = drives.in_file(folder, drives.log(met))
    collect_measurements(shelf, [log], MeasurementChoices(as_of=DAY))
    found = networks_of(shelf.needed("masts"), shelf.needed("measurements"))
    return {(one.operator, one.generation): one for one in found}


def sent(network: Network) -> list[tuple[float, tuple[int, ...]]]:
    return [(one.easting_m - EAST, one.bands_mhz) for one in network.masts]


def test_only_antennas_in_use_of_the_generation_count_with_their_bands(shelf, tmp_path):
    register = [
        antenna(),
        antenna(frekvensbaand="1800"),
        antenna(**FIVE_G),
        antenna(EAST + 500, **FIVE_G),
        antenna(EAST + 900, **planned()),
        # Planned beside one that stands already.
        antenna(frekvensbaand="2600", **planned()),
    ]

    found = networks(shelf, tmp_path, as_list(register), "antenner.json", drives.met())

    assert list(found) == [(None, "4G")]
    assert sent(found[None, "4G"]) == [(0.0, (800, 1800))]


def test_the_strongest_network_of_a_square_stands_for_all_whose_owner_is_not_told(shelf, tmp_path):
    here = [drives.met(0, Level="-95"), drives.met(0, Operatorname="Telia", Level="-80")]
    there = [drives.met(60, Level="-85"), drives.met(60, Operatorname="Telia", Level="-90")]

    found = networks(shelf, tmp_path, as_list([antenna()]), "antenner.json", *here, *there)

    squares = found[None, "4G"].squares
    assert sorted(one.median_dbm for one in squares) == [-85.0, -80.0]
    assert [one.measurements for one in squares] == [1, 1]


def test_an_operator_that_the_register_names_is_held_against_its_own_masts(shelf, tmp_path):
    register = as_csv([drawn(1), drawn(2, EAST + 700, operator="Telia", frequency_mhz="1800")])
    met = [drives.met(0), drives.met(0, Operatorname="Telenor", Level="-70")]

    found = networks(shelf, tmp_path, register, "master.csv", *met)

    assert set(found) == {("TDC", "4G"), (None, "4G")}
    assert sent(found["TDC", "4G"]) == [(0.0, (800,))]
    # Nobody says that Telenor hangs on neither of the two.
    assert sent(found[None, "4G"]) == [(0.0, (800,)), (700.0, (1800,))]
    assert [one.median_dbm for one in found[None, "4G"].squares] == [-70.0]


def test_a_generation_that_nobody_sends_has_no_masts(shelf, tmp_path):
    met = drives.met(0, NetworkTech="5G", BAND="n78")

    found = networks(shelf, tmp_path, as_list([antenna()]), "antenner.json", met)

    assert found[None, "5G"].masts == ()
    assert len(found[None, "5G"].squares) == 1
