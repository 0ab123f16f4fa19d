"""Terrain knows which places lie on it, and a damaged layer is never taken for ground."""

import numpy as np
import pytest

from taskforce.collect.terrain import collect_terrain
from taskforce.collect.terrain_choices import TerrainChoices
from taskforce.prediction.terrain import Terrain, TerrainMode, flat
from taskforce.prediction.terrain_layer import open_terrain
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import PromiseBroken
from tests.sources.terrain_files import ascii_grid, metric_plain


def places(*points):
    east, north = np.array(points, float).T
    return east, north


def test_only_places_on_the_grid_are_on_it():
    terrain = Terrain(TerrainMode.GROUND, np.zeros((3, 5), np.float32), west_m=100, south_m=200)
    assert (terrain.east_m, terrain.north_m) == (300, 300)
    inside = terrain.holds(*places((100, 200), (300, 300), (99, 200), (300, 301)))
    assert inside.tolist() == [True, True, False, False]


def test_a_flat_earth_reaches_everywhere():
    assert flat().holds(*places((0, 0), (1e6, 7e6))).all()


def test_every_mode_has_words_in_both_languages():
    assert all(mode.label.da and mode.label.en for mode in TerrainMode)
    assert TerrainMode.NONE.label.en == "flat earth, no terrain"


@pytest.fixture
def layer(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    file = ascii_grid(tmp_path / "ground.asc", metric_plain())
    collect_terrain(shelf, [file], TerrainChoices(crs="EPSG:25832"))
    return shelf.layer("terrain")


@pytest.mark.parametrize("damage", ["gone", "other size", "other numbers", "no grid"])
def test_a_damaged_layer_says_so(layer, damage):
    if damage == "gone":
        (layer.path / "heights.npy").unlink()
    elif damage == "other size":
        np.save(layer.path / "heights.npy", np.zeros((3, 3), np.float32))
    elif damage == "other numbers":
        np.save(layer.path / "heights.npy", np.zeros((3, 3)))
    else:
        (layer.path / "grid.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PromiseBroken, match="collect the terrain again"):
        open_terrain(layer)
