"""A region of flat earth and one mast, measured to the east of it, off by what is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.collect.measurements import MeasurementChoices, collect_measurements
from taskforce.prediction.p1812.fan import losses
from taskforce.prediction.radio import Band, Points, Radio, Transmitter
from taskforce.prediction.terrain import flat
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.coordinates import to_lonlat
from tests.mast_files import EAST, NORTH, antenna, as_list, in_file

DAY = date(2026, 7, 1)
START = datetime(2026, 6, 30, 12)  # noqa: DTZ001 - read as the time of the region
# In each square so many measurements, a minute apart: none of them is thinned out.
EACH = 8
MAST = Transmitter("mast", float(EAST), float(NORTH), 30.0)


def middles(count: int) -> Points:
    """The middles of squares to the east of the mast, from half a kilometre on."""
    east = EAST + 550.0 + 100.0 * np.arange(count)
    return Points(east, np.full(count, NORTH + 50.0))


def predicted_dbm(count: int) -> np.ndarray:
    """What the mast's one band, LTE 800, is predicted to give there."""
    radio = Radio(bands=(Band(800.0),))
    return 32.2 - losses(flat(), MAST, middles(count), radio)[:, 0]


def measured_region(
    shelf: Shelf, folder: Path, residual_db: Sequence[float], *, generation: str = "4G"
) -> Shelf:
    """Collect the mast, and measurements that lie so far from the prediction, square by square."""
    collect_masts(shelf, [in_file(folder, as_list([antenna()]))], MastChoices(as_of=DAY))
    return measured_again(shelf, folder, residual_db, generation=generation)


def measured_again(
    shelf: Shelf, folder: Path, residual_db: Sequence[float], *, generation: str = "4G"
) -> Shelf:
    """Collect the measurements alone."""
    lines = ["time,longitude,latitude,operator,technology,rsrp_dbm"]
    count = len(residual_db)
    places = middles(count)
    longitude, latitude = to_lonlat(places.easting_m, places.northing_m)
    level = predicted_dbm(count) + np.asarray(residual_db)
    for square in range(count):
        for number in range(EACH):
            when = START + timedelta(minutes=square * EACH + number)
            lines.append(
                f"{when:%Y-%m-%dT%H:%M:%S},{longitude[square]:.7f},{latitude[square]:.7f},"
                f"Alfa,{generation},{level[square]:.4f}"
            )
    file = in_file(folder, "\n".join(lines) + "\n", "drive.csv")
    collect_measurements(shelf, [file], MeasurementChoices(as_of=DAY))
    return shelf
