"""Writes shapes with their facts as GeoJSON, in degrees or in metres."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from taskforce.report.shape_rows import Row
from taskforce.report.shapes import metric
from taskforce.web.publication.ogc.crs import Crs

# A tenth of a metre in degrees, and a centimetre in metres.
_DECIMALS = {Crs.DEGREES: 6, Crs.METRES: 2}


def features(rows: Sequence[Row], crs: Crs) -> list[dict[str, Any]]:
    """The rows as features of GeoJSON; the outer rim of an area runs against the clock."""
    if not rows:
        return []
    shapes = np.array([row.shape for row in rows], dtype=object)
    moved = metric(shapes) if crs is Crs.METRES else shapes
    rounded = shapely.transform(moved, lambda xy: np.round(xy, _DECIMALS[crs]))
    written = shapely.to_geojson(shapely.orient_polygons(rounded))
    return [_feature(row, text) for row, text in zip(rows, written, strict=True)]


def _feature(row: Row, written: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": row.id,
        "geometry": json.loads(written),
        "properties": dict(row.facts),
    }
