"""A row of the mast register that cannot be true is rejected with its place, and none is lost."""

from __future__ import annotations

import json
from datetime import date

import pytest

from taskforce.sources.masts.reading import Reading, read_masts
from taskforce.sources.rejected import Rejected
from taskforce.vocabulary.errors import Refused
from tests.mast_files import (
    EAST,
    NORTH,
    antenna,
    as_csv,
    as_list,
    as_map,
    degrees,
    drawn,
    feature,
    in_file,
    metres,
    planned,
)

DAY = date(2026, 11, 1)
LONGITUDE, LATITUDE = degrees()
_NO_METRES = {"etrs89koordinat": {"oest": "", "nord": ""}}


def in_degrees(longitude: object, latitude: object) -> dict[str, object]:
    """Coordinates in degrees only."""
    return _NO_METRES | {"wgs84koordinat": {"laengde": str(longitude), "bredde": str(latitude)}}


@pytest.fixture
def read(tmp_path):
    def one(text: str | bytes, name: str = "antenner.json", **more) -> Reading:
        file = in_file(tmp_path, "", name)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_masts(file, day=DAY, **more)

    return one


@pytest.fixture
def rejected(read):
    """The one rejected row of a list whose other antenna is sound."""

    def one(wrong: object) -> Rejected:
        reading = read(as_list([antenna(), wrong]))
        assert len(reading.antennas) == 1
        (found,) = reading.rejected
        assert reading.rows == 2
        return found

    return one


@pytest.mark.parametrize(
    ("facts", "reason", "column"),
    [
        (metres(str(NORTH), str(EAST)), "swapped coordinates", "etrs89koordinat.oest"),
        (in_degrees(LATITUDE, LONGITUDE), "swapped coordinates", "wgs84koordinat.laengde"),
        (metres("", ""), "no coordinates", "etrs89koordinat.oest"),
        (metres("0", "0"), "no coordinates", "etrs89koordinat.oest"),
        (metres(str(EAST), ""), "no coordinates", "etrs89koordinat.nord"),
        (in_degrees("", LATITUDE), "no coordinates", "wgs84koordinat.laengde"),
        (metres("øst", str(NORTH)), "no number", "etrs89koordinat.oest"),
        (metres(str(EAST), "nan"), "no number", "etrs89koordinat.nord"),
        (metres(str(-EAST), str(NORTH)), "coordinates outside Denmark", "etrs89koordinat.oest"),
        (metres("655", "6145"), "coordinates outside Denmark", "etrs89koordinat.oest"),
        (in_degrees(-17.4, 14.7), "coordinates outside Denmark", "wgs84koordinat.laengde"),
        (in_degrees(1111.5, 55.4), "coordinates outside Denmark", "wgs84koordinat.laengde"),
    ],
)
def test_a_place_that_cannot_be_true_is_rejected_with_its_column(rejected, facts, reason, column):
    found = rejected(antenna() | facts)
    assert (found.reason, found.column) == (reason, column)
    assert found.detail.startswith("row 2")


def test_the_value_line_and_text_of_a_rejected_row_are_kept(read):
    reading = read(as_list([antenna(), antenna() | metres("øst", str(NORTH))]))
    (found,) = reading.rejected
    assert (found.file, found.value) == ("antenner.json", "øst")
    text = as_list([antenna(), antenna()]).splitlines()
    assert text[found.line - 1] == "{"
    assert found.line > 20
    assert '"oest": "øst"' in found.row


def test_another_system_that_would_fit_is_named(rejected):
    web_mercator = antenna() | metres("1290000", "7480000")
    assert "EPSG:3857" in rejected(web_mercator).detail
    assert "EPSG:4326" in rejected(antenna() | metres("11.5", "55.4")).detail


def test_metres_and_degrees_that_are_two_places_are_not_guessed_between(read, rejected):
    elsewhere = {"etrs89koordinat": {"oest": str(EAST + 5000), "nord": str(NORTH)}}
    found = rejected(antenna() | elsewhere)
    assert found.reason == "coordinates that disagree"
    assert found.detail.endswith("5,000 m apart")
    near = {"etrs89koordinat": {"oest": str(EAST + 60), "nord": str(NORTH)}}
    assert read(as_list([antenna() | near])).antennas[0].easting_m == EAST + 60


def test_a_plan_whose_place_is_hidden_is_told_apart_from_a_mistake(rejected):
    found = rejected(antenna() | planned() | metres("", ""))
    assert found.reason == "planned, without coordinates"


def test_a_radius_that_is_no_number_is_not_taken_for_an_exact_place(rejected):
    found = rejected(antenna(radius_i_meter="cirka 50"))
    assert (found.reason, 'radius "cirka 50"' in found.detail) == ("no number", True)


@pytest.mark.parametrize("wrong", [None, 17, "mast", [], {}, {"name": "a mast"}])
def test_an_element_that_is_no_antenna_is_counted_and_the_rest_is_read(rejected, wrong):
    assert rejected(wrong).reason == "not an antenna"


def test_odd_facts_that_do_not_move_the_mast_are_taken_in_and_counted(read):
    odd = antenna(frekvensbaand="-800", idriftsaettelsesdato="sommer 2012", husnr=None)
    reading = read(as_list([odd]))
    assert reading.remarks == {"no band": 1, "no day": 1}
    assert (reading.antennas[0].band_mhz, reading.antennas[0].house_number) == (None, None)


def test_a_municipality_that_does_not_exist_is_not_believed(read):
    codes = [{"kommune": {"kode": code}} for code in ("0340", "9999", "Ukendt", "")]
    found = read(as_list([antenna(**code) for code in codes])).antennas
    assert [one.municipality for one in found] == ["0340", None, None, None]


def test_a_number_of_the_map_that_comes_again_is_a_duplicate(read):
    reading = read(as_map([feature(1), feature(2, Frekvensbaand="900"), feature(1)]))
    assert len(reading.antennas) == 2
    assert [one.reason for one in reading.rejected] == ["duplicate antenna"]


def test_an_antenna_that_another_file_told_already_is_a_duplicate(read):
    known: set[object] = set()
    assert len(read(as_list([antenna(), antenna()]), known=known).antennas) == 2
    again = read(as_list([antenna(), antenna(frekvensbaand="900")]), "b.json", known=known)
    assert (len(again.antennas), len(again.rejected)) == (1, 1)


def test_broken_rows_of_a_table_are_rejected_with_their_line(read):
    lines = as_csv([drawn(1), drawn(2), drawn(3)]).splitlines()
    lines[2] = "2,3871797,SO1"
    lines.insert(3, "")
    reading = read("\n".join(lines), "masts.csv")
    assert len(reading.antennas) == 2
    (found,) = reading.rejected
    assert (found.reason, found.line, found.row) == ("wrong number of cells", 3, "2,3871797,SO1")


def test_a_table_with_its_degrees_swapped_says_so(read):
    swapped = drawn(1, lat=str(LONGITUDE), lon=str(LATITUDE))
    reading = read(as_csv([drawn(2), swapped]), "masts.csv")
    (found,) = reading.rejected
    assert (found.reason, found.column, found.line) == ("swapped coordinates", "lon", 3)


@pytest.mark.parametrize("height", ["98 ft", "-30", "30"])
def test_no_height_is_ever_read_from_a_register_that_has_none(read, height):
    told = read(as_csv([drawn(1, antenna_height=height)]), "masts.csv")
    assert told.antennas == read(as_csv([drawn(1)]), "plain.csv").antennas


def test_a_text_cut_off_in_the_middle_is_said_to_be_so(read):
    text = as_list([antenna(), antenna()])
    for end in (len(text) - 1, len(text) // 2, text.index("navn") + 2):
        with pytest.raises(Refused, match="cut off"):
            read(text[:end])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("[]", "the list is empty"),
        ("{}", "no list of antennas"),
        ('{"message": "error"}', "no list of antennas"),
        ("[1, 2]", "No element of the JSON is an antenna"),
        (as_list([antenna()]).replace(":", "", 1), "cannot be read at line 3"),
        ("<!DOCTYPE html><html></html>", "web page or XML"),
        ("\ufeff  <antenner/>", "web page or XML"),
        ("[" * 100_000, "cannot be read"),
        (json.dumps({"features": [feature(1)]})[:-3], "cut off"),
        ("name,height\nmast,30\n", "no column for"),
        (as_csv([]), "only a heading"),
    ],
)
def test_what_is_no_register_is_refused_with_the_reason(read, text, said):
    with pytest.raises(Refused, match=said):
        read(text)


def test_bytes_that_are_no_text_are_refused(read):
    with pytest.raises(Refused, match="no text"):
        read(b"PK\x03\x04\x00\x00\x00")
    with pytest.raises(Refused, match="cannot be read as"):
        read(as_list([antenna()]).encode().replace("ø".encode(), b"\xc3"))
