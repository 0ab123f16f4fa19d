"""Which municipality a point on the map lies in, and which others are close by."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from taskforce.report.bundle import Bundle
from taskforce.vocabulary.coordinates import to_metric

NEAR_M = 500
Points = NDArray[np.float64]
_OUTLINES = "need_municipalities.geojson"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a point lies: its municipality ("" outside all of them), and those within 500 m."""

    code: str
    near: tuple[str, ...]


def locate(bundle: Bundle, longitude: float, latitude: float) -> Found | None:
    """Find a point among the municipalities; None where no outlines have been published."""
    file = bundle.download(_OUTLINES)
    return locate_in(file, longitude, latitude) if file else None


def locate_in(file: Path, longitude: float, latitude: float) -> Found:
    """Find a point among the outlines of a file, measured in metres on the Danish grid."""
    shapes = _shapes(file)
    point = _metric(shapely.Point(longitude, latitude))
    within = next((code for code, shape in shapes.items() if shape.covers(point)), "")
    close = (
        (shape.distance(point), code)
        for code, shape in shapes.items()
        if code != within and shapely.dwithin(shape, point, NEAR_M)
    )
    return Found(within, tuple(code for _distance, code in sorted(close)))


@lru_cache(maxsize=4)
def _shapes(file: Path) -> dict[str, BaseGeometry]:
    """The outlines by municipality; a bundle never changes, so its file is read once."""
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    shapes = {
        str(one["properties"]["code"]): _metric(shapely.geometry.shape(one["geometry"]))
        for one in features
        if one["geometry"]
    }
    for shape in shapes.values():
        shapely.prepare(shape)
    return shapes


def _metric(shape: BaseGeometry) -> BaseGeometry:
    moved: BaseGeometry = shapely.transform(shape, _on_grid)
    return moved


def _on_grid(degrees: Points) -> Points:
    return np.column_stack(to_metric(degrees[:, 0], degrees[:, 1]))
