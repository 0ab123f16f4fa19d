"""Part 1, core: the door, the parts that are kept, the description, and the collections."""

from __future__ import annotations

from openapi_spec_validator import validate

from tests.web.publication.conformance.service import (
    CRS84,
    SPEC,
    Service,
    has_links,
    links_of,
    requirement,
)


@requirement("/req/core/root-op", "/req/core/root-success")
def door(service: Service) -> None:
    """The door answers and leads to the description, the conformance classes and the data."""
    has_links(service.door, "self", "alternate", "service-desc", "service-doc")
    has_links(service.door, "conformance", "data")
    assert service.get("/ogc/")["Content-Type"] == "application/json"


@requirement("/req/core/api-definition-op", "/req/core/api-definition-success")
def definition(service: Service) -> None:
    """Every link to the description leads to it, in the type that the link says."""
    for rel in ("service-desc", "service-doc"):
        for link in links_of(service.door, rel):
            response = service.get(link["href"])
            assert response.status_code == 200
            assert response["Content-Type"].startswith(link["type"])


@requirement("/req/core/conformance-op", "/req/core/conformance-success")
def conformance(service: Service) -> None:
    """The list of conformance classes names all that are claimed."""
    kept = set(service.conforms_to["conformsTo"])
    first = {f"{SPEC}-1/1.0/conf/{name}" for name in ("core", "geojson", "html", "oas30")}
    assert kept == first | {f"{SPEC}-2/1.0/conf/crs"}


@requirement("/req/core/http")
def http(service: Service) -> None:
    """HTTP 1.1: GET and HEAD are answered, anything else is refused as not allowed."""
    for path in service.description["paths"]:
        if "{" not in path:
            assert service.get(f"/ogc{path}").status_code == 200, path


@requirement("/req/core/query-param-unknown")
def unknown_parameter(service: Service) -> None:
    """A parameter that the description does not know is refused with 400, everywhere."""
    for there in every_address(service):
        refused = service.get(there, colour="blue")
        assert refused.status_code == 400, there
        service.check(refused.json(), "problem")


@requirement("/req/core/query-param-invalid")
def invalid_parameter(service: Service) -> None:
    """A value that the description does not allow is refused with 400."""
    wrong = {"limit": "0", "bbox": "1,2,3", "datetime": "once", "crs": "no", "bbox_crs": "no"}
    for one in service.collections:
        there = service.linked(one, "items", "geo+json")
        for name, value in wrong.items():
            refused = service.get(there, **{"bbox": "11,55,12,56", **{name: value}})
            assert refused.status_code == 400, (there, name)
            service.check(refused.json(), "problem")


@requirement("/req/core/crs84")
def degrees(service: Service) -> None:
    """Unless metres are asked for, all places are degrees east and north (CRS84)."""
    for one, found in service.each_items():
        assert one["storageCrs"] == CRS84
        for feature in found["features"]:
            place = str(feature["geometry"]["coordinates"]).replace("[", "").replace("]", "")
            numbers = [float(number) for number in place.split(",")]
            assert all(7 < east < 16 for east in numbers[::2])
            assert all(54 < north < 58 for north in numbers[1::2])


@requirement("/req/core/fc-md-op", "/req/core/fc-md-success", "/req/core/fc-md-links")
def collections(service: Service) -> None:
    """The list of collections answers, with links to itself and to the same as a page."""
    has_links(service.catalogue, "self", "alternate")


@requirement("/req/core/fc-md-items", "/req/core/fc-md-items-links")
def collections_have_items(service: Service) -> None:
    """Every collection is listed once, with a link to its shapes in each encoding."""
    names = [one["id"] for one in service.collections]
    assert len(names) == len(set(names)) >= 5
    for one in service.collections:
        has_links(one, "items")
        kinds = {link["type"] for link in links_of(one, "items")}
        assert kinds == {"application/geo+json", "text/html"}


@requirement("/req/core/fc-md-extent", "/req/core/fc-md-extent-multi")
def extent(service: Service) -> None:
    """The extent of a collection holds all its shapes and days."""
    for one, found in service.each_items():
        if found["features"]:
            [box] = one["extent"]["spatial"]["bbox"]
            around = ",".join(str(edge) for edge in box)
            assert service.items(one, bbox=around)["numberMatched"] == found["numberMatched"]


@requirement("/req/core/sfc-md-op", "/req/core/sfc-md-success")
def collection(service: Service) -> None:
    """Each collection answers by itself, and says the same as in the list."""
    for one in service.collections:
        assert service.answer(service.linked(one, "self"), "collection") == one


@requirement("/req/oas30/oas-definition-1", "/req/oas30/oas-definition-2")
def openapi(service: Service) -> None:
    """The description is offered as OpenAPI 3.0, of its media type, and is valid."""
    [link] = links_of(service.door, "service-desc")
    response = service.get(link["href"])
    assert response["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0"
    assert response.json()["openapi"].startswith("3.0.")
    validate(response.json())


@requirement("/req/oas30/oas-impl")
def openapi_is_kept(service: Service) -> None:
    """Every address of the description answers, and what is asked there is understood."""
    for there in every_address(service):
        assert service.get(there).status_code == 200, there


@requirement("/req/oas30/completeness", "/req/oas30/exceptions-codes")
def openapi_is_complete(service: Service) -> None:
    """For each address the description names every status, and what each answer looks like."""
    for path in service.description["paths"]:
        told = service.operation(path)["responses"]
        assert set(told) == {"200", "304", "400", "404", "405", "410", "429"}
        for status, response in told.items():
            for kind, content in response.get("content", {}).items():
                assert kind == "text/html" or content["schema"], (path, status)


def every_address(service: Service) -> list[str]:
    """Every address of the description, with a shape that there is."""
    found = ["/ogc/api"]
    for path in service.description["paths"]:
        if "{featureId}" not in path:
            found.append(f"/ogc{path}")
            continue
        [one] = [c for c in service.collections if f"/{c['id']}/" in path]
        name = service.items(one, limit="1")["features"][0]["id"]
        found.append(f"/ogc{path}".replace("{featureId}", name))
    return found
