"""Many sites at once: the same answer however it is worked out, and however often it stops."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from taskforce.prediction.levels import FLOOR_DBM, Levels, predict
from taskforce.prediction.p1812.fan import link_for, profile_between
from taskforce.prediction.p1812.path import path_loss
from taskforce.prediction.radio import Band, Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain, TerrainMode, flat
from taskforce.vocabulary.errors import Refused

RADIO = Radio(bands=(Band(800), Band(1800)), radius_m=6000)
SITES = [
    Transmitter("tower", 655_000, 6_145_000, 36),
    Transmitter("silo", 658_500, 6_146_500, 30),
    Transmitter("school", 662_000, 6_143_000, 15),
]


def hills(west=640_000.0, south=6_130_000.0, side=600) -> Terrain:
    rows, columns = np.mgrid[:side, :side]
    heights = 40 + 25 * np.sin(rows / 17) * np.cos(columns / 23) + 8 * np.sin(columns / 5)
    return Terrain(
        TerrainMode.GROUND, heights.astype(np.float32), west_m=west, south_m=south, layer="hills"
    )


def places(count=400, seed=3) -> Points:
    chance = np.random.default_rng(seed)
    return Points(
        655_000 + chance.uniform(-9000, 9000, count), 6_145_000 + chance.uniform(-9000, 9000, count)
    )


def same(one: Levels, other: Levels) -> bool:
    return (
        one.site_ids == other.site_ids
        and one.starts.tobytes() == other.starts.tobytes()
        and one.point.tobytes() == other.point.tobytes()
        and one.signal_dbm.tobytes() == other.signal_dbm.tobytes()
    )


def test_only_places_inside_the_radius_get_a_signal() -> None:
    points = places()

    levels = predict(flat(), SITES, points, RADIO)

    for number, site in enumerate(SITES):
        away = np.hypot(points.easting_m - site.easting_m, points.northing_m - site.northing_m)
        assert levels.of(number).point.tolist() == np.flatnonzero(away <= 6000).tolist()


def test_each_signal_is_that_of_the_plain_path() -> None:
    terrain, points = hills(), places(60)

    levels = predict(terrain, SITES, points, RADIO, floor_dbm=-999.0)

    site = SITES[1]
    found = levels.of(1)
    assert len(found.point) > 10
    for point, signals in zip(found.point[:10], found.signal_dbm[:10], strict=True):
        place = float(points.easting_m[point]), float(points.northing_m[point])
        path = profile_between(terrain, site, place, RADIO)
        for band, signal in enumerate(signals):
            loss = path_loss(path, link_for(site, RADIO, band)).loss_db
            assert signal == pytest.approx(32.2 - loss, abs=0.001)


def test_the_number_of_threads_changes_nothing() -> None:
    points = places(6000)

    one, two, five = (predict(hills(), SITES, points, RADIO, threads=n) for n in (1, 2, 5))

    assert same(one, two)
    assert same(one, five)


def test_a_run_that_was_stopped_goes_on_to_the_same_answer(tmp_path: Path) -> None:
    points, told = places(), []
    whole = predict(hills(), SITES, points, RADIO)

    def stop_after_the_second(line: str) -> None:
        told.append(line)
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        predict(hills(), SITES, points, RADIO, keep=tmp_path, tell=stop_after_the_second)
    told.clear()
    resumed = predict(hills(), SITES, points, RADIO, keep=tmp_path, tell=told.append)

    assert same(resumed, whole)
    assert ["kept" in line for line in told] == [True, True, False]


def test_a_file_that_is_not_whole_is_never_read(tmp_path: Path) -> None:
    points = places()
    whole = predict(hills(), SITES, points, RADIO, keep=tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-7])

    assert same(predict(hills(), SITES, points, RADIO, keep=tmp_path), whole)


@pytest.mark.parametrize("changed", ["height", "terrain", "band", "places"])
def test_what_was_kept_for_another_question_is_not_used(tmp_path: Path, changed: str) -> None:
    told: list[str] = []
    sites, terrain, radio, points = SITES[:1], hills(), RADIO, places()
    predict(terrain, sites, points, radio, keep=tmp_path)
    if changed == "height":
        sites = [Transmitter("tower", 655_000, 6_145_000, 37)]
    if changed == "terrain":
        terrain = hills()
        terrain.heights_m[0, 0] += 1
    if changed == "band":
        radio = Radio(bands=(Band(900), Band(1800)), radius_m=6000)
    if changed == "places":
        points = places(seed=4)

    predict(terrain, sites, points, radio, keep=tmp_path, tell=told.append)

    assert "kept" not in told[0]


def test_a_signal_too_weak_to_matter_is_left_out() -> None:
    far = Radio(bands=(Band(3500),), radius_m=40_000)
    low = [Transmitter("low", 655_000, 6_145_000, 5)]
    points = Points(655_000 + np.array([200.0, 39_000.0]), np.full(2, 6_145_000.0))

    levels = predict(flat(), low, points, far)

    assert levels.point.tolist() == [0]
    assert levels.signal_dbm.min() >= FLOOR_DBM


def test_places_off_the_terrain_are_counted_and_left_out() -> None:
    points = Points(
        np.array([655_500.0, np.nan, 655_500.0]), np.array([6_145_500.0, 6_145_500.0, 6_129_000.0])
    )

    levels = predict(hills(), SITES[:1], points, Radio(radius_m=20_000))

    assert levels.point.tolist() == [0]
    assert levels.off_terrain == 2


@pytest.mark.parametrize(
    ("site", "words"),
    [
        (Transmitter("lost", 400_000, 6_145_000, 30), "lost lies off the terrain"),
        (Transmitter("swapped", 6_145_000, 655_000, 30), "swapped lies off the terrain"),
        (Transmitter("nowhere", float("nan"), 6_145_000, 30), "nowhere has no coordinates"),
    ],
)
def test_a_site_off_the_terrain_is_named(site: Transmitter, words: str) -> None:
    with pytest.raises(Refused, match=words):
        predict(hills(), [*SITES, site], places(), RADIO)


def test_a_site_in_the_sea_is_named_and_low_land_is_not_sea() -> None:
    heights = np.zeros((200, 200), np.float32)
    heights[:, 100:] = np.random.default_rng(1).uniform(-2.0, -0.5, (200, 100))
    terrain = Terrain(TerrainMode.GROUND, heights, west_m=650_000, south_m=6_140_000)
    polder = Transmitter("polder", 657_500, 6_145_000, 30)
    sea = Transmitter("buoy", 652_000, 6_145_000, 30)

    assert len(predict(terrain, [polder], places(), RADIO).point) > 0
    with pytest.raises(Refused, match="buoy lies in the sea"):
        predict(terrain, [polder, sea], places(), RADIO)


def test_no_sites_and_no_places_are_answered_with_nothing() -> None:
    nowhere = Points(np.empty(0), np.empty(0))

    assert predict(flat(), [], places(), RADIO).starts.tolist() == [0]
    assert predict(flat(), SITES, nowhere, RADIO).starts.tolist() == [0, 0, 0, 0]
