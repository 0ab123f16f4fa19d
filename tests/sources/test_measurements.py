"""Measurements are read by what their columns mean, and every row is judged."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from taskforce.sources.measurements.profile_file import find_profile, shipped_profiles
from taskforce.sources.measurements.reading import Reading, read_measurements
from taskforce.vocabulary.errors import Refused
from tests.drives import GNETTRACK, in_file, log, met
from tests.official import real_file

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def read(tmp_path: Path):
    def one(rows: list[dict[str, str]] | str, name: str = "drive_log.txt", **more) -> Reading:
        text = rows if isinstance(rows, str) else log(rows)
        file = in_file(tmp_path, text, name)
        (reading,) = read_measurements(file, room=tmp_path, now=NOW, **more)
        return reading

    return one


def why(reading: Reading) -> dict[str, int]:
    return dict(Counter(one.reason for one in reading.rejected))


def test_a_log_with_a_tab_too_many_is_read_whole(read):
    reading = read([met(0), met(1)])
    assert reading.profile.name == "gnettrack"
    assert (reading.rows, reading.accepted) == (2, 2)
    columns = reading.columns
    assert columns["rsrp_dbm"].tolist() == [-95, -95]
    assert columns["rsrq_db"].tolist() == [-9, -9]
    assert columns["operator"].tolist() == ["TDC", "TDC"]
    assert columns["cell"].tolist() == ["21-11", "21-11"]
    # Danish summer time is two hours ahead.
    assert columns["time_utc"][0] == np.datetime64("2026-06-30T10:00:00")
    assert columns["easting_m"][0] == pytest.approx(661_790, abs=100)
    assert columns["longitude"][0] == 11.556


@pytest.mark.parametrize(
    ("technology", "generation", "rsrp"),
    [
        *(("4G", "4G", -95), ("LTE+", "4G", -95), ("5G NSA", "5G", -95)),
        *(("3G", "3G", None), ("HSPA+", "3G", None), ("2G", "2G", None), ("EDGE", "2G", None)),
    ],
)
def test_a_level_is_rsrp_on_4g_and_5g_only(read, technology, generation, rsrp):
    columns = read([met(NetworkTech=technology)]).columns
    assert columns["generation"].tolist() == [generation]
    assert columns["rsrp_dbm"].tolist() == pytest.approx(
        [np.nan if rsrp is None else rsrp], nan_ok=True
    )
    assert columns["other_dbm"].tolist() == pytest.approx([np.nan if rsrp else -95], nan_ok=True)


@pytest.mark.parametrize(
    ("cells", "reason", "column"),
    [
        ({"Longitude": "-"}, "no coordinates", "Longitude"),
        ({"Longitude": "0", "Latitude": "0.0"}, "coordinates 0, 0", "Longitude"),
        ({"Longitude": "55.43", "Latitude": "11.55"}, "swapped coordinates", "Longitude"),
        ({"Longitude": "11.5", "Latitude": "554.3"}, "coordinates outside the world", "Longitude"),
        ({"Longitude": "east"}, "no number", "Longitude"),
        ({"Timestamp": "yesterday"}, "no time", "Timestamp"),
        ({"Timestamp": "2027.01.01_00.00.00"}, "time in the future", "Timestamp"),
        ({"Timestamp": "1970.01.20_00.00.00"}, "time before mobile networks", "Timestamp"),
        ({"Timestamp": "2026.03.29_02.30.00"}, "a time that does not exist", "Timestamp"),
        ({"NetworkTech": "-"}, "no technology", "NetworkTech"),
        ({"NetworkTech": "WIFI"}, "unknown technology", "NetworkTech"),
        ({"NetworkTech": "-81", "LAC": "4G"}, "columns are shifted", "NetworkTech"),
        ({"Level": "-", "Qual": "-", "SNR": "-"}, "no signal", "Level"),
        ({"Level": "-157"}, "value out of range", "Level"),
        ({"Level": "-30.9"}, "value out of range", "Level"),
        ({"Level": "95"}, "value out of range", "Level"),
        ({"NetworkTech": "3G", "Level": "-122"}, "value out of range", "Level"),
        ({"Qual": "21"}, "value out of range", "Qual"),
        ({"SNR": "300"}, "value out of range", "SNR"),
    ],
)
def test_what_cannot_be_true_is_rejected_with_line_column_value_and_reason(
    read, cells, reason, column
):
    # Among rows that are right, so that one bad row says nothing about the file.
    reading = read([*(met(second) for second in range(12)), met(12, **cells)])
    assert why(reading) == {reason: 1}
    (one,) = reading.rejected
    assert (one.file, one.line, one.column) == ("drive_log.txt", 14, column)
    assert one.value == cells[column]
    assert one.row.startswith(cells.get("Timestamp", "2026.06.30"))
    assert reading.accepted == 12


@pytest.mark.parametrize("level", ["-156", "-31", "-95.5"])
def test_the_ends_of_the_range_are_measured(read, level):
    assert read([met(Level=level)]).columns["rsrp_dbm"].tolist() == [float(level)]


def test_a_level_that_the_telephone_does_not_know_is_no_signal_of_minus_24(read):
    reading = read([met(NetworkTech="3G", Level="-24", Qual="-", SNR="-")])
    assert why(reading) == {"no signal": 1}


def test_rows_that_are_none_are_counted_and_the_others_kept(read):
    lines = log([met(0), met(1), met(2)]).split("\r\n")
    lines[2] = lines[2][:60]
    lines.insert(1, "")
    reading = read("\r\n".join(lines))
    assert why(reading) == {"wrong number of cells": 1}
    assert reading.rejected[0].line == 4
    assert (reading.rows, reading.accepted) == (3, 2)


def test_a_quotation_mark_in_the_name_of_a_cell_swallows_nothing(read):
    assert read([met(0, Cellname='"Sorø N'), met(1)]).accepted == 2


def test_shifted_columns_are_refused_in_words(read):
    rows = [met(second, NetworkTech="-81", LAC="4G") for second in range(3)]
    with pytest.raises(Refused) as refusal:
        read(rows)
    assert '"NetworkTech" holds -81, and 4G stands in "LAC"' in str(refusal.value)
    assert "shifted" in str(refusal.value)


def test_the_list_of_events_is_refused_in_words(read):
    names = [*GNETTRACK[:4], *GNETTRACK[6:13], "EventType", "EventDetails", "State"]
    with pytest.raises(Refused, match="the same moments stand in the log"):
        read("\t".join(names) + "\r\n" + "\t".join("1" for _ in names) + "\r\n")


def test_a_data_test_has_level_and_speed(read):
    names = [*GNETTRACK[:4], *GNETTRACK[6:13], "PINGAVG", "TESTDOWNLINK", "TESTUPLINK"]
    values = met() | {"PINGAVG": "78", "TESTDOWNLINK": "35925", "TESTUPLINK": "8825"}
    text = "\t".join(names) + "\n" + "\t".join(values.get(name, "-") for name in names) + "\n"
    reading = read(text)
    assert reading.profile.name == "gnettrack-datatest"
    assert reading.columns["download_mbps"].tolist() == pytest.approx([35.925])
    assert reading.columns["upload_mbps"].tolist() == pytest.approx([8.825])
    assert reading.columns["rsrp_dbm"].tolist() == [-95]


def test_the_older_export_calls_rscp_rsrp(read):
    text = (
        "Timestamp,Longitude,Latitude,Speed,Operatorname,CellID,NetworkMode,RSRP,RSRQ,SNR,CQI,"
        "RSSI,DL_bitrate,UL_bitrate,State\n"
        "2019.12.16_07.22.43,-8.388197,51.935609,36,B,12,5G,-98,-10,3.0,12,-88,222,53,D\n"
        "2020.02.13_13.47.51,-8.396355,51.886626,18,B,57663,HSPA+,-65,-,-,-,-,0,0,I\n"
    )
    columns = read(text, "cork.csv").columns
    assert columns["rsrp_dbm"].tolist() == pytest.approx([-98, np.nan], nan_ok=True)
    assert columns["other_dbm"].tolist() == pytest.approx([np.nan, -65], nan_ok=True)
    assert columns["speed_kmh"].tolist() == [36, 18]
    assert columns["download_mbps"].tolist() == pytest.approx([0.222, 0])


def test_a_walk_has_milliseconds_metres_per_second_and_two_codes_for_an_operator(read):
    text = (
        "mcc,mnc,lac,cellid,lat,lon,signal,measured_at,rating,speed,direction,act,ta\n"
        "238,01,29100,9751830,55.4130222,11.6979319,-86,1598796852250,12.9,10,64.2,LTE+,1\n"
    )
    reading = read(text, "walk.csv")
    columns = reading.columns
    assert columns["operator"].tolist() == ["238-01"]
    assert columns["time_utc"][0] == np.datetime64("2020-08-30T14:14:12.250")
    assert columns["speed_kmh"].tolist() == [36]
    assert reading.local == 0


def test_a_site_survey_is_known_by_its_heading(read):
    text = (
        "Time,Latitude,Longitude,Carrier,Cell ID,Service Display,Band,SCELL0,RSSI,SINR,RSRP,RSRQ,"
        "State,Download,Upload,Latency\n"
        "2026-03-04T12:13:14Z,55.43,11.55,TDC,77,LTE,Band 20,,-70,9.4,-101,-11,connected,5,1,30\n"
    )
    reading = read(text, "survey.csv")
    assert reading.profile.name == "cradlepoint"
    assert reading.columns["time_utc"][0] == np.datetime64("2026-03-04T12:13:14")
    assert reading.columns["rsrp_dbm"].tolist() == [-101]
    assert reading.columns["band"].tolist() == ["Band 20"]


def test_every_shipped_profile_is_whole_and_known_by_its_own_heading():
    names = {one.name for one in shipped_profiles()}
    assert {"gnettrack", "gnettrack-export", "opencellid", "cradlepoint", "plain"} <= names
    assert all(one.recognised_by for one in shipped_profiles())
    assert find_profile("plain").title == "Measurements, plain layout"


@pytest.mark.parametrize(
    ("name", "rows", "accepted", "reasons"),
    [
        (
            "gnettrack_Orange_log.txt",
            2625,
            1068,
            # 1,401 rows of 3G and 32 of 4G hold -24, 124 of 4G less than -156.
            {"no signal": 1433, "value out of range": 124},
        ),
        ("gnettrack_Yas_log.txt", 2719, 2719, {}),
        (
            "gnettrack_Orange_log_datatest.txt",
            40,
            26,
            {"no signal": 13, "value out of range": 1},
        ),
        ("ucc5g_download_B_2019.12.16_07.22.43.csv", 2617, 2617, {}),
        ("ucc5g_download_B_2020.02.13_13.03.24.csv", 2468, 2468, {}),
        ("OpenCellID_20200830_103902_meas_ainf_d0_n200.csv", 198, 198, {}),
    ],
)
def test_the_real_logs_are_read(tmp_path, name, rows, accepted, reasons):
    file = real_file("mobile-drivetest", name)
    (reading,) = read_measurements(file, room=tmp_path, now=NOW)
    assert (reading.rows, reading.accepted, why(reading)) == (rows, accepted, reasons)
    assert reading.abroad == accepted


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gnettrack_Orange_log_clean_MISALIGNED.csv", "columns are shifted"),
        ("gnettrack_Orange_log_events.txt", "list of events"),
        ("Glasgow5GDataSet.xlsx", "longitude, latitude"),
    ],
)
def test_real_files_that_cannot_be_trusted_are_refused(tmp_path, name, words):
    with pytest.raises(Refused, match=words):
        read_measurements(real_file("mobile-drivetest", name), room=tmp_path, now=NOW)
