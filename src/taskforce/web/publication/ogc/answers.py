"""The documents that lead a map program from the door to the shapes, each with its links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.shape_rows import Page, Row
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.publication.ogc.asking import Question
from taskforce.web.publication.ogc.collections import Collection
from taskforce.web.publication.ogc.crs import Crs
from taskforce.web.publication.ogc.features import features
from taskforce.web.publication.ogc.sources import Opened
from taskforce.web.publication.openness.cursors import Place, next_page

JSON, HTML, GEOJSON = "application/json", "text/html", "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
_SPEC = "http://www.opengis.net/spec"
CONFORMS_TO = (
    *(f"{_SPEC}/ogcapi-features-1/1.0/conf/{one}" for one in ("core", "geojson", "html", "oas30")),
    f"{_SPEC}/ogcapi-features-2/1.0/conf/crs",
)
Answer = dict[str, Any]


def landing(request: HttpRequest) -> Answer:
    """The door."""
    there = [
        link(request, "ogc-api", rel="service-desc", kind=OPENAPI, title="OpenAPI 3.0"),
        link(request, "developers", rel="service-doc", kind=HTML, title=gettext("For developers")),
        link(request, "ogc-conformance", rel="conformance", title=gettext("Parts of the standard")),
        link(request, "ogc-collections", rel="data", title=gettext("What can be drawn")),
    ]
    title = gettext("Digital Taskforce: open geodata")
    told = gettext("Who lacks proper internet, drawn on the map.")
    return {"title": title, "description": told, "links": [*ways(request), *there]}


def conformance(request: HttpRequest) -> Answer:
    """The parts of the standard that are kept."""
    return {"conformsTo": list(CONFORMS_TO), "links": ways(request)}


def about(request: HttpRequest, one: Collection, opened: Opened) -> Answer:
    """One collection: its words, its place and day, and where its shapes are."""
    here = {"name": one.name}
    there = [
        link(request, "ogc-collection", here, rel="self", title=spoken(one.title)),
        link(request, "ogc-items", here, rel="items", kind=GEOJSON, title="GeoJSON"),
        link(request, "ogc-items", here, rel="items", kind=HTML, title=gettext("Table")),
    ]
    return {
        "id": one.name,
        "title": spoken(one.title),
        "description": spoken(one.description),
        "extent": _extent(opened),
        "itemType": "feature",
        "crs": [crs.value for crs in Crs],
        "storageCrs": Crs.DEGREES.value,
        "links": there,
    }


def collections(request: HttpRequest, every: Sequence[Answer]) -> Answer:
    """All collections."""
    return {"links": ways(request), "collections": list(every)}


def items(request: HttpRequest, asked: Question, opened: Opened, page: Page) -> Answer:
    """Some shapes of a collection, and the way to the next ones."""
    links = ways(request, GEOJSON)
    if page.more:
        there = next_page(request, Place(opened.edition, page.rows[-1].place))
        links.append({"href": there, "rel": "next", "type": GEOJSON})
    return {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(page.rows),
        "features": features(page.rows, asked.crs),
        "links": links,
    }


def item(request: HttpRequest, one: Collection, row: Row, crs: Crs) -> Answer:
    """One shape."""
    [feature] = features([row], crs)
    back = link(request, "ogc-collection", {"name": one.name}, rel="collection")
    return {**feature, "links": [*ways(request, GEOJSON), back]}


def ways(request: HttpRequest, kind: str = JSON) -> list[dict[str, str]]:
    """The address of this very answer, and of the same for readers."""
    asked = {k: v for k, v in request.GET.items() if k != "f"}
    page = f"{request.path}?{urlencode({**asked, 'f': 'html'})}"
    here = f"{request.path}?{urlencode(asked)}" if asked else request.path
    return [
        {"href": request.build_absolute_uri(here), "rel": "self", "type": kind},
        {"href": request.build_absolute_uri(page), "rel": "alternate", "type": HTML},
    ]


def link(
    request: HttpRequest,
    name: str,
    where: dict[str, str] | None = None,
    *,
    rel: str,
    kind: str = JSON,
    title: str = "",
) -> dict[str, str]:
    """A link of the standard to an address of ours; of several kinds, that of pages is named."""
    path = reverse(name, kwargs=where) + ("?f=html" if kind == HTML and where else "")
    told = {"href": request.build_absolute_uri(path), "rel": rel, "type": kind}
    return {**told, "title": title} if title else told


def _extent(opened: Opened) -> Answer:
    bounds, day = opened.source.bounds(), opened.as_of
    extent: Answer = {}
    if bounds is not None:
        extent["spatial"] = {"bbox": [list(bounds)], "crs": Crs.DEGREES.value}
    if day is not None:
        moment = f"{day.isoformat()}T00:00:00Z"
        extent["temporal"] = {"interval": [[moment, moment]]}
    return extent
