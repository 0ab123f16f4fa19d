"""The register's list, its map and a table drawn from it tell of the same antennas."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from taskforce.sources.masts.reading import Reading, read_masts
from taskforce.vocabulary.signal import Generation
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
from tests.official import real_file

DAY = date(2026, 11, 1)


@pytest.fixture
def read(tmp_path):
    def one(text: str, name: str = "antenner.json", **more) -> Reading:
        return read_masts(in_file(tmp_path, text, name), day=DAY, **more)

    return one


def test_an_antenna_of_the_list_is_read_with_all_that_it_tells(read):
    reading = read(as_list([antenna()]))
    assert (reading.layout, reading.rows) == ("mastedatabasen antenner.json", 1)
    (one,) = reading.antennas
    assert (one.easting_m, one.northing_m, one.radius_m) == (EAST, NORTH, None)
    assert (one.station, one.service, one.technology) == ("SO1", "Mobiltelefoni", "LTE")
    assert (one.mobile, one.generation, one.band_mhz) == (True, Generation.G4, 800)
    assert (one.road, one.house_number, one.postcode) == ("Grøftevej", "16", "4180")
    assert (one.municipality, one.operator) == ("0330", None)
    assert (one.planned, one.in_use_since, one.expected) == (False, date(2012, 12, 31), None)


def test_list_map_and_table_tell_the_same_antenna(read):
    (listed,) = read(as_list([antenna()])).antennas
    (mapped,) = read(as_map([feature(1)])).antennas
    (tabled,) = read(as_csv([drawn()]), "masts.csv").antennas
    # The map knows no municipality here ("Ukendt"), and only the table names an operator.
    assert mapped == replace(listed, municipality=None)
    assert tabled == replace(listed, operator="TDC")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + as_list([antenna()]),
        as_list([antenna()]).replace("\n", "\r\n"),
        as_list([antenna()]).replace("\n", ""),
    ],
)
def test_a_mark_or_other_line_ends_change_nothing(read, text):
    assert read(text).antennas == read(as_list([antenna()])).antennas


def test_numbers_may_be_numbers_instead_of_texts(read):
    numbers = {"etrs89koordinat": {"oest": EAST, "nord": float(NORTH)}, "frekvensbaand": 800}
    assert read(as_list([antenna() | numbers])).antennas == read(as_list([antenna()])).antennas


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_may_use_any_usual_separator(read, delimiter):
    (one,) = read(as_csv([drawn(town="Sorø, Øst; Nord")], delimiter=delimiter), "m.csv").antennas
    assert (one.easting_m, one.northing_m) == (EAST, NORTH)


def test_a_day_of_the_map_is_midnight_in_denmark_told_in_utc(read):
    summer = feature(2, Idriftsaettelsesdato="2020-06-30T22:00:00Z")
    days = [one.in_use_since for one in read(as_map([feature(1), summer])).antennas]
    assert days == [date(2012, 12, 31), date(2020, 7, 1)]


def test_a_point_counts_where_the_map_gives_no_metres_of_its_own(read):
    bare = {"UTM_E": None, "UTM_N": None}
    in_degrees = feature(1, point=degrees(), **bare)
    in_metres = feature(2, point=(EAST, NORTH), **bare)
    places = [
        (one.easting_m, one.northing_m) for one in read(as_map([in_degrees, in_metres])).antennas
    ]
    assert places == [(EAST, NORTH)] * 2


def test_a_page_of_the_map_says_how_many_there_are_in_all(read):
    assert read(as_map([feature(1)], totalFeatures=1200)).promised == 1200
    assert read(as_map([feature(1)])).promised is None


def test_degrees_serve_where_there_are_no_metres(read):
    (one,) = read(as_list([antenna() | {"etrs89koordinat": {"oest": "", "nord": ""}}])).antennas
    assert (one.easting_m, one.northing_m) == (EAST, NORTH)


def test_nought_and_nought_is_no_place_and_the_other_pair_counts(read):
    (one,) = read(as_list([antenna() | {"etrs89koordinat": {"oest": "0", "nord": "0"}}])).antennas
    assert (one.easting_m, one.northing_m) == (EAST, NORTH)


def test_metres_may_have_a_comma(read):
    (one,) = read(as_list([antenna() | metres("655000,4", "6144999,6")])).antennas
    assert (one.easting_m, one.northing_m) == (EAST, NORTH)


def test_a_plan_keeps_its_day_and_how_uncertain_its_place_is(read):
    (one,) = read(as_list([antenna() | planned(radius="500")])).antennas
    assert (one.planned, one.in_use_since) == (True, None)
    assert (one.expected, one.radius_m) == (date(2027, 3, 1), 500.0)


def test_a_plan_of_the_map_is_known_by_its_layer(read):
    plan = feature(1, layer="MasteIFremtid", Radius_i_meter=250)
    (one,) = read(as_map([plan])).antennas
    assert (one.planned, one.radius_m) == (True, 250.0)
    assert (one.in_use_since, one.expected) == (None, date(2012, 12, 31))


def test_what_comes_into_use_after_the_day_of_the_file_is_planned(read):
    late = antenna(idriftsaettelsesdato="2026-11-02")
    today = antenna(idriftsaettelsesdato="2026-11-01", unik_station_navn="SO2")
    first, second = read(as_list([late, today])).antennas
    assert (first.planned, first.expected) == (True, date(2026, 11, 2))
    assert not second.planned


def test_a_table_without_a_day_does_not_make_its_masts_plans(read):
    (one,) = read(as_csv([drawn(start_date="")]), "masts.csv").antennas
    assert (one.planned, one.in_use_since) == (False, None)


def test_two_owners_antennas_are_two_and_the_likeness_is_counted(read):
    reading = read(as_list([antenna(), antenna()]))
    assert len(reading.antennas) == 2
    assert reading.remarks == {"alike": 1}


@pytest.mark.parametrize(
    ("name", "layout", "operators"),
    [
        ("antenner_apishape_shared9.json", "mastedatabasen antenner.json", {None}),
        (
            "mastedatabasen_2024-05-07_shared9.csv",
            "mastedatabasen table",
            {"TDC Mobil A/S", "Hi3G Denmark Aps", "Banedanmark", "Cibicom"},
        ),
    ],
)
def test_a_real_register_is_read_to_its_last_antenna(name, layout, operators):
    reading = read_masts(real_file("dk-mastedatabasen", name), day=date(2024, 5, 7))
    assert (reading.layout, len(reading.antennas), reading.rejected) == (layout, 1808, ())
    assert len({(one.easting_m, one.northing_m) for one in reading.antennas}) == 402
    assert reading.unknown == {}
    by_generation = Counter(one.generation for one in reading.antennas if one.mobile)
    assert by_generation == {
        Generation.G4: 1101,
        Generation.G5: 392,
        Generation.G2: 257,
        Generation.G3: 11,
    }
    others = Counter(one.technology for one in reading.antennas if not one.mobile)
    assert (others["GSM-R"], others["DVB-T"], others["DAB"], others["FM"]) == (29, 8, 4, 2)
    assert others.total() == 47
    assert operators <= {one.operator for one in reading.antennas}


def test_both_real_files_put_every_antenna_on_the_same_metre():
    names = ("antenner_apishape_shared9.json", "mastedatabasen_2024-05-07_shared9.csv")
    listed, tabled = (
        Counter(
            (one.easting_m, one.northing_m, one.technology, one.band_mhz, one.in_use_since)
            for one in read_masts(
                real_file("dk-mastedatabasen", name), day=date(2024, 5, 7)
            ).antennas
        )
        for name in names
    )
    assert listed == tabled
