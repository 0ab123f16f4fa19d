"""The regions that come with the software are told as the authorities tell them."""

import json
from pathlib import Path

import pytest

from taskforce.vocabulary.places import country_register, load_region

SHARED = Path(__file__).parents[2].parent / "shared/data/dk-dagi-boundaries"


def test_every_neighbour_is_a_municipality_of_the_country():
    known = country_register("dk").by_code
    for place in load_region("sjaelland").municipalities:
        assert place.neighbours
        assert set(place.neighbours) <= set(known) - {place.code}


def test_the_five_regions_hold_the_ninety_eight_municipalities():
    register = country_register("dk")
    assert len(register.regions) == 5
    assert len(register.by_code) == 99, "98 and Christiansø"
    assert {place.region_code for place in register.by_code.values()} == set(register.regions)


def test_codes_and_names_are_those_of_the_official_boundaries():
    file = SHARED / "kommuner_2014_dissolved_2d.geojson"
    if not file.exists():
        pytest.skip("the real boundaries are not at ../shared/data")
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    official = {one["properties"]["KOMKODE"]: one["properties"]["KOMNAVN"] for one in features}
    register = country_register("dk")
    assert set(official) == set(register.by_code)
    for code, name in official.items():
        assert register.by_name(name) == register.by_code[code]
