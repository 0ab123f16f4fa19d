"""What a telephone can measure: levels, qualities and speeds outside of it are not taken in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.measurements import reasons
from taskforce.sources.measurements.faults import Faults
from taskforce.sources.measurements.times import Times

Values = NDArray[np.float64]

# RSRP, RSRQ and SINR as 3GPP TS 38.133 (10.1.6, 10.1.11, 10.1.16) and TS 36.133 report them; RSCP
# as TS 25.133 (9.1.1), RxLev as TS 45.008 (8.1.4). Nobody drives faster than 400 km/h.
RANGES = {
    "rsrp_dbm": (-156.0, -31.0),
    "rsrq_db": (-43.0, 20.0),
    "sinr_db": (-23.0, 40.0),
    "other_dbm": (-121.0, -24.0),
    "speed_kmh": (0.0, 400.0),
    "download_mbps": (0.0, 100_000.0),
    "upload_mbps": (0.0, 100_000.0),
}

# The first GSM call was made on this day; clocks differ by a day at most.
_FIRST_CALL = np.datetime64("1991-07-01")
_A_DAY = timedelta(days=1)


def mark_range(faults: Faults, name: str, values: Values, column: int | None) -> None:
    """Mark the rows whose value no telephone can have measured."""
    lowest, highest = RANGES[name]
    beyond = (values < lowest) | (values > highest)
    told = f"{name} must lie in {lowest:g} to {highest:g}"
    faults.mark(beyond, reasons.OUT_OF_RANGE, column, told)


def mark_times(faults: Faults, times: Times, column: int, now: datetime) -> None:
    """Mark the rows whose time is none, or cannot be true."""
    latest = np.datetime64((now.astimezone(UTC) + _A_DAY).replace(tzinfo=None), "us")
    faults.mark(times.wrong, reasons.NO_TIME, column)
    faults.mark(times.never, reasons.NEVER, column)
    faults.mark(times.utc > latest, reasons.FUTURE, column)
    faults.mark(times.utc < _FIRST_CALL, reasons.TOO_EARLY, column)
