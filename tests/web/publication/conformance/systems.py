"""Part 2: coordinates in degrees or in metres on the Danish grid."""

from __future__ import annotations

import re

import numpy as np
import shapely

from taskforce.report.shapes import metric
from tests.web.publication.conformance.core_items import item_paths
from tests.web.publication.conformance.service import (
    CRS84,
    METRES,
    Service,
    names_of,
    requirement,
    shape_of,
)

_OGC = re.compile(r"http://www\.opengis\.net/def/crs/(OGC|EPSG)/[\w.]+/\w+")
SYSTEMS = (CRS84, METRES)


@requirement("/req/crs/crs-uri", "/req/crs/fc-md-crs-list-A", "/req/crs/fc-md-storageCrs")
def addresses_of_systems(service: Service) -> None:
    """Each collection lists its systems by their addresses at OGC."""
    for one in service.collections:
        assert all(_OGC.fullmatch(crs) for crs in (*one["crs"], one["storageCrs"]))


@requirement("/req/crs/fc-md-crs-list-B", "/req/crs/fc-md-storageCrs-valid-value")
def default_system(service: Service) -> None:
    """Each collection offers the default system, and the one that it is stored in."""
    for one in service.collections:
        assert one["crs"] == list(SYSTEMS)
        assert one["storageCrs"] in one["crs"]


@requirement("/req/crs/fc-crs-definition", "/req/crs/fc-bbox-crs-definition")
def system_definitions(service: Service) -> None:
    """The description says what `crs` and `bbox-crs` may be."""
    for path in item_paths(service):
        for name in ("crs", "bbox-crs"):
            told = service.parameter(path, name)
            assert (told["in"], told["required"]) == ("query", False)
            assert (told["style"], told["explode"]) == ("form", False)
            assert (told["schema"]["type"], told["schema"]["format"]) == ("string", "uri")
            assert told["schema"]["enum"] == list(SYSTEMS)


@requirement(
    "/req/crs/fc-crs-valid-value", "/req/crs/ogc-crs-header", "/req/crs/ogc-crs-header-value"
)
def system_header(service: Service) -> None:
    """Every answer with shapes names its system in the header Content-Crs."""
    for one in service.collections:
        there = service.linked(one, "items", "geo+json")
        name = names_of(service.items(one, limit="1"))[0]
        for crs in SYSTEMS:
            for asked in (there, f"{there}/{name}"):
                response = service.get(asked, crs=crs)
                assert (response.status_code, response["Content-Crs"]) == (200, f"<{crs}>")


@requirement("/req/crs/fc-crs-default-value")
def default_answer(service: Service) -> None:
    """Without `crs` the answer is in CRS84."""
    for one in service.collections:
        there = service.linked(one, "items", "geo+json")
        plain, named = service.get(there), service.get(there, crs=CRS84)
        assert plain["Content-Crs"] == f"<{CRS84}>"
        assert plain.json()["features"] == named.json()["features"]


@requirement("/req/crs/fc-crs-action")
def transformed(service: Service) -> None:
    """The same shapes come in metres, each within half a metre of where it is in degrees."""
    for one, degrees in service.each_items():
        metres = service.items(one, limit="1000", crs=METRES)
        assert names_of(metres) == names_of(degrees)
        moved = metric(np.array([shape_of(f) for f in degrees["features"]], dtype=object))
        for feature, expected in zip(metres["features"], moved, strict=True):
            assert shapely.hausdorff_distance(shape_of(feature), expected) < 0.5
        alone = service.item(one, names_of(degrees)[0], crs=METRES)
        assert alone["geometry"] == metres["features"][0]["geometry"]


@requirement("/req/crs/fc-bbox-crs-valid-value", "/req/crs/fc-bbox-crs-action")
def box_in_metres(service: Service) -> None:
    """A box in metres gives the same shapes as the same box in degrees."""
    for one, found in service.each_items():
        for feature in found["features"][:3]:
            point = shape_of(feature).representative_point()
            [moved] = metric(np.array([point], dtype=object))
            degrees = service.items(one, bbox=_around(point, 1e-5))
            metres = service.items(one, bbox=_around(moved, 1), bbox_crs=METRES)
            assert feature["id"] in names_of(degrees)
            assert names_of(metres) == names_of(degrees)


@requirement("/req/crs/fc-bbox-crs-valid-defaultValue")
def box_in_degrees(service: Service) -> None:
    """Without `bbox-crs` a box is in CRS84."""
    for one in service.collections:
        plain = service.items(one, bbox="11.2,55.2,11.8,55.6")
        named = service.items(one, bbox="11.2,55.2,11.8,55.6", bbox_crs=CRS84)
        assert names_of(plain) == names_of(named)


@requirement("/req/crs/crs-exception", "/req/crs/bbox-crs-exception")
def unknown_system(service: Service) -> None:
    """A system that is not offered is refused with 400."""
    for one in service.collections:
        there = service.linked(one, "items", "geo+json")
        name = names_of(service.items(one, limit="1"))[0]
        wrong = "http://www.opengis.net/def/crs/EPSG/0/4326"
        assert service.get(there, crs=wrong).status_code == 400
        assert service.get(f"{there}/{name}", crs=wrong).status_code == 400
        assert service.get(there, bbox="1,2,3,4", bbox_crs=wrong).status_code == 400


def _around(point: shapely.Point, far: float) -> str:
    return f"{point.x - far},{point.y - far},{point.x + far},{point.y + far}"
