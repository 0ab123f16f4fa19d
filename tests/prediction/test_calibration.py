"""Predicted against measured gives back the bias and spread that were put in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.prediction.calibration import Compared, calibrated
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB


def compared(residual: list[float] | np.ndarray, *, each: int = 10) -> Compared:
    residual = np.asarray(residual, float)
    count = len(residual)
    predicted = np.linspace(-120, -70, count) if count else np.zeros(0)
    return Compared(
        predicted_dbm=predicted,
        measured_dbm=predicted + residual,
        measurements=np.full(count, each),
    )


def test_a_known_bias_and_spread_are_found_again() -> None:
    chance = np.random.default_rng(5).normal(-4.0, 6.5, 20_000)

    found = calibrated(compared(chance))

    assert found.bias_db == pytest.approx(-4.0, abs=0.2)
    assert found.spread_db == pytest.approx(6.5, abs=0.1)
    assert found.rmse_db == pytest.approx(np.hypot(4.0, 6.5), abs=0.2)


def test_a_perfect_prediction_has_no_bias_and_no_spread() -> None:
    found = calibrated(compared([0.0] * 40))

    assert (found.bias_db, found.spread_db, found.rmse_db) == (0, 0, 0)


def test_the_typical_spread_holds_until_there_is_enough() -> None:
    few_cells = calibrated(compared([20.0, -20.0] * 14, each=100))
    few_measurements = calibrated(compared([20.0, -20.0] * 20, each=4))

    assert few_cells.tier_spread_db == few_measurements.tier_spread_db == TYPICAL_SPREAD_DB
    assert not few_cells.enough
    assert not few_measurements.enough


def test_with_enough_measurements_certainty_follows_them() -> None:
    found = calibrated(compared([12.0, 0.0] * 20))

    assert found.enough
    # The bias of 6 dB is not taken away, so it counts as uncertainty.
    assert found.tier_spread_db == found.rmse_db == pytest.approx(np.sqrt(72.0))


def test_one_cell_has_a_bias_but_no_spread() -> None:
    found = calibrated(compared([3.0]))

    assert (found.bias_db, found.spread_db) == (3.0, None)


def test_nothing_compared_is_nothing_known() -> None:
    found = calibrated(compared([]))

    assert (found.cells, found.bias_db, found.tier_spread_db) == (0, None, TYPICAL_SPREAD_DB)


def test_a_missing_signal_is_refused() -> None:
    with pytest.raises(Refused, match="numbers"):
        calibrated(compared([1.0, np.nan]))


@settings(max_examples=100, deadline=None)
@given(
    residual=st.lists(st.floats(-40, 40), min_size=2, max_size=50),
    shift_db=st.floats(-30, 30),
)
def test_adding_a_constant_moves_the_bias_by_it_and_leaves_the_spread(
    residual: list[float], shift_db: float
) -> None:
    before, after = calibrated(compared(residual)), calibrated(compared(np.add(residual, shift_db)))

    assert after.bias_db == pytest.approx(before.bias_db + shift_db, abs=1e-9)
    assert after.spread_db == pytest.approx(before.spread_db, abs=1e-6)
    assert after.rmse_db**2 == pytest.approx(
        after.bias_db**2 + after.spread_db**2 * (len(residual) - 1) / len(residual), abs=1e-6
    )
