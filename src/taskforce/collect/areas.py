"""In which municipality a point lies, by the frozen boundaries."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Positions = NDArray[np.int16]

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas in the order of their codes, prepared for many questions; EPSG:25832."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    shapes: NDArray[Any]


def read_areas(file: Path) -> Areas:
    """Read the table `boundaries` of a layer."""
    import pyarrow.parquet as pq
    import shapely

    table = pq.ParquetFile(file).read().sort_by("code")
    shapes = shapely.from_wkb(table.column("geometry").to_pylist())
    shapely.prepare(shapes)
    return Areas(tuple(table["code"].to_pylist()), tuple(table["name"].to_pylist()), shapes)


def area_of_points(
    easting_m: Numbers, northing_m: Numbers, areas: Areas, *, guess: Positions | None = None
) -> Positions:
    """Find the area of each point.

    Parameters
    ----------
    easting_m, northing_m
        EPSG:25832; NaN where the place is unknown.
    areas
        The areas, in the order of their codes.
    guess
        For each point the position of the area that it is thought to lie in, or -1. A right guess
        costs one question instead of a search; a wrong one changes nothing in the answer.

    Returns
    -------
    array of int16
        The position in `areas`; -1 where no area holds the point. A point on a border between
        areas belongs to the one whose code comes first.
    """
    found = np.full(len(easting_m), NOWHERE, dtype=np.int16)
    if guess is not None:
        _ask_the_guess(easting_m, northing_m, areas, guess, found)
    _search(easting_m, northing_m, areas, found)
    return found


def _ask_the_guess(
    east: Numbers, north: Numbers, areas: Areas, guess: Positions, found: Positions
) -> None:
    import shapely

    order = np.argsort(guess, kind="stable")
    borders = np.searchsorted(guess[order], np.arange(len(areas.codes) + 1))
    for position, (start, end) in enumerate(pairwise(borders)):
        if start < end:
            points = order[start:end]
            inside = shapely.contains_xy(areas.shapes[position], east[points], north[points])
            found[points[inside]] = position


def _search(east: Numbers, north: Numbers, areas: Areas, found: Positions) -> None:
    """Sort the points by easting, and ask each area only about those within its box."""
    import shapely

    open_points = np.flatnonzero((found == NOWHERE) & np.isfinite(east) & np.isfinite(north))
    order = open_points[np.argsort(east[open_points], kind="stable")]
    sorted_east = east[order]
    # What no area holds within its lines may lie on a line: those few are asked again.
    for question in (shapely.contains_xy, shapely.intersects_xy):
        for position, shape in enumerate(areas.shapes):
            west, south, east_end, north_end = shape.bounds
            start = np.searchsorted(sorted_east, west, side="left")
            end = np.searchsorted(sorted_east, east_end, side="right")
            near = order[start:end]
            near = near[(north[near] >= south) & (north[near] <= north_end)]
            near = near[found[near] == NOWHERE]
            if len(near):
                found[near[question(shape, east[near], north[near])]] = position
