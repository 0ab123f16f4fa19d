"""What is written as a list is read again as it was, and is harmless in a spreadsheet."""

import csv
import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from taskforce.siting.site_list.columns import NAMES, bind
from taskforce.siting.site_list.described import described
from taskforce.siting.site_list.finishing import site_id
from taskforce.siting.site_list.frozen import frozen_row
from taskforce.siting.site_list.listed import Zone
from taskforce.siting.site_list.reading import read_site_list
from taskforce.siting.site_list.template import template_csv, template_xlsx
from taskforce.siting.site_list.writing import COLUMNS, as_csv, as_geopackage, as_json
from taskforce.tables.sites import SITES
from taskforce.vocabulary.errors import Refused
from tests.house.source_files import ROOT

CELLS = {
    "ejertype": "kommune",
    "oest": "655000,55",
    "antennehoejde_m": "36,5",
    "terraen_m": "-2",
    "zone": "landzone",
    "stroem": "ja",
    "fiber": "nej",
    "udpegninger": "fredning, Natura 2000",
    "aarlig_leje_kr": "25000",
    "bemaerkning": "=HYPERLINK(1)",
}


@pytest.fixture
def sites(written):
    return read_site_list(written(CELLS, {"navn": "+45 Skolen", "art": "skole"})).sites


def same(one, other):
    """Whether two rows tell the same site, to the centimetre."""
    metres = {"easting_m": 0.0, "northing_m": 0.0, "longitude": 0.0, "latitude": 0.0}
    apart = abs(one.easting_m - other.easting_m) + abs(one.northing_m - other.northing_m)
    bare = [replace(site, row=0, own_id=site_id(site), **metres) for site in (one, other)]
    return apart < 0.02 and bare[0] == bare[1]


@pytest.mark.parametrize(("name", "write"), [("a.csv", as_csv), ("a.gpkg", as_geopackage)])
def test_a_written_list_is_read_again_as_it_was(tmp_path, sites, name, write):
    file = tmp_path / name
    file.write_bytes(write(sites))
    again = read_site_list(file)
    assert again.rejected == ()
    assert len(again.sites) == len(sites)
    assert all(map(same, sites, again.sites))


def test_no_text_in_a_list_is_a_formula(sites):
    rows = list(csv.reader(as_csv(sites).decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == list(COLUMNS)
    assert rows[1][COLUMNS.index("bemaerkning")] == "'=HYPERLINK(1)"
    assert rows[2][COLUMNS.index("navn")] == "'+45 Skolen"
    assert rows[1][COLUMNS.index("terraen_m")] == "-2"
    assert rows[1][COLUMNS.index("oest")] == "655000,55"
    assert rows[1][COLUMNS.index("laengdegrad")] == "11,449397"


def test_json_tells_numbers_answers_and_unknown_as_such(sites):
    first, second = json.loads(as_json(sites))
    assert (first["stroem"], first["fiber"], second["stroem"]) == (True, False, None)
    assert (first["antennehoejde_m"], second["antennehoejde_m"]) == (36.5, None)
    assert first["navn"] == "Gl. vandtårn"
    assert tuple(first) == COLUMNS


def test_what_is_blanked_beforehand_is_not_written(sites):
    blank = [replace(sites[0], note="", annual_cost_dkk=None)]
    assert "HYPERLINK" not in as_csv(blank).decode()
    assert "25000" not in as_csv(blank).decode()


def test_a_frozen_row_has_the_columns_of_its_table(sites):
    row = frozen_row(sites[1])
    assert tuple(row) == SITES.column_names
    assert (row["antenna_m"], row["antenna_assumed"]) == (15.0, True)
    assert sites[0].zone is Zone.RURAL


@pytest.mark.parametrize(("name", "make"), [("t.csv", template_csv), ("t.xlsx", template_xlsx)])
def test_the_example_in_the_template_is_no_site(tmp_path, name, make):
    file = tmp_path / name
    file.write_bytes(make())
    with pytest.raises(Refused, match="no site"):
        read_site_list(file)


def test_a_filled_template_is_read(tmp_path):
    file = tmp_path / "t.xlsx"
    file.write_bytes(template_xlsx())
    book = load_workbook(file)
    page = book.worksheets[0]
    page.append(["Skolen", "skole", None, None, None, 655100, 6145000])
    book.save(file)
    (site,) = read_site_list(file).sites
    assert (site.row, site.name) == (3, "Skolen")


def test_every_column_is_described_and_found_by_its_own_name():
    assert [one.name for one in described()] == list(COLUMNS)
    assert all(one.meaning.da and one.meaning.en for one in described())
    assert set(bind(COLUMNS).at) == set(NAMES)


def test_the_page_for_municipalities_tells_every_column_and_its_example_is_read():
    page = (ROOT / "docs/site-list.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
    found = read_site_list(ROOT / "docs/site-list-example.csv")
    assert found.rejected == ()
    assert len(found.sites) == 4
