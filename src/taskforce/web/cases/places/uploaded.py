"""Read a place from an uploaded file: GeoJSON, GeoPackage, or a list of coordinates as text."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from taskforce.web.cases.places.geopackage import from_geopackage
from taskforce.web.cases.places.shape import MOST_POSITIONS, Shape, of_lines, positions, sound
from taskforce.web.cases.places.written import from_text

LARGEST = 5_000_000
ENDINGS = (".geojson", ".json", ".gpkg", ".txt", ".csv")
ACCEPT = ",".join(ENDINGS)
# What a GeoPackage's header says, in all its versions.
_MAGIC, _ID_AT, _IDS = b"SQLite format 3\x00", slice(68, 72), (b"GPKG", b"GP10", b"GP11")
_DEEPEST = 64


def from_file(upload: File[bytes]) -> Shape:
    """The place in a file, whatever its format.

    Raises
    ------
    ValidationError
        It is too large, of another format, or holds no single point and no lines.
    """
    ending = Path(upload.name or "").suffix.lower()
    if ending not in ENDINGS:
        raise ValidationError(_("Choose a GeoJSON or GeoPackage file, or a text with coordinates."))
    if (upload.size or 0) > LARGEST:
        raise ValidationError(_("The file is larger than 5 MB. Take out what is not the place."))
    content = upload.read()
    if ending == ".gpkg":
        return _from_geopackage(content)
    text = _decoded(content)
    return from_geojson(text) if ending in (".geojson", ".json") else from_text(text)


def from_geojson(text: str) -> Shape:
    """The place in a GeoJSON text: a geometry, a feature, or a collection of features."""
    try:
        told = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ValidationError(
            _("The file is no GeoJSON: line %(line)s, sign %(column)s cannot be read."),
            params={"line": error.lineno, "column": error.colno},
        ) from None
    except (ValueError, RecursionError):
        raise ValidationError(_("The file is no GeoJSON.")) from None
    return together(_geometries(told, 0))


def together(shapes: list[Any]) -> Shape:
    """One point stays a point; lines become one shape; nothing else is taken."""
    if not shapes:
        raise ValidationError(_("There is no point and no line in the file."))
    if len(shapes) > MOST_POSITIONS:
        raise ValidationError(
            _("There are more than 5,000 things in the file. Choose one of them.")
        )
    checked = [sound(one) for one in shapes]
    if len(checked) == 1:
        return checked[0]
    if any(one["type"] == "Point" for one in checked):
        raise ValidationError(
            _("There are several points in the file. Upload one point, or a line.")
        )
    lines = [line for one in checked for line in _lines(one)]
    joined = of_lines(lines)
    if len(positions(joined)) > MOST_POSITIONS:
        raise ValidationError(
            _("The line has more than 5,000 points. Simplify it, or upload one part at a time.")
        )
    return joined


def _geometries(told: object, depth: int) -> list[Any]:
    if not isinstance(told, dict) or depth > _DEEPEST:
        raise ValidationError(_("The file is no GeoJSON."))
    if told.get("type") == "Feature":
        return [told.get("geometry")]
    inner = {"FeatureCollection": "features", "GeometryCollection": "geometries"}
    held = told.get(inner.get(str(told.get("type")), ""))
    if isinstance(held, list):
        return [shape for one in held for shape in _geometries(one, depth + 1)]
    return [told]


def _lines(shape: Shape) -> list[Any]:
    told = shape["coordinates"]
    return [told] if shape["type"] == "LineString" else list(told)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(_("The file is not a text in UTF-8. Save it as UTF-8.")) from None


def _no_number(word: str) -> float:
    raise ValueError(word)


def _from_geopackage(content: bytes) -> Shape:
    if not content.startswith(_MAGIC) or content[_ID_AT] not in _IDS:
        raise ValidationError(_("The file is no GeoPackage."))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "place.gpkg"
        path.write_bytes(content)
        return together(from_geopackage(path))
