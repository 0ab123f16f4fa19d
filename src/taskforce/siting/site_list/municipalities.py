"""In which municipality the sites of a list lie, by the boundaries on the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.siting.site_list.placing import OTHER_ZONE, Numbers
from taskforce.vocabulary.coordinates import to_metric

# Published boundaries are drawn with a broad pen: a harbour may lie this far outside.
NEAR_M = 500.0
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Areas:
    """The municipalities of the boundaries layer."""

    codes: tuple[str, ...]
    shapes: NDArray[Any]


def read_areas(boundaries: Path) -> Areas:
    """Read the table `boundaries` of a layer."""
    import pyarrow.parquet as pq
    import shapely

    table = pq.ParquetFile(boundaries).read(["code", "geometry"]).sort_by("code")
    shapes = shapely.from_wkb(table.column("geometry").to_pylist())
    shapely.prepare(shapes)
    return Areas(tuple(table["code"].to_pylist()), shapes)


def area_of(
    east: Numbers, north: Numbers, areas: Areas
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Find the municipality of each place.

    Parameters
    ----------
    east, north
        Metres, EPSG:25832; NaN where there is no place.
    areas
        The municipalities.

    Returns
    -------
    positions
        In `areas`; -1 where the place lies further than 500 m from every municipality.
    near
        Whether it lies just outside, and was given to the nearest municipality.
    """
    import shapely

    found = np.full(len(east), NOWHERE)
    known = np.flatnonzero(np.isfinite(east) & np.isfinite(north))
    points = shapely.points(east[known], north[known])
    tree = shapely.STRtree(areas.shapes)
    point, area = tree.query(points, predicate="intersects")
    # A place on a border belongs to the municipality whose code comes first.
    order = np.lexsort((-area, point))
    found[known[point[order]]] = area[order]
    lost = known[found[known] == NOWHERE]
    point, area = tree.query_nearest(
        shapely.points(east[lost], north[lost]), max_distance=NEAR_M, all_matches=False
    )
    found[lost[point]] = area
    near = np.zeros(len(east), dtype=np.bool_)
    near[lost[point]] = True
    return found, near


def fits_the_other_zone(
    x: Numbers, y: Numbers, told: Sequence[str | None], areas: Areas
) -> NDArray[np.bool_]:
    """Tell which places, read in UTM zone 33, lie in the municipality that the list names."""
    found, _ = area_of(*to_metric(x, y, crs=OTHER_ZONE), areas)
    codes = [areas.codes[at] if at != NOWHERE else None for at in found]
    same = [one is not None and one == code for one, code in zip(codes, told, strict=True)]
    return np.array(same, dtype=np.bool_)
