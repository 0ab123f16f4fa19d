"""Any office's table of measurements is read by a mapping profile of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import openpyxl
import pyogrio
import pytest
import shapely

from taskforce.sources.measurements.profile_file import read_profile
from taskforce.sources.measurements.reading import read_measurements
from taskforce.vocabulary.errors import Refused

NOW = datetime(2026, 11, 1, tzinfo=UTC)

LORRIES = """
title = "Refuse lorries"
[file]
decimal = ","
nulls = ["-", "ukendt"]
crs = "EPSG:25832"
[time]
column = "Tid"
form = "%d-%m-%Y %H:%M:%S"
zone = "Europe/Copenhagen"
[measurement]
easting = "X"
northing = "Y"
operator = "Selskab"
technology = "Net"
signal = "Niveau | RSRP"
speed = { column = "Fart", unit = "m/s" }
[generations]
"4G-X" = "4G"
"""


def profile(folder: Path, text: str = LORRIES):
    file = folder / "lorries.toml"
    file.write_text(text, encoding="utf-8")
    return read_profile(file)


def test_a_danish_table_with_decimal_comma_and_metres(tmp_path):
    text = (
        "Lastbilernes målinger;;;;;;\n;;;;;;\n"
        "Tid;X;Y;Selskab;Net;RSRP;Fart\n"
        '30-06-2026 12:00:00;661790,5;6146100,25;TDC;4G-X;-95,5;"1.2"\n'
        "30-06-2026 12:00:01;6146100;661790;TDC;4G;-95;ukendt\n"
        "30-06-2026 12:00:02;661790;6146100;TDC;4G;-95;ukendt\n"
    )
    file = tmp_path / "lastbiler.csv"
    file.write_bytes(text.encode("cp1252"))
    (reading,) = read_measurements(file, room=tmp_path, profile=profile(tmp_path), now=NOW)
    assert reading.accepted == 2
    assert reading.columns["rsrp_dbm"].tolist() == [-95.5, -95]
    assert reading.columns["northing_m"][0] == 6146100.25
    assert reading.columns["latitude"][0] == pytest.approx(55.43, abs=0.01)
    assert reading.columns["time_utc"][0] == np.datetime64("2026-06-30T10:00:00")
    assert [(one.line, one.reason) for one in reading.rejected] == [(5, "swapped coordinates")]


def test_a_workbook_with_a_title_on_top(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Målekørsel"],
        [],
        ["Tid", "X", "Y", "Selskab", "Net", "Niveau", "Fart"],
        ["30-06-2026 12:00:00", 661790.5, 6146100, "TDC", "4G", -95.5, 10],
    ):
        sheet.append(row)
    file = tmp_path / "kørsel.xlsx"
    book.save(file)
    (reading,) = read_measurements(file, room=tmp_path, profile=profile(tmp_path), now=NOW)
    assert reading.columns["rsrp_dbm"].tolist() == [-95.5]
    assert reading.columns["easting_m"].tolist() == [661790.5]
    assert reading.columns["speed_kmh"].tolist() == [36]


def test_a_map_file_of_points_needs_no_columns_for_the_place(tmp_path):
    file = tmp_path / "points.gpkg"
    pyogrio.raw.write(
        file,
        geometry=shapely.to_wkb(shapely.points([[661790.5, 6146100.0]])),
        field_data=[np.array(["4G"], object), np.array([-101.5])],
        fields=["Net", "Niveau"],
        geometry_type="Point",
        crs="EPSG:25832",
        driver="GPKG",
    )
    text = '[measurement]\ntechnology = "Net"\nsignal = "Niveau"\n'
    (reading,) = read_measurements(file, room=tmp_path, profile=profile(tmp_path, text), now=NOW)
    assert reading.columns["rsrp_dbm"].tolist() == [-101.5]
    assert reading.columns["easting_m"].tolist() == pytest.approx([661790.5])
    assert reading.columns["longitude"].tolist() == pytest.approx([11.556], abs=0.01)
    assert np.isnat(reading.columns["time_utc"]).all()


def test_a_column_that_the_profile_needs_and_the_file_lacks_is_named(tmp_path):
    file = tmp_path / "lastbiler.csv"
    file.write_text("Tid;X;Y;Selskab;Net;Fart\n30-06-2026 12:00:00;1;2;TDC;4G;3\n", "utf-8")
    with pytest.raises(Refused) as refusal:
        read_measurements(file, room=tmp_path, profile=profile(tmp_path), now=NOW)
    assert "Niveau" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('colour = "red"', '"colour" is not known'),
        ('[measurement]\nlongitude = "x"\nrsrp = "r"', "both are needed"),
        ('[measurement]\nlongitude = "x"\nlatitude = "y"', "names no signal"),
        ('[measurement]\nsignal = "s"', "what signal means"),
        ('[measurement]\nrsrp = { column = "r", unit = "feet" }', "must be one of km/h"),
        ('[measurement]\nrsrp = "r"\n[generations]\nX = "6G"', "must be one of 2G"),
        ('[measurement]\nrsrp = "r"\n[time]\nform = "iso"', "time.column"),
        ("[measurement", "cannot be read"),
    ],
)
def test_a_wrong_profile_is_refused_naming_the_key(tmp_path, text, words):
    with pytest.raises(Refused, match=words):
        profile(tmp_path, text)
