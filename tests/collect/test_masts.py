"""Antennas at one coordinate become one mast of the layer, and what is no telephone stays apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow.parquet as pq
import pytest

from taskforce.collect.boundaries import collect_boundaries
from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.collect.masts_grouping import grouped
from taskforce.sources.masts.reading import read_masts
from taskforce.vocabulary.errors import Refused
from tests.mast_files import (
    EAST,
    NORTH,
    antenna,
    as_csv,
    as_list,
    as_map,
    drawn,
    feature,
    in_file,
    metres,
    planned,
    sends,
)
from tests.official import real_file

AS_OF = MastChoices(as_of=date(2026, 11, 1))
RAILWAY = sends("1", "40")


def held(shelf, name: str = "masts") -> list[dict[str, Any]]:
    return pq.read_table(shelf.layer("masts").file(name)).to_pylist()


@pytest.fixture
def collect(tmp_path, shelf):
    """Take in antennas as the register's list; hands back the outcome."""

    def one(*antennas: Any, choices: MastChoices = AS_OF):
        return collect_masts(shelf, [in_file(tmp_path, as_list(antennas))], choices)

    return one


def test_antennas_at_one_coordinate_hang_on_one_mast(collect, shelf):
    bands = [antenna(frekvensbaand=band) for band in ("700", "800", "1800")]
    outcome = collect(*bands, antenna(EAST + 1, unik_station_navn="SO2"))
    assert (outcome.rows, outcome.accepted, outcome.addresses) == (4, 4, 2)
    first, second = held(shelf)
    assert (first["mast_id"], first["antennas"]) == (f"M-{EAST}-{NORTH}", 3)
    assert (first["easting_m"], first["northing_m"]) == (EAST, NORTH)
    assert (second["mast_id"], second["name"]) == (f"M-{EAST + 1}-{NORTH}", "SO2")
    hanging = [
        one["band_mhz"] for one in held(shelf, "antennas") if one["mast_id"] == first["mast_id"]
    ]
    assert hanging == [700, 800, 1800]


def test_a_mast_tells_its_stations_address_and_degrees(collect, shelf):
    bare = antenna(vejnavn={}, husnr="", postnummer={}, unik_station_navn="")
    collect(bare, antenna(), antenna(unik_station_navn="A7"))
    (mast,) = held(shelf)
    assert mast["name"] == "A7, SO1"
    assert (mast["road"], mast["house_number"], mast["postcode"]) == ("Grøftevej", "16", "4180")
    assert mast["longitude"] == pytest.approx(11.4494, abs=1e-3)
    assert mast["latitude"] == pytest.approx(55.4268, abs=1e-3)


def test_the_order_of_the_rows_does_not_change_the_masts(collect, shelf):
    rows = [antenna(EAST + step, frekvensbaand=band) for step in (0, 9, 5) for band in ("700", "")]
    collect(*rows)
    forth = held(shelf)
    collect(*rows[::-1])
    assert held(shelf) == forth
    assert [one["easting_m"] for one in forth] == [EAST, EAST + 5, EAST + 9]


def test_what_serves_no_telephone_is_kept_apart(collect, shelf):
    outcome = collect(antenna(), antenna() | RAILWAY, antenna(EAST + 50) | RAILWAY)
    assert [one["mobile"] for one in held(shelf)] == [True, False]
    railway = [one for one in held(shelf, "antennas") if one["technology"] == "GSM-R"]
    assert [(one["mobile"], one["generation"]) for one in railway] == [(False, None)] * 2
    assert any(
        "1 antennas serve mobile telephones, on 1 masts; 2 others" in note for note in outcome.notes
    )


def test_a_neutral_permit_is_kept_and_said_not_to_count(collect, shelf):
    outcome = collect(antenna() | sends("11", "38"))
    assert [one["mobile"] for one in held(shelf)] == [False]
    assert any("1 antennas have a permit that is neutral" in note for note in outcome.notes)


def test_a_plan_is_a_mast_of_its_own_until_something_is_in_use(collect, shelf):
    plan = antenna() | planned(radius="500")
    outcome = collect(plan, antenna(EAST + 50))
    waiting, standing = held(shelf)
    assert (waiting["mast_id"], waiting["planned"]) == (f"P-{EAST}-{NORTH}", True)
    assert (waiting["uncertainty_m"], standing["uncertainty_m"]) == (500.0, None)
    assert any("1 masts are told with a radius" in note for note in outcome.notes)
    collect(plan, antenna())
    (mast,) = held(shelf)
    assert (mast["mast_id"], mast["planned"]) == (f"M-{EAST}-{NORTH}", False)
    # One antenna in use knows the place exactly.
    assert mast["uncertainty_m"] is None
    assert [one["planned"] for one in held(shelf, "antennas")] == [True, False]


def test_a_telephone_that_is_only_planned_does_not_make_a_railway_mast_mobile(collect, shelf):
    collect(antenna() | RAILWAY, antenna() | planned())
    assert [(one["planned"], one["mobile"]) for one in held(shelf)] == [(False, False)]


def test_a_place_is_as_uncertain_as_its_least_certain_antenna(collect, shelf):
    collect(antenna() | planned(radius="100"), antenna() | planned(radius="500"))
    assert held(shelf)[0]["uncertainty_m"] == 500.0


def test_the_municipality_is_the_one_the_mast_stands_in(collect, shelf):
    stray, silent = antenna(kommune={"kode": "0101"}), antenna(EAST + 50, kommune={"kode": ""})
    before = collect(stray, silent)
    assert [one["municipality"] for one in held(shelf)] == ["0101", None]
    assert any("no boundaries on the shelf" in note for note in before.notes)
    collect_boundaries(
        shelf, real_file("dk-dagi-boundaries", "region_sjaelland_17_kommuner.geojson")
    )
    outcome = collect(stray, silent)
    assert not outcome.unchanged
    assert [one["municipality"] for one in held(shelf)] == ["0330", "0330"]
    assert any("1 masts lie in another municipality" in note for note in outcome.notes)


def test_pages_of_the_map_are_one_register(tmp_path, shelf):
    pages = [[feature(1), feature(2, Frekvensbaand="900")], [feature(2, Frekvensbaand="900")]]
    files = [
        in_file(tmp_path, as_map(page, totalFeatures=2), f"{at}.json")
        for at, page in enumerate(pages)
    ]
    outcome = collect_masts(shelf, files, MastChoices(AS_OF.as_of))
    assert (outcome.rows, outcome.accepted, outcome.addresses) == (3, 2, 1)
    assert outcome.rejected_by_reason == {"duplicate antenna": 1}
    assert any("1.json holds 1 of the 2 rows" in note for note in outcome.notes)


def test_a_new_register_replaces_the_old_and_the_same_changes_nothing(collect, shelf):
    collect(antenna())
    first = shelf.layer("masts").id
    assert collect(antenna()).unchanged
    assert shelf.layer("masts").id == first
    collect(antenna(EAST + 50))
    assert [one["easting_m"] for one in held(shelf)] == [EAST + 50]


def test_rejected_rows_are_kept_beside_the_masts(collect, shelf):
    outcome = collect(*(antenna(EAST + at) for at in range(60)), antenna() | metres("", ""))
    assert (outcome.accepted, outcome.rejected) == (60, 1)
    (found,) = held(shelf, "rejects")
    assert (found["file"], found["reason"]) == ("antenner.json", "no coordinates")
    assert '"SO1"' in found["row"]


def test_too_many_wrong_rows_are_refused_and_the_shelf_stays_as_it_was(collect, shelf):
    collect(antenna())
    before = shelf.layer("masts").id
    wrong = [antenna() | metres(str(NORTH), str(EAST)), antenna(), antenna(EAST + 50)]
    with pytest.raises(Refused, match="swapped coordinates 1"):
        collect(*wrong)
    assert shelf.layer("masts").id == before
    outcome = collect(*wrong, choices=MastChoices(AS_OF.as_of, allow_rejected=True))
    assert (outcome.accepted, outcome.rejected) == (2, 1)
    assert shelf.layer("masts").manifest.allowed_rejected


def test_plans_without_a_place_do_not_speak_against_the_register(collect):
    hidden = antenna() | planned() | metres("", "")
    outcome = collect(antenna(), *[hidden] * 9)
    assert outcome.rejected_by_reason == {"planned, without coordinates": 9}


def test_a_register_of_which_nothing_is_left_is_refused(collect, shelf):
    with pytest.raises(Refused, match="no coordinates 2"):
        collect(*[antenna() | metres("", "")] * 2, choices=MastChoices(allow_rejected=True))
    assert shelf.layer("masts") is None


def test_a_dry_run_tells_what_would_be_and_writes_nothing(collect, shelf):
    dry = MastChoices(AS_OF.as_of, dry_run=True)
    outcome = collect(antenna(), antenna() | metres("", ""), choices=dry)
    assert (outcome.accepted, outcome.rejected, outcome.addresses) == (1, 1, 1)
    assert outcome.examples[0]["reason"] == "no coordinates"
    assert not shelf.root.exists()


def test_a_table_keeps_its_operators(tmp_path, shelf):
    rows = [drawn(1), drawn(2, operator="Hi3G")]
    collect_masts(shelf, [in_file(tmp_path, as_csv(rows), "masts-2024-05-07.csv")])
    assert [one["operator"] for one in held(shelf, "antennas")] == ["TDC", "Hi3G"]
    assert shelf.layer("masts").manifest.provenance.as_of == date(2024, 5, 7)


def test_a_hundred_thousand_antennas_are_grouped_and_none_is_lost(tmp_path):
    file = in_file(tmp_path, as_list([antenna()]))
    (one,) = read_masts(file, day=date(2026, 11, 1)).antennas
    many = (
        replace(one, easting_m=EAST + 10 * (at % 250), northing_m=NORTH + 10 * (at // 250 % 100))
        for at in range(100_000)
    )
    masts = grouped(many, None)
    assert len({mast.id for mast in masts}) == len(masts) == 25_000
    assert {len(mast.antennas) for mast in masts} == {4}


def test_a_register_saved_in_another_system_is_refused_as_a_whole(collect):
    wrong = [antenna(unik_station_navn=str(at)) | metres("11.5", "55.4") for at in range(1_000)]
    with pytest.raises(Refused, match="coordinates outside Denmark 1,000"):
        collect(*wrong)


@pytest.mark.parametrize(
    "name", ["antenner_apishape_shared9.json", "mastedatabasen_2024-05-07_shared9.csv"]
)
def test_a_real_register_becomes_its_masts(shelf, name):
    file = real_file("dk-mastedatabasen", name)
    outcome = collect_masts(shelf, [file], MastChoices(date(2024, 5, 7)))
    assert (outcome.rows, outcome.accepted, outcome.addresses) == (1808, 1808, 402)
    masts = held(shelf)
    assert sum(one["antennas"] for one in masts) == 1808
    assert sum(one["mobile"] for one in masts) == 364
    assert not any(one["planned"] for one in masts)
