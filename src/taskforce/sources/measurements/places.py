"""Where a measurement was made: the degrees are the truth, the metres are for reckoning."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.measurements import reasons
from taskforce.sources.measurements.faults import Faults, Flags
from taskforce.vocabulary.coordinates import (
    DENMARK_BOUNDS,
    MAP_CRS,
    METRIC_CRS,
    Bounds,
    to_lonlat,
    to_metric,
)
from taskforce.vocabulary.errors import Refused

Values = NDArray[np.float64]

# Denmark in degrees; with the two swapped this is empty sea off Somalia.
_DENMARK = Bounds(7.0, 54.0, 16.0, 58.5)


class Places(NamedTuple):
    """Degrees (EPSG:4326) and metres (EPSG:25832), NaN where there is no place."""

    longitude: Values
    latitude: Values
    easting_m: Values
    northing_m: Values


def places(x: Values, y: Values, crs: str) -> Places:
    """Turn coordinates of a file into degrees and metres.

    Parameters
    ----------
    x, y
        First and second coordinate in `crs`; NaN where unknown.
    crs
        Any name that PROJ understands.

    Raises
    ------
    Refused
        The coordinate system is not known.
    """
    from pyproj.exceptions import CRSError

    try:
        if crs == MAP_CRS or _in_degrees(crs):
            return Places(x, y, *to_metric(x, y))
        easting, northing = (x, y) if crs == METRIC_CRS else to_metric(x, y, crs=crs)
        return Places(*to_lonlat(easting, northing), easting, northing)
    except CRSError as error:
        raise Refused(
            f'The coordinate system "{crs}" is not known.',
            remedy='Write it like "EPSG:25832" under file.crs in the profile.',
        ) from error


def mark_places(
    faults: Faults, x: Values, y: Values, places_: Places, *, columns: tuple[int, int]
) -> None:
    """Mark the rows whose place cannot be true."""
    first, second = columns
    missing = np.isnan(x)
    faults.mark(missing, reasons.NO_PLACE, first)
    faults.mark(np.isnan(y), reasons.NO_PLACE, second)
    faults.mark((x == 0) & (y == 0), reasons.NOUGHT, first)
    longitude, latitude, easting, northing = places_
    faults.mark(_swapped(longitude, latitude, x, y), reasons.SWAPPED, first)
    outside = (np.abs(longitude) > 180) | (np.abs(latitude) > 90)
    faults.mark(outside, reasons.OUTSIDE_WORLD, first)
    known = np.isfinite(easting) & np.isfinite(northing) & np.isfinite(longitude + latitude)
    faults.mark(~known, reasons.OFF_GRID, first)


def outside_denmark(places_: Places) -> Flags:
    """The places beyond the box around Denmark, where the grid is stretched."""
    return ~_inside(DENMARK_BOUNDS, places_.easting_m, places_.northing_m)


def _swapped(longitude: Values, latitude: Values, x: Values, y: Values) -> Flags:
    return (
        _inside(_DENMARK, latitude, longitude)
        | _inside(DENMARK_BOUNDS, y, x)
        | ((np.abs(latitude) > 90) & (np.abs(latitude) <= 180) & (np.abs(longitude) <= 90))
    )


def _inside(box: Bounds, x: Values, y: Values) -> Flags:
    inside: Flags = (x >= box.west_m) & (x <= box.east_m) & (y >= box.south_m) & (y <= box.north_m)
    return inside


def _in_degrees(crs: str) -> bool:
    from pyproj import CRS

    return bool(CRS.from_user_input(crs).is_geographic)
