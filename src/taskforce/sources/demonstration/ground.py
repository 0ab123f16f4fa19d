"""The made-up ground: smooth hills, woods and towns, on land where there is land."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.areas import Areas
from taskforce.sources.demonstration.waves import Field, smoothed, waves

STEP_M = 100.0
# Around the region, so that every path between two of its places lies on the ground.
AROUND_M = 3_000.0
# The highest point of Sjælland (Gyldenløves Høj) lies at 126 m.
HIGHEST_M = 126.0
# Land rises from the shore over this many points.
SHORE_POINTS = 12

# Codes of ESA WorldCover, and what they mean in `taskforce collect terrain --clutter-codes`.
TREES, GRASS, BUILT, WATER = 10, 30, 50, 80
CODES = f"{TREES}=trees,{GRASS}=open,{BUILT}=suburban,{WATER}=water"
PEOPLE_PER_KM2 = 1_800
WOODED_ABOVE = 1.15

# Each landscape has a chance of its own, so that none changes when another is added.
_HILLS, _WOODS = 51, 52


@dataclass(frozen=True, slots=True)
class Ground:
    """Cells of `step_m` metres; row 0 is the southmost, and `west_m`, `south_m` are outer edges.

    `height_m` is metres over the sea, 0 in it; `cover` holds codes of land cover.
    """

    west_m: float
    south_m: float
    step_m: float
    height_m: NDArray[np.int16]
    cover: NDArray[np.uint8]

    def at(
        self, easting_m: NDArray[np.float64], northing_m: NDArray[np.float64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The row and the column of places; what lies outside belongs to the outermost cell."""
        rows, columns = self.height_m.shape
        row = np.floor((northing_m - self.south_m) / self.step_m).astype(np.int64)
        column = np.floor((easting_m - self.west_m) / self.step_m).astype(np.int64)
        return np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)

    def heights(
        self, easting_m: NDArray[np.float64], northing_m: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Metres over the sea."""
        return self.height_m[self.at(easting_m, northing_m)].astype(np.float64)


def make_ground(areas: Areas, land: BaseGeometry, seed: int) -> Ground:
    """Make up the ground under the region.

    Parameters
    ----------
    areas
        Municipality code to polygon, EPSG:25832.
    land
        All land, EPSG:25832; the rest is sea.
    seed
        The same seed gives the same ground.

    Returns
    -------
    Ground
        Reaching 3 km around the region.
    """
    west, south, east, north = shapely.total_bounds(list(areas.values()))
    west, south = (np.floor((low - AROUND_M) / STEP_M) * STEP_M for low in (west, south))
    columns = int((east + AROUND_M - west) // STEP_M) + 1
    rows = int((north + AROUND_M - south) // STEP_M) + 1
    across = west + STEP_M * (np.arange(columns) + 0.5)
    along = south + STEP_M * (np.arange(rows) + 0.5)
    dry = _dry(shapely.union_all([land, *areas.values()]), across, along)
    hills = waves(
        across, along, lengths_m=(1_800, 24_000), rng=np.random.default_rng([seed, _HILLS])
    )
    woods = waves(across, along, lengths_m=(900, 7_000), rng=np.random.default_rng([seed, _WOODS]))
    return Ground(
        west_m=float(west),
        south_m=float(south),
        step_m=STEP_M,
        height_m=_heights(dry, hills),
        cover=_cover(dry, woods, _built(across, along)),
    )


def _dry(land: BaseGeometry, across: NDArray[np.float64], along: NDArray[np.float64]) -> Field:
    """1 on land and 0 in the sea: each row is the line that the land cuts out of it."""
    low, high = across[0] - STEP_M, across[-1] + STEP_M
    land = shapely.clip_by_rect(land, low, along[0] - STEP_M, high, along[-1] + STEP_M)
    lines = shapely.linestrings([[(low, y), (high, y)] for y in along])
    parts, row = shapely.get_parts(shapely.intersection(lines, land), return_index=True)
    is_line = shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING
    box = shapely.bounds(parts[is_line])
    steps = np.zeros((len(along), len(across) + 1), np.int32)
    np.add.at(steps, (row[is_line], np.searchsorted(across, box[:, 0])), 1)
    np.add.at(steps, (row[is_line], np.searchsorted(across, box[:, 2])), -1)
    return (np.cumsum(steps, axis=1)[:, :-1] > 0).astype(np.float32)


def _heights(dry: Field, hills: Field) -> NDArray[np.int16]:
    inland = np.clip(2 * smoothed(dry, SHORE_POINTS) - 1, 0, 1)
    height = 3 + inland * np.maximum(25 + 17 * hills + 6 * hills * np.abs(hills), 0)
    return (np.rint(np.clip(height, 1, HIGHEST_M)) * dry).astype(np.int16)


def _built(across: NDArray[np.float64], along: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Where the real towns are: a disc for each, as large as its people need."""
    built = np.zeros((len(along), len(across)), bool)
    towns = facts.towns()
    radius_m = 1_000 * np.sqrt(towns.size / PEOPLE_PER_KM2 / np.pi)
    for east, north, reach in zip(towns.easting_m, towns.northing_m, radius_m, strict=True):
        rows = slice(*np.searchsorted(along, (north - reach, north + reach)))
        columns = slice(*np.searchsorted(across, (east - reach, east + reach)))
        away = (along[rows, None] - north) ** 2 + (across[columns] - east) ** 2
        built[rows, columns] |= away <= reach**2
    return built


def _cover(dry: Field, woods: Field, built: NDArray[np.bool_]) -> NDArray[np.uint8]:
    wooded = np.where(woods > WOODED_ABOVE, TREES, GRASS)
    return np.where(dry > 0, np.where(built, BUILT, wooded), WATER).astype(np.uint8)
