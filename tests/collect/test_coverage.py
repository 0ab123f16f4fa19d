"""A delivery in the official layout becomes a snapshot that says exactly what the file said."""

from __future__ import annotations

import pytest

from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.snapshot import quality
from taskforce.tables import coverage as promised
from taskforce.vocabulary.technology import Technology
from tests.makers import uuid_of
from tests.official import COLUMNS, official, row, rows, written


def test_every_row_becomes_an_address(tmp_path, shelf, table):
    outcome = collect_coverage(shelf, [written(tmp_path, official(rows(5)))])
    assert (outcome.rows, outcome.accepted, outcome.rejected, outcome.addresses) == (5, 5, 0, 5)
    assert [one["address_id"] for one in table("address")] == [0, 1, 2, 3, 4]
    assert {one["municipality"] for one in table("address")} == {"0340"}


def test_speeds_are_stored_as_they_were_told(tmp_path, shelf, speeds_of):
    told = row(1, download_xdsl="50,000", upload_xdsl="10,240", download_fiber="0", upload_fiber="")
    collect_coverage(shelf, [written(tmp_path, official([told]))])
    speeds = speeds_of()[uuid_of(1)]
    assert (speeds["xdsl_download_kbps"], speeds["xdsl_upload_kbps"]) == (50_000, 10_240)
    assert (speeds["fibre_download_kbps"], speeds["fibre_upload_kbps"]) == (0, 0)
    assert (speeds["cable_download_kbps"], speeds["cable_upload_kbps"]) == (0, 0)
    assert speeds["mobile_download_kbps"] == 200_000
    assert speeds["satellite_download_kbps"] is None
    assert speeds["overflow_set"] == 0


def test_columns_may_stand_in_any_order_after_a_mark(tmp_path, shelf, speeds_of):
    content = official(rows(2), columns=COLUMNS[::-1])
    collect_coverage(shelf, [written(tmp_path, b"\xef\xbb\xbf" + content.encode())])
    assert speeds_of()[uuid_of(2)]["fibre_download_kbps"] == 1_000_000


def test_addresses_know_their_place(tmp_path, shelf, table):
    collect_coverage(shelf, [written(tmp_path, official(rows(1)))])
    (address,), (place,) = table("address"), table("place")
    assert address["easting_m"] == pytest.approx(655010.16)
    assert (round(address["longitude"], 2), round(address["latitude"], 2)) == (11.45, 55.43)
    assert (place["municipality_name"], place["region"]) == ("Sorø", "1085")
    assert len(place["hex"]) == 15


def test_addresses_outside_the_region_are_kept_and_counted(tmp_path, shelf, table):
    away = row(
        2,
        kommunenavn="Aarhus Kommune",
        etrs89koordinat_oest="574730,16",
        etrs89koordinat_nord="6223215,94",
    )
    collect_coverage(shelf, [written(tmp_path, official([row(1), away]))])
    assert {one["municipality"] for one in table("address")} == {"0340", "0751"}
    counts = quality.read(shelf.latest().path).counts
    assert (counts["addresses_in_region"], counts["addresses_outside_region"]) == (1, 1)


def test_a_missing_mobile_pair_is_unknown_not_absent(tmp_path, shelf, speeds_of):
    fixed = [name for name in COLUMNS if "mobil" not in name]
    collect_coverage(shelf, [written(tmp_path, official(rows(1), columns=fixed))])
    assert speeds_of()[uuid_of(1)]["mobile_download_kbps"] is None
    snapshot = shelf.latest()
    assert Technology.MOBILE not in snapshot.technologies
    assert "mobile" in " ".join(quality.read(snapshot.path).notes)


def test_files_of_one_delivery_are_merged(tmp_path, shelf, speeds_of, table):
    private = official([row(1, download_fiber="100", upload_fiber="100"), row(2)])
    business = official([row(1, download_fiber="50", upload_fiber="500")])
    files = [written(tmp_path, private, "BBK26_a.csv"), written(tmp_path, business, "BBK26_b.csv")]
    outcome = collect_coverage(shelf, files)
    assert (outcome.rows, outcome.addresses) == (3, 2)
    merged = speeds_of()[uuid_of(1)]
    assert (merged["fibre_download_kbps"], merged["fibre_upload_kbps"]) == (100_000, 100_000)
    (beside,) = table("overflow")
    assert (beside["technology"], beside["download_kbps"], beside["upload_kbps"]) == (
        "fibre",
        50_000,
        500_000,
    )
    assert merged["overflow_set"] == beside["overflow_set"] == 1


def test_the_cube_counts_every_address(tmp_path, shelf, table):
    collect_coverage(shelf, [written(tmp_path, official(rows(30)))])
    assert sum(one["addresses"] for one in table("cube")) == 30


def test_every_promised_table_is_there(tmp_path, shelf):
    collect_coverage(shelf, [written(tmp_path, official(rows(3)))])
    snapshot = shelf.latest()
    snapshot.verify()
    for promise in promised.ALWAYS:
        assert snapshot.file(promise.name).exists()
        assert f"{promise.name}.parquet" in snapshot.manifest.files


def test_neighbours_stand_beside_each_other(tmp_path, shelf, table):
    corners = [("655000", "6145000"), ("656000", "6146000"), ("655010", "6145010")]
    content = [
        row(number, etrs89koordinat_oest=east, etrs89koordinat_nord=north)
        for number, (east, north) in enumerate(corners, start=1)
    ]
    collect_coverage(shelf, [written(tmp_path, official(content))])
    order = [one["house_number"] for one in table("address")]
    assert abs(order.index("1") - order.index("3")) == 1


def test_a_dry_run_writes_nothing(tmp_path, shelf):
    content = official([*rows(3), row(4, download_fiber="-1")])
    outcome = collect_coverage(
        shelf, [written(tmp_path, content)], Choices(dry_run=True, allow_rejected=False)
    )
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (4, 3, 1)
    assert outcome.examples[0]["line"] == 5
    assert any("fibre <- download_fiber" in note for note in outcome.notes)
    assert not shelf.root.exists()


def test_the_change_since_the_earlier_snapshot_is_told(tmp_path, shelf):
    old = official([row(1), row(2), row(3)])
    new = official([row(1), row(2, download_fiber="0", upload_fiber="0"), row(4)])
    collect_coverage(shelf, [written(tmp_path, old, "BBK25.csv")])
    collect_coverage(shelf, [written(tmp_path, new, "BBK26.csv")])
    since = quality.read(shelf.latest().path).since_previous
    assert since == {"new": 1, "gone": 1, "changed": 1}
