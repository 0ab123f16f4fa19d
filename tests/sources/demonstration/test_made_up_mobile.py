"""The made-up masts, signals and sites hang together, and say that they are made up."""

import json
from collections import Counter

import numpy as np
import pytest

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.mast_network import OPERATORS
from taskforce.sources.demonstration.public_property import MADE_UP


@pytest.fixture(scope="module")
def antennas(deliveries):
    """As the mast register lists them."""
    return json.loads(deliveries.masts.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def standing(antennas):
    """Where telephones are served today."""
    return standing_of(antennas, OPERATORS)


def standing_of(antennas, operators):
    places = {
        (one["etrs89koordinat"]["oest"], one["etrs89koordinat"]["nord"])
        for one in antennas
        if one["idriftsaettelsesdato"] and one["unik_station_navn"].split()[0] in operators
    }
    return np.array(sorted(places), float)


@pytest.fixture(scope="module")
def sites(deliveries, read):
    return read(deliveries.sites, ";")


@pytest.fixture(scope="module")
def reported(deliveries, read):
    """Place of each address, and whether the operators report at least 30/5 there."""
    rows = [row for row in read(deliveries.coverage_now, ";") if row["etrs89koordinat_oest"]]
    text = [(row["etrs89koordinat_oest"], row["etrs89koordinat_nord"]) for row in rows]
    places = np.array([[one.replace(",", ".") for one in pair] for pair in text], float)
    enough = [int(row["download_mobil"] or 0) >= 30 for row in rows]
    return places, np.array(enough)


def away(places, others):
    return np.hypot(places[:, :1] - others[:, 0], places[:, 1:] - others[:, 1])


def test_every_antenna_bears_an_invented_name(antennas):
    names = {one["unik_station_navn"].split()[0] for one in antennas}
    assert names == {*OPERATORS, "Demobane"}


def test_every_municipality_has_masts_and_some_are_planned(antennas):
    codes = {one["kommune"]["kode"] for one in antennas}
    assert codes == {place.code for place in facts.municipalities()}
    planned = [one for one in antennas if not one["idriftsaettelsesdato"]]
    assert 0 < len(planned) < len(antennas) / 10
    assert {one["radius_i_meter"] for one in planned} == {"300"}
    assert all(one["forventet_idriftsaettelsesdato"] for one in planned)


def test_no_operator_is_on_every_mast(antennas, standing):
    masts = {
        (one["unik_station_navn"].split()[0], one["etrs89koordinat"]["oest"]) for one in antennas
    }
    count = Counter(operator for operator, _ in masts)
    assert all(0.3 < count[operator] / len(standing) < 0.95 for operator in OPERATORS)


def test_a_few_addresses_lack_mobile_coverage(reported):
    _, enough = reported
    assert 0.01 < 1 - enough.mean() < 0.12


def test_those_who_lack_it_live_far_from_masts_and_side_by_side(reported, standing):
    places, enough = reported
    nearest_m = away(places, standing).min(axis=1)
    assert np.median(nearest_m[~enough]) > 2 * np.median(nearest_m[enough])
    apart = away(places, places)
    np.fill_diagonal(apart, np.inf)
    next_door = enough[apart.argmin(axis=1)]
    assert (~next_door[~enough]).mean() > 5 * (~enough).mean()


def test_every_municipality_offers_towers_schools_halls_and_land(sites):
    kinds = {place.code: Counter() for place in facts.municipalities()}
    for site in sites:
        kinds[site["kommunekode"]][site["art"]] += 1
    assert sum(map(len, kinds.values())) <= len(sites)
    assert len(sites) >= 80
    assert all({"Vandtårn", "Skole", "Areal"} <= set(each) for each in kinds.values())


def test_every_site_says_that_it_is_made_up_and_has_its_own_number(sites):
    assert {site["bemaerkning"] for site in sites} == {MADE_UP}
    assert len({site["id"] for site in sites}) == len(sites)


def test_land_is_offered_where_coverage_is_lacking(sites, reported):
    places, enough = reported
    land = np.array([(one["oest"], one["nord"]) for one in sites if one["art"] == "Areal"], float)
    near = away(places[~enough], land).min(axis=1) < 3_000
    assert near.mean() > 0.5


def test_antennas_hang_higher_than_what_they_hang_on(sites):
    built = [one for one in sites if one["bygningshoejde_m"]]
    assert built
    assert all(int(one["antennehoejde_m"]) > int(one["bygningshoejde_m"]) for one in built)


def test_the_drive_test_hears_less_the_further_its_masts_are(deliveries, read, antennas):
    from taskforce.vocabulary.coordinates import to_metric

    rows = [row for row in read(deliveries.drive_tests[0], "\t") if row["NetworkTech"] == "4G"]
    east, north = to_metric(
        np.array([float(row["Longitude"]) for row in rows]),
        np.array([float(row["Latitude"]) for row in rows]),
    )
    masts = standing_of(antennas, OPERATORS[:1])
    nearest_m = away(np.column_stack([east, north])[::7], masts).min(axis=1)
    level = np.array([float(row["Level"]) for row in rows])[::7]
    assert np.corrcoef(np.log(nearest_m + 50), level)[0, 1] < -0.4


def test_each_telephone_of_the_drive_test_is_of_one_operator(deliveries, read):
    names = [{row["Operatorname"] for row in read(file, "\t")} for file in deliveries.drive_tests]
    assert names == [{OPERATORS[0]}, {OPERATORS[1]}]
