"""Measurements are added to their layer; a vehicle that stands counts once, and none is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from taskforce.collect.measurements import MeasurementChoices, collect_measurements
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import Refused, WrongUse
from tests.drives import in_file, log, met
from tests.official import real_file


def held(shelf, name: str = "measurements") -> list[dict[str, Any]]:
    return pq.read_table(shelf.layer("measurements").file(name)).to_pylist()


def standing(seconds: int, **cells: str) -> list[dict[str, str]]:
    """A vehicle at one spot, one row per second, the level falling."""
    spot = {"Latitude": "55.431000"}
    return [met(at, **spot, Level=str(-90 - at % 7), **cells) for at in range(seconds)]


def test_a_log_becomes_a_layer_of_measured_certainty(tmp_path, shelf):
    outcome = collect_measurements(shelf, [in_file(tmp_path, log([met(0), met(5)]))])
    assert (outcome.rows, outcome.accepted, outcome.addresses) == (2, 2, 2)
    assert (outcome.kind, outcome.as_of.isoformat()) == ("measurements", "2026-06-30")
    label = shelf.layer("measurements").manifest
    assert label.provenance.certainty is Certainty.MEASURED
    first = held(shelf)[0]
    assert (first["source"], first["layout"]) == ("drive_log.txt", "gnettrack")
    assert (first["operator"], first["generation"], first["rsrp_dbm"]) == ("TDC", "4G", -95)
    assert first["other_dbm"] is None
    assert any("read as Europe/Copenhagen" in note for note in outcome.notes)


def test_a_standing_vehicle_counts_once_a_minute_with_the_median_of_what_it_met(tmp_path, shelf):
    outcome = collect_measurements(shelf, [in_file(tmp_path, log(standing(120)))])
    assert (outcome.accepted, outcome.addresses) == (120, 2)
    assert [one["rsrp_dbm"] for one in held(shelf)] == [-93, -93]
    assert [one["time_utc"].second for one in held(shelf)] == [0, 0]


def test_a_driving_vehicle_keeps_every_place_it_came_to(tmp_path, shelf):
    outcome = collect_measurements(shelf, [in_file(tmp_path, log(met(at) for at in range(120)))])
    assert outcome.addresses == 120


def test_several_rows_of_one_second_are_one(tmp_path, shelf):
    rows = [met(at, Level=str(-90 - turn)) for at in range(3) for turn in range(5)]
    collect_measurements(shelf, [in_file(tmp_path, log(rows))])
    assert [one["rsrp_dbm"] for one in held(shelf)] == [-92, -92, -92]


def test_operators_generations_and_sources_are_never_mixed(tmp_path, shelf):
    rows = [
        row
        for pair in zip(
            standing(30),
            standing(30, Operatorname="Telia"),
            standing(30, NetworkTech="3G"),
            strict=True,
        )
        for row in pair
    ]
    files = [in_file(tmp_path / name, log(rows), f"{name}.txt") for name in ("a", "b")]
    # One second later, so that the two files are two.
    files[1].write_bytes(files[1].read_bytes() + log([met(31)]).split("\r\n")[1].encode())
    collect_measurements(shelf, files)
    counts = Counter((one["source"], one["operator"], one["generation"]) for one in held(shelf))
    assert counts == {
        ("a.txt", "TDC", "4G"): 1,
        ("a.txt", "TDC", "3G"): 1,
        ("a.txt", "Telia", "4G"): 1,
        ("b.txt", "TDC", "4G"): 2,
        ("b.txt", "TDC", "3G"): 1,
        ("b.txt", "Telia", "4G"): 1,
    }


def test_new_files_are_added_and_none_is_taken_twice(tmp_path, shelf):
    first = in_file(tmp_path / "a", log([met(0)]))
    second = in_file(tmp_path / "b", log([met(9, Level="-99")]))
    collect_measurements(shelf, [first])
    outcome = collect_measurements(shelf, [first, second])
    assert (outcome.rows, outcome.addresses) == (1, 1)
    assert [one["rsrp_dbm"] for one in held(shelf)] == [-95, -99]
    # Two files of one name stay two sources.
    assert len({one["source"] for one in held(shelf)}) == 2
    again = collect_measurements(shelf, [second, first])
    assert again.unchanged
    assert len(held(shelf)) == 2
    assert shelf.layer("measurements").manifest.rows == 2


def test_the_order_of_the_files_does_not_change_what_is_held(tmp_path, shelf):
    files = [in_file(tmp_path / str(at), log([met(at)]), f"{at}.txt") for at in range(3)]
    for file in files:
        collect_measurements(shelf, [file])
    one_by_one = held(shelf)
    assert sorted(one["source"] for one in one_by_one) == ["0.txt", "1.txt", "2.txt"]
    assert len(shelf.layer("measurements").manifest.sources) == 3


def test_rejected_rows_are_kept_from_every_file(tmp_path, shelf):
    for at in range(2):
        rows = [*(met(10 * second + at) for second in range(19)), met(300, Level="-200")]
        collect_measurements(shelf, [in_file(tmp_path / str(at), log(rows), f"{at}.txt")])
    rejects = held(shelf, "rejects")
    assert [(one["file"], one["line"], one["value"]) for one in rejects] == [
        ("0.txt", 21, "-200"),
        ("1.txt", 21, "-200"),
    ]
    assert all(one["reason"].startswith("value out of range") for one in rejects)
    assert all("-200" in one["row"] for one in rejects)


def test_too_many_wrong_rows_are_refused_and_the_shelf_stays_as_it_was(tmp_path, shelf):
    collect_measurements(shelf, [in_file(tmp_path / "a", log([met(0)]))])
    before = shelf.layer("measurements").id
    bad = in_file(
        tmp_path / "b", log([met(at, Level="-200" if at < 2 else "-95") for at in range(10)])
    )
    with pytest.raises(Refused, match="2 of 10 rows would be rejected"):
        collect_measurements(shelf, [bad])
    assert shelf.layer("measurements").id == before
    outcome = collect_measurements(shelf, [bad], MeasurementChoices(allow_rejected=True))
    assert (outcome.accepted, outcome.rejected) == (8, 2)


def test_rows_without_signal_do_not_speak_against_the_file(tmp_path, shelf):
    silent = [met(at, Level="-", Qual="-", SNR="-") for at in range(9)]
    outcome = collect_measurements(shelf, [in_file(tmp_path, log([met(0), *silent]))])
    assert outcome.rejected_by_reason == {"no signal": 9}


def test_a_file_of_nothing_but_silence_is_refused(tmp_path, shelf):
    silent = [met(at, Level="-", Qual="-", SNR="-") for at in range(9)]
    with pytest.raises(Refused, match="no signal 9"):
        collect_measurements(
            shelf, [in_file(tmp_path, log(silent))], MeasurementChoices(allow_rejected=True)
        )
    assert shelf.layer("measurements") is None


def test_a_dry_run_tells_the_mapping_and_writes_nothing(tmp_path, shelf):
    file = in_file(tmp_path, log([met(0), met(1, Level="-200")]))
    outcome = collect_measurements(shelf, [file], MeasurementChoices(dry_run=True))
    assert outcome.dry_run
    assert any("signal from Level" in note for note in outcome.notes)
    assert outcome.rejected_by_reason == {"value out of range": 1}
    assert outcome.examples[0]["line"] == 3
    assert not shelf.root.exists()


def test_the_zone_is_asked_for_and_told(tmp_path, shelf):
    file = in_file(tmp_path, log([met(0)]))
    collect_measurements(shelf, [file], MeasurementChoices(timezone="Africa/Dakar"))
    assert held(shelf)[0]["time_utc"].hour == 12
    with pytest.raises(WrongUse, match="no time zone"):
        collect_measurements(shelf, [file], MeasurementChoices(timezone="Mars/Olympus"))


def test_the_day_that_summer_time_ends_is_taken_in_and_counted(tmp_path, shelf):
    rows = [met(at, Timestamp=f"2025.10.26_0{at}.30.00") for at in range(1, 5)]
    outcome = collect_measurements(shelf, [in_file(tmp_path, log(rows))])
    assert outcome.accepted == 4
    assert any("1 of its times lie in the hour that comes twice" in note for note in outcome.notes)


def test_a_named_operator_stands_for_one_but_never_for_several(tmp_path, shelf):
    alone = in_file(tmp_path / "a", log([met(0, Operatorname="23801")]))
    collect_measurements(shelf, [alone], MeasurementChoices(operator="TDC NET"))
    assert held(shelf)[0]["operator"] == "TDC NET"
    two = in_file(tmp_path / "b", log([met(0), met(1, Operatorname="Telia")]))
    with pytest.raises(Refused, match="TDC, Telia"):
        collect_measurements(shelf, [two], MeasurementChoices(operator="TDC NET"))


def test_made_up_and_real_measurements_are_never_in_one_layer(tmp_path, shelf):
    collect_measurements(shelf, [in_file(tmp_path, log([met(0)]))])
    made_up = in_file(tmp_path, log([met(5)]), "demonstration-drive.txt")
    collect_measurements(shelf, [made_up])
    assert shelf.layer("measurements").manifest.demonstration
    assert {one["source"] for one in held(shelf)} == {"demonstration-drive.txt"}


def test_measurements_abroad_are_taken_in_and_said_so(tmp_path, shelf):
    dakar = in_file(tmp_path, log([met(0, Longitude="-17.436158", Latitude="14.665338")]))
    outcome = collect_measurements(shelf, [dakar])
    assert any("1 of its places lie outside Denmark" in note for note in outcome.notes)
    (one,) = held(shelf)
    assert (one["longitude"], one["latitude"]) == (-17.436158, 14.665338)


def test_the_order_of_the_rows_does_not_matter(tmp_path, shelf):
    rows = [*standing(70), *(met(at) for at in range(70, 90)), *standing(5, CellID="9")]
    for name, content in (("forth", rows), ("back", rows[::-1])):
        collect_measurements(shelf, [in_file(tmp_path, log(content), f"{name}.txt")])
    forth, back = (
        [
            {column: value for column, value in one.items() if column != "source"}
            for one in held(shelf)
            if one["source"] == f"{name}.txt"
        ]
        for name in ("forth", "back")
    )
    assert forth == back
    assert len(forth) == 22


def test_rows_without_a_time_are_never_merged(tmp_path, shelf):
    rows = [row | {"Timestamp": "-"} for row in standing(5)]
    outcome = collect_measurements(shelf, [in_file(tmp_path, log(rows))])
    assert outcome.addresses == 5


@pytest.mark.parametrize(
    ("name", "kept", "thin", "rejected"),
    [
        ("gnettrack_Orange_log.txt", 141, 927, 1557),
        ("gnettrack_Yas_log.txt", 499, 2220, 0),
        ("ucc5g_download_B_2019.12.16_07.22.43.csv", 266, 2351, 0),
        ("ucc5g_download_B_2020.02.13_13.03.24.csv", 151, 2317, 0),
        ("OpenCellID_20201107_095141_meas_ainf_d0_n144.csv", 125, 19, 0),
    ],
)
def test_real_rows_are_kept_thinned_or_rejected_and_none_is_lost(
    shelf, name: str, kept, thin, rejected
):
    file: Path = real_file("mobile-drivetest", name)
    outcome = collect_measurements(shelf, [file])
    assert (outcome.addresses, outcome.rejected) == (kept, rejected)
    assert outcome.rows == kept + thin + rejected
    assert len(held(shelf)) == kept
    assert len(held(shelf, "rejects")) == rejected
