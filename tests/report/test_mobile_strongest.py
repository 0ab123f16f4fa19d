"""The strongest mast is found without asking all of them, and a run that was stopped goes on."""

from __future__ import annotations

import numpy as np
import pytest

from taskforce.prediction.known_masts import KnownMast
from taskforce.prediction.p1812.fan import losses
from taskforce.prediction.radio import Points, Radio
from taskforce.prediction.terrain import flat
from taskforce.report.mobile.strongest import strongest
from taskforce.report.ranking.reach import Work
from taskforce.report.ranking.standing_masts import radio_of

ENOUGH_DBM = -92.0
PLACES = 200


class Stopped(Exception):
    """Somebody pulled the plug."""


def masts(count: int = 60) -> list[KnownMast]:
    chance = np.random.default_rng(3)
    places = chance.uniform(0, 30_000, (count, 2))
    bands = [(800,), (3500,), (), (26_000,), (700, 1800)]
    return [
        KnownMast(f"M-{n}", 640_000 + x, 6_120_000 + y, bands[n % 5], False, True, None)
        for n, (x, y) in enumerate(places.tolist())
    ]


def points() -> Points:
    chance = np.random.default_rng(4)
    east, north = chance.uniform(0, 60_000, (2, PLACES))
    east[0] = np.nan
    return Points(640_000 + east, 6_120_000 + north)


def work(keep=None, tell=lambda _: None) -> Work:
    return Work(flat(), Radio(), 1, keep, tell)


def all_asked(masts, points) -> np.ndarray:
    """Every mast at every place within the radius, one by one."""
    best = np.full(len(points), -np.inf)
    for mast in masts:
        radio = radio_of(mast, Radio())
        if not radio.bands:
            continue
        away = np.hypot(points.easting_m - mast.easting_m, points.northing_m - mast.northing_m)
        at = np.flatnonzero(away <= radio.radius_m)
        near = Points(points.easting_m[at], points.northing_m[at])
        signal = radio.eirp_dbm_per_re - losses(flat(), mast.transmitter, near, radio)
        best[at] = np.maximum(best[at], signal.max(axis=1))
    return best


def test_the_strongest_is_that_of_asking_every_mast_or_it_is_enough():
    truth = all_asked(masts(), points())
    found = strongest(masts(), points(), work(), enough_dbm=ENOUGH_DBM)
    weak = truth < ENOUGH_DBM
    assert 20 < weak.sum() < PLACES - 20
    assert np.array_equal(found[weak], truth[weak])
    assert (found[~weak] >= ENOUGH_DBM).all()
    assert (found <= truth).all()
    # Who has enough is not asked about further masts; without that a region would take hours.
    assert (found[~weak] < truth[~weak]).any()
    assert found[0] == -np.inf


def test_a_run_that_was_stopped_goes_on_and_ends_the_same(tmp_path):
    whole = strongest(masts(), points(), work(), enough_dbm=ENOUGH_DBM)
    heard = []

    def stop(doing: str) -> None:
        heard.append(doing)
        if len(heard) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        strongest(masts(), points(), work(tmp_path, stop), enough_dbm=ENOUGH_DBM)
    heard_again = []
    found = strongest(masts(), points(), work(tmp_path, heard_again.append), enough_dbm=ENOUGH_DBM)
    assert np.array_equal(found, whole)
    assert "51 of 120" in heard_again[0]
    done = []
    assert np.array_equal(
        strongest(masts(), points(), work(tmp_path, done.append), enough_dbm=ENOUGH_DBM), whole
    )
    assert done == []


def test_what_is_kept_answers_only_the_same_question(tmp_path):
    strongest(masts(), points(), work(tmp_path), enough_dbm=ENOUGH_DBM)
    fewer = strongest(masts(20), points(), work(tmp_path), enough_dbm=ENOUGH_DBM)
    assert np.array_equal(fewer, strongest(masts(20), points(), work(), enough_dbm=ENOUGH_DBM))


def test_a_file_that_is_not_whole_counts_as_none(tmp_path):
    whole = strongest(masts(), points(), work(tmp_path), enough_dbm=ENOUGH_DBM)
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:100])
    assert np.array_equal(
        strongest(masts(), points(), work(tmp_path), enough_dbm=ENOUGH_DBM), whole
    )
