"""The even grid that rasters are laid on: which part of the earth, and how many points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from taskforce.sources.terrain.raster import Raster
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, METRIC_CRS, Bounds, to_lonlat
from taskforce.vocabulary.errors import Refused

# 60 km × 60 km in points of 5 m; all Denmark in points of 50 m.
LARGEST_POINTS = 150_000_000
_ALONG_AN_EDGE = 33


@dataclass(frozen=True, slots=True)
class Grid:
    """Points every `step_m` metres; row 0 is the southmost."""

    west_m: float
    south_m: float
    step_m: float
    rows: int
    columns: int
    crs: str = METRIC_CRS

    @property
    def points(self) -> int:
        return self.rows * self.columns


def grid_over(
    rasters: Sequence[Raster], *, step_m: float, crop: Bounds | None, anywhere: bool = False
) -> Grid:
    """Lay a grid over what the rasters cover.

    Parameters
    ----------
    rasters
        At least one.
    step_m
        Metres between points; the grid starts on a multiple of it.
    crop
        No larger than this; metres, EPSG:25832.
    anywhere
        Also outside Denmark: the grid is then the UTM zone of the first raster, WGS 84.

    Returns
    -------
    Grid
        EPSG:25832, unless it lies outside Denmark.

    Raises
    ------
    Refused
        A raster lies elsewhere than in Denmark, nothing lies in `crop`, or the grid is too large.
    """
    crs = METRIC_CRS
    boxes = [box_of(one, crs) for one in rasters]
    strange = [n for n, box in enumerate(boxes) if not _meet(box, DENMARK_BOUNDS)]
    if strange and not anywhere:
        raise _elsewhere(rasters[strange[0]], boxes[strange[0]])
    if strange:
        crs = _utm_of(rasters[0])
        boxes, crop = [box_of(one, crs) for one in rasters], None
    box = _around(boxes)
    limits = [crop] if crop else ([] if strange else [DENMARK_BOUNDS])
    for limit in limits:
        if not _meet(box, limit):
            raise _elsewhere(rasters[0], box)
        box = _common(box, limit)
    return _laid(box, step_m, crs, rasters[0])


def box_of(raster: Raster, crs: str) -> Bounds:
    """The box around a raster in another grid of coordinates; its edges may be bent there."""
    from pyproj import Transformer

    along = np.linspace(0, 1, _ALONG_AN_EDGE)
    x = raster.west + along * (raster.east - raster.west)
    y = raster.south + along * (raster.north - raster.south)
    edge_x = np.concatenate([x, x, np.full_like(y, raster.west), np.full_like(y, raster.east)])
    edge_y = np.concatenate([np.full_like(x, raster.south), np.full_like(x, raster.north), y, y])
    moved = Transformer.from_crs(raster.crs, crs, always_xy=True).transform(edge_x, edge_y)
    known = np.isfinite(moved[0]) & np.isfinite(moved[1])
    if not known.any():
        return Bounds(math.inf, math.inf, -math.inf, -math.inf)
    east, north = moved[0][known], moved[1][known]
    return Bounds(float(east.min()), float(north.min()), float(east.max()), float(north.max()))


def _laid(box: Bounds, step_m: float, crs: str, raster: Raster) -> Grid:
    # A rounding error of the projection must not cost a row.
    slack = step_m * 1e-6
    west, south = (math.ceil((low - slack) / step_m) * step_m for low in box[:2])
    columns = math.floor((box.east_m + slack - west) / step_m) + 1
    rows = math.floor((box.north_m + slack - south) / step_m) + 1
    if rows < 2 or columns < 2:
        raise Refused(
            f"Fewer than 2 × 2 points of {step_m:g} m lie in the raster.",
            remedy="Give a larger raster, or a smaller --step.",
            file=raster.file,
        )
    if rows * columns > LARGEST_POINTS:
        raise Refused(
            f"{rows:,} × {columns:,} points of {step_m:g} m are too many to reckon with "
            f"(at most {LARGEST_POINTS:,}).",
            remedy="Collect the boundaries first (the grid then ends 30 km outside them), or give "
            "a larger --step.",
            file=raster.file,
        )
    return Grid(float(west), float(south), float(step_m), rows, columns, crs)


def _meet(one: Bounds, other: Bounds) -> bool:
    across = one.west_m < other.east_m and one.east_m > other.west_m
    return across and one.south_m < other.north_m and one.north_m > other.south_m


def _around(boxes: Sequence[Bounds]) -> Bounds:
    west, south, east, north = zip(*boxes, strict=True)
    return Bounds(min(west), min(south), max(east), max(north))


def _common(one: Bounds, other: Bounds) -> Bounds:
    return Bounds(
        max(one.west_m, other.west_m),
        max(one.south_m, other.south_m),
        min(one.east_m, other.east_m),
        min(one.north_m, other.north_m),
    )


def _utm_of(raster: Raster) -> str:
    from pyproj import Transformer

    middle = (raster.west + raster.east) / 2, (raster.south + raster.north) / 2
    longitude, latitude = Transformer.from_crs(raster.crs, "EPSG:4326", always_xy=True).transform(
        *middle
    )
    if not (math.isfinite(longitude) and math.isfinite(latitude)):
        raise Refused(
            "The raster lies nowhere on the earth by its projection.",
            remedy="Check the projection.",
            file=raster.file,
        )
    zone = min(60, int((longitude + 180) // 6) + 1)
    return f"EPSG:{(32_600 if latitude >= 0 else 32_700) + zone}"


def _elsewhere(raster: Raster, box: Bounds) -> Refused:
    place = "at no place of the Danish grid"
    if math.isfinite(box.west_m):
        middle = np.array([(box.west_m + box.east_m) / 2, (box.south_m + box.north_m) / 2])
        longitude, latitude = to_lonlat(middle[:1], middle[1:])
        place = f"around longitude {longitude[0]:.2f}, latitude {latitude[0]:.2f}"
    return Refused(
        f"By its projection the raster lies {place}, outside the region.",
        remedy="Check its projection and the order of its axes. To try a raster of another "
        "country, add --anywhere.",
        file=raster.file,
    )
