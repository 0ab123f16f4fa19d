"""A point or a line on the map, checked before it is believed: kind, size, and where it lies."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import shapely
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.vocabulary.coordinates import to_metric

Shape = dict[str, Any]
Position = tuple[float, float]
# Longitude and latitude of Denmark with Bornholm and the sea around it.
WEST, SOUTH, EAST, NORTH = 7.5, 54.3, 15.6, 58.0
MOST_POSITIONS = 5000
_DECIMALS = 7
_DEPTH = {"Point": 0, "LineString": 1, "MultiLineString": 2}
_SHORTEST_LINE = 2


def check_shape(shape: object) -> None:
    """Refuse what is no point and no line in Denmark."""
    if shape is not None:
        sound(shape)


def sound(shape: object) -> Shape:
    """The same shape with plain numbers, seven decimals and nothing else.

    Raises
    ------
    ValidationError
        It is of another kind, too large, or outside Denmark.
    """
    kind = shape.get("type") if isinstance(shape, dict) else None
    if not isinstance(shape, dict) or kind not in _DEPTH:
        raise ValidationError(
            _("Give a point or a line; areas and other shapes are not used here.")
        )
    lines = _lines(shape.get("coordinates"), _DEPTH[kind])
    if sum(len(line) for line in lines) > MOST_POSITIONS:
        raise ValidationError(_too_long())
    clean = [[_position(one) for one in line] for line in lines]
    if kind == "Point":
        return point(clean[0][0])
    return of_lines(clean)


def point(position: Position) -> Shape:
    """A point as GeoJSON."""
    return {"type": "Point", "coordinates": list(position)}


def of_lines(lines: list[list[Position]]) -> Shape:
    """One line, or several as one shape."""
    if not lines or any(len(line) < _SHORTEST_LINE for line in lines):
        raise ValidationError(_("A line needs at least two points."))
    drawn = [[list(one) for one in line] for line in lines]
    if len(drawn) == 1:
        return {"type": "LineString", "coordinates": drawn[0]}
    return {"type": "MultiLineString", "coordinates": drawn}


def positions(shape: Shape) -> list[Position]:
    """Every position of a sound shape."""
    lines = _lines(shape["coordinates"], _DEPTH[shape["type"]])
    return [(one[0], one[1]) for line in lines for one in line]


def length_m(shape: Shape | None) -> float | None:
    """How long a line is on the Danish grid; None for a point."""
    if shape is None or shape["type"] == "Point":
        return None
    drawn = shapely.from_geojson(json.dumps(shape))
    moved = shapely.transform(drawn, lambda xy: np.column_stack(to_metric(xy[:, 0], xy[:, 1])))
    return float(moved.length)


def middle(shape: Shape) -> Position:
    """A position by which the municipality of the whole is known."""
    every = positions(shape)
    return every[len(every) // 2]


def in_denmark(longitude: float, latitude: float) -> bool:
    """Whether two numbers can be a place of ours; no for anything that is not a number."""
    return WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH


def _lines(coordinates: object, depth: int) -> list[list[Any]]:
    """The positions as lines, whatever the kind."""
    if depth == 0:
        return [[coordinates]]
    if not isinstance(coordinates, list | tuple) or not coordinates:
        raise ValidationError(_("A line needs at least two points."))
    if depth == 1:
        return [list(coordinates)]
    return [line for part in coordinates for line in _lines(part, 1)]


def _position(given: object) -> Position:
    numbers = list(given) if isinstance(given, list | tuple) else []
    if len(numbers) not in (2, 3) or not all(_is_number(one) for one in numbers):
        raise ValidationError(_("A place is two numbers: longitude and latitude."))
    longitude, latitude = float(numbers[0]), float(numbers[1])
    if not in_denmark(longitude, latitude):
        raise ValidationError(
            _("%(longitude)s, %(latitude)s lies outside Denmark. Write the longitude first."),
            params={"longitude": f"{longitude:.6g}", "latitude": f"{latitude:.6g}"},
        )
    return round(longitude, _DECIMALS), round(latitude, _DECIMALS)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _too_long() -> str:
    return _("The line has more than 5,000 points. Simplify it, or upload one part at a time.")
