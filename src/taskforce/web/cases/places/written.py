"""Read a list of coordinates that somebody has typed or pasted, one place on each line."""

from __future__ import annotations

import re

import numpy as np
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, to_lonlat
from taskforce.web.cases.places.shape import (
    MOST_POSITIONS,
    Position,
    Shape,
    in_denmark,
    of_lines,
    point,
    sound,
)

_BETWEEN = re.compile(r"[;\t ]+|,\s+")
_NUMBER = re.compile(r"-?\d{1,10}([.,]\d{1,12})?")


def from_text(text: str) -> Shape:
    """One place is a point, several are a line; an empty line begins the next line.

    Degrees (longitude, latitude) and metres on the Danish grid (easting, northing; EPSG:25832)
    are told apart by their size, and decimals may be written with a comma.

    Raises
    ------
    ValidationError
        A line cannot be read; names its number and what stands there.
    """
    parts: list[list[Position]] = [[]]
    count = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            parts.append([])
            continue
        count += 1
        if count > MOST_POSITIONS:
            raise ValidationError(_("The list is longer than 5,000 places. Divide it."))
        parts[-1].append(_place(line.strip(), number))
    lines = [part for part in parts if part]
    if not lines:
        raise ValidationError(_("There are no coordinates here."))
    if count == 1:
        return sound(point(lines[0][0]))
    return sound(of_lines(lines))


def as_text(shape: Shape | None) -> str:
    """The same shape as a list that can be mended by hand."""
    if shape is None:
        return ""
    if shape["type"] == "Point":
        return _written(shape["coordinates"])
    lines = [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]
    return "\n\n".join("\n".join(_written(one) for one in line) for line in lines)


def _written(position: list[float]) -> str:
    return f"{position[0]:.6f} {position[1]:.6f}"


def _place(line: str, number: int) -> Position:
    pieces = [piece for piece in _BETWEEN.split(line) if piece]
    if len(pieces) == 1 and line.count(",") == 1:
        pieces = line.split(",")
    if len(pieces) not in (2, 3) or not all(_NUMBER.fullmatch(one) for one in pieces):
        raise ValidationError(
            _(
                "Line %(number)s: “%(text)s” is not two numbers. Write longitude and latitude, or "
                "easting and northing, with a space between."
            ),
            params={"number": number, "text": line[:40]},
        )
    first, second = (float(one.replace(",", ".")) for one in pieces[:2])
    if in_denmark(first, second):
        return first, second
    if _on_grid(first, second):
        longitude, latitude = to_lonlat(np.array([first]), np.array([second]))
        return float(longitude[0]), float(latitude[0])
    raise ValidationError(_outside(first, second), params={"number": number, "text": line[:40]})


def _on_grid(easting: float, northing: float) -> bool:
    box = DENMARK_BOUNDS
    return box.west_m <= easting <= box.east_m and box.south_m <= northing <= box.north_m


def _outside(first: float, second: float) -> str:
    if in_denmark(second, first) or _on_grid(second, first):
        return _(
            "Line %(number)s: “%(text)s” has its numbers the wrong way round. Write the longitude, "
            "or the easting, first."
        )
    return _("Line %(number)s: “%(text)s” lies outside Denmark.")
