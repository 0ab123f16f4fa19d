"""How far the terrain of a region must reach: hills outside its border matter too."""

from __future__ import annotations

from taskforce.snapshot.frozen import Layer
from taskforce.vocabulary.coordinates import Bounds

AROUND_M = 30_000


def region_of(boundaries: Layer) -> Bounds:
    """The box around all boundaries, and 30 km more on each side."""
    import pyarrow.parquet as pq
    import shapely

    table = pq.read_table(boundaries.file("boundaries"), columns=["geometry"])
    shapes = shapely.from_wkb(table.column("geometry").to_numpy(zero_copy_only=False))
    west, south, east, north = shapely.total_bounds(shapes)
    return Bounds(
        float(west) - AROUND_M,
        float(south) - AROUND_M,
        float(east) + AROUND_M,
        float(north) + AROUND_M,
    )
