"""What is sent, from where and to where: masts, places, bands and the air between them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from taskforce.vocabulary.errors import Refused

# 10 MHz of LTE: 46 dBm + 15 dBi − 1 dB of feeder, shared by 600 resource elements (27.8 dB).
# The same for every band and every candidate, so that no supplier or operator is favoured.
USUAL_EIRP_DBM_PER_RE = 32.2

# From the Recommendation's own examples; the ITU maps' values for Denmark may replace them.
USUAL_DELTA_N = 45.0
USUAL_N0 = 325.0


@dataclass(frozen=True, slots=True)
class Transmitter:
    """Antennas on a mast, or on a place where one could stand; coordinates in EPSG:25832."""

    id: str
    easting_m: float
    northing_m: float
    height_m: float
    """The height of the antennas over the ground."""

    def __post_init__(self) -> None:
        if not 1.0 <= self.height_m <= 3000.0:
            raise Refused(f"{self.id}: antennas at {self.height_m} m; P.1812 needs 1 to 3000 m.")


@dataclass(frozen=True, slots=True)
class Points:
    """Places where a signal is wanted; coordinates in EPSG:25832."""

    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.easting_m)


@dataclass(frozen=True, slots=True)
class Band:
    """A frequency band, and the strength that is radiated in it."""

    frequency_mhz: float
    eirp_dbm_per_re: float = USUAL_EIRP_DBM_PER_RE
    """Power times gain in the best direction, per resource element: what RSRP is measured on."""

    def __post_init__(self) -> None:
        if not 30.0 <= self.frequency_mhz <= 6000.0:
            raise Refused(f"{self.frequency_mhz} MHz: P.1812 holds from 30 to 6000 MHz.")

    @property
    def name(self) -> str:
        return f"{self.frequency_mhz:g} MHz"


USUAL_BANDS = tuple(Band(mhz) for mhz in (700.0, 800.0, 900.0, 1800.0, 2100.0, 3500.0))


@dataclass(frozen=True, slots=True)
class Radio:
    """The bands, the receiver and the air of a prediction; all of it is shown with the result."""

    bands: tuple[Band, ...] = field(default=USUAL_BANDS)
    receiver_m: float = 1.5
    time_percent: float = 50.0
    profile_step_m: float = 50.0
    radius_m: float = 20_000.0
    delta_n: float = USUAL_DELTA_N
    """The fall of refractivity through the lowest kilometre of air, N-units."""
    n0: float = USUAL_N0
    """Refractivity at the surface of the sea, N-units."""

    @property
    def frequencies_ghz(self) -> NDArray[np.float64]:
        return np.array([band.frequency_mhz / 1000.0 for band in self.bands])

    @property
    def eirp_dbm_per_re(self) -> NDArray[np.float64]:
        return np.array([band.eirp_dbm_per_re for band in self.bands])
