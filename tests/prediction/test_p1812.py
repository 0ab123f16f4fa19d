"""P.1812 comes to the losses of the reference, and by the same steps."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from taskforce.prediction.p1812.location import location_spread_db, place_margin_db
from taskforce.prediction.p1812.path import SIGNS, Link, Path, path_loss
from taskforce.prediction.reference_cases import cross_cases, profile_cases
from taskforce.vocabulary.errors import Refused
from tests.official import real_file

# The ITU's logs keep Bullington's terms for β0 only, and write L_bda over L_bd before they tell it.
SHARED = set(SIGNS) - {"Lbulla50", "Lbulls50", "Ldsph50", "Lbd"}


def test_every_profile_of_the_itu_gives_its_loss():
    files = sorted(real_file("p1812-validation", "profiles").glob("*.csv"))
    cases = [case for file in files for case in profile_cases(file)]
    assert len(cases) >= 30
    worst = max(abs(path_loss(case.path, case.link).loss_db - case.expected_db) for case in cases)
    assert worst < 1e-6


def test_every_cross_case_at_the_parameters_of_masts_gives_its_loss():
    cases = list(cross_cases(real_file("p1812-validation", "cross_cases.jsonl")))
    assert len(cases) >= 240
    worst = max(abs(path_loss(case.path, case.link).loss_db - case.expected_db) for case in cases)
    assert worst < 1e-6


def test_every_step_is_that_of_the_itus_logs():
    logs = sorted(real_file("p1812-validation", "results").glob("*_log.csv"))
    for log in logs:
        name, number = log.name.removesuffix("_log.csv").rsplit("_", 1)
        file = real_file("p1812-validation", "profiles", f"{name}.csv")
        case = list(profile_cases(file))[int(number)]
        loss = path_loss(case.path, case.link)
        with log.open() as lines:
            rows = [row for row in csv.reader(lines) if row[3:]]
        # Of a sign that stands there twice, the first is the one without corrections.
        told = {row[0].split(" (")[0].strip(): row[3] for row in reversed(rows)}
        met = SHARED & set(told)
        assert len(met) > 25
        for sign in met:
            ours = getattr(loss, SIGNS[sign])
            assert ours == pytest.approx(float(told[sign]), rel=1e-8, abs=1e-7), (log.name, sign)


def flat_path(km: float = 5.0, points: int = 101) -> Path:
    level = np.zeros(points)
    return Path(np.linspace(0.0, km, points), level, level, np.full(points, 4))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"distance_km": np.array([0.0, 1.0, 1.0, 2.0, 3.0])}, "rise from point to point"),
        ({"distance_km": np.array([0.5, 1.0, 1.5, 2.0, 3.0])}, "begin at 0"),
        ({"ground_m": np.array([0.0, np.nan, 0.0, 0.0, 0.0])}, "height"),
        ({"cover_m": np.zeros(4)}, "differ in length"),
        ({"zone": np.array([4, 4, 2, 4, 4])}, "zone"),
    ],
)
def test_a_broken_path_is_refused(change, words):
    whole = flat_path(4.0, 5)
    parts = {name: getattr(whole, name) for name in ("distance_km", "ground_m", "cover_m", "zone")}
    with pytest.raises(Refused, match=words):
        Path(**{**parts, **change})


def test_a_path_of_four_points_is_refused():
    with pytest.raises(Refused, match="4 points"):
        flat_path(4.0, 4)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"frequency_ghz": 7.0}, "frequency"),
        ({"tx_height_m": 0.5}, "transmitter"),
        ({"rx_height_m": 0.0}, "receiver"),
        ({"time_percent": 60.0}, "time"),
        ({"polarisation": 3}, "Polarisation"),
    ],
)
def test_a_link_beyond_the_recommendation_is_refused(change, words):
    usual = {"frequency_ghz": 0.8, "tx_height_m": 30.0, "rx_height_m": 1.5}
    with pytest.raises(Refused, match=words):
        Link(**{**usual, **change})


def test_the_cover_at_both_ends_is_not_counted():
    bare = flat_path()
    cover = np.zeros(101)
    cover[[0, -1]] = 25.0
    link = Link(0.8, 30.0, 1.5)
    covered = Path(bare.distance_km, bare.ground_m, cover, bare.zone)
    assert path_loss(covered, link) == path_loss(bare, link)


def test_signals_vary_from_place_to_place_as_section_4_8_says():
    assert location_spread_db(0.8, cell_m=100.0) == pytest.approx(0.5392 * 100**0.28)
    assert location_spread_db(0.8, antenna_m=20.0, cover_m=10.0) == 0.0
    assert location_spread_db(0.8, antenna_m=15.0) == location_spread_db(0.8) / 2
    assert place_margin_db(50.0, 5.5) == pytest.approx(0.0, abs=1e-6)
    assert place_margin_db(95.0, 5.5) == pytest.approx(1.645 * 5.5, abs=0.01)
