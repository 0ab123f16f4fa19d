"""Where the sites of a list lie on the Danish grid, and what is wrong with a place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.site_list.faults import Fault
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, MAP_CRS, METRIC_CRS, to_metric
from taskforce.vocabulary.errors import WrongUse

Numbers = NDArray[np.float64]

OTHER_ZONE = "EPSG:25833"


@dataclass(frozen=True, slots=True)
class Grid:
    """The coordinate system of a table, and whether it counts degrees."""

    crs: str
    in_degrees: bool


def grid_of(crs: str | None, *, in_degrees: bool) -> Grid:
    """Decide on the coordinate system of a table.

    Parameters
    ----------
    crs
        As named by the user or the file; None for the usual one.
    in_degrees
        Whether the columns are named as degrees.

    Raises
    ------
    WrongUse
        It is not known, or counts metres where the columns are degrees.
    """
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    chosen = crs or (MAP_CRS if in_degrees else METRIC_CRS)
    try:
        geographic = CRS.from_user_input(chosen).is_geographic
    except CRSError as error:
        raise WrongUse(
            f'The coordinate system "{chosen}" is not known.', remedy="Write EPSG:25832."
        ) from error
    if in_degrees and not geographic:
        raise WrongUse(
            f"The columns of the place are degrees, but {chosen} counts metres.",
            remedy="Leave the coordinate system out, or name the columns oest and nord.",
        )
    return Grid(chosen, geographic)


def by_its_numbers(grid: Grid, x: Numbers, y: Numbers) -> Grid:
    """The grid of a map file that declares degrees and holds metres: the Danish one."""
    metres = grid.in_degrees and len(x) > 0 and bool((np.abs(x) > 400).all())
    return Grid(METRIC_CRS, in_degrees=False) if metres and bool((np.abs(y) > 400).all()) else grid


def placed(x: Numbers, y: Numbers, grid: Grid) -> tuple[Numbers, Numbers, list[Fault | None]]:
    """Turn the coordinates of a table into metres, and tell what is wrong with each.

    Parameters
    ----------
    x, y
        The first and the second coordinate as they stand; NaN where there is none.
    grid
        What they are counted in.

    Returns
    -------
    easting_m, northing_m
        EPSG:25832.
    faults
        For each place what is wrong with it, or None.
    """
    missing = np.isnan(x) | np.isnan(y) | ((x == 0) & (y == 0))
    small = (np.abs(x) <= 180) & (np.abs(y) <= 180)
    east, north = to_metric(x, y, crs=grid.crs)
    away = ~_in_denmark(east, north)
    swapped = away & _in_denmark(*to_metric(y, x, crs=grid.crs))
    other = away & (not grid.in_degrees) & _in_denmark(*to_metric(x, y, crs=OTHER_ZONE))
    unit = Fault.METRES if grid.in_degrees else Fault.DEGREES
    wrong_unit = ~small if grid.in_degrees else small
    # The first that holds is what is wrong.
    questions = (
        (missing, Fault.NO_PLACE),
        (wrong_unit, unit),
        (swapped, Fault.SWAPPED),
        (other, Fault.OTHER_ZONE),
        (away, Fault.OUTSIDE),
    )
    faults = np.full(len(x), None, dtype=object)
    for held, fault in reversed(questions):
        faults[held] = fault
    return east, north, list(faults)


def _in_denmark(east: Numbers, north: Numbers) -> NDArray[np.bool_]:
    box = DENMARK_BOUNDS
    inside: NDArray[np.bool_] = (
        (east > box.west_m) & (east < box.east_m) & (north > box.south_m) & (north < box.north_m)
    )
    return inside
