"""Part 1, HTML and GeoJSON: the same answers for readers and for maps."""

from __future__ import annotations

from html.parser import HTMLParser

import shapely

from tests.web.publication.conformance.core_documents import every_address
from tests.web.publication.conformance.service import (
    METRES,
    Answer,
    Service,
    links_of,
    requirement,
    shape_of,
)

_A_BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


@requirement("/req/geojson/definition")
def geojson(service: Service) -> None:
    """Shapes are offered as GeoJSON, of its media type, with the columns that are described."""
    for path in service.description["paths"]:
        told = service.operation(path)["responses"]["200"]["content"]
        if "application/geo+json" in told and "{" not in path:
            response = service.get(f"/ogc{path}")
            assert response["Content-Type"] == "application/geo+json"
            service.check_as(response.json(), told["application/geo+json"]["schema"])


@requirement("/req/geojson/content")
def geojson_rules(service: Service) -> None:
    """RFC 7946: valid shapes, outer rims against the clock, no crs, no more than two numbers."""
    for one, found in service.each_items():
        assert "crs" not in found
        alone = service.item(one, found["features"][0]["id"])
        for feature in (alone, *found["features"]):
            shape = shape_of(feature)
            assert shape.is_valid
            assert not shape.is_empty
            assert not shape.has_z
            for part in shapely.get_parts(shape):
                assert part.geom_type == "Point" or part.exterior.is_ccw
                assert part.geom_type == "Point" or not any(r.is_ccw for r in part.interiors)


@requirement("/req/html/definition")
def html(service: Service) -> None:
    """Every answer but the description is offered as a page too."""
    for there in every_address(service)[1:]:
        for response in (service.get(there, f="html"), service.get_as(there, _A_BROWSER)):
            assert response["Content-Type"].startswith("text/html"), there


@requirement("/req/html/content")
def html_content(service: Service) -> None:
    """The page says what the answer says, and has its links; a shape itself stands behind one."""
    for there in every_address(service)[1:]:
        told = service.get(there).json()
        shown = _Page()
        shown.feed(service.get(there, f="html").content.decode())
        text = " ".join(" ".join(shown.text).split())
        for words in _facts(told):
            assert words in text, (there, words)
        bare = {link.partition("?")[0] for link in shown.links}
        for link in told["links"]:
            if link["rel"] != "alternate":
                assert link["href"].partition("?")[0] in bare | {there}, (there, link)


def _facts(told: Answer) -> list[str]:
    """What a page must say of an answer."""
    found = [told.get(name, "") for name in ("title", "description", "storageCrs")]
    found += told.get("conformsTo", []) + told.get("crs", [])
    found += [one["title"] for one in told.get("collections", [])]
    rows = [told] if "properties" in told else told.get("features", [])
    for row in rows:
        found.append(row["id"])
        found += row["properties"]
        found += [value for value in row["properties"].values() if isinstance(value, str)]
    return [" ".join(words.split()) for words in found]


class _Page(HTMLParser):
    """The words and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.add(dict(attrs).get("href") or "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@requirement("/req/crs/geojson")
def geojson_in_metres(service: Service) -> None:
    """GeoJSON in metres has the same form, and its header says that they are metres."""
    for one in service.collections:
        told = service.items(one, crs=METRES)
        assert not links_of(told, "next") or told["numberReturned"]
        assert "crs" not in told
