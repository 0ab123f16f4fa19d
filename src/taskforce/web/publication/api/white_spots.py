"""White spots as GeoJSON, the way map programs read them."""

from __future__ import annotations

from typing import Any

from taskforce.report.codec import plain
from taskforce.report.figures import WhiteSpotFigures, WhiteSpotTable


def white_spots_geojson(table: WhiteSpotTable, municipality: str | None) -> dict[str, Any]:
    """The white spots of the region, or of one municipality, as points with their facts."""
    spots = table.in_municipality(municipality) if municipality else table.spots
    return {
        "type": "FeatureCollection",
        "threshold": table.threshold,
        "distance_m": table.distance_m,
        "origin": plain(table.origin),
        "features": [_feature(spot) for spot in spots],
    }


def _feature(spot: WhiteSpotFigures) -> dict[str, Any]:
    facts = plain(spot)
    place = [facts.pop("longitude"), facts.pop("latitude")]
    return {
        "type": "Feature",
        "id": spot.id,
        "geometry": {"type": "Point", "coordinates": place},
        "properties": facts,
    }
