"""Cut the land around Region Sjælland out of the public-domain Natural Earth world map."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry

WORLD = Path("node_modules/world-atlas/countries-10m.json")
LAND = Path("src/taskforce/sources/demonstration/land.geojson")
# The region with its own coasts, and around it enough that the map shows no edge.
REGION = box(10.2, 54.4, 13.2, 56.3)
AROUND = box(8.6, 53.8, 14.9, 57.2)
HOME = "Denmark"
SMALLEST_RING = 3

Ring = list[tuple[float, float]]


def write_land(world: Path = WORLD, target: Path = LAND) -> int:
    """Write the land of the region and around it, one feature for each country; say how many.

    The demonstration reads only the feature named "Denmark", so it ends at the region's window;
    what lies beyond is a feature of its own.
    """
    topology = json.loads(world.read_text(encoding="utf-8"))
    arcs = [_arc(points, topology["transform"]) for points in topology["arcs"]]
    features = []
    for country in topology["objects"]["countries"]["geometries"]:
        name, land = country["properties"]["name"], shapely.make_valid(_shape(country, arcs))
        if name == HOME:
            features.append((name, shapely.intersection(land, REGION)))
            name, land = f"{name}, beyond the region", shapely.difference(land, REGION)
        features.append((name, shapely.intersection(land, AROUND)))
    written = [_feature(name, land) for name, land in features if not land.is_empty]
    target.parent.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "features": written}
    target.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return len(written)


def _feature(name: str, land: BaseGeometry) -> dict[str, Any]:
    parts = [part for part in shapely.get_parts(land) if isinstance(part, Polygon)]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": mapping(MultiPolygon(parts)),
    }


def _arc(points: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Undo TopoJSON's two savings: steps become positions, whole numbers become degrees."""
    (x_scale, y_scale), (x_start, y_start) = transform["scale"], transform["translate"]
    x = y = 0
    line = []
    for x_step, y_step in points:
        x, y = x + x_step, y + y_step
        line.append((x * x_scale + x_start, y * y_scale + y_start))
    return line


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Join the arcs of one ring; a negative number means the arc is walked backwards."""
    ring: Ring = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(line[1:] if ring else line)
    return ring


def _shape(geometry: dict[str, Any], arcs: list[Ring]) -> MultiPolygon:
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return MultiPolygon()
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    polygons = []
    for part in parts:
        rings = [_ring(numbers, arcs) for numbers in part]
        # The smallest islands collapse to a line in the compressed file.
        shell, *holes = [ring if len(ring) > SMALLEST_RING else [] for ring in rings]
        polygons.append(Polygon(shell, [hole for hole in holes if hole]))
    return MultiPolygon(polygons)
