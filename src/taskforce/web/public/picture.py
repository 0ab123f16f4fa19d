"""A small picture of the region for the front page, drawn without any script."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from taskforce.report.bundle import Bundle
from taskforce.web.municipalities.rows import Row
from taskforce.web.public.legend import Legend

_OUTLINES = "need_municipalities.geojson"
_WIDTH = 400
# A ring of fewer points than this is an island too small to see.
_LEAST_POINTS = 4

Ring = list[tuple[float, float]]


def picture(bundle: Bundle, rows: tuple[Row, ...], legend: Legend, words: str) -> SafeString:
    """The municipalities by need, as SVG; empty where the bundle has no outlines."""
    file, bounds = bundle.download(_OUTLINES), bundle.region().bounds
    if file is None or bounds is None:
        return SafeString("")
    box = (bounds.west, bounds.south, bounds.east, bounds.north)
    height, paths = _paths(file, box)
    colours = {row.area.code: f"{legend.show}-{legend.class_of(row)}" for row in rows}
    shapes = format_html_join(
        "",
        '<path class="{}" d="{}"/>',
        ((colours.get(code, "hidden-number"), path) for code, path in paths),
    )
    return format_html(
        '<svg class="picture" viewBox="-4 -4 {} {}" role="img" aria-label="{}">{}</svg>',
        _WIDTH + 8,
        height + 8,
        words,
        shapes,
    )


@lru_cache(maxsize=4)
def _paths(file: Path, box: tuple[float, ...]) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Every municipality's code and outline, on a grid of whole pixels."""
    west, south, east, north = box
    # A degree of longitude is shorter than one of latitude, the more so the farther north.
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = _WIDTH / ((east - west) * squeeze)
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    found = []
    for feature in features:
        rings = (
            [(round((x - west) * squeeze * scale), round((north - y) * scale)) for x, y, *_ in ring]
            for ring in _rings(feature["geometry"])
        )
        path = "".join(_drawn(ring) for ring in rings)
        found.append((str(feature["properties"]["code"]), path))
    return round((north - south) * scale), tuple(found)


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
