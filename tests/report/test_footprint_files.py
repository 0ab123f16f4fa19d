"""Footprints as files: each form tells the same signal in the same place, whole or not at all."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from taskforce.prediction.footprint import Footprint
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.prediction.terrain import flat
from taskforce.report.footprint.told import Asked, Told, told
from taskforce.report.footprint.writing import WRITERS, write, written
from taskforce.report.mobile.asked import Spread
from taskforce.vocabulary.coordinates import to_metric
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import tier_of
from tests.prediction.hills import hills

MAST = Transmitter("V/1 å", 655_000.0, 6_145_000.0, 30.0)
ASKED = Asked(MAST, "Siloen", Radio(radius_m=500.0), height_assumed=True, spread=Spread())
DAY = date(2026, 7, 1)


@pytest.fixture
def found() -> Footprint:
    """Three rows and four columns of chance, no two alike, one of them unknown."""
    levels = np.random.default_rng(4).uniform(-130, -60, (3, 4)).astype(np.float32)
    levels[0, 1] = np.nan
    return Footprint(MAST, 654_800.0, 6_144_900.0, 100.0, levels, np.ones((3, 4), np.bool_))


@pytest.fixture
def summary(found) -> Told:
    return told(found, ASKED, flat())


def rows_in(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_cells_tell_signal_margin_and_tier_of_every_predicted_cell(tmp_path, found, summary):
    write([tmp_path / "a.csv"], found, summary)

    rows = rows_in(tmp_path / "a.csv")
    assert len(rows) == 11
    assert rows[0]["cell"] == "100m_61449_6548"
    for one in rows:
        column = int((float(one["easting_m"]) - found.west_m) // 100)
        row = int((float(one["northing_m"]) - found.south_m) // 100)
        level = float(found.best_dbm[row, column])
        assert float(one["signal_dbm"]) == pytest.approx(level, abs=0.051)
        assert float(one["margin_db"]) == pytest.approx(level + 100, abs=0.051)
        assert one["tier"] == tier_of(level + 100)
        assert one["terrain"] == "flat earth, no terrain"


def test_an_ascii_grid_begins_in_the_north_and_says_where_it_lies(tmp_path, found, summary):
    write([tmp_path / "a.asc"], found, summary)

    lines = (tmp_path / "a.asc").read_text().splitlines()
    header = dict(line.split() for line in lines[:6])
    assert (header["xllcorner"], header["yllcorner"]) == ("654800.000", "6144900.000")
    grid = np.loadtxt(lines[6:])
    expected = np.where(found.predicted, found.best_dbm, float(header["NODATA_value"]))
    assert grid[::-1] == pytest.approx(expected, abs=0.051)
    assert "UTM_Zone_32N" in (tmp_path / "a.prj").read_text()


def test_a_geotiff_tells_the_same_as_its_grid_and_on_which_ground(tmp_path, found, summary):
    rasterio = pytest.importorskip("rasterio")
    write([tmp_path / "a.tif"], found, summary)

    with rasterio.open(tmp_path / "a.tif") as opened:
        levels = opened.read(1, masked=True)
        assert opened.crs.to_epsg() == 25832
        assert opened.bounds[:2] == (654_800.0, 6_144_900.0)
        assert opened.tags()["TERRAIN"] == "flat earth, no terrain"
    assert np.ma.filled(levels, np.nan)[::-1] == pytest.approx(found.best_dbm, nan_ok=True)


def test_squares_on_the_map_are_the_cells(tmp_path, found, summary):
    write([tmp_path / "a.geojson", tmp_path / "a.csv"], found, summary)

    drawn = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["features"]
    for one, row in zip(drawn, rows_in(tmp_path / "a.csv"), strict=True):
        assert one["properties"]["cell"] == row["cell"]
        corners = np.array(one["geometry"]["coordinates"][0])
        east, north = to_metric(corners[:-1, 0], corners[:-1, 1])
        assert east.mean() == pytest.approx(float(row["easting_m"]), abs=0.2)
        assert north.mean() == pytest.approx(float(row["northing_m"]), abs=0.2)


def test_a_file_that_could_not_be_finished_leaves_the_old_one(
    tmp_path, found, summary, monkeypatch
):
    file = tmp_path / "a.csv"
    write([file], found, summary)
    before = file.read_bytes()

    def fail(aside: Path, *_: object) -> None:
        aside.write_text("half")
        raise OSError

    monkeypatch.setitem(WRITERS, ".csv", fail)
    with pytest.raises(OSError):  # noqa: PT011 - any failure will do
        write([file], found, summary)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path, found, summary):
    with pytest.raises(WrongUse, match="geojson"):
        write([tmp_path / "a.csv", tmp_path / "a.shp"], found, summary)
    assert list(tmp_path.iterdir()) == []


def test_an_id_of_any_letters_makes_a_file_name_of_its_own(tmp_path):
    summary, fresh = written(tmp_path, ASKED, flat(), endings=[".csv"])

    assert (summary.id, fresh) == ("V/1 å", True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["V%2f1%20å.csv", "V%2f1%20å.json"]
    assert written(tmp_path, ASKED, flat(), endings=[".csv"]) == (summary, False)


def test_other_ground_makes_it_anew(tmp_path):
    here = Asked(
        Transmitter("mast", 610_000.0, 6_110_000.0, 30.0), "", Radio(radius_m=500.0), True, Spread()
    )
    level, _ = written(tmp_path, here, flat(), endings=[".csv"])
    rough, fresh = written(tmp_path, here, hills(), endings=[".csv"])

    assert fresh
    assert (level.terrain_label, rough.terrain_label) == (
        "flat earth, no terrain",
        "terrain without vegetation",
    )
