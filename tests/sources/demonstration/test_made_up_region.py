"""The made-up addresses are believable, unmistakably made up, and lie where they say."""

import json
import uuid
from collections import Counter

import numpy as np
import pytest
import shapely

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.areas import municipality_areas
from taskforce.sources.demonstration.deliveries import STAMP, already_written, write_deliveries
from taskforce.sources.demonstration.identity import identifiers
from taskforce.vocabulary.coordinates import to_metric
from taskforce.vocabulary.places import load_region


@pytest.fixture(scope="module")
def register(deliveries, read):
    return read(deliveries.addresses, ",")


@pytest.fixture(scope="module")
def areas(deliveries):
    features = json.loads(deliveries.boundaries.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["kode"]: shapely.transform(
            shapely.geometry.shape(feature["geometry"]),
            lambda points: np.column_stack(to_metric(*points.T)),
        )
        for feature in features
    }


def test_the_same_seed_gives_the_same_bytes(deliveries, tmp_path):
    again = write_deliveries(tmp_path, addresses=2_000)
    for first, second in zip(deliveries.files, again.files, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name


def test_another_seed_gives_another_region(deliveries, tmp_path):
    other = write_deliveries(tmp_path, addresses=200, seed=7)
    assert other.addresses.read_bytes() != deliveries.addresses.read_bytes()


def test_a_complete_folder_is_known_again(deliveries):
    folder = deliveries.boundaries.parent
    assert already_written(folder, addresses=2_000)
    assert not already_written(folder, addresses=2_001)
    assert not already_written(folder, addresses=2_000, seed=7)


def test_a_folder_left_half_written_is_not_taken_for_complete(tmp_path):
    write_deliveries(tmp_path, addresses=200)
    (tmp_path / STAMP).unlink()
    assert not already_written(tmp_path, addresses=200)


def test_the_region_has_as_many_addresses_as_asked_for(register):
    assert 1_900 <= len(register) <= 2_000


def test_every_municipality_of_the_region_has_an_area_and_addresses(register, areas):
    codes = {place.code for place in load_region("sjaelland").municipalities}
    assert set(areas) == codes
    assert {row["kommunekode"] for row in register} == codes


def test_the_areas_do_not_overlap(areas):
    shapes = list(areas.values())
    assert all(shape.is_valid for shape in shapes)
    joined = shapely.union_all(shapes).area
    assert sum(shape.area for shape in shapes) == pytest.approx(joined, rel=1e-4)


def test_every_address_lies_inside_the_area_of_its_municipality(register, areas):
    for row in register:
        point = float(row["etrs89koordinat_øst"]), float(row["etrs89koordinat_nord"])
        assert shapely.contains_xy(areas[row["kommunekode"]], *point), row["id"]


def test_without_a_map_of_the_land_the_region_is_the_land_near_towns(tmp_path):
    areas = municipality_areas(tmp_path / "no-such-file.geojson")
    assert len(areas) == 17
    assert all(shape.area > 10e6 for shape in areas.values())


def test_identifiers_are_unique_and_cannot_be_taken_for_the_registers_own(register):
    found = [row["id"] for row in register]
    assert len(set(found)) == len(found)
    assert all(identifier.startswith("de30da7a-") for identifier in found)
    assert {uuid.UUID(identifier).version for identifier in found} == {5}


def test_many_identifiers_stay_unique():
    many = identifiers(300_000, "de30da7a", np.random.default_rng(0))
    assert len(np.unique(many)) == 300_000


def test_no_two_addresses_read_the_same(register):
    spoken = Counter((row["vejnavn"], row["husnr"], row["postnr"]) for row in register)
    assert [address for address, times in spoken.items() if times > 1] == []


def test_postcodes_belong_to_the_municipality(register):
    places = facts.anchors()
    towns = dict(zip(places.postcode, places.postal_name, strict=True))
    assert all(towns[row["postnr"]] == row["postnrnavn"] for row in register)


def test_people_live_where_the_people_are(register):
    count = Counter(row["kommunekode"] for row in register)
    assert count["0265"] > count["0269"], "Roskilde is larger than Solrød"
    assert count["0306"] > count["0329"], "Odsherred has its summer houses"


def test_summer_houses_stand_in_the_building_register(deliveries, read):
    codes = Counter(row["byg021BygningensAnvendelse"] for row in read(deliveries.uses, ";"))
    assert 0.05 < codes["510"] / codes.total() < 0.3
    assert codes["910"], "a garage is not what the address is used for"
