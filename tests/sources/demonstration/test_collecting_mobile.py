"""The made-up ground, masts, drives, roads and sites go the way of real ones, whole."""

from datetime import date

import numpy as np
import pyarrow.parquet as pq
import pytest

from taskforce.cli.demo_mobile import collected_mobile
from taskforce.collect.boundaries import collect_boundaries
from taskforce.collect.coverage import Choices
from taskforce.collect.sites import SiteChoices, collect_sites
from taskforce.prediction.terrain import TerrainMode
from taskforce.prediction.terrain_layer import terrain_on
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.demonstration.areas import LAND

DAY = date(2023, 6, 30)


@pytest.fixture(scope="module")
def shelf(deliveries, tmp_path_factory):
    shelf = Shelf(tmp_path_factory.mktemp("mobile") / "shelf")
    collect_boundaries(shelf, deliveries.boundaries, Choices(as_of=DAY, demonstration=True))
    return shelf


@pytest.fixture(scope="module")
def outcomes(shelf, deliveries):
    return {one.kind: one for one in collected_mobile(shelf, deliveries, DAY)}


def test_ground_masts_drives_and_roads_are_collected_without_a_fault(outcomes):
    assert set(outcomes) == {"terrain", "masts", "measurements", "roads"}
    assert [one.rejected for one in outcomes.values()] == [0, 0, 0, 0]
    assert all(one.accepted for one in outcomes.values())


def test_everything_says_that_it_is_a_demonstration(shelf, outcomes):
    labels = [shelf.layer(kind).manifest for kind in outcomes]
    assert all(label.demonstration for label in labels)
    assert all("emonstration" in label.provenance.publisher for label in labels)


def test_the_ground_has_hills_woods_and_the_sea(shelf, outcomes):
    terrain = terrain_on(shelf)
    assert terrain.mode is TerrainMode.GROUND_AND_CLUTTER
    assert terrain.filled == 0
    assert terrain.heights_m.min() == 0
    assert 90 < terrain.heights_m.max() <= 126
    assert set(np.unique(terrain.clutter_m)) == {0, 10, 15}


@pytest.mark.skipif(not LAND.exists(), reason="there is no map of the coast (make setup)")
def test_where_the_map_has_sea_the_ground_is_level_and_bare(shelf, outcomes):
    terrain = terrain_on(shelf)
    # The middle of Storebælt, and Sorø.
    for place, dry in (((630_000, 6_140_000), False), ((658_000, 6_146_000), True)):
        row = round((place[1] - terrain.south_m) / terrain.step_m)
        column = round((place[0] - terrain.west_m) / terrain.step_m)
        assert (terrain.heights_m[row, column] > 0) == dry


def test_a_car_that_stands_is_thinned(outcomes):
    drives = outcomes["measurements"]
    assert 0.7 * drives.accepted < drives.addresses < drives.accepted


def test_roads_lie_where_the_houses_stand(shelf, outcomes):
    roads = pq.read_table(shelf.layer("roads").file("roads"))
    assert outcomes["roads"].addresses == roads.num_rows > outcomes["roads"].rows / 2
    length_m = roads["length_m"].to_numpy()
    assert (length_m > 0).all()
    assert length_m.max() <= 100
    assert roads["municipality"].null_count == 0


def test_the_list_of_sites_is_read_without_a_fault(shelf, deliveries):
    outcome = collect_sites(shelf, [deliveries.sites], SiteChoices(as_of=DAY))
    assert outcome.rejected == 0
    assert outcome.accepted >= 80
    assert shelf.layer("sites").manifest.demonstration


def test_every_site_stands_on_the_ground(shelf, deliveries, outcomes, read):
    terrain = terrain_on(shelf)
    rows = read(deliveries.sites, ";")
    east = np.array([float(row["oest"]) for row in rows])
    north = np.array([float(row["nord"]) for row in rows])
    assert terrain.holds(east, north).all()
