"""Part 1, core: shapes, a page at a time, in a box, of a day; and each by itself."""

from __future__ import annotations

import shapely

from tests.web.publication.conformance.service import (
    Service,
    has_links,
    links_of,
    names_of,
    requirement,
    shape_of,
)

MOST = 1000


@requirement("/req/core/fc-op", "/req/core/fc-response")
def shapes(service: Service) -> None:
    """Every collection gives its shapes, and pages that follow each other give all of them once."""
    for one, found in service.each_items():
        walked = [feature["id"] for feature in service.whole(one)]
        assert sorted(walked) == sorted(names_of(found))
        assert len(walked) == len(set(walked)) > 0, one["id"]


@requirement("/req/core/fc-limit-definition")
def limit_definition(service: Service) -> None:
    """The description says what `limit` may be."""
    for path in item_paths(service):
        told = service.parameter(path, "limit")
        assert (told["in"], told["required"]) == ("query", False)
        assert (told["style"], told["explode"]) == ("form", False)
        schema = told["schema"]
        assert (schema["type"], schema["minimum"], schema["maximum"]) == ("integer", 1, MOST)
        assert schema["minimum"] <= schema["default"] <= schema["maximum"]


@requirement("/req/core/fc-limit-response-1")
def limit(service: Service) -> None:
    """No more shapes come than were asked for; a limit beyond the most is no error."""
    for one in service.collections:
        assert len(service.items(one, limit="1")["features"]) == 1
        assert len(service.items(one, limit=str(MOST * 10))["features"]) <= MOST


@requirement("/req/core/fc-bbox-definition")
def box_definition(service: Service) -> None:
    """The description says what `bbox` may be."""
    for path in item_paths(service):
        told = service.parameter(path, "bbox")
        assert (told["in"], told["required"]) == ("query", False)
        assert (told["style"], told["explode"]) == ("form", False)
        schema = told["schema"]
        assert (schema["type"], schema["items"]) == ("array", {"type": "number"})
        assert (schema["minItems"], schema["maxItems"]) == (4, 6)


@requirement("/req/core/fc-bbox-response")
def box(service: Service) -> None:
    """A box gives the shapes that meet it, also with heights, and across the line of the date."""
    for one, found in service.each_items():
        # Not the bounds themselves: what touches there depends on the last decimal.
        point = shape_of(found["features"][0]).representative_point()
        west, south, east, north = point.buffer(1e-5).bounds
        asked = shapely.box(west, south, east, north)
        met = [f["id"] for f in found["features"] if shape_of(f).intersects(asked)]
        flat, high = f"{west},{south},{east},{north}", f"{west},{south},0,{east},{north},9"
        assert names_of(service.items(one, bbox=flat)) == met
        assert names_of(service.items(one, bbox=high)) == met
        assert names_of(service.items(one, bbox="170,50,-170,60")) == []
        assert names_of(service.items(one, bbox="1,50,-170,60")) == names_of(found)
        assert names_of(service.items(one, bbox="-180,-90,180,90")) == names_of(found)


@requirement("/req/core/fc-time-definition")
def time_definition(service: Service) -> None:
    """The description says what `datetime` may be."""
    for path in item_paths(service):
        told = service.parameter(path, "datetime")
        assert (told["in"], told["required"], told["schema"]) == (
            *("query", False),
            {"type": "string"},
        )
        assert (told["style"], told["explode"]) == ("form", False)


@requirement("/req/core/fc-time-response")
def time(service: Service) -> None:
    """A moment or an interval gives the shapes of that time, and those without one."""
    for one, found in service.each_items():
        interval = one["extent"].get("temporal", {}).get("interval")
        for asked, meets in times(interval[0][0] if interval else None):
            matched = service.items(one, datetime=asked)["numberMatched"]
            assert matched == (found["numberMatched"] if meets else 0), (one["id"], asked)


@requirement("/req/core/fc-links", "/req/core/fc-rel-type")
def links(service: Service) -> None:
    """A page of shapes links to itself, to the same for readers, and to the next page."""
    for one, whole in service.each_items():
        has_links(whole, "self", "alternate")
        assert not links_of(whole, "next")
        first = service.items(one, limit="1")
        assert bool(links_of(first, "next")) == (whole["numberMatched"] > 1)
        [own] = links_of(first, "self")
        assert service.answer(own["href"], "features") == first
        [page] = links_of(first, "alternate")
        assert service.get(page["href"])["Content-Type"].startswith("text/html")


@requirement("/req/core/fc-timeStamp")
def time_stamp(service: Service) -> None:
    """`timeStamp` is left out, as it may be: the same question gives the same bytes."""
    assert all("timeStamp" not in found for _one, found in service.each_items())


@requirement("/req/core/fc-numberMatched", "/req/core/fc-numberReturned")
def numbers(service: Service) -> None:
    """`numberMatched` counts all shapes that were meant, `numberReturned` those of the page."""
    for one, whole in service.each_items():
        first = service.items(one, limit="2")
        assert first["numberReturned"] == len(first["features"]) <= 2
        assert first["numberMatched"] == whole["numberReturned"]
        none = service.items(one, bbox="0,0,1,1")
        assert (none["numberMatched"], none["numberReturned"], none["features"]) == (0, 0, [])


@requirement("/req/core/f-op", "/req/core/f-success")
def shape(service: Service) -> None:
    """Each shape answers by itself, the same as among the others; one that is not there is 404."""
    for one, found in service.each_items():
        for feature in found["features"][:3]:
            alone = service.item(one, feature["id"])
            assert {name: alone[name] for name in feature} == feature
        gone = service.get(f"{service.linked(one, 'items', 'geo+json')}/nothing")
        assert gone.status_code == 404
        service.check(gone.json(), "problem")


@requirement("/req/core/f-links")
def shape_links(service: Service) -> None:
    """A shape links to itself, to the same for readers, and to its collection."""
    for one, found in service.each_items():
        alone = service.item(one, found["features"][0]["id"])
        has_links(alone, "self", "alternate", "collection")
        assert service.answer(service.linked(alone, "collection"), "collection") == one


def times(day: str | None) -> list[tuple[str, bool]]:
    """What can be asked of a time, and whether shapes of that day are meant."""
    if day is None:
        return [("2001-01-01", True), ("../2001-01-01", True)]
    year = int(day[:4])
    return [
        (day, True),
        (day[:10], True),
        (f"{year}-01-01T00:00:00Z/{year + 1}-01-01T00:00:00Z", True),
        *((f"{year}-01-01/{end}", True) for end in ("..", "")),
        *((f"{begin}/{year}-01-01", False) for begin in ("..", "")),
        *((f"{begin}/{year + 1}-01-01", True) for begin in ("..", "")),
        (f"{year + 1}-01-01", False),
    ]


def item_paths(service: Service) -> list[str]:
    """The addresses of shapes in the description."""
    return [path for path in service.description["paths"] if path.endswith("/items")]
