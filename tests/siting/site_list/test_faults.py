"""Every row that is not taken in is kept with the reason, and a way to mend it."""

import pytest

from taskforce.siting.site_list.faults import Fault
from taskforce.siting.site_list.reading import read_site_list, read_site_lists


def only(found):
    assert found.sites == ()
    (row,) = found.rejected
    return row


@pytest.mark.parametrize(
    ("cells", "fault", "column", "value"),
    [
        ({"navn": ""}, Fault.NO_NAME, "navn", None),
        ({"art": ""}, Fault.NO_KIND, "art", None),
        ({"oest": ""}, Fault.NO_PLACE, "oest, nord", ", 6145000"),
        ({"oest": "0", "nord": "0"}, Fault.NO_PLACE, "oest, nord", "0, 0"),
        ({"oest": "6145000", "nord": "655000"}, Fault.SWAPPED, "oest, nord", "6145000, 655000"),
        ({"oest": "11,5", "nord": "55,4"}, Fault.DEGREES, "oest, nord", "11,5, 55,4"),
        ({"oest": "11.449", "nord": "55.427"}, Fault.DEGREES, "oest, nord", "11.449, 55.427"),
        ({"oest": "330000"}, Fault.OTHER_ZONE, "oest, nord", "330000, 6145000"),
        ({"nord": "4145000"}, Fault.OUTSIDE, "oest, nord", "655000, 4145000"),
        ({"oest": "ved søen"}, Fault.NO_NUMBER, "oest, nord", "ved søen, 6145000"),
        ({"bygningshoejde_m": "ca. 30"}, Fault.NO_NUMBER, "bygningshoejde_m", "ca. 30"),
        ({"bygningshoejde_m": "98 ft"}, Fault.FEET, "bygningshoejde_m", "98 ft"),
        ({"antennehoejde_m": "100 fod"}, Fault.FEET, "antennehoejde_m", "100 fod"),
        ({"bygningshoejde_m": "251"}, Fault.FEET, "bygningshoejde_m", "251"),
        ({"bygningshoejde_m": "0"}, Fault.NOT_POSITIVE, "bygningshoejde_m", "0"),
        ({"antennehoejde_m": "-3"}, Fault.NOT_POSITIVE, "antennehoejde_m", "-3"),
        ({"terraen_m": "-40"}, Fault.BELOW_THE_SEA, "terraen_m", "-40"),
        ({"aarlig_leje_kr": "-1"}, Fault.NEGATIVE_RENT, "aarlig_leje_kr", "-1"),
    ],
)
def test_a_wrong_cell_is_named(written, cells, fault, column, value):
    row = only(read_site_list(written(cells)))
    assert (row.file, row.row, row.fault) == ("liste.csv", 2, fault)
    assert row.column == column
    assert row.value == value
    assert row.text.startswith(cells.get("navn", "Gl. vandtårn"))
    assert row.remedy.da
    assert row.remedy.en


def test_every_fault_is_told_in_both_languages():
    for fault in Fault:
        assert all((fault.sentence.da, fault.sentence.en, fault.remedy.da, fault.remedy.en))
        assert fault.sentence.da != fault.sentence.en


def test_metres_in_degree_columns_and_swapped_degrees_are_told_apart(tmp_path):
    file = tmp_path / "grader.csv"
    file.write_text("navn;art;lon;lat\nA;silo;655000;6145000\nB;silo;55.4;11.5\nC;silo;11.5;55.4\n")
    found = read_site_list(file)
    assert [one.fault for one in found.rejected] == [Fault.METRES, Fault.SWAPPED]
    assert [one.name for one in found.sites] == ["C"]


def test_a_column_in_feet_is_not_read_as_metres(tmp_path):
    file = tmp_path / "fod.csv"
    file.write_text("navn;art;oest;nord;Højde (fod)\nA;silo;655000;6145000;98\n")
    row = only(read_site_list(file))
    assert (row.fault, row.column) == (Fault.FEET, "Højde (fod)")


def test_a_television_mast_may_be_high_and_land_has_no_height(written):
    mast = {"art": "mast", "bygningshoejde_m": "320"}
    land = {"art": "areal", "bygningshoejde_m": "0", "navn": "Marken"}
    found = read_site_list(written(mast, land))
    assert [one.structure_m for one in found.sites] == [320, None]


def test_a_site_in_the_sea_is_told_and_a_harbour_is_not_lost(written, boundaries):
    found = read_site_list(
        written({"oest": "700000"}, {"navn": "Havnen", "oest": "660300"}), boundaries=boundaries
    )
    assert [one.fault for one in found.rejected] == [Fault.IN_THE_SEA]
    assert [(one.name, one.municipality) for one in found.sites] == [("Havnen", "0340")]
    assert any("row 3" in one.en for one in found.notes)


def test_another_zone_is_suspected_where_only_it_fits_the_municipality(written, boundaries):
    # Rønne in zone 33; read in zone 32 it would be a field in Jutland.
    there = {"oest": "481000", "nord": "6106500", "kommunekode": "0400"}
    assert only(read_site_list(written(there), boundaries=boundaries)).fault is Fault.OTHER_ZONE
    unsaid = written(there | {"kommunekode": ""})
    assert only(read_site_list(unsaid, boundaries=boundaries)).fault is Fault.IN_THE_SEA


def test_a_high_antenna_is_taken_in_and_said(written):
    found = read_site_list(written({"antennehoejde_m": "65"}))
    assert found.sites[0].antenna_m == 65
    assert any("more than 30 m above" in one.en for one in found.notes)


def test_the_same_site_twice_is_counted_also_across_files(written):
    first = written({}, {"navn": "gl. vandtårn "}, {"navn": "Skolen"}, name="a.csv")
    second = written({"navn": "Skolen"}, {"navn": "Silo", "id": "1"}, name="b.csv")
    third = written({"navn": "Kirken", "id": "1"}, name="c.csv")
    found = read_site_lists([first, second, third])
    assert [(one.file, one.row, one.fault) for one in found.rejected] == [
        ("a.csv", 3, Fault.DUPLICATE),
        ("b.csv", 2, Fault.DUPLICATE),
        ("c.csv", 2, Fault.DUPLICATE_ID),
    ]
    assert len(found.sites) == 3


def test_no_row_is_lost(written):
    rows = [{"navn": f"Sted {n}", "oest": str(n)} for n in range(640_000, 640_050)]
    rows += [{"navn": "", "oest": "x"}, {"navn": "Ude", "nord": "1000000"}]
    found = read_site_list(written(*rows))
    assert len(found.sites) + len(found.rejected) == len(rows)
    assert [one.row for one in found.rejected] == [52, 53]
