"""The figures for programs: who lacks what, how it has changed, and what others have published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params.functions import Query

from taskforce.report.codec import plain
from taskforce.report.figures import NOW, THEN, ChangeTable, NeedTable
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.technology import Counting
from taskforce.web.frame import edition as shown
from taskforce.web.publication.api import shapes, tables
from taskforce.web.publication.api.paging import AskedPage, cut, edition_of
from taskforce.web.publication.api.which import (
    EDITION,
    THRESHOLD,
    asked_edition,
    asked_threshold,
)

router = Router(tags=["figures"])
_WHEN: Any = Query(NOW, description="now or then")
_PLACE: Any = Query(None, description="Official code, e.g. 0360")


@router.get("/region", response=shapes.RegionShape)
def region(request: HttpRequest, edition: str | None = EDITION) -> dict[str, Any]:
    """What is published now: the region, the two days, and the thresholds."""
    bundle = asked_edition(request, edition)
    place, label = bundle.region(), bundle.label
    return {
        "code": place.code,
        "name": plain(place.name),
        "edition": bundle.edition,
        "bundle": bundle.id,
        "as_of": label.as_of,
        "as_of_then": label.as_of_then,
        "thresholds": list(label.thresholds),
        "default_threshold": place.default_threshold,
        "demonstration": label.demonstration,
        "origin": plain(shown.origin(bundle)),
    }


@router.get("/municipalities", response=list[shapes.MunicipalityShape])
def municipalities(request: HttpRequest, response: HttpResponse, page: AskedPage) -> Any:
    """The municipalities of the region."""
    bundle = edition_of(request, page)
    rows = cut(request, response, page, rows=bundle.areas(), of=bundle)
    return [plain(area) for area in rows]


@router.get("/need", response=shapes.NeedShape)
def need(
    request: HttpRequest,
    threshold: str | None = THRESHOLD,
    when: str = _WHEN,
    count: Counting = Counting.FIXED,
    edition: str | None = EDITION,
) -> NeedTable:
    """How many addresses are below a threshold: in the region and in each municipality."""
    bundle = asked_edition(request, edition)
    limit = asked_threshold(threshold, bundle)
    return bundle.need(limit, THEN if when == THEN else NOW, counting=count)


@router.get("/postcodes", response=list[tables.PostcodeShape])
def postcodes(
    request: HttpRequest,
    response: HttpResponse,
    page: AskedPage,
    threshold: str | None = THRESHOLD,
    when: str = _WHEN,
    municipality: str | None = _PLACE,
) -> Any:
    """How many addresses of each postcode are below a threshold, fixed lines."""
    bundle = edition_of(request, page)
    table = bundle.need(asked_threshold(threshold, bundle), THEN if when == THEN else NOW)
    rows = table.in_municipality(municipality) if municipality else table.postcodes
    return cut(request, response, page, rows=rows, of=bundle)


@router.get("/change", response=shapes.ChangeShape)
def change(
    request: HttpRequest,
    threshold: str | None = THRESHOLD,
    count: Counting = Counting.FIXED,
    edition: str | None = EDITION,
) -> ChangeTable:
    """Who gained and who lost proper internet between the two days."""
    bundle = asked_edition(request, edition)
    table = bundle.change(asked_threshold(threshold, bundle), counting=count)
    if table is None:
        raise NotOnShelf("Only one day is published, so there is nothing to compare.")
    return table


@router.get("/white-spots", response=tables.WhiteSpotCollection)
def white_spots(
    request: HttpRequest,
    response: HttpResponse,
    page: AskedPage,
    threshold: str | None = THRESHOLD,
    municipality: str | None = _PLACE,
) -> dict[str, Any]:
    """The white spots as GeoJSON points, the largest first."""
    bundle = edition_of(request, page)
    table = bundle.white_spots(asked_threshold(threshold, bundle))
    spots = table.in_municipality(municipality) if municipality else table.spots
    rows = cut(request, response, page, rows=spots, of=bundle)
    return tables.white_spots_geojson(table, rows)


@router.get("/growth", response=tables.GrowthShape)
def growth(request: HttpRequest, edition: str | None = EDITION) -> Any:
    """How many addresses will have too little if the need for speed grows."""
    table = asked_edition(request, edition).growth()
    if table is None:
        raise NotOnShelf("No growth scenario is published.")
    return plain(table)


@router.get("/reference", response=list[tables.FactShape])
def reference(request: HttpRequest, response: HttpResponse, page: AskedPage) -> Any:
    """Figures that others have published, each with its source."""
    bundle = edition_of(request, page)
    rows = cut(request, response, page, rows=bundle.reference(), of=bundle)
    return [plain(fact) for fact in rows]
