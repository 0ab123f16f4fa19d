"""Any other file is read by a mapping profile, whatever program it comes from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.vocabulary.errors import Refused
from tests.official import written

PROFILE = """
title = "Kommunens egen liste"
country = "dk"
empty = "unknown"
unit = "kbps"

[file]
decimal = ","
nulls = ["-", "ukendt"]

[address]
id = ["Postnr", "Vej", "Nr"]
road = "Vej"
house_number = "Nr"
postcode = "Postnr"

[constant]
municipality_name = "Sorø Kommune"

[technologies.fibre]
download = "Fiber ned"
upload = "Fiber op"

[technologies.cable]
download = "Kabel"
unit = "mbps"
"""

HEADINGS = ["Postnr", "Vej", "Nr", "Fiber ned", "Fiber op", "Kabel"]


def choices(folder: Path, text: str = PROFILE) -> Choices:
    return Choices(profile=str(written(folder, text, "egen.toml")))


def test_units_constants_and_unknown_cells(tmp_path, shelf, speeds_of, table):
    content = ";".join(HEADINGS) + "\n4180;Ågade;1;100000;30000;50,5\n4180;Ågade;2;-;ukendt;\n"
    collect_coverage(shelf, [written(tmp_path, content, "a.csv")], choices(tmp_path))
    speeds = speeds_of()
    first, second = speeds["4180 ågade 1"], speeds["4180 ågade 2"]
    assert (first["fibre_download_kbps"], first["fibre_upload_kbps"]) == (100_000, 30_000)
    assert (first["cable_download_kbps"], first["cable_upload_kbps"]) == (50_500, None)
    assert second["fibre_download_kbps"] is None
    assert second["cable_download_kbps"] is None
    assert {one["municipality"] for one in table("address")} == {"0340"}


def workbook(folder: Path, *sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Ark{number}")
        for cells in rows:
            sheet.append(cells)
    file = folder / "liste 2024.xlsx"
    book.save(file)
    return file


TITLED = [
    ["Bredbånd i Sorø Kommune", None, None],
    [],
    ["Udtræk 1. marts", None],
    [*HEADINGS, None, None],
    [4180, "Ågade", 1, 100000, 30000, 50.5, None, None],
    [None, None, None, None, None, None],
    ["4180", "Ågade", "2A", "100000", "30000", "50,5"],
    [4180, "Ågade", 3, -1, 0, 0],
]


def test_a_spreadsheet_is_read_as_offices_send_it(tmp_path, shelf, speeds_of, table):
    chosen = Choices(profile=choices(tmp_path).profile, allow_rejected=True)
    outcome = collect_coverage(shelf, [workbook(tmp_path, [["Læs mig"]], TITLED)], chosen)
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (3, 2, 1)
    assert speeds_of()["4180 ågade 1"]["cable_download_kbps"] == 50_500
    assert speeds_of()["4180 ågade 2a"]["fibre_download_kbps"] == 100_000
    (rejected,) = table("rejects")
    assert (rejected["file"], rejected["line"]) == ("liste 2024.xlsx, sheet Ark2", 8)
    assert rejected["value"] == "-1"


def test_every_sheet_with_the_columns_is_read_unless_one_is_named(tmp_path, shelf):
    file = workbook(tmp_path, TITLED[:5], [HEADINGS, [4180, "Bgade", 1, 1, 1, 1]])
    assert collect_coverage(shelf, [file], choices(tmp_path)).addresses == 2
    one = PROFILE.replace("[file]", '[file]\nsheet = "Ark2"')
    assert collect_coverage(shelf, [file], choices(tmp_path, one)).addresses == 1
    none = PROFILE.replace("[file]", '[file]\nsheet = "Data"')
    with pytest.raises(Refused, match=r'no sheet "Data".*Ark1, Ark2'):
        collect_coverage(shelf, [file], choices(tmp_path, none))


def test_a_csv_with_a_title_and_empty_columns(tmp_path, shelf, table):
    content = (
        "Bredbånd i kommunen;;;;;;;\r\n;;;;;;;\r\n" + ";".join(HEADINGS) + ";;\r\n"
        "4180;Ågade;1;100000;30000;50;;\r\n;;;;;;;\r\n4180;Ågade;2;-2;30000;50;;\r\n"
    )
    chosen = Choices(profile=choices(tmp_path).profile, allow_rejected=True)
    file = written(tmp_path, content.encode("cp1252"), "a.csv")
    outcome = collect_coverage(shelf, [file], chosen)
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (2, 1, 1)
    assert table("rejects")[0]["line"] == 6


POINTS = """
title = "Points"
country = "dk"
[address]
id = "nr"
[technologies.fibre]
download = "ned"
upload = "op"
"""


def test_a_geopackage_gives_its_points_as_coordinates(tmp_path, shelf, table):
    import pyogrio.raw
    import shapely

    points = shapely.to_wkb(shapely.points([[11.45, 55.43], [11.46, 55.43]]))
    file = tmp_path / "punkter 2025.gpkg"
    pyogrio.raw.write(
        file,
        geometry=np.array(points, dtype=object),
        field_data=[np.array(["a", "b"], object), np.array([1000, 10]), np.array([500, 1])],
        fields=["nr", "ned", "op"],
        geometry_type="Point",
        crs="EPSG:4326",
        driver="GPKG",
    )
    collect_coverage(shelf, [file], choices(tmp_path, POINTS))
    first = table("address")[0]
    assert (round(first["longitude"], 4), round(first["latitude"], 4)) == (11.45, 55.43)
    assert first["easting_m"] == pytest.approx(655_010, abs=200)


def test_parquet_numbers_are_numbers(tmp_path, shelf, speeds_of):
    file = tmp_path / "levering 2025.parquet"
    columns = {"nr": ["a", "b"], "ned": [50.5, -1.0], "op": [10, 10]}
    pq.write_table(pa.table(columns), file)
    profile = Choices(profile=choices(tmp_path, POINTS).profile, allow_rejected=True)
    outcome = collect_coverage(shelf, [file], profile)
    assert (outcome.accepted, outcome.rejected) == (1, 1)
    assert speeds_of()["a"]["fibre_download_kbps"] == 50_500
    assert outcome.examples[0]["line"] == 2


def test_degrees_are_read_as_degrees(tmp_path, shelf, table):
    profile = POINTS.replace('id = "nr"', 'id = "nr"\nlongitude = "lon"\nlatitude = "lat"')
    content = "nr,lon,lat,ned,op\na,11.45,55.43,10,1\nb,55.43,11.45,10,1\n"
    chosen = Choices(profile=choices(tmp_path, profile).profile, allow_rejected=True)
    outcome = collect_coverage(shelf, [written(tmp_path, content, "a.csv")], chosen)
    assert outcome.rejected_by_reason == {"swapped coordinates": 1}
    assert table("address")[0]["northing_m"] == pytest.approx(6_145_700, abs=500)


def test_a_missing_column_of_the_profile_is_named(tmp_path, shelf):
    file = written(tmp_path, "nr;ned\na;1\n", "a.csv")
    with pytest.raises(Refused, match="only half"):
        collect_coverage(shelf, [file], choices(tmp_path, POINTS))
    with pytest.raises(Refused, match='"nr" is missing'):
        collect_coverage(
            shelf, [written(tmp_path, "x;ned;op\na;1;1\n", "b.csv")], choices(tmp_path, POINTS)
        )
