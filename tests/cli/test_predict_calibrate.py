"""`taskforce predict calibrate`, as people read it and others script against it."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from taskforce.report.calibration_file import latest
from tests.calibrated_region import measured_region

CHANCE = np.random.default_rng(8).normal(-2.0, 5.0, 60)


@pytest.fixture
def measured(shelf, tmp_path):
    return measured_region(shelf, tmp_path, CHANCE)


def test_it_says_bias_and_spread_and_keeps_them(run, measured):
    result = run("predict", "calibrate")

    assert result.exit_code == 0
    assert "dB less signal than predicted" in result.stdout
    assert "flat earth, no terrain" in result.stdout
    assert "as of 2026-07-01" in result.stdout
    assert f"Calibration {latest(measured).id} lies on the shelf" in result.stdout


def test_too_few_measurements_are_said_to_be_too_few(run, shelf, tmp_path):
    measured_region(shelf, tmp_path, [1.0, 2.0])

    result = run("predict", "calibrate")

    assert result.exit_code == 0
    assert "Too few measurements: the spread is the typical one, 8.0 dB" in result.stdout


def test_machines_get_figures_and_squares(run, measured):
    told = json.loads(run("predict", "calibrate", "--format", "json").stdout)
    assert told["spread"] == {"db": told["overall"]["rmse_db"], "calibrated": True}
    rows = list(csv.DictReader(io.StringIO(run("predict", "calibrate", "--format", "csv").stdout)))
    assert [float(one["residual_db"]) for one in rows] == pytest.approx(CHANCE.tolist(), abs=0.1)
    drawn = json.loads(run("predict", "calibrate", "--format", "geojson").stdout)
    assert len(drawn["features"]) == 60


def test_without_measurements_it_says_what_to_do(run):
    result = run("predict", "calibrate")
    assert result.exit_code == 1
    assert "taskforce collect measurements FILE" in result.stderr


def test_a_footprint_is_as_certain_as_the_measurements_make_it(run, measured):
    asked = ("predict", "footprint", "--at", "11.5,55.43", "--height", "30", "--radius", "3")
    before = json.loads(run(*asked, "--json").stdout)
    told = json.loads(run("predict", "calibrate", "--format", "json").stdout)
    after = json.loads(run(*asked, "--json").stdout)

    assert (before["spread_db"], before["calibrated"]) == (8.0, False)
    assert (after["spread_db"], after["calibrated"]) == (told["spread"]["db"], True)
