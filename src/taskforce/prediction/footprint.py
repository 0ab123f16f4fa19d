"""How far one mast reaches: its signal in every cell of the ground around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.levels import refuse_impossible
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB, Tier

CELL_M = 100.0
# Finer cells than this are more than a minute's work and many millions of rows.
MOST_CELLS = 4_000_000

Cells = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Footprint:
    """The signal of one mast in square cells, EPSG:25832; each stands for its middle.

    `best_dbm[row, column]` is RSRP outdoors in the strongest band, median, dBm; row 0 is the
    southmost. `inside` tells which cells lie within the radius. A cell inside without a signal
    (NaN) lies off the terrain: nothing is said about it.
    """

    transmitter: Transmitter
    west_m: float
    south_m: float
    cell_m: float
    best_dbm: Cells
    inside: NDArray[np.bool_]

    @property
    def predicted(self) -> NDArray[np.bool_]:
        """The cells that something is said about."""
        return np.isfinite(self.best_dbm)

    @property
    def off_terrain_km2(self) -> float:
        """The ground within the radius that nothing is said about."""
        return self._km2(self.inside & ~self.predicted)

    def of_tier(self, tier: Tier, threshold_dbm: float, spread_db: float) -> NDArray[np.bool_]:
        """The cells of a tier, by `taskforce.vocabulary.signal.tier_of`."""
        with np.errstate(invalid="ignore"):
            margin_db = self.best_dbm - threshold_dbm
            if tier is Tier.LIKELY:
                return margin_db >= spread_db
            if tier is Tier.UNLIKELY:
                return margin_db < -spread_db
            return (margin_db >= -spread_db) & (margin_db < spread_db)

    def km2_of(
        self, tier: Tier, threshold_dbm: float, spread_db: float = TYPICAL_SPREAD_DB
    ) -> float:
        """The size of a tier, square kilometres, water included."""
        return self._km2(self.of_tier(tier, threshold_dbm, spread_db))

    def farthest_km(self, cells: NDArray[np.bool_]) -> float | None:
        """How far from the mast the farthest of some cells lies; None where there is none."""
        rows, columns = np.nonzero(cells)
        if not len(rows):
            return None
        east = self.west_m + (columns + 0.5) * self.cell_m - self.transmitter.easting_m
        north = self.south_m + (rows + 0.5) * self.cell_m - self.transmitter.northing_m
        return float(np.hypot(east, north).max()) / 1000.0

    def _km2(self, cells: NDArray[np.bool_]) -> float:
        return float(cells.sum()) * self.cell_m**2 / 1e6


def footprint(
    terrain: Terrain,
    transmitter: Transmitter,
    radio: Radio,
    *,
    cell_m: float = CELL_M,
    threads: int = 1,
) -> Footprint:
    """Predict the signal of a mast in every cell within the radius.

    Parameters
    ----------
    terrain
        The ground, or none: then the footprint is an upper bound, and must say so.
    transmitter
        The mast, EPSG:25832.
    radio
        Bands, receiver and radius; the signal is EIRP per resource element less the loss of
        ITU-R P.1812-8.
    cell_m
        The side of a cell, metres. Cells lie on the even grid of this size, as the Danish grid.
    threads
        How many threads share the work; the answer is the same, bit by bit.

    Returns
    -------
    Footprint
        NaN beyond the radius and off the terrain.

    Raises
    ------
    Refused
        The mast lies off the terrain or in the sea.
    WrongUse
        There would be too many cells.

    References
    ----------
    docs/figures/prediction.md
    """
    from taskforce.prediction.p1812.fan import losses

    refuse_impossible(terrain, transmitter)
    east_m, north_m = (
        _middles(at_m, radio.radius_m, cell_m)
        for at_m in (transmitter.easting_m, transmitter.northing_m)
    )
    from_east, from_north = east_m - transmitter.easting_m, north_m - transmitter.northing_m
    inside = from_east**2 + from_north[:, None] ** 2 <= radio.radius_m**2
    rows, columns = np.nonzero(inside)
    loss = losses(
        terrain, transmitter, Points(east_m[columns], north_m[rows]), radio, threads=threads
    )
    best_dbm = np.full(inside.shape, np.nan, np.float32)
    best_dbm[rows, columns] = (radio.eirp_dbm_per_re - loss).max(axis=1)
    half = cell_m / 2
    return Footprint(transmitter, east_m[0] - half, north_m[0] - half, cell_m, best_dbm, inside)


def _middles(at_m: float, radius_m: float, cell_m: float) -> NDArray[np.float64]:
    # Put so that what is no number is refused as well.
    if not (radius_m > 0 and cell_m > 0 and (2 * radius_m / cell_m) ** 2 <= MOST_CELLS):
        raise WrongUse(
            f"Cells of {cell_m:g} m within {radius_m:g} m are none, or too many.",
            remedy="Give a radius such as 20 km, and cells of 100 m.",
        )
    first = np.floor((at_m - radius_m) / cell_m)
    last = np.floor((at_m + radius_m) / cell_m)
    return (np.arange(first, last + 1) + 0.5) * cell_m
