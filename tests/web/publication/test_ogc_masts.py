"""Map programs fetch the masts of the register, with their doubts."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.snapshot.shelf import Shelf
from tests.mast_files import antenna, as_list, in_file, planned

ITEMS = "/ogc/collections/masts/items"


@pytest.fixture
def register(visitor, published, tmp_path, settings):
    """Takes in masts, the newest instead of those before; readers see them at once."""
    settings.SHELF = shutil.copytree(published, tmp_path / "shelf")

    def take_in(*antennas, day=date(2026, 7, 1)):
        folder = tmp_path / day.isoformat()
        folder.mkdir()
        file = in_file(folder, as_list(antennas))
        collect_masts(Shelf(settings.SHELF), [file], MastChoices(day))

    take_in(antenna(), antenna(east=656_000, unik_station_navn="SO2", **planned(radius="500")))
    return take_in


def test_masts_tell_what_the_register_knows(visitor, register):
    answer = visitor.get(ITEMS).json()
    masts = {one["properties"]["name"]: one["properties"] for one in answer["features"]}
    assert (masts["SO1"]["planned"], masts["SO1"]["uncertainty_m"]) == (False, None)
    assert (masts["SO2"]["planned"], masts["SO2"]["uncertainty_m"]) == (True, 500)
    assert masts["SO1"]["generations"] == "4G"
    assert masts["SO1"]["in_use_since"] == "2012-12-31"
    chosen = visitor.get(ITEMS, {"planned": "true"}).json()["features"]
    assert [one["properties"]["name"] for one in chosen] == ["SO2"]
    assert visitor.get(f"{ITEMS}/{chosen[0]['id']}").json()["properties"] == masts["SO2"]


def test_masts_have_the_day_of_the_register(visitor, register):
    told = visitor.get("/ogc/collections/masts").json()
    assert told["extent"]["temporal"]["interval"] == [["2026-07-01T00:00:00Z"] * 2]
    assert visitor.get(ITEMS, {"datetime": "2026-07-01"}).json()["numberMatched"] == 2
    assert visitor.get(ITEMS, {"datetime": "../2026-06-30"}).json()["numberMatched"] == 0


def test_a_page_of_an_older_register_says_to_begin_again(visitor, register):
    links = visitor.get(ITEMS, {"limit": 1}).json()["links"]
    there = next(one["href"] for one in links if one["rel"] == "next")
    assert visitor.get(there).json()["numberReturned"] == 1
    register(antenna(), day=date(2026, 8, 1))
    gone = visitor.get(there)
    assert (gone.status_code, gone["Content-Type"]) == (410, "application/problem+json")
    assert visitor.get(ITEMS).json()["numberMatched"] == 1
