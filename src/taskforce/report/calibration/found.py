"""What came of holding predictions against measurements: how far off they are, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from taskforce.prediction.calibration import Calibration
from taskforce.report.mobile.asked import Spread
from taskforce.report.ranking.ranking import Assumption, Input


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one network is predicted.

    `operator` is None where the register of masts does not tell whose they are: then the strongest
    measured network of the generation is held against all its masts. `masts` is their number.
    """

    operator: str | None
    generation: str
    masts: int
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Skipped:
    """Measured squares that could not be compared, each square and network once.

    `no_masts` are of a generation that no mast in use sends, or of none that is told;
    `off_terrain` lie where the ground is not known, `out_of_reach` beyond the radius of every
    mast.
    """

    no_masts: int
    off_terrain: int
    out_of_reach: int


@dataclass(frozen=True, slots=True)
class Residual:
    """One square of 100 m that was both predicted and measured; its middle in EPSG:25832."""

    cell: str
    operator: str | None
    generation: str
    easting_m: float
    northing_m: float
    predicted_dbm: float
    measured_dbm: float
    measurements: int

    @property
    def residual_db(self) -> float:
        """Measured less predicted: above 0 where there is more signal than predicted."""
        return self.measured_dbm - self.predicted_dbm


@dataclass(frozen=True, slots=True)
class RegionCalibration:
    """Predictions of the region held against its measurements.

    `overall` takes all networks together. `terrain` is a value of
    `taskforce.prediction.terrain.TerrainMode`; `inputs` names measurements, masts and terrain.
    """

    id: str
    made_at: datetime
    software: str
    demonstration: bool
    terrain: str
    inputs: tuple[Input, ...]
    overall: Calibration
    fits: tuple[Fit, ...]
    skipped: Skipped
    assumptions: tuple[Assumption, ...]

    @property
    def spread(self) -> Spread:
        """What tiers are drawn with from now on: the typical spread until there is enough."""
        return Spread(self.overall.tier_spread_db, self.overall.enough)

    def input_ids(self, kind: str) -> tuple[str, ...]:
        """The ids of what it was made from, of one kind."""
        return tuple(one.id for one in self.inputs if one.kind == kind)
