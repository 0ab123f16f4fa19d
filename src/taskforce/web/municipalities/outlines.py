"""Turns the outlines of the municipalities into shapes that a small picture can show."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Bounds

_OUTLINES = "need_municipalities.geojson"
# A ring of fewer points than this is an island too small to see.
_LEAST_POINTS = 4

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of so many pixels across, showing what lies within the bounds."""

    bounds: Bounds
    width: int

    @property
    def height(self) -> int:
        return self.place(self.bounds.west, self.bounds.south)[1]

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a place lies in the picture, in whole pixels from the upper left corner."""
        west, south, east, north = self._box
        # A degree of longitude is shorter than one of latitude, the more so the farther north.
        squeeze = math.cos(math.radians((south + north) / 2))
        scale = self.width / ((east - west) * squeeze)
        return round((longitude - west) * squeeze * scale), round((north - latitude) * scale)

    @property
    def _box(self) -> tuple[float, float, float, float]:
        return self.bounds.west, self.bounds.south, self.bounds.east, self.bounds.north


def outlines(bundle: Bundle, frame: Frame) -> dict[str, str]:
    """The outline of each municipality by its code, as an SVG path; empty where none are known."""
    file = bundle.download(_OUTLINES)
    return _outlines(file, frame) if file else {}


@lru_cache(maxsize=128)
def _outlines(file: Path, frame: Frame) -> dict[str, str]:
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {
        str(feature["properties"]["code"]): "".join(
            _drawn([frame.place(x, y) for x, y, *_ in ring]) for ring in _rings(feature["geometry"])
        )
        for feature in features
    }


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    polygons = geometry["coordinates"]
    for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
        yield from polygon


def _drawn(points: list[tuple[int, int]]) -> str:
    kept = [
        point for before, point in zip([None, *points], points, strict=False) if point != before
    ]
    if len(kept) < _LEAST_POINTS:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"
