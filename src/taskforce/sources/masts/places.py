"""Where the antennas of a file stand: on which metre, and whether that can be true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.masts import reasons
from taskforce.sources.masts.told import Told
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, Bounds, to_metric

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Denmark in degrees; with the two swapped this is sea and desert around Somalia.
_DEGREES = Bounds(7.0, 54.0, 16.0, 58.5)

# Degrees with four decimals are exact to some ten metres; what is further apart are two places.
_FARTHEST_APART_M = 100.0

# Other systems that a file may have been saved in, to name the one that would fit.
_OTHERS = ("EPSG:4326", "EPSG:25833", "EPSG:3857", "EPSG:3035")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a place cannot be true: the reason, more on it, and which coordinate is at fault.

    `column` counts easting, northing, longitude, latitude from 0.
    """

    reason: str
    column: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """For each row the metre it stands on (EPSG:25832), or the fault that it has."""

    easting_m: NDArray[np.int64]
    northing_m: NDArray[np.int64]
    faults: tuple[Fault | None, ...]


def places_of(rows: Sequence[Told]) -> Places:
    """Find the metre that each antenna stands on.

    The register's own metres go before its degrees. Both, where both are told, must lie together.

    Parameters
    ----------
    rows
        What the file tells.
    """
    texts = [(row.easting, row.northing, row.longitude, row.latitude) for row in rows]
    numbers = np.array([[_number(text) for text in four] for four in texts]).reshape(-1, 4)
    x, y, longitude, latitude = numbers.T
    # 0, 0 is how some write that they do not know.
    for first, second in ((x, y), (longitude, latitude)):
        nowhere = (first == 0) & (second == 0)
        first[nowhere] = second[nowhere] = np.nan
    degrees = (np.abs(longitude) <= 180) & (np.abs(latitude) <= 90)
    moved_x, moved_y = to_metric(
        np.where(degrees, longitude, np.nan), np.where(degrees, latitude, np.nan)
    )
    told = np.isfinite(x) & np.isfinite(y)
    east, north = np.where(told, x, moved_x), np.where(told, y, moved_y)
    faults = [
        _fault(row, four, place, also)
        for row, four, place, also in zip(
            rows,
            numbers.tolist(),
            np.column_stack([east, north]).tolist(),
            np.column_stack([moved_x, moved_y]).tolist(),
            strict=True,
        )
    ]
    sound = np.array([fault is None for fault in faults], bool)
    return Places(_metre(east, sound), _metre(north, sound), tuple(faults))


def _metre(values: Numbers, sound: Flags) -> NDArray[np.int64]:
    return np.rint(np.where(sound, values, 0)).astype(np.int64)


def _number(text: str) -> float:
    """A number with a point or a comma; NaN where there is none."""
    try:
        return float(text.replace(",", ".")) if text else np.nan
    except ValueError:
        return np.nan


def _fault(
    row: Told, told: list[float], place: list[float], by_degrees: list[float]
) -> Fault | None:
    texts = (row.easting, row.northing, row.longitude, row.latitude)
    for column, (text, number) in enumerate(zip(texts, told, strict=True)):
        if text and not np.isfinite(number) and not _is_nought(text):
            return Fault(reasons.NO_NUMBER, column)
    x, y, longitude, latitude = told
    if _inside(DENMARK_BOUNDS, y, x):
        return Fault(reasons.SWAPPED, 0)
    if _inside(_DEGREES, latitude, longitude):
        return Fault(reasons.SWAPPED, 2)
    if np.isfinite(place[0]) and np.isfinite(place[1]):
        return _misplaced(told, place, by_degrees)
    if np.isfinite(longitude) and np.isfinite(latitude):
        return Fault(reasons.OUTSIDE, 2, _another_system(longitude, latitude))
    return _missing(row, told)


def _misplaced(told: list[float], place: list[float], by_degrees: list[float]) -> Fault | None:
    of_metres = np.isfinite(told[0]) and np.isfinite(told[1])
    if not _inside(DENMARK_BOUNDS, place[0], place[1]):
        first = 0 if of_metres else 2
        return Fault(reasons.OUTSIDE, first, _another_system(told[first], told[first + 1]))
    if of_metres and np.isfinite(by_degrees[0]):
        apart = float(np.hypot(place[0] - by_degrees[0], place[1] - by_degrees[1]))
        if apart > _FARTHEST_APART_M:
            return Fault(reasons.DISAGREE, 0, f"{apart:,.0f} m apart")
    return None


def _missing(row: Told, told: list[float]) -> Fault:
    if row.future or row.expected:
        return Fault(reasons.PLANNED_WITHOUT_PLACE, 0)
    # Of the pair that is half there, the half that is not.
    for column in (0, 1, 2, 3):
        if np.isnan(told[column]) and np.isfinite(told[column ^ 1]):
            return Fault(reasons.NO_PLACE, column)
    return Fault(reasons.NO_PLACE, 0)


def _another_system(x: float, y: float) -> str:
    """Name the system in which the place would lie in Denmark, if one is found."""
    for crs in _OTHERS:
        moved = to_metric(np.array([x]), np.array([y]), crs=crs)
        if _inside(DENMARK_BOUNDS, float(moved[0][0]), float(moved[1][0])):
            return f"it would lie in Denmark if read as {crs}"
    return ""


def _is_nought(text: str) -> bool:
    return _number(text) == 0


def _inside(box: Bounds, x: float, y: float) -> bool:
    return box.west_m <= x <= box.east_m and box.south_m <= y <= box.north_m
