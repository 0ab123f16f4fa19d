"""The made-up roads as a map: a straight centre line through the houses of each road."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register

# The kind of road and of line as GeoDanmark writes them.
_FACTS = {
    "VEJKLASSE": "Lokalvej-Sekundær",
    "VEJMIDTETYPE": "Vej",
    "OBJEKTSTATUS": "Taget i brug",
    "GEOMETRISTATUS": "Endelig",
}
_GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}


def write_roads(register: Register, file: Path) -> None:
    """Write the centre lines of the roads with the property names of GeoDanmark's vejmidte.

    Only roads with houses are there; the roads between the settlements are not made up.

    Parameters
    ----------
    register
        One row per address: on which road it is, and where.
    file
        GeoJSON in EPSG:25832, declared through the old `crs` member as GeoDanmark does.
    """
    _, first, road = np.unique(register.road, return_index=True, return_inverse=True)
    starts, ends = _ends(register, road)
    places = facts.municipalities()
    features = [
        {
            "type": "Feature",
            "properties": {
                "ID_LOKALID": f"demonstration-{number}",
                "KOMMUNEKODE": places[register.municipality[house]].code,
                "VEJKODE": f"{register.road_code[house]:04}",
                **_FACTS,
            },
            "geometry": {
                "type": "LineString",
                "coordinates": [starts[number].tolist(), ends[number].tolist()],
            },
        }
        for number, house in enumerate(first)
        if (starts[number] != ends[number]).any()
    ]
    content: dict[str, Any] = {"type": "FeatureCollection", "crs": _GRID, "features": features}
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _ends(
    register: Register, road: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both ends of each road: along the line that its houses are spread out most."""
    east, north = register.easting_m, register.northing_m
    count = np.bincount(road)
    middle = np.column_stack([np.bincount(road, weights=one) / count for one in (east, north)])
    east, north = east - middle[road, 0], north - middle[road, 1]
    skew = np.bincount(road, weights=east * north)
    spread = np.bincount(road, weights=east**2 - north**2)
    heading = 0.5 * np.arctan2(2 * skew, spread)
    way = np.column_stack([np.cos(heading), np.sin(heading)])
    along_m = (way[road] * np.column_stack([east, north])).sum(axis=1)
    reach = np.zeros((2, len(count)))
    np.minimum.at(reach[0], road, along_m)
    np.maximum.at(reach[1], road, along_m)
    starts, ends = (np.round(middle + one[:, None] * way, 2) for one in reach)
    return starts, ends
