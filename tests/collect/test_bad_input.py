"""What is wrong is said by file, row, column and remedy, and the shelf stays as it was."""

from __future__ import annotations

import zipfile

import pytest

from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.snapshot import quality
from taskforce.vocabulary.errors import Refused
from tests.makers import uuid_of
from tests.official import COLUMNS, official, row, rows, written

MANY = 200


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"download_fiber": "-5"}, "download_fiber", "negative speed"),
        ({"download_fiber": "1000000"}, "download_fiber", "absurd speed"),
        ({"upload_fiber": "hurtig"}, "upload_fiber", "no number"),
        ({"upload_fiber": "1.000"}, "upload_fiber", "no number"),
        ({"upload_fiber": "nan"}, "upload_fiber", "no number"),
        ({"upload_fiber": "inf"}, "upload_fiber", "absurd speed"),
        ({"kommunenavn": "Sorö By"}, "kommunenavn", "unknown municipality (nearest: Sorø)"),
        ({"kommunenavn": "Ringstedt"}, "kommunenavn", "unknown municipality (nearest: Ringsted)"),
        ({"adgadr_id": ""}, "adgadr_id", "no id"),
        ({"adgadr_id": uuid_of(1)}, "adgadr_id", "duplicate address"),
        ({"adgadr_id": uuid_of(1).upper()}, "adgadr_id", "duplicate address"),
        ({"etrs89koordinat_oest": "vest"}, "etrs89koordinat_oest", "no number"),
        (
            {"etrs89koordinat_oest": "6145000,9", "etrs89koordinat_nord": "655000,1"},
            "etrs89koordinat_oest",
            "swapped coordinates",
        ),
        (
            {"etrs89koordinat_oest": "100000", "etrs89koordinat_nord": "5000000"},
            "etrs89koordinat_oest",
            "coordinates outside Denmark",
        ),
    ],
)
def test_a_wrong_row_is_kept_with_its_line_and_reason(
    tmp_path, shelf, table, cells, column, reason
):
    content = [*rows(MANY), row(MANY + 1, **cells), row(MANY + 2)]
    outcome = collect_coverage(shelf, [written(tmp_path, official(content))])
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (MANY + 2, MANY + 1, 1)
    (rejected,) = table("rejects")
    assert rejected["line"] == MANY + 2
    assert rejected["column"] == column
    assert rejected["reason"] == reason
    assert rejected["value"] == (cells[column] or "")
    assert rejected["file"] == "BBK26_udbudt.csv"
    assert rejected["row"].count(";") == len(COLUMNS) - 1


def test_of_a_repeated_address_the_first_row_counts(tmp_path, shelf, speeds_of):
    content = [*rows(MANY), row(1, download_fiber="0")]
    collect_coverage(shelf, [written(tmp_path, official(content))])
    assert speeds_of()[uuid_of(1)]["fibre_download_kbps"] == 1_000_000
    assert quality.read(shelf.latest().path).duplicates == 1


def test_a_line_with_too_few_cells_is_rejected_as_it_stood(tmp_path, shelf, table):
    lines = official(rows(MANY)).splitlines()
    lines.insert(51, '"halv";"Vej"')
    outcome = collect_coverage(shelf, [written(tmp_path, "\n".join(lines) + "\n")])
    assert (outcome.rows, outcome.rejected) == (MANY + 1, 1)
    (rejected,) = table("rejects")
    assert (rejected["line"], rejected["row"]) == (52, '"halv";"Vej"')
    assert rejected["reason"] == "wrong number of cells"


def test_lines_are_counted_through_blank_lines_and_line_breaks_in_cells(tmp_path, shelf, table):
    lines = official([*rows(MANY), row(MANY + 1, download_fiber="-1")]).splitlines()
    lines.insert(10, "")
    lines[20] = lines[20].replace("Søndergade", "Sønder\ngade")
    lines.insert(30, '"halv";"Vej"')
    collect_coverage(shelf, [written(tmp_path, "\n".join(lines) + "\n")])
    assert [one["line"] for one in table("rejects")] == [32, MANY + 5]


def test_too_many_wrong_rows_are_refused_and_nothing_is_written(tmp_path, shelf):
    content = [*rows(20), row(21, download_fiber="-1"), row(22, kommunenavn="Atlantis")]
    file = written(tmp_path, official(content))
    with pytest.raises(Refused, match=r"2 of 22 rows .*negative speed 1.*unknown municipality 1"):
        collect_coverage(shelf, [file])
    assert shelf.snapshots() == ()
    outcome = collect_coverage(shelf, [file], Choices(allow_rejected=True))
    assert (outcome.accepted, outcome.rejected) == (20, 2)
    snapshot = shelf.latest()
    assert snapshot.manifest.allowed_rejected
    assert "allowed by hand" in " ".join(quality.read(snapshot.path).notes)


def test_a_file_without_one_good_row_is_refused_even_when_allowed(tmp_path, shelf):
    file = written(tmp_path, official([row(1, kommunenavn="Atlantis")]))
    with pytest.raises(Refused, match="1 of 1 rows"):
        collect_coverage(shelf, [file], Choices(allow_rejected=True))
    assert shelf.snapshots() == ()


def test_a_file_cut_off_in_a_row_is_refused(tmp_path, shelf):
    content = official(rows(MANY))
    file = written(tmp_path, content[: content.rindex(";") - 40])
    with pytest.raises(Refused, match="cut off") as caught:
        collect_coverage(shelf, [file])
    assert caught.value.row == MANY + 1


def test_a_last_line_without_its_end_is_whole(tmp_path, shelf):
    file = written(tmp_path, official(rows(3)).rstrip("\n"))
    assert collect_coverage(shelf, [file]).accepted == 3


@pytest.mark.parametrize("column", ["adgadr_id", "kommunenavn", "etrs89koordinat_nord"])
def test_a_missing_column_is_named(tmp_path, shelf, column):
    columns = [name for name in COLUMNS if name != column]
    file = written(tmp_path, official(rows(3), columns=columns))
    with pytest.raises(Refused, match="missing") as caught:
        collect_coverage(shelf, [file])
    assert caught.value.column == column
    assert caught.value.row == 1
    assert "--profile" in str(caught.value)


@pytest.mark.parametrize("column", ["download_fiber", "upload_mobil"])
def test_half_a_pair_is_refused(tmp_path, shelf, column):
    columns = [name for name in COLUMNS if name != column]
    file = written(tmp_path, official(rows(3), columns=columns))
    with pytest.raises(Refused, match="only half") as caught:
        collect_coverage(shelf, [file])
    assert caught.value.column == column


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "empty"),
        (";".join(COLUMNS) + "\n", "no row"),
        ("a;b;c\n1;2;3\n", "No row of column names is recognised"),
        (b"\x00\x01\x02" * 50, "no text"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, shelf, content, message):
    with pytest.raises(Refused, match=message):
        collect_coverage(shelf, [written(tmp_path, content)])
    assert shelf.snapshots() == ()


def test_a_folder_and_a_missing_file_are_refused(tmp_path, shelf):
    with pytest.raises(Refused, match="folder"):
        collect_coverage(shelf, [tmp_path])
    with pytest.raises(Refused, match="cannot be opened"):
        collect_coverage(shelf, [tmp_path / "nowhere.csv"])


def test_a_zip_is_read_and_keeps_its_own_checksum(tmp_path, shelf):
    file = tmp_path / "bbk23-privat.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("raadata/privat.csv", official(rows(4)))
        archive.writestr("__MACOSX/._privat.csv", "x")
    outcome = collect_coverage(shelf, [file])
    assert (outcome.addresses, outcome.as_of.year) == (4, 2023)
    (source,) = shelf.latest().manifest.sources
    assert (source.name, source.rows) == ("bbk23-privat.zip", 4)


def test_a_zip_without_a_table_or_with_too_much_is_refused(tmp_path, shelf):
    empty, bomb = tmp_path / "tom.zip", tmp_path / "bombe.zip"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.md", "x")
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.csv", "w") as entry,
    ):
        for _ in range(60):
            entry.write(b"0" * 1024 * 1024)
    with pytest.raises(Refused, match="no table"):
        collect_coverage(shelf, [empty])
    with pytest.raises(Refused, match="would unpack"):
        collect_coverage(shelf, [bomb])


def test_a_damaged_zip_is_refused(tmp_path, shelf):
    with pytest.raises(Refused, match="damaged"):
        collect_coverage(shelf, [written(tmp_path, b"PK\x03\x04 no zip", "a.zip")])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "latin-1", "cp850", "mac_roman"])
def test_any_usual_encoding_is_read(tmp_path, shelf, table, encoding):
    content = official(rows(50)).encode(encoding)
    collect_coverage(shelf, [written(tmp_path, content)])
    assert {one["road"] for one in table("address")} == {"Søndergade"}


def test_one_unreadable_line_is_rejected_not_the_file(tmp_path, shelf, table):
    lines = official(rows(MANY)).encode().split(b"\n")
    lines[100] = lines[100].replace("ø".encode(), b"\xf8")
    outcome = collect_coverage(shelf, [written(tmp_path, b"\n".join(lines))])
    assert (outcome.accepted, outcome.rejected) == (MANY - 1, 1)
    assert table("rejects")[0]["line"] == 101


@pytest.mark.parametrize("delimiter", [",", "\t", "|"])
def test_another_delimiter_is_found(tmp_path, shelf, delimiter):
    content = official(rows(3)).replace(";", delimiter)
    assert collect_coverage(shelf, [written(tmp_path, content)]).accepted == 3


def test_two_layouts_are_no_delivery(tmp_path, shelf):
    older = "id;kvh;kommunenavn;kommunekode;download_udt_privat_mbits;upload_udt_privat_mbits\n"
    files = [
        written(tmp_path, official(rows(2))),
        written(tmp_path, older + "a;0340;Sorø;0340;10;1\n", "fiber2016.csv"),
    ]
    with pytest.raises(Refused, match="share one layout"):
        collect_coverage(shelf, files)
