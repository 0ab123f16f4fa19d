"""Files of the publishers themselves are taken in untouched."""

from __future__ import annotations

from taskforce.collect.areas import area_of_points, read_areas
from taskforce.collect.boundaries import collect_boundaries
from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.collect.register import collect_addresses
from taskforce.collect.uses import collect_uses
from taskforce.snapshot import quality
from taskforce.vocabulary.technology import Technology
from tests.official import real_file

MAPPING = "dk-tjekditnet-bbk26"


NOTHING = (0, 0)
THREE_ROWS = {
    "0000af2c-ae73-485e-8718-dcb918021a2a": {
        Technology.FIBRE: (6_300_000, 6_300_000),
        Technology.CABLE: NOTHING,
        Technology.XDSL: NOTHING,
        Technology.FIXED_WIRELESS: NOTHING,
        Technology.MOBILE: (600_000, 30_000),
    },
    "00d934c2-950b-49e6-a4c5-eab46c724da2": {
        Technology.FIBRE: NOTHING,
        Technology.CABLE: (1_000_000, 100_000),
        Technology.XDSL: (50_000, 10_240),
        Technology.FIXED_WIRELESS: NOTHING,
        Technology.MOBILE: (600_000, 30_000),
    },
    "0001930f-1d1a-42d2-b168-8cd7ff830b87": {
        Technology.FIBRE: (2_500_000, 2_500_000),
        Technology.CABLE: (2_000_000, 500_000),
        Technology.XDSL: NOTHING,
        Technology.FIXED_WIRELESS: (100_000, 100_000),
        Technology.MOBILE: (200_000, 10_000),
    },
}


def test_three_verbatim_rows_of_the_official_file(shelf, speeds_of, table):
    outcome = collect_coverage(shelf, [real_file(MAPPING, "bbk26_udbudt_private_3_real_rows.csv")])
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (3, 3, 0)
    told = {
        name: {
            technology: (one[technology.download_column], one[technology.upload_column])
            for technology in THREE_ROWS[name]
        }
        for name, one in speeds_of().items()
    }
    assert told == THREE_ROWS
    places = {one["source_id"][:4]: one for one in table("address")}
    assert places["0000"]["municipality"] == "0751"
    assert places["0000"]["road"] == "Jægergårdsgade"
    assert places["0000"]["house_number"] == "90A"
    assert places["0000"]["easting_m"] == 574730.160000000033
    assert places["0001"]["postcode"] == "4622"


def test_munke_bjergby(shelf, table):
    file = real_file(MAPPING, "4190_munke_bjergby_joined_bbk26_layout.csv")
    outcome = collect_coverage(shelf, [file])
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (21, 21, 0)
    assert {one["municipality"] for one in table("address")} == {"0340"}


def test_bogoe_by_profile_has_one_address_below_the_goal(shelf, table):
    file = real_file(MAPPING, "4793_bogoe_speeds.csv")
    outcome = collect_coverage(shelf, [file], Choices(profile="tjekditnet-compact"))
    assert (outcome.rows, outcome.accepted, outcome.rejected) == (1247, 1247, 0)
    fixed = (Technology.FIBRE, Technology.CABLE, Technology.XDSL, Technology.FIXED_WIRELESS)
    below = [
        one
        for one in table("speeds")
        if not any(
            one[technology.download_column] >= 100_000
            and (one[technology.upload_column] or 0) >= 30_000
            for technology in fixed
        )
    ]
    assert len(below) == 1


def test_all_municipalities_of_region_and_country(shelf):
    folder = "dk-dagi-boundaries"
    region = collect_boundaries(shelf, real_file(folder, "region_sjaelland_17_kommuner.geojson"))
    assert (region.rows, region.addresses) == (17, 17)
    country = collect_boundaries(shelf, real_file(folder, "kommuner_2014_original.geojson"))
    assert (country.rows, country.addresses) == (311, 99)
    assert any("0411" in note for note in country.notes)


def test_addresses_lie_in_the_municipality_that_the_register_names(shelf, table):
    collect_boundaries(shelf, real_file("dk-dagi-boundaries", "kommuner_2014_dissolved_2d.geojson"))
    outcome = collect_addresses(shelf, [real_file("dk-adresser-dar", "adgangsadresser.csv")])
    assert (outcome.rows, outcome.accepted, outcome.addresses) == (409, 409, 409)
    import pyarrow.parquet as pq

    register = pq.read_table(shelf.layer("addresses").file("addresses"))
    areas = read_areas(shelf.layer("boundaries").file("boundaries"))
    found = area_of_points(
        register["easting_m"].to_numpy(), register["northing_m"].to_numpy(), areas
    )
    named = register["municipality"].to_pylist()
    agreeing = sum(areas.codes[at] == code for at, code in zip(found, named, strict=True))
    # The boundaries are drawn at 1:500,000, so a few addresses near a border fall beside it.
    assert agreeing >= 0.97 * len(named)
    assert set(named) == {"0253", "0259", "0265", "0269", "0340", "0350"}


def test_uses_of_the_building_register_join(shelf, table):
    collect_uses(shelf, [real_file("dk-bbr", "bbr_bygning.csv")])
    file = real_file(MAPPING, "4190_munke_bjergby_joined_bbk26_layout.csv")
    collect_coverage(shelf, [file])
    assert quality.read(shelf.latest().path).gaps["use"] <= 5
    assert sum(one["use"] == 1 for one in table("address")) >= 15


def test_dwellings_of_the_building_register_join(shelf):
    files = [
        real_file("dk-bbr", "bbr_bygning.csv"),
        real_file("dk-bbr", "bbr_enhed.csv"),
        real_file("dk-adresser-dar", "dar10_Adresse.ndjson"),
    ]
    outcome = collect_uses(shelf, files)
    assert outcome.rows == 11_537
    assert outcome.addresses == 404
