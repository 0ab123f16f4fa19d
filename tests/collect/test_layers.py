"""Boundaries, uses and the register of addresses join, whatever the order of collecting."""

from __future__ import annotations

import json

import pytest

from taskforce.collect.boundaries import collect_boundaries
from taskforce.collect.coverage import collect_coverage
from taskforce.collect.register import collect_addresses
from taskforce.collect.uses import collect_uses
from taskforce.snapshot import quality
from taskforce.vocabulary.errors import Refused
from tests.makers import uuid_of
from tests.official import official, row, rows, written

# Two squares beside each other around the addresses of `official`.
SORØ = [[650_000, 6_140_000], [660_000, 6_140_000], [660_000, 6_150_000], [650_000, 6_150_000]]
SLAGELSE = [[640_000, 6_140_000], [650_000, 6_140_000], [650_000, 6_150_000], [640_000, 6_150_000]]


def map_of(areas, names=("KOMKODE", "KOMNAVN"), crs="EPSG:25832"):
    features = [
        {
            "type": "Feature",
            "properties": {names[0]: code, names[1]: name},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        }
        for code, name, ring in areas
    ]
    content = {"type": "FeatureCollection", "features": features}
    if crs:
        content = {"crs": {"type": "name", "properties": {"name": crs}}, **content}
    return json.dumps(content)


BUILDINGS = "id_lokalId;status;registreringTil;virkningTil;byg021BygningensAnvendelse;husnummer\n"


def building(number, code, *, status=6, ended=""):
    return f"b{number};{status};{ended};;{code};{uuid_of(number)}\n"


def test_a_place_that_is_named_otherwise_is_counted_and_kept(tmp_path, shelf, table):
    areas = [("0340", "Sorø", SORØ), ("0330", "Slagelse", SLAGELSE)]
    collect_boundaries(shelf, written(tmp_path, map_of(areas), "kommuner.geojson"))
    away = row(2, etrs89koordinat_oest="645000,5")
    collect_coverage(shelf, [written(tmp_path, official([row(1), away]))])
    assert quality.read(shelf.latest().path).place_disagreements == 1
    assert {one["municipality"] for one in table("address")} == {"0340"}


def test_boundaries_collected_later_tell_the_same(tmp_path, shelf):
    collect_coverage(shelf, [written(tmp_path, official([row(1, kommunenavn="Slagelse")]))])
    assert quality.read(shelf.latest().path).place_disagreements == 0
    file = written(tmp_path, map_of([("0340", "Sorø", SORØ)]), "kommuner.geojson")
    outcome = collect_boundaries(shelf, file)
    assert outcome.refrozen == shelf.latest().id
    assert quality.read(shelf.latest().path).place_disagreements == 1


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("kode", "navn"), "0340"),
        (("kommunekode", "navn"), "340"),
        (("KOMKODE", "KOMNAVN"), "0340"),
    ],
)
def test_any_naming_of_code_and_name_is_read(tmp_path, shelf, names, code):
    file = written(tmp_path, map_of([(code, "Sorø", SORØ)], names), "kommuner.geojson")
    assert collect_boundaries(shelf, file).addresses == 1
    assert shelf.layer("boundaries").manifest.addresses == 1


def test_parts_are_dissolved_and_broken_shapes_repaired(tmp_path, shelf):
    bow_tie = [
        [650_000, 6_140_000],
        [660_000, 6_150_000],
        [660_000, 6_140_000],
        [650_000, 6_150_000],
    ]
    areas = [("0340", "Sorø", SORØ), ("0340", "Sorø", SLAGELSE), ("0330", "Slagelse", bow_tie)]
    outcome = collect_boundaries(shelf, written(tmp_path, map_of(areas), "kommuner.geojson"))
    assert (outcome.rows, outcome.addresses) == (3, 2)
    assert "1 invalid shapes were repaired." in outcome.notes


def test_boundaries_elsewhere_or_without_codes_are_refused(tmp_path, shelf):
    paris = [[2.0, 48.0], [3.0, 48.0], [3.0, 49.0]]
    far = written(tmp_path, map_of([("1", "Paris", paris)], crs=None), "paris.geojson")
    with pytest.raises(Refused, match="not in Denmark"):
        collect_boundaries(shelf, far)
    bare = written(tmp_path, map_of([("1", "x", SORØ)], ("a", "b")), "bare.geojson")
    with pytest.raises(Refused, match="No property tells the code"):
        collect_boundaries(shelf, bare)


def test_the_same_boundaries_twice_are_one_layer(tmp_path, shelf):
    file = written(tmp_path, map_of([("0340", "Sorø", SORØ)]), "kommuner.geojson")
    collect_boundaries(shelf, file)
    assert collect_boundaries(shelf, file).unchanged


def test_uses_join_in_either_order(tmp_path, shelf, table):
    coverage = written(tmp_path, official(rows(3)))
    uses = written(tmp_path, BUILDINGS + building(1, 120) + building(2, 510), "bygning.csv")
    first = collect_coverage(shelf, [coverage])
    later = collect_uses(shelf, [uses])
    told = {one["source_id"]: one["use"] for one in table("address")}
    assert told == {uuid_of(1): 1, uuid_of(2): 2, uuid_of(3): 0}
    assert later.refrozen not in (None, first.id)
    assert shelf.open(first.id).manifest.layers == {}
    again = collect_coverage(shelf, [coverage])
    assert again.unchanged
    assert again.id == later.refrozen


def test_place_and_use_share_a_number_and_the_cube_follows(tmp_path, shelf, table):
    collect_uses(shelf, [written(tmp_path, BUILDINGS + building(1, 140), "bygning.csv")])
    collect_coverage(shelf, [written(tmp_path, official(rows(1)))])
    (address,), (speeds,), (cube,) = table("address"), table("speeds"), table("cube")
    assert speeds["place_use"] == address["place_id"] * 8 + 1
    assert cube["place_use"] == speeds["place_use"]


def test_a_home_beats_every_other_building_and_history_is_left_out(tmp_path, shelf, table):
    content = (
        BUILDINGS
        + building(1, 910)
        + building(1, 320)
        + building(1, 110)
        + building(2, 120, ended="2017-01-01")
        + building(2, 210)
        + building(3, 120, status=3)
        + building(3, 420)
        + building(4, 930)
    )
    collect_uses(shelf, [written(tmp_path, content, "bygning.csv")])
    collect_coverage(shelf, [written(tmp_path, official(rows(4)))])
    assert {one["source_id"]: one["use"] for one in table("address")} == {
        uuid_of(1): 1,
        uuid_of(2): 3,
        uuid_of(3): 4,
        uuid_of(4): 0,
    }


def test_a_dwelling_finds_its_access_address(tmp_path, shelf, table):
    units = "status;enh020EnhedensAnvendelse;adresseIdentificerer\n6;140;dwelling-1\n"
    link = json.dumps({"id": "dwelling-1", "husnummer_id": uuid_of(1)})
    files = [written(tmp_path, units, "enhed.csv"), written(tmp_path, link, "adresse.ndjson")]
    collect_uses(shelf, files)
    collect_coverage(shelf, [written(tmp_path, official(rows(1)))])
    assert table("address")[0]["use"] == 1


def test_uses_without_a_row_in_force_are_refused(tmp_path, shelf):
    file = written(tmp_path, BUILDINGS + building(1, 120, status=3), "bygning.csv")
    with pytest.raises(Refused, match="in force"):
        collect_uses(shelf, [file])
    with pytest.raises(Refused, match="column with the use is missing"):
        collect_uses(shelf, [written(tmp_path, "husnummer;x\na;1\n", "andet.csv")])


REGISTER = (
    "id,status,vejkode,vejnavn,husnr,postnr,kommunekode,etrs89koordinat_øst,etrs89koordinat_nord\n"
)


def registered(number, east=655_500.5, *, status=1):
    return f"{uuid_of(number)},{status},1,Nygade,{number},4180,0340,{east},6145000.25\n"


def test_an_address_that_coverage_does_not_mention_is_unknown(tmp_path, shelf, speeds_of):
    content = REGISTER + registered(1) + registered(9) + registered(10, status=3)
    collect_addresses(shelf, [written(tmp_path, content, "adgangsadresser.csv")])
    outcome = collect_coverage(shelf, [written(tmp_path, official(rows(2)))])
    assert (outcome.accepted, outcome.addresses) == (2, 3)
    speeds = speeds_of()
    assert uuid_of(10) not in speeds
    assert {value for key, value in speeds[uuid_of(9)].items() if key.endswith("kbps")} == {None}
    assert quality.read(shelf.latest().path).gaps["speeds"] == 1


def test_the_register_tells_where_an_older_delivery_lies(tmp_path, shelf, table):
    content = REGISTER + registered(1)
    collect_addresses(shelf, [written(tmp_path, content, "adgangsadresser.csv")])
    older = (
        "id;kvh;kommunenavn;download_udt_privat_mbits;upload_udt_privat_mbits\n"
        f"{uuid_of(1)};0340;Sorø;100;100\n"
    )
    collect_coverage(shelf, [written(tmp_path, older, "fiber2016.csv")])
    assert table("address")[0]["easting_m"] == 655_500.5


def test_another_snapshot_tells_it_as_well(tmp_path, shelf, table):
    collect_coverage(shelf, [written(tmp_path, official(rows(1)))])
    older = (
        "id;kvh;kommunenavn;download_udt_privat_mbits;upload_udt_privat_mbits\n"
        f"{uuid_of(1)};0340;Sorø;100;100\n"
    )
    outcome = collect_coverage(shelf, [written(tmp_path, older, "fiber2016.csv")])
    assert table("address", outcome.id)[0]["easting_m"] == pytest.approx(655010.16)
