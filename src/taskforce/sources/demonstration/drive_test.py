"""A made-up drive test: what two telephones in a car met, as G-NetTrack logs it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration.ground import Ground
from taskforce.sources.demonstration.mast_network import OPERATORS, Masts
from taskforce.sources.demonstration.route import Route
from taskforce.sources.demonstration.signal_law import strongest_dbm
from taskforce.vocabulary.coordinates import to_lonlat

# Which of the operators have a telephone in the car.
TESTED = OPERATORS[:2]
TIMEZONE = "Europe/Copenhagen"
# The first of the drives; one municipality a day. The log tells no zone.
FIRST_DAY = datetime(2023, 5, 1, 9)  # noqa: DTZ001
# A signal wavers by so much, and half of a deviation is left after so many steps.
WAVERS_DB, HALF_AFTER_STEPS = 6.0, 3.0
# Weaker than this the telephone falls back to 2G, which it hears better.
FALLS_BACK_DBM, GSM_BETTER_DB = -121.0, 18.0

HEADER = (
    *("Timestamp", "Longitude", "Latitude", "Operatorname", "Operator", "Cellname", "Node"),
    *("CellID", "LAC", "NetworkTech", "Level", "Qual", "SNR", "CQI", "LTERSSI", "ARFCN"),
    *("PSC", "Altitude", "Distance", "TA", "BAND"),
)
_SALT = 71


def write_drive_test(
    route: Route, masts: Masts, ground: Ground, files: tuple[Path, ...], seed: int
) -> None:
    """Drive the route with a telephone of each tested operator.

    The levels follow `signal_law`, a simple law of distance and hills, with chance on top: they
    are made up, and no prediction of this project.

    Parameters
    ----------
    route, masts, ground
        What was made up.
    files
        One log for each of `TESTED`.
    seed
        The same seed gives the same bytes.
    """
    for number, file in enumerate(files):
        rng = np.random.default_rng([seed, _SALT, number])
        level = strongest_dbm(
            masts, ground, route.easting_m, route.northing_m, masts.carries[:, number]
        )
        level += _wavering(len(route), rng)
        lines = ["\t".join(HEADER), *_rows(route, ground, np.rint(level), number)]
        file.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _wavering(steps: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Deviations that are alike in neighbouring steps: a moving mean of chance."""
    weights = 0.5 ** (np.arange(30) / HALF_AFTER_STEPS)
    noise = np.convolve(rng.normal(0, 1, steps + len(weights) - 1), weights, "valid")
    return WAVERS_DB * noise / np.sqrt((weights**2).sum())


def _rows(route: Route, ground: Ground, level: NDArray[np.float64], operator: int) -> list[str]:
    longitude, latitude = to_lonlat(route.easting_m, route.northing_m)
    height = ground.heights(route.easting_m, route.northing_m)
    back = level < FALLS_BACK_DBM
    heard = np.clip(np.where(back, level + GSM_BETTER_DB, level), -121, -45)
    quality = np.clip(np.rint(-6 + (heard + 75) / 6), -20, -5)
    noise = np.clip((heard + 118) / 2, -12, 30)
    name, code = TESTED[operator], 23_890 + operator
    return [
        f"{_time(drive, second)}\t{east:.6f}\t{north:.6f}\t{name}\t{code}\t\t-\t-\t-\t"
        + (
            f"2G\t{dbm:.0f}\t-\t-\t-\t-\t-"
            if gsm
            else f"4G\t{dbm:.0f}\t{q:.0f}\t{snr:.1f}\t-\t-\t6300"
        )
        + f"\t-\t{metres:.0f}\t-1\t-\t{'G9' if gsm else 'L8'}\t"
        for drive, second, east, north, gsm, dbm, q, snr, metres in zip(
            route.drive.tolist(),
            route.second.tolist(),
            longitude.tolist(),
            latitude.tolist(),
            back.tolist(),
            heard.tolist(),
            quality.tolist(),
            noise.tolist(),
            height.tolist(),
            strict=True,
        )
    ]


def _time(drive: int, second: float) -> str:
    moment = FIRST_DAY + timedelta(days=drive, seconds=int(second))
    return f"{moment:%Y.%m.%d_%H.%M.%S}"
