"""The demonstration takes the same road as real files, because its files look like them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[4] / "shared/data"

WIDE = (
    '"adgadr_id";"vejnavn";"husnr";"postnr";"kommunenavn";"etrs89koordinat_oest";'
    '"etrs89koordinat_nord";"download_fasttraadloest";"upload_fasttraadloest";"download_fiber";'
    '"upload_fiber";"download_kabel_tv";"upload_kabel_tv";"download_xdsl";"upload_xdsl";'
    '"download_mobil";"upload_mobil"'
)
OLDER = (
    "id;kvh;kommunenavn;kommunekode;postnr;vejnavn;vejkode;husnr;bogstav;"
    "download_tek_mbits;upload_tek_mbits;download_udt_privat_mbits;upload_udt_privat_mbits;"
    "download_udt_erhverv_mbits;upload_udt_erhverv_mbits"
)
OFFICIAL_FILES = (
    ("coverage_now", "dk-tjekditnet-bbk26/bbk26_udbudt_private_3_real_rows.csv"),
    ("addresses", "dk-adresser-dar/adgangsadresser.csv"),
    ("uses", "dk-bbr/bbr_bygning.csv"),
)


def first_line(path, encoding="utf-8"):
    with path.open(encoding=encoding) as lines:
        return lines.readline().rstrip("\n")


def test_the_newest_coverage_has_the_official_header(deliveries):
    assert first_line(deliveries.coverage_now) == WIDE


@pytest.mark.parametrize("number", range(5))
def test_each_older_file_has_the_older_header_in_latin_1(deliveries, number):
    assert first_line(deliveries.coverage_then[number], "latin-1") == OLDER


def test_the_older_files_are_not_utf_8(deliveries):
    with pytest.raises(UnicodeDecodeError):
        deliveries.coverage_then[2].read_text(encoding="utf-8")


@pytest.mark.parametrize(("ours", "official"), OFFICIAL_FILES)
def test_the_header_is_the_one_of_the_real_file(deliveries, ours, official):
    if not SHARED.exists():
        pytest.skip("the real files are not at ../shared/data")
    assert first_line(getattr(deliveries, ours)) == first_line(SHARED / official)


def test_values_are_written_as_the_publisher_writes_them(deliveries):
    line = deliveries.coverage_now.read_text(encoding="utf-8").splitlines()[1]
    fields = line.split(";")
    assert fields[0].startswith('"de30da7a-')
    assert fields[3].isdigit(), "the postcode stands without quotes"
    assert "," in fields[5], "coordinates have a decimal comma"
    assert all(field == "" or field[0] == field[-1] == '"' for field in fields[7:])


def test_copper_speeds_have_three_decimals(deliveries, read):
    copper = {row["download_xdsl"] for row in read(deliveries.coverage_now, ";")} - {""}
    assert copper
    assert all(len(speed.partition(",")[2]) == 3 for speed in copper)


def test_every_file_is_named_a_demonstration(deliveries):
    assert all(path.name.startswith("demonstration") for path in deliveries.files)
    assert all(path.exists() for path in deliveries.files)
