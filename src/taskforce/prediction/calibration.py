"""Predicted against measured: how far off the predictions are, and how sure they can be called."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB

# From here on the region's own spread replaces the typical one.
ENOUGH_MEASUREMENTS = 200
ENOUGH_CELLS = 30

Decibels = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Compared:
    """Places that were both predicted and measured, one row per cell of ground."""

    predicted_dbm: Decibels
    measured_dbm: Decibels
    """The cell's median."""
    measurements: NDArray[np.int64]

    @property
    def residual_db(self) -> Decibels:
        """Measured less predicted: above 0 where there is more signal than predicted."""
        return self.measured_dbm - self.predicted_dbm


@dataclass(frozen=True, slots=True)
class Calibration:
    """How predictions compare with measurements; all in dB."""

    cells: int
    measurements: int
    bias_db: float | None
    """Mean of measured less predicted; stated, never applied."""
    spread_db: float | None
    """Standard deviation around the bias; None for fewer than two cells."""
    rmse_db: float | None

    @property
    def enough(self) -> bool:
        """Whether there are enough measurements to trust the spread."""
        return self.measurements >= ENOUGH_MEASUREMENTS and self.cells >= ENOUGH_CELLS

    @property
    def tier_spread_db(self) -> float:
        """The spread that tiers are drawn with.

        The typical one until there is enough. From then on what is off by the bias is uncertain
        too, since the bias is not applied: the RMSE.
        """
        if not self.enough or self.rmse_db is None:
            return TYPICAL_SPREAD_DB
        return self.rmse_db


def calibrated(compared: Compared) -> Calibration:
    """Sum up how far measurements lie from predictions.

    Parameters
    ----------
    compared
        One row per cell; each cell counts once, however many measurements it holds, so that a
        road driven twice does not count double.

    Returns
    -------
    Calibration
        Bias, spread (n − 1) and RMSE in dB; None where there is nothing to reckon them from.

    Raises
    ------
    Refused
        A predicted or measured signal is not a number.
    """
    residual = compared.residual_db
    if not np.isfinite(residual).all():
        raise Refused("Predicted and measured signals must be numbers; leave out what is missing.")
    cells = len(residual)
    return Calibration(
        cells=cells,
        measurements=int(compared.measurements.sum()),
        bias_db=float(residual.mean()) if cells else None,
        spread_db=float(residual.std(ddof=1)) if cells > 1 else None,
        rmse_db=float(np.sqrt(np.mean(residual**2))) if cells else None,
    )
