"""A municipality's own list is read as it stands, in whatever program it was made."""

import json

import pytest
from openpyxl import Workbook

from taskforce.siting.site_list.faults import Fault
from taskforce.siting.site_list.finishing import site_id
from taskforce.siting.site_list.listed import Zone
from taskforce.siting.site_list.reading import read_site_list, read_site_lists
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.site import OwnerKind, SiteKind

FULL = {
    "ejertype": "kommune",
    "oest": "655000,5",
    "nord": "6.145.000,25",
    "antennehoejde_m": "36,5",
    "terraen_m": "-2",
    "zone": "Landzone",
    "stroem": "Ja",
    "fiber": "nej",
    "adgang": "Grusvej, nøgle hos driften",
    "baereevne": "300 kg på taget",
    "udpegninger": "fredning, Natura 2000",
    "ledig": "nej",
    "aarlig_leje_kr": "25.000",
    "bemaerkning": "=1+1",
    "id": "V-1",
}


def test_everything_that_a_list_tells_is_read(written):
    (site,) = read_site_list(written(FULL)).sites
    assert (site.row, site.name, site.kind) == (2, "Gl. vandtårn", SiteKind.WATER_TOWER)
    assert (site.owner, site.owner_kind) == ("Sorø Kommune", OwnerKind.MUNICIPALITY)
    assert (site.easting_m, site.northing_m) == (655000.5, 6145000.25)
    assert (round(site.longitude, 3), round(site.latitude, 3)) == (11.449, 55.427)
    assert (site.structure_m, site.antenna_m, site.ground_m) == (34, 36.5, -2)
    assert (site.zone, site.power, site.fibre) == (Zone.RURAL, True, False)
    assert site.designations == ("fredning", "Natura 2000")
    assert (site.available, site.annual_cost_dkk, site.own_id) == (False, 25_000, "V-1")
    assert (site.access, site.note) == ("Grusvej, nøgle hos driften", "=1+1")


def test_what_is_not_told_stays_unknown(written):
    (site,) = read_site_list(written({"kommunekode": ""})).sites
    assert (site.antenna_m, site.zone, site.power, site.fibre) == (None, None, None, None)
    assert (site.municipality, site.available, site.annual_cost_dkk) == (None, True, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_letters_survive_every_office(written, encoding):
    (site,) = read_site_list(written({"navn": "Sønder Å-værk"}, encoding=encoding)).sites
    assert site.name == "Sønder Å-værk"


def test_english_columns_with_commas_and_units_are_read(tmp_path):
    file = tmp_path / "sites.csv"
    file.write_text(
        "Our sites,,,,\n\nSite name,Kind,Longitude,Latitude,Height (m)\n"
        'Tower,"Water tower",11.449,55.427,34.5\n'
    )
    (site,) = read_site_list(file).sites
    assert (site.row, site.name, site.structure_m) == (4, "Tower", 34.5)
    assert (round(site.easting_m), round(site.northing_m)) == (654974, 6145037)


def test_a_spreadsheet_with_a_title_is_read(tmp_path):
    book = Workbook()
    page = book.active
    page.append(["Steder til master"])
    page.append([])
    page.append(["Navn", "Art", "Øst", "Nord", "Højde", "Strøm"])
    page.append(["Rådhuset", "bygning", 655000.5, 6145000, 22, True])
    page.append(["Skolen", "skole", "655100", "6145000", None, None])
    file = tmp_path / "liste.xlsx"
    book.save(file)
    found = read_site_list(file)
    assert [(one.row, one.name, one.easting_m) for one in found.sites] == [
        (4, "Rådhuset", 655000.5),
        (5, "Skolen", 655100),
    ]
    assert found.sites[0].power is True


def test_a_map_file_gives_points_and_the_middle_of_areas(tmp_path):
    ring = [[11.44, 55.42], [11.46, 55.42], [11.46, 55.44], [11.44, 55.44], [11.44, 55.42]]
    shapes = [
        {"type": "Point", "coordinates": [11.449, 55.427]},
        {"type": "Polygon", "coordinates": [ring]},
    ]
    features = [
        {"type": "Feature", "properties": {"navn": f"Sted {n}", "art": "areal"}, "geometry": shape}
        for n, shape in enumerate(shapes)
    ]
    file = tmp_path / "steder.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    point, area = read_site_list(file).sites
    assert (round(point.longitude, 3), round(point.latitude, 3)) == (11.449, 55.427)
    assert (round(area.longitude, 3), round(area.latitude, 3)) == (11.45, 55.43)


def test_a_map_file_is_read_on_the_grid_that_it_declares(tmp_path):
    about = {"navn": "A", "art": "silo", "udpegninger": ["fredning", "Natura 2000"]}
    (tmp_path / "zone33.geojson").write_text(feature(about, [275275, 6147800], "EPSG:25833"))
    (site,) = read_site_list(tmp_path / "zone33.geojson").sites
    assert round(site.longitude, 1) == 11.4
    assert site.designations == ("fredning", "Natura 2000")
    (tmp_path / "undeclared.geojson").write_text(feature(about, [655000, 6145000]))
    (site,) = read_site_list(tmp_path / "undeclared.geojson").sites
    assert (site.easting_m, site.northing_m) == (655000, 6145000)
    (tmp_path / "swapped.geojson").write_text(feature(about, [55.4, 11.5]))
    (row,) = read_site_list(tmp_path / "swapped.geojson").rejected
    assert row.fault is Fault.SWAPPED


def feature(about, point, crs=None):
    shape = {"type": "Point", "coordinates": point}
    content = {"type": "FeatureCollection"}
    if crs:
        content["crs"] = {"type": "name", "properties": {"name": crs}}
    content["features"] = [{"type": "Feature", "properties": about, "geometry": shape}]
    return json.dumps(content)


def test_a_cell_may_hold_lines_and_a_stray_quotation_mark_loses_no_row(written):
    found = read_site_list(
        written(
            {"bemaerkning": '"to\nlinjer"'},
            {"navn": '"åben', "oest": "655100"},
            {"navn": "Efter", "oest": "655200"},
        )
    )
    assert found.sites[0].note == "to\nlinjer"
    assert [one.row for one in found.rejected] == [4]
    assert [(one.row, one.name) for one in found.sites[1:]] == [(5, "Efter")]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Vandtårn", SiteKind.WATER_TOWER),
        ("water tower", SiteKind.WATER_TOWER),
        ("WATER_TOWER", SiteKind.WATER_TOWER),
        ("Landsbyskole", SiteKind.SCHOOL),
        ("Idrætshal", SiteKind.BUILDING),
        ("kornsilo", SiteKind.SILO),
        ("Ubebygget areal", SiteKind.LAND),
        ("gittermast", SiteKind.MAST),
    ],
)
def test_a_kind_is_known_by_what_people_call_it(written, word, kind):
    assert read_site_list(written({"art": word})).sites[0].kind is kind


def test_an_unknown_kind_is_other_and_said_so(written):
    found = read_site_list(written({"art": "dims"}))
    assert found.sites[0].kind is SiteKind.OTHER
    assert "dims" in found.notes[0].da
    assert "“Other”" in found.notes[0].en


def test_a_word_that_is_no_answer_is_kept_in_the_note(written):
    found = read_site_list(written({"stroem": "400 V, 32 A", "bemaerkning": "Ring først"}))
    assert found.sites[0].power is None
    assert found.sites[0].note == "Ring først; stroem: 400 V, 32 A"
    assert any("row 2" in one.en for one in found.notes)


def test_the_coordinate_tells_the_municipality_and_a_difference_is_said(written, boundaries):
    found = read_site_list(written({"oest": "645000"}), boundaries=boundaries)
    assert found.sites[0].municipality == "0330"
    assert any("another municipality" in one.en for one in found.notes)


def test_the_list_of_a_municipality_names_its_owner(written):
    (site,) = read_site_list(written({"ejer": "", "kommunekode": ""}), municipality="0340").sites
    assert (site.owner, site.owner_kind) == ("Sorø Kommune", OwnerKind.MUNICIPALITY)
    assert site.municipality == "0340"
    with pytest.raises(WrongUse, match="no municipality with the code"):
        read_site_list(written({}), municipality="9999")


def test_another_grid_is_read_when_it_is_named(written):
    there = {"oest": "275275", "nord": "6147800"}
    (site,) = read_site_list(written(there), crs="EPSG:25833").sites
    assert round(site.longitude, 1) == 11.4
    with pytest.raises(WrongUse, match="is not known"):
        read_site_list(written(there), crs="EPSG:1")


def test_an_id_stays_the_same_and_a_sites_own_comes_first(written):
    first, second = read_site_list(written({"id": "V-1"}, {"navn": "Skolen"})).sites
    assert site_id(first) == "V-1"
    assert site_id(second) == site_id(read_site_list(written({"navn": "skolen "})).sites[0])
    assert site_id(second).startswith("P-")
    assert len(site_id(second)) == 10


def test_a_list_without_its_columns_or_rows_is_refused(tmp_path):
    bare = tmp_path / "bare.csv"
    bare.write_text("navn;oest;nord\nA;1;2\n")
    with pytest.raises(Refused, match="column art is missing"):
        read_site_list(bare)
    strange = tmp_path / "strange.csv"
    strange.write_text("a;b\n1;2\n")
    with pytest.raises(
        Refused, match=r"name, the kind and the place of a site\. The file begins: a, b"
    ):
        read_site_list(strange)
    empty = tmp_path / "empty.csv"
    empty.write_text("navn;art;oest;nord\n")
    with pytest.raises(Refused, match="no row"):
        read_site_list(empty)


def test_twenty_thousand_sites_are_read(written):
    rows = [{"navn": f"Sted {n}", "oest": str(640_000 + n)} for n in range(20_000)]
    found = read_site_lists([written(*rows)])
    assert len(found.sites) == 20_000
    assert len({site_id(one) for one in found.sites}) == 20_000
