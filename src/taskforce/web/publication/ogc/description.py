"""Describes the service for programs: every address, and what can be asked there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taskforce.web.publication.ogc.answer_schemas import SCHEMAS, of_feature, of_features, ref
from taskforce.web.publication.ogc.asking import FORMATS, MOST, USUAL
from taskforce.web.publication.ogc.collections import Collection
from taskforce.web.publication.ogc.crs import Crs
from taskforce.web.publication.openness.problems import CONTENT_TYPE

Described = dict[str, Any]
_REFUSALS = {
    "400": "A part of the question is not known or cannot be read.",
    "404": "There is no such thing.",
    "405": "Only GET and HEAD are answered.",
    "410": "The edition that a page belongs to is no longer kept.",
    "429": "Too many questions in a minute; Retry-After tells how many seconds to wait.",
}


def description(server: str, columns: Mapping[Collection, Mapping[str, str]]) -> Described:
    """The description.

    Parameters
    ----------
    server
        The whole address of the door.
    columns
        For each collection the type of each column.

    References
    ----------
    OpenAPI 3.0.3.
    """
    paths: Described = {
        "/": _path("landing", "The door", "landing"),
        "/conformance": _path(
            "conformance", "The parts of the standard that are kept", "conformance"
        ),
        "/collections": _path("collections", "All collections", "collections"),
    }
    for collection, types in columns.items():
        there = f"/collections/{collection.name}"
        name = collection.name.replace("-", "_")
        paths[there] = _path(f"about_{name}", collection.title.en, "collection")
        paths[f"{there}/items"] = _items(name, collection, types)
        paths[f"{there}/items/{{featureId}}"] = _item(name, collection, types)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Digital Taskforce: OGC API – Features",
            "version": "1.0.0",
            "description": "The shapes of the open figures. Null is unknown or withheld, never 0.",
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"parameters": _PARAMETERS, "schemas": SCHEMAS},
    }


def _path(name: str, summary: str, kind: str) -> Described:
    content = {"application/json": {"schema": ref(kind)}, "text/html": {}}
    return {"get": _operation(name, summary, content, [_shared("f")])}


def _items(name: str, collection: Collection, types: Mapping[str, str]) -> Described:
    shared = ("f", "limit", "bbox", "bbox-crs", "crs", "datetime", "cursor", "edition")
    facts = [
        {
            "name": column,
            "in": "query",
            "required": False,
            "description": f"Only those whose {column} is this.",
            "schema": {"type": kind},
        }
        for column, kind in types.items()
    ]
    content = {"application/geo+json": {"schema": of_features(types)}, "text/html": {}}
    summary = f"{collection.title.en}: shapes"
    asked = [*map(_shared, shared), *facts]
    return {"get": _operation(f"items_{name}", summary, content, asked)}


def _item(name: str, collection: Collection, types: Mapping[str, str]) -> Described:
    there = {"name": "featureId", "in": "path", "required": True, "schema": {"type": "string"}}
    content = {"application/geo+json": {"schema": of_feature(types)}, "text/html": {}}
    summary = f"{collection.title.en}: one shape"
    return {
        "get": _operation(f"item_{name}", summary, content, [there, _shared("f"), _shared("crs")])
    }


def _operation(name: str, summary: str, content: Described, asked: list[Described]) -> Described:
    refused = {"schema": ref("problem")}
    refusals = {
        status: {"description": said, "content": {CONTENT_TYPE: refused}}
        for status, said in _REFUSALS.items()
    }
    return {
        "operationId": name,
        "summary": summary,
        "parameters": asked,
        "responses": {
            "200": {"description": summary, "content": content},
            "304": {"description": "Unchanged since the asker fetched it."},
            **refusals,
        },
    }


def _shared(name: str) -> Described:
    return {"$ref": f"#/components/parameters/{name}"}


def _parameter(name: str, said: str, schema: Described, **more: Any) -> Described:
    told = {"name": name, "in": "query", "required": False, "description": said}
    return {**told, "schema": schema, **more}


_SYSTEMS = {
    "type": "string",
    "format": "uri",
    "enum": [crs.value for crs in Crs],
    "default": Crs.DEGREES.value,
}
_NUMBERS = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
_PARAMETERS = {
    "f": _parameter("f", "JSON or a page.", {"type": "string", "enum": list(FORMATS)}),
    "limit": _parameter(
        "limit",
        "Shapes in a page.",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
        style="form",
        explode=False,
    ),
    "bbox": _parameter(
        "bbox", "Only shapes that meet this box.", _NUMBERS, style="form", explode=False
    ),
    "bbox-crs": _parameter(
        "bbox-crs", "The system of the box.", _SYSTEMS, style="form", explode=False
    ),
    "crs": _parameter("crs", "The system of the answer.", _SYSTEMS, style="form", explode=False),
    "datetime": _parameter(
        "datetime",
        "A day or an interval, such as 2025-01-01/.. (RFC 3339).",
        {"type": "string"},
        style="form",
        explode=False,
    ),
    "cursor": _parameter("cursor", "From the link to the next page.", {"type": "string"}),
    "edition": _parameter("edition", "A named edition of the figures.", {"type": "string"}),
}
