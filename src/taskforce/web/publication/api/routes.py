"""The questions the API answers; each reads the published bundle and nothing else."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.params.functions import Query

from taskforce.report.codec import plain
from taskforce.report.figures import NOW, THEN, ChangeTable, NeedTable
from taskforce.vocabulary.errors import NotOnShelf, WrongUse
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting
from taskforce.web.frame import edition
from taskforce.web.publication.api import asking, shapes
from taskforce.web.publication.api.white_spots import white_spots_geojson

_MOST_HITS = 50

api = NinjaAPI(
    title="Digital Taskforce: open data",
    version="1",
    description=(
        "Who lacks proper internet, where, and how it has changed. The same figures as on the "
        "pages, under the same disclosure limit. No key is needed."
    ),
    urls_namespace="api",
)
router = Router(tags=["figures"])
addresses = Router(tags=["addresses"])
_Threshold = Query(
    None, description="Down/up in Mbit/s, e.g. 100/30; the region's own if left out."
)


@api.exception_handler(NotOnShelf)
@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    """Say what is missing."""
    return api.create_response(request, {"detail": str(error)}, status=404)


@api.exception_handler(WrongUse)
def wrong_use(request: HttpRequest, error: Exception) -> HttpResponse:
    """Say how the question should have been put."""
    return api.create_response(request, {"detail": str(error)}, status=422)


@router.get("/region", response=shapes.RegionShape)
def region(request: HttpRequest) -> dict[str, Any]:
    """What is published now: the region, the two days, and the thresholds."""
    bundle = edition.current()
    place, label = bundle.region(), bundle.label
    return {
        "code": place.code,
        "name": plain(place.name),
        "bundle": bundle.id,
        "as_of": label.as_of,
        "as_of_then": label.as_of_then,
        "thresholds": list(label.thresholds),
        "default_threshold": place.default_threshold,
        "demonstration": label.demonstration,
        "origin": plain(edition.origin(bundle)),
    }


@router.get("/municipalities", response=list[shapes.MunicipalityShape])
def municipalities(request: HttpRequest) -> Any:
    """The municipalities of the region."""
    return [plain(area) for area in edition.current().areas()]


@router.get("/need", response=shapes.NeedShape)
def need(
    request: HttpRequest,
    threshold: str | None = _Threshold,
    when: str = Query(NOW, description="now or then"),
    count: Counting = Counting.FIXED,
) -> NeedTable:
    """How many addresses are below a threshold: in the region and in each municipality."""
    bundle = edition.current()
    return bundle.need(_threshold(threshold), THEN if when == THEN else NOW, counting=count)


@router.get("/change", response=shapes.ChangeShape)
def change(
    request: HttpRequest,
    threshold: str | None = _Threshold,
    count: Counting = Counting.FIXED,
) -> ChangeTable:
    """Who gained and who lost proper internet between the two days."""
    table = edition.current().change(_threshold(threshold), counting=count)
    if table is None:
        raise NotOnShelf("Only one day is published, so there is nothing to compare.")
    return table


@router.get("/white-spots", response=dict[str, Any])
def white_spots(
    request: HttpRequest,
    threshold: str | None = _Threshold,
    municipality: str | None = Query(None, description="Official code, e.g. 0360"),
) -> dict[str, Any]:
    """The white spots as GeoJSON points."""
    return white_spots_geojson(edition.current().white_spots(_threshold(threshold)), municipality)


@router.get("/growth", response=dict[str, Any])
def growth(request: HttpRequest) -> Any:
    """How many addresses will have too little if the need for speed grows."""
    table = edition.current().growth()
    if table is None:
        raise NotOnShelf("No growth scenario is published.")
    return plain(table)


@router.get("/reference", response=list[dict[str, Any]])
def reference(request: HttpRequest) -> Any:
    """Figures that others have published, each with its source."""
    return [plain(fact) for fact in edition.current().reference()]


@addresses.get("/", response=list[shapes.HitShape])
def search(request: HttpRequest, q: str, limit: int = Query(10, ge=1, le=_MOST_HITS)) -> Any:
    """Find addresses by street, number and postcode, in any spelling."""
    return list(edition.current().search(q, limit))


@addresses.get("/{address_id}", response=shapes.AnswerShape)
def address(
    request: HttpRequest, address_id: str, threshold: str | None = _Threshold
) -> dict[str, Any]:
    """What is offered at an address, and whether it is enough."""
    bundle, limit = edition.current(), _threshold(threshold)
    found = bundle.address(address_id)
    if found is None:
        raise NotOnShelf(f"No address has the id {address_id}.", remedy="Search for it first.")
    return {
        "address": found.address,
        "use": found.use,
        "threshold": limit.label,
        "standing": found.now.standing(limit),
        "offers": list(found.now.offers),
        "origin": found.now.origin,
    }


def _threshold(text: str | None) -> Threshold:
    return Threshold.parse(text or edition.current().region().default_threshold)


api.add_router("", router)
api.add_router("/addresses", addresses)
api.add_router("", asking.router)
