"""One row per offer: the best pair of each technology is found, and what it cannot beat is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from taskforce.collect.coverage import collect_coverage
from taskforce.snapshot import quality
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology
from tests.official import written

FCC = (
    "frn,provider_id,brand_name,location_id,technology,max_advertised_download_speed,"
    "max_advertised_upload_speed,low_latency,business_residential_code,state_usps,block_geoid,"
    "h3_res8_id\n"
)


def offer(location: str, technology: int, down: int, up: int, brand: str = "Xfinity") -> str:
    return (
        f'0003768165,130317,"{brand}",{location},{technology},{down},{up},1,B,VT,'
        "500110102002027,882bab5303fffff\n"
    )


def collected(shelf, tmp_path: Path, *offers: str):
    file = written(tmp_path, FCC + "".join(offers), "bdc_50_Cable_fixed_broadband_J24_x.csv")
    return collect_coverage(shelf, [file])


def test_the_best_pair_counts_and_an_incomparable_one_stays(tmp_path, shelf, speeds_of, table):
    collected(
        shelf,
        tmp_path,
        offer("01", 50, 1000, 100),
        offer("01", 50, 500, 500, "Fiber, Inc."),
        offer("01", 50, 400, 400),
        offer("01", 50, 1000, 50),
        offer("01", 50, 100, 600),
    )
    speeds = speeds_of()["01"]
    assert (speeds["fibre_download_kbps"], speeds["fibre_upload_kbps"]) == (1_000_000, 100_000)
    assert [(one["download_kbps"], one["upload_kbps"]) for one in table("overflow")] == [
        (100_000, 600_000),
        (500_000, 500_000),
    ]
    assert {one["overflow_set"] for one in table("overflow")} == {speeds["overflow_set"]}


def test_equal_overflow_is_stored_once(tmp_path, shelf, speeds_of, table):
    both = [
        offer(location, 40, *pair) for location in ("01", "02") for pair in ((100, 10), (50, 50))
    ]
    collected(shelf, tmp_path, *both, offer("03", 40, 100, 10))
    sets = {name: one["overflow_set"] for name, one in speeds_of().items()}
    assert sets == {"01": 1, "02": 1, "03": 0}
    assert len(table("overflow")) == 1


def test_offers_keep_their_operator_and_ids_their_noughts(tmp_path, shelf, table):
    collected(shelf, tmp_path, offer("0007", 50, 100, 100, "Fiber, Inc."), offer("0007", 10, 10, 1))
    (address,), (place,) = table("address"), table("place")
    assert address["source_id"] == "0007"
    assert (address["municipality"], place["region"]) == ("50011", "50")
    assert place["hex"] == "882bab5303fffff"
    assert address["easting_m"] is None
    assert [(one["operator"], one["technology"]) for one in table("offers")] == [
        ("Fiber, Inc.", "fibre"),
        ("Xfinity", "xdsl"),
    ]


def test_a_technology_of_the_delivery_is_not_offered_where_it_is_not_named(
    tmp_path, shelf, speeds_of
):
    collected(shelf, tmp_path, offer("01", 50, 100, 100), offer("02", 60, 100, 10))
    assert shelf.latest().technologies == (Technology.FIBRE, Technology.SATELLITE)
    assert speeds_of()["02"]["fibre_download_kbps"] == 0
    assert speeds_of()["02"]["cable_download_kbps"] is None


def test_an_unknown_technology_is_rejected(tmp_path, shelf, table):
    many = [offer(f"{number:04}", 50, 100, 100) for number in range(100)]
    outcome = collected(shelf, tmp_path, *many, offer("9999", 99, 1, 1))
    assert outcome.rejected == 1
    assert table("rejects")[0]["reason"] == "unknown technology"
    assert table("rejects")[0]["value"] == "99"


OLDER = (
    "id;kvh;kommunenavn;kommunekode;postnr;vejnavn;vejkode;husnr;bogstav;"
    "download_tek_mbits;upload_tek_mbits;download_udt_privat_mbits;upload_udt_privat_mbits;"
    "download_udt_erhverv_mbits;upload_udt_erhverv_mbits\n"
)


def older(number: int, down: str, up: str) -> str:
    return (
        f"id-{number};0340{number:08};Sorø;340;4180;Søndergade;0012;{number};B;"
        f"{down};{up};{down};{up};{down};{up}\n"
    )


def test_the_older_layout_is_one_file_for_each_technology(tmp_path, shelf, speeds_of, table):
    fibre = written(tmp_path, (OLDER + older(1, "100", "100")).encode("latin-1"), "fiber2016.csv")
    copper = written(tmp_path, OLDER + older(1, "20,5", "2") + older(2, "50", "10"), "xdsl2016.csv")
    outcome = collect_coverage(shelf, [fibre, copper])
    assert (outcome.rows, outcome.addresses, outcome.as_of.isoformat()) == (3, 2, "2016-06-30")
    speeds = speeds_of()
    assert speeds["id-1"]["fibre_download_kbps"] == 100_000
    assert speeds["id-1"]["xdsl_download_kbps"] == 20_500
    assert speeds["id-2"]["fibre_download_kbps"] == 0
    assert speeds["id-2"]["cable_download_kbps"] is None
    assert {one["house_number"] for one in table("address")} == {"1B", "2B"}
    assert {one["municipality"] for one in table("address")} == {"0340"}
    assert quality.read(shelf.latest().path).gaps["easting_m"] == 2


def test_a_file_whose_name_tells_no_technology_is_refused(tmp_path, shelf):
    file = written(tmp_path, OLDER + older(1, "100", "100"), "udbudt2016.csv")
    with pytest.raises(Refused, match=r"name tells none.*fiber, kabel"):
        collect_coverage(shelf, [file])
