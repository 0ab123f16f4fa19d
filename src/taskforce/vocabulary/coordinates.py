"""Where a place is: metres on the Danish grid for reckoning, degrees for the map."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

METRIC_CRS = "EPSG:25832"
MAP_CRS = "EPSG:4326"

Numbers = NDArray[np.float64]


class Bounds(NamedTuple):
    """A box in metres on the grid EPSG:25832."""

    west_m: float
    south_m: float
    east_m: float
    north_m: float


# Denmark with Bornholm and the sea around it.
DENMARK_BOUNDS = Bounds(430_000, 6_030_000, 900_000, 6_420_000)


def to_lonlat(easting_m: Numbers, northing_m: Numbers) -> tuple[Numbers, Numbers]:
    """Turn metres on the Danish grid into longitude and latitude.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832, one value per place; NaN where the place is unknown.

    Returns
    -------
    longitude, latitude
        Degrees, EPSG:4326; NaN where the place is unknown.
    """
    return _moved(easting_m, northing_m, METRIC_CRS, MAP_CRS)


def to_metric(
    longitude: Numbers, latitude: Numbers, *, crs: str = MAP_CRS
) -> tuple[Numbers, Numbers]:
    """Turn longitude and latitude (or another `crs`) into metres on the Danish grid.

    Parameters
    ----------
    longitude, latitude
        Degrees, or first and second coordinate of `crs`; NaN where the place is unknown.
    crs
        Any name that PROJ understands, for example "EPSG:3035".

    Returns
    -------
    easting_m, northing_m
        EPSG:25832; NaN where the place is unknown.
    """
    return _moved(longitude, latitude, crs, METRIC_CRS)


def _moved(x: Numbers, y: Numbers, source: str, target: str) -> tuple[Numbers, Numbers]:
    moved_x, moved_y = _transformer(source, target).transform(x, y)
    away = ~np.isfinite(moved_x) | ~np.isfinite(moved_y)
    return np.where(away, np.nan, moved_x), np.where(away, np.nan, moved_y)


@lru_cache
def _transformer(source: str, target: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)
