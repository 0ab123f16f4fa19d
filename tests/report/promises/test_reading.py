"""A plan is read whatever office wrote it, and every row is used or told why not."""

import json
from datetime import date

import numpy as np
import pytest
import shapely
from openpyxl import Workbook

from taskforce.report.bundle import ADDRESSES_FILE, Bundles
from taskforce.report.promises.matching import read_plan
from taskforce.siting.plan_list.cells import day_of, kbps_of, sureness_of, technology_of
from taskforce.siting.plan_list.faults import Fault
from taskforce.siting.plan_list.promise import Sureness, Terms
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology
from tests.made_once import small_region
from tests.makers import uuid_of
from tests.small_region import NEEDY_ID

USUAL = Terms(Technology.FIBRE, 1_000_000, 500_000, date(2027, 12, 31))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    shelf = small_region(tmp_path_factory, tmp_path_factory.mktemp("region"))
    return Bundles(shelf).latest().path / ADDRESSES_FILE


@pytest.fixture
def read(tmp_path, book):
    def taken(content, name="plan.csv"):
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        return read_plan(file, book=book, usual=USUAL)

    return taken


def faults(plan):
    return [(one.row, one.fault) for one in plan.rejected]


def test_an_address_is_found_by_id_by_its_parts_and_as_one_text(read):
    by_id = read(f"adresse_id\n{NEEDY_ID}\n").promises
    assert by_id == read("vejnavn;husnr;postnr\nSKOVVEJ;1;4180\n").promises
    assert by_id == read("Adresse;Postnr.\nSkovvej 1, 4180 Sorø;\nSkovvej 1;4180\n").promises
    assert [one.place.source_id for one in by_id] == [NEEDY_ID]


def test_a_house_with_a_letter_is_not_the_one_without(read):
    plan = read("vejnavn;husnr;postnr\nH.C. Andersens Vej;8h;4600\nSkovvej;1B;4180\n")
    assert [one.place.source_id for one in plan.promises] == [uuid_of(450)]
    assert faults(plan) == [(3, Fault.NO_SUCH_ADDRESS)]


def test_a_postcode_promises_every_address_in_it(read):
    plan = read("postnr;teknologi\n4900;fiber\n")
    assert len(plan.promises) == 32
    assert {one.place.municipality for one in plan.promises} == {"0360"}


def test_a_row_says_more_than_the_form(read):
    text = "adresse_id;teknologi;download (Mbit/s);upload;senest;sikkerhed\n"
    plan = read(f"{text}{NEEDY_ID};fast trådløst;300;50,5;2. kvartal 2028;besluttet\n")
    wireless = Technology.FIXED_WIRELESS
    told = Terms(wireless, 300_000, 50_500, date(2028, 6, 30), Sureness.DECIDED)
    assert [one.terms for one in plan.promises] == [told]


def test_every_row_is_used_or_told_why_not(read):
    rows = [
        f"{NEEDY_ID};;;",
        f"{NEEDY_ID};;;",
        f"{uuid_of(102)};røgsignaler;;",
        f"{uuid_of(102)};;-5;",
        f"{uuid_of(102)};;;snart",
        "ukendt;;;",
        ";;;",
        f"{uuid_of(103)};;;;;ekstra",
        f"{uuid_of(103)};kabel-tv;;2026",
    ]
    plan = read("\n".join(["adresse_id;teknologi;download;dato", *rows]))
    assert faults(plan) == [
        (3, Fault.DUPLICATE),
        (4, Fault.NO_TECHNOLOGY),
        (5, Fault.NO_SPEED),
        (6, Fault.NO_DAY),
        (7, Fault.NO_SUCH_ADDRESS),
        (9, Fault.BROKEN),
    ]
    assert plan.rows == len(plan.promises) + len(plan.rejected) == 8
    wrong = plan.rejected[1]
    assert (wrong.file, wrong.column, wrong.value) == ("plan.csv", "teknologi", "røgsignaler")


def test_a_spreadsheet_is_read_below_its_title(tmp_path, book):
    page = (workbook := Workbook()).active
    for row in (["Vores plan"], [], ["Postnr", "Senest"], [4900, date(2028, 3, 31)]):
        page.append(row)
    workbook.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", book=book, usual=USUAL)
    assert len(plan.promises) == 32
    assert {one.terms.due for one in plan.promises} == {date(2028, 3, 31)}


@pytest.mark.parametrize("crs", ["EPSG:25832", "EPSG:25833"])
def test_an_area_promises_the_addresses_in_it(tmp_path, book, crs):
    from pyproj import Transformer

    move = Transformer.from_crs("EPSG:25832", crs, always_xy=True)
    boxes = [shapely.box(655_000, 6_145_600, 655_040, 6_145_800), shapely.box(0, 0, 9, 9)]
    # Skovvej 1 and 2 stand 15 m apart from 655,015 on; the second area lies nowhere.
    moved = [
        shapely.transform(one, lambda xy: np.column_stack(move.transform(*xy.T))) for one in boxes
    ]
    write_areas(tmp_path / "plan.gpkg", moved, crs)
    plan = read_plan(tmp_path / "plan.gpkg", book=book, usual=USUAL)
    skovvej = [one.place for one in plan.promises if one.place.road == "Skovvej"]
    assert [one.house_number for one in skovvej] == ["1", "2"]
    assert {one.terms.technology for one in plan.promises} == {Technology.CABLE}
    assert [one.fault for one in plan.rejected] == [Fault.OUTSIDE]


def write_areas(file, areas, crs):
    import pyogrio.raw

    pyogrio.raw.write(
        file,
        geometry=np.array([shapely.to_wkb(one) for one in areas], dtype=object),
        field_data=[np.array(["coax"] * len(areas), dtype=object)],
        fields=["Teknologi"],
        geometry_type="Polygon",
        crs=crs,
        driver="GPKG",
        layer="plan",
    )


def test_points_without_an_address_are_no_plan(read):
    point = {"type": "Point", "coordinates": [11.4, 55.4]}
    feature = {"type": "Feature", "properties": {}, "geometry": point}
    told = json.dumps({"type": "FeatureCollection", "features": [feature]})
    plan = read(told, "plan.geojson")
    assert faults(plan) == [(1, Fault.NO_AREA)]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        ("", "plan.csv", "empty"),
        ("kunde;pris\nHansen;200\n", "plan.csv", "tells of a place"),
        ("postnr\n", "plan.csv", "no row"),
        ("noget", "plan.gpkg", "cannot be opened"),
        ("noget", "plan.pdf", "not read"),
        ("postnr;senest\n;\n", "plan.csv", "no row"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_by_name(read, content, name, words):
    with pytest.raises(Refused, match=words) as refused:
        read(content, name)
    assert str(refused.value).startswith(name)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-06-30", date(2027, 6, 30)),
        ("2027-06-30T00:00:00", date(2027, 6, 30)),
        ("30-06-2027", date(2027, 6, 30)),
        ("1/7/2027", date(2027, 7, 1)),
        ("2027-02", date(2027, 2, 28)),
        ("06.2027", date(2027, 6, 30)),
        ("Q3 2027", date(2027, 9, 30)),
        ("2027Q4", date(2027, 12, 31)),
        ("1. kvartal 2028", date(2028, 3, 31)),
        ("2. halvår 2027", date(2027, 12, 31)),
        ("2027", date(2027, 12, 31)),
        ("ultimo 2027", date(2027, 12, 31)),
        ("5. kvartal 2027", None),
        ("30-02-2027", None),
        ("1999", None),
        ("hurtigst muligt", None),
    ],
)
def test_a_day_is_the_last_that_the_words_can_mean(text, day):
    assert day_of(text) == day


def test_words_are_read_in_both_languages():
    assert technology_of("Fiber") == technology_of("FTTH") == Technology.FIBRE
    assert technology_of("5G FWA") == Technology.FIXED_WIRELESS
    assert sureness_of("Besluttet") == sureness_of("decided") == Sureness.DECIDED
    assert kbps_of("1.000 Mbit/s") == kbps_of("1000") == 1_000_000
    assert kbps_of("0") is kbps_of("fuld skrue") is kbps_of("-3") is None
