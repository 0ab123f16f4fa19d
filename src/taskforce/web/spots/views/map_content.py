"""What the map on a spot's page is told: its background, the outline of the spot, and its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.figures import Bounds
from taskforce.web.cases.queries.surroundings import addresses_in
from taskforce.web.frame.background import background
from taskforce.web.frame.edition import latest
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.readings import newest_reading

# Some 400 metres in degrees, at this latitude: the surroundings of a small spot.
_EAST, _NORTH = 0.0064, 0.0036
_CLOSE, _FARTHER = 14, 12
_REPORTED_LAYER = "reported"


def map_of(spot: Spot) -> dict[str, Any] | None:
    """The map of one spot; None where no map has been published."""
    bundle = latest()
    if bundle is None:
        return None
    view = _around(spot)
    return {
        "tiles": background(bundle),
        "bounds": [view.west, view.south, view.east, view.north],
        "addresses": addresses_in(view, bundle),
        "shape": _drawn(spot),
        "outline": bool(_rings(spot)),
        "draws": False,
        "line": False,
        "words": _words(),
    }


def big_map_of(spot: Spot) -> str:
    """The same place on the map for everyone, which shows what is around it."""
    zoom = _FARTHER if spot.is_mobile else _CLOSE
    place = f"#map={zoom}/{spot.latitude:.4f}/{spot.longitude:.4f}"
    if spot.is_mobile:
        return f"{reverse('map')}?layers={_REPORTED_LAYER}{place}"
    reading = newest_reading(spot.kind)
    asked = f"?threshold={reading.threshold.replace('/', '-')}" if reading else ""
    return f"{reverse('map')}{asked}{place}"


def _around(spot: Spot) -> Bounds:
    points = [point for ring in _rings(spot) for point in ring]
    points = points or [[spot.longitude, spot.latitude]]
    east, north = [one[0] for one in points], [one[1] for one in points]
    return Bounds(min(east) - _EAST, min(north) - _NORTH, max(east) + _EAST, max(north) + _NORTH)


def _drawn(spot: Spot) -> dict[str, Any]:
    # The map of the house draws lines and points: an outline is a line that ends where it began.
    rings = _rings(spot)
    if rings:
        return {"type": "MultiLineString", "coordinates": rings}
    return {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}


def _rings(spot: Spot) -> list[list[list[float]]]:
    shape = spot.shape or {}
    parts: Iterable[Any] = shape.get("coordinates", [])
    if shape.get("type") == "Polygon":
        parts = [parts]
    return [ring for part in parts for ring in part] if shape else []


def _words() -> dict[str, str]:
    return {
        "zoomIn": gettext("Zoom in"),
        "zoomOut": gettext("Zoom out"),
        "map": gettext("Map of the place"),
        "failed": gettext("The map could not be shown. The text on the page says the same."),
    }
