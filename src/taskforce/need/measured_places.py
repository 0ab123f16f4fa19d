"""The cells that measurements are counted in: squares of the Danish grid, or hexagons."""

from __future__ import annotations

import re
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from taskforce.need.measured_quantiles import Labels, Values
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.hexagons import hex_cells

SQUARE_M = 100

_SQUARE_NAME = re.compile(r"100m_(-?\d+)_(-?\d+)")


class CellKind(StrEnum):
    """A way of dividing the ground into small cells."""

    SQUARE = "square"
    HEX = "hex"


def square_name(northing: int, easting: int) -> str:
    """Name a square of the Danish grid.

    Parameters
    ----------
    northing, easting
        Its south-west corner in hundreds of metres, EPSG:25832.

    Returns
    -------
    str
        As the Danish grid has it: "100m_61768_6411".
    """
    return f"{SQUARE_M}m_{northing}_{easting}"


def square_at(easting_m: float, northing_m: float) -> str:
    """Name the square that a place lies in.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832.

    Returns
    -------
    str
        Its name; a place on an edge belongs to the square east or north of it.
    """
    return square_name(int(northing_m // SQUARE_M), int(easting_m // SQUARE_M))


def square_centre(name: str) -> tuple[float, float]:
    """Find the middle of a square.

    Parameters
    ----------
    name
        "100m_61768_6411".

    Returns
    -------
    easting_m, northing_m
        EPSG:25832.

    Raises
    ------
    WrongUse
        That is no name of a square.
    """
    found = _SQUARE_NAME.fullmatch(name)
    if found is None:
        raise WrongUse(f'"{name}" is no square.', remedy="Write it like 100m_61768_6411.")
    northing, easting = map(int, found.groups())
    return (easting + 0.5) * SQUARE_M, (northing + 0.5) * SQUARE_M


def square_keys(easting_m: Values, northing_m: Values) -> tuple[Labels, Labels]:
    """Find the squares of many places.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832, finite.

    Returns
    -------
    northing, easting
        The south-west corner of each place's square, in hundreds of metres.
    """
    return (
        np.floor(northing_m / SQUARE_M).astype(np.int64),
        np.floor(easting_m / SQUARE_M).astype(np.int64),
    )


def hex_keys(longitude: Values, latitude: Values, resolution: int) -> tuple[Labels, Labels]:
    """Find the hexagons of many places.

    Parameters
    ----------
    longitude, latitude
        Degrees, finite.
    resolution
        Of H3, 0 to 15.

    Returns
    -------
    cell, nought
        The cell of each place as an integer; noughts, so that both kinds of cell have two keys.
    """
    cells: NDArray[np.uint64] = hex_cells(longitude, latitude, resolution=resolution)
    return cells.astype(np.int64), np.zeros(len(cells), np.int64)
