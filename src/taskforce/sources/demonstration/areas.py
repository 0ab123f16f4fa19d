"""Approximate municipality areas: the land that lies nearest to a municipality's own towns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from taskforce.sources.demonstration import facts
from taskforce.vocabulary.coordinates import to_lonlat, to_metric

LAND = Path(__file__).parent / "land.geojson"
LAND_COUNTRY = "Denmark"

# Without a map of the land, a town reaches this far.
TOWN_REACH_M = 6_000
STEP_M = 400
SMALLEST_ISLAND_M2 = 100_000
DEGREE_DECIMALS = 6

# Two waves bend the straight borders; the slope stays below 1, so that no border crosses another.
WAVES = ((500.0, 7_000.0), (150.0, 2_600.0))

Areas = dict[str, BaseGeometry]


def municipality_areas(land: Path = LAND) -> Areas:
    """Draw an approximate area for each municipality of the region.

    Each town and postal district claims the land that lies nearest to it; the claims of one
    municipality are joined, the borders bent a little, and the sea cut away.

    Parameters
    ----------
    land
        A GeoJSON of countries. Where it is absent, land is what lies near a town.

    Returns
    -------
    dict
        Municipality code to polygon, EPSG:25832, exactly as `write_areas` writes it.
    """
    places = facts.anchors()
    cells = shapely.get_parts(
        shapely.voronoi_polygons(
            shapely.MultiPoint(places.positions),
            extend_to=shapely.box(580_000, 6_020_000, 760_000, 6_240_000),
            ordered=True,
        )
    )
    cells = shapely.transform(shapely.segmentize(cells, STEP_M), _bent)
    dry = land_shape(land)
    return {
        place.code: _as_written(
            shapely.intersection(shapely.union_all(cells[places.municipality == place.code]), dry)
        )
        for place in facts.municipalities()
    }


def write_areas(areas: Areas, target: Path, *, region_code: str, region_name: str) -> None:
    """Write the areas as GeoJSON with the property names of the Danish boundary service."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "dagi_id": f"demonstration-{place.code}",
                "kode": place.code,
                "navn": place.name,
                "regionskode": region_code,
                "regionsnavn": region_name,
                "udenforkommuneinddeling": False,
                "bemærkning": "Demonstration: approximate area, not an official boundary",
            },
            "geometry": _rounded(shapely.geometry.mapping(_in_degrees(areas[place.code]))),
        }
        for place in facts.municipalities()
    ]
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(collection, ensure_ascii=False), encoding="utf-8")


def _bent(points: NDArray[np.float64]) -> NDArray[np.float64]:
    moved = points.copy()
    for height_m, length_m in WAVES:
        turn = 2 * np.pi / length_m
        moved[:, 0] += height_m * np.sin(turn * points[:, 1])
        moved[:, 1] += height_m * np.sin(turn * points[:, 0] + 1)
    return moved


def land_shape(land: Path = LAND) -> BaseGeometry:
    """All the land there is, EPSG:25832; what lies near a town where there is no map of it.

    Parameters
    ----------
    land
        A GeoJSON of countries, which need not exist.
    """
    if not land.exists():
        towns = shapely.points(facts.anchors().positions)
        return shapely.union_all(shapely.buffer(towns, TOWN_REACH_M))
    features = json.loads(land.read_text(encoding="utf-8"))["features"]
    shapes = [
        shapely.geometry.shape(feature["geometry"])
        for feature in features
        if feature["properties"]["name"] == LAND_COUNTRY
    ]
    return shapely.make_valid(_in_metres(shapely.union_all(shapes)))


def _as_written(area: BaseGeometry) -> BaseGeometry:
    """Drop specks, and round as the file does, so that file and addresses agree to the metre."""
    parts = [part for part in shapely.get_parts(area) if part.area >= SMALLEST_ISLAND_M2]
    degrees = _in_degrees(shapely.MultiPolygon(parts))
    return _in_metres(shapely.set_precision(degrees, 10**-DEGREE_DECIMALS))


def _in_metres(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(shape, lambda points: np.column_stack(to_metric(*points.T)))


def _in_degrees(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(shape, lambda points: np.column_stack(to_lonlat(*points.T)))


def _rounded(geometry: Any) -> Any:
    if isinstance(geometry, dict):
        return {**geometry, "coordinates": _rounded(geometry["coordinates"])}
    if isinstance(geometry, float):
        return round(geometry, DEGREE_DECIMALS)
    return [_rounded(part) for part in geometry]
