"""Cut the land around Region Sjælland out of the public-domain Natural Earth world map."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, box, mapping

WORLD = Path("node_modules/world-atlas/countries-10m.json")
LAND = Path("src/taskforce/sources/demonstration/land.geojson")
# Wide enough that no edge shows around the region on the map.
WINDOW = box(8.6, 53.8, 14.9, 57.2)
SMALLEST_RING = 3

Ring = list[tuple[float, float]]


def write_land(world: Path = WORLD, target: Path = LAND) -> int:
    """Write the land inside the window, one feature for each country, and say how many."""
    topology = json.loads(world.read_text(encoding="utf-8"))
    arcs = [_arc(points, topology["transform"]) for points in topology["arcs"]]
    features = []
    for country in topology["objects"]["countries"]["geometries"]:
        land = shapely.intersection(shapely.make_valid(_shape(country, arcs)), WINDOW)
        land = MultiPolygon([part for part in shapely.get_parts(land) if isinstance(part, Polygon)])
        if not land.is_empty:
            features.append(
                {
                    "type": "Feature",
                    "properties": {"name": country["properties"]["name"]},
                    "geometry": mapping(land),
                }
            )
    target.parent.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")
    return len(features)


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
