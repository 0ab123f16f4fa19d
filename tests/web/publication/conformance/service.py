"""The service as a stranger's program sees it: it begins at the door and follows links."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import shapely
from django.http import HttpResponse
from django.test import Client
from openapi_schema_validator import OAS30Validator

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
METRES = "http://www.opengis.net/def/crs/EPSG/0/25832"
SPEC = "http://www.opengis.net/spec/ogcapi-features"
Answer = dict[str, Any]


class Service:
    """The service, asked by a program. Every answer is held against its schema on the way."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.description = self.get("/ogc/api").json()
        self.door = self.answer("/ogc/", "landing")
        self.conforms_to = self.answer(self.linked(self.door, "conformance"), "conformance")
        self.catalogue = self.answer(self.linked(self.door, "data"), "collections")
        self.collections: list[Answer] = self.catalogue["collections"]

    def get(self, there: str, **asked: str) -> HttpResponse:
        """Ask as a program does; names of parameters have a hyphen instead of an underscore."""
        named = {name.replace("_", "-"): value for name, value in asked.items()}
        return self._client.get(there, named or None)

    def get_as(self, there: str, accept: str) -> HttpResponse:
        """Ask for a form of the answer by the header that is made for it."""
        return self._client.get(there, headers={"Accept": accept})

    def answer(self, there: str, schema: str, **asked: str) -> Answer:
        """An answer, which must be one, and of that schema."""
        response = self.get(there, **asked)
        assert response.status_code == 200, (there, asked, response.content[:300])
        told: Answer = response.json()
        self.check(told, schema)
        return told

    def check(self, told: Answer, schema: str) -> None:
        """Hold an answer against a schema of the description."""
        self.check_as(told, {"$ref": f"#/components/schemas/{schema}"})

    def check_as(self, told: Answer, schema: Answer) -> None:
        """Hold an answer against a schema that may refer to others of the description."""
        OAS30Validator({**schema, "components": self.description["components"]}).validate(told)

    def items(self, collection: Answer, **asked: str) -> Answer:
        """Shapes of a collection."""
        return self.answer(self.linked(collection, "items", "geo+json"), "features", **asked)

    def item(self, collection: Answer, name: str, **asked: str) -> Answer:
        """One shape of a collection."""
        there = self.linked(collection, "items", "geo+json")
        return self.answer(f"{there}/{name}", "feature", **asked)

    def whole(self, collection: Answer, **asked: str) -> list[Answer]:
        """All shapes of a collection, page after page."""
        page = self.items(collection, limit="4", **asked)
        found = list(page["features"])
        while following := links_of(page, "next"):
            page = self.answer(following[0]["href"], "features")
            found += page["features"]
        return found

    def linked(self, answer: Answer, rel: str, kind: str = "json") -> str:
        """Where a link of an answer leads."""
        return next(one["href"] for one in links_of(answer, rel) if kind in one["type"])

    def operation(self, path: str) -> Answer:
        """What the description says of asking there."""
        told: Answer = self.description["paths"][path]["get"]
        return told

    def parameter(self, path: str, name: str) -> Answer:
        """What the description says of a parameter there."""
        shared = self.description["components"]["parameters"]
        every = (
            shared[one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one
            for one in self.operation(path)["parameters"]
        )
        return next(one for one in every if one["name"] == name)

    def each_items(self) -> Iterator[tuple[Answer, Answer]]:
        """Each collection with its shapes."""
        for one in self.collections:
            yield one, self.items(one, limit="1000")


def links_of(answer: Answer, rel: str) -> list[Answer]:
    """The links of an answer in that relation."""
    return [one for one in answer["links"] if one["rel"] == rel]


def has_links(answer: Answer, *rels: str) -> None:
    """The links that an answer must have; and each must say in which relation, and of what type."""
    assert set(rels) <= {one["rel"] for one in answer["links"]}, answer["links"]
    assert all(one["rel"] and one["type"] and one["href"] for one in answer["links"])


def shape_of(feature: Answer) -> shapely.Geometry:
    """The shape as one that can be reckoned with."""
    return shapely.from_geojson(json.dumps(feature["geometry"]))


def names_of(answer: Answer) -> list[str]:
    """The names of the shapes of an answer."""
    return [one["id"] for one in answer["features"]]


Check = Callable[[Service], None]
REQUIREMENTS: dict[str, Check] = {}


def requirement(*names: str) -> Callable[[Check], Check]:
    """Mark a check as that of one or several requirements of the standard."""

    def marked(check: Check) -> Check:
        for name in names:
            assert name not in REQUIREMENTS, name
            REQUIREMENTS[name] = check
        return check

    return marked
