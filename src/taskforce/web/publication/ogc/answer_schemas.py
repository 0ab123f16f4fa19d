"""What every answer of the service looks like, as the standard has it, for its description."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taskforce.web.publication.ogc.crs import Crs

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_ADDRESS: Schema = {"type": "string", "format": "uri"}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def ref(name: str) -> Schema:
    """A schema of this module, where it is used."""
    return {"$ref": f"#/components/schemas/{name}"}


def of_features(columns: Mapping[str, str]) -> Schema:
    """Several shapes of a collection with these columns."""
    told = {"features": {"type": "array", "items": of_feature(columns)}}
    return {"allOf": [ref("features"), {"type": "object", "properties": told}]}


def of_feature(columns: Mapping[str, str]) -> Schema:
    """One shape of a collection with these columns; a column may be unknown."""
    facts = {name: {"type": kind, "nullable": True} for name, kind in columns.items()}
    told = {"properties": {"type": "object", "properties": facts}}
    return {"allOf": [ref("feature"), {"type": "object", "properties": told}]}


def _object(needed: tuple[str, ...], **properties: Schema) -> Schema:
    told: Schema = {"type": "object", "properties": properties}
    return told | ({"required": list(needed)} if needed else {})


def _list(items: Schema, least: int = 0, most: int | None = None) -> Schema:
    told: Schema = {"type": "array", "items": items}
    told |= {"minItems": least} if least else {}
    return told | ({"maxItems": most} if most else {})


def _one_of(*values: str) -> Schema:
    return {"type": "string", "enum": list(values)}


_PLACE = _list({"type": "number"}, 2, 2)
_LINE, _RING = _list(_PLACE, 2), _list(_PLACE, 4)
_SHAPES = {
    "Point": _PLACE,
    "MultiPoint": _list(_PLACE),
    "LineString": _LINE,
    "MultiLineString": _list(_LINE),
    "Polygon": _list(_RING, 1),
    "MultiPolygon": _list(_list(_RING, 1)),
}
_LINKS = _list(ref("link"))
_EXTENT = _object(
    (),
    spatial=_object(
        ("bbox",),
        bbox=_list(_list({"type": "number"}, 4, 4), 1),
        crs=_one_of(Crs.DEGREES.value),
    ),
    temporal=_object(
        ("interval",),
        interval=_list(_list({"type": "string", "format": "date-time"}, 2, 2), 1),
    ),
)
_COLLECTION = _object(
    ("id", "links"),
    id=_TEXT,
    title=_TEXT,
    description=_TEXT,
    links=_LINKS,
    extent=_EXTENT,
    itemType=_one_of("feature"),
    crs=_list(_one_of(*(one.value for one in Crs)), 1),
    storageCrs=_one_of(*(one.value for one in Crs)),
)
_FEATURE = _object(
    ("type", "id", "geometry", "properties"),
    type=_one_of("Feature"),
    id=_TEXT,
    geometry=ref("geometry"),
    properties={"type": "object"},
    links=_LINKS,
)
_FEATURES = _object(
    ("type", "features", "links", "numberMatched", "numberReturned"),
    type=_one_of("FeatureCollection"),
    features=_list(ref("feature")),
    links=_LINKS,
    numberMatched=_COUNT,
    numberReturned=_COUNT,
)
_LINK = _object(("href", "rel", "type"), href=_ADDRESS, rel=_TEXT, type=_TEXT, title=_TEXT)
_PROBLEM = _object(
    ("type", "title", "status", "detail"),
    type=_ADDRESS,
    title=_TEXT,
    status={"type": "integer", "minimum": 400, "maximum": 599},
    detail=_TEXT,
    instance=_TEXT,
    remedy=_TEXT,
)
SCHEMAS: Schema = {
    "link": _LINK,
    "landing": _object(("links",), title=_TEXT, description=_TEXT, links=_LINKS),
    "conformance": _object(("conformsTo",), conformsTo=_list(_ADDRESS, 1), links=_LINKS),
    "collection": _COLLECTION,
    "collections": _object(
        ("links", "collections"), links=_LINKS, collections=_list(ref("collection"))
    ),
    "geometry": {
        "oneOf": [
            _object(("type", "coordinates"), type=_one_of(kind), coordinates=places)
            for kind, places in _SHAPES.items()
        ]
    },
    "feature": _FEATURE,
    "features": _FEATURES,
    "problem": _PROBLEM,
}
