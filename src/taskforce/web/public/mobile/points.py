"""Masts and public sites as dots for the map, each with what its card tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from taskforce.prediction.known_masts import ASSUMED_ANTENNA_M
from taskforce.report.figures import Bounds
from taskforce.report.mobile.mast_points import MastPoint, mast_points
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.shelf import Shelf
from taskforce.web.frame import edition
from taskforce.web.frame.templatetags.numbers import day, distance, number
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.people.caller import NOBODY
from taskforce.web.people.rights import everyone, may
from taskforce.web.sites.queries.listing import Asked, on_offer
from taskforce.web.sites.queries.shown import ShownSite, shown

_TYPE = "application/geo+json"
Feature = dict[str, Any]


def mast_layer() -> Layer | None:
    """The masts on the shelf; None where none have been collected."""
    return Shelf(settings.SHELF).layer("masts")


@may(everyone)
@require_safe
def masts(request: HttpRequest) -> HttpResponse:
    """The masts of the region, as GeoJSON."""
    layer, bundle = mast_layer(), edition.latest()
    bounds = bundle.region().bounds if bundle else None
    shelf, language = settings.SHELF, get_language() or "da"
    features = _masts(shelf, layer.id, bounds, language) if layer else ()
    response = _sent(features)
    response["Cache-Control"] = "public, max-age=3600"
    return response


@may(everyone)
@require_safe
def sites(request: HttpRequest) -> HttpResponse:
    """The public sites on offer, as GeoJSON: what everyone may see, whoever asks."""
    found = on_offer(NOBODY, Asked())
    return _sent(_feature(_about_site(shown(NOBODY, one))) for one in found)


def _sent(features: Iterable[Feature]) -> HttpResponse:
    collection = {"type": "FeatureCollection", "features": list(features)}
    return JsonResponse(collection, content_type=_TYPE, json_dumps_params={"ensure_ascii": False})


@lru_cache(maxsize=4)
def _masts(
    shelf: Path, _layer_id: str, bounds: Bounds | None, _language: str
) -> tuple[Feature, ...]:
    layer = Shelf(shelf).layer("masts")
    if layer is None:
        return ()
    return tuple(_feature(_about_mast(one)) for one in mast_points(layer, bounds))


def _feature(about: Feature) -> Feature:
    longitude, latitude = about.pop("longitude"), about.pop("latitude")
    point = {"type": "Point", "coordinates": [round(longitude, 6), round(latitude, 6)]}
    return {"type": "Feature", "geometry": point, "properties": about}


def _about_mast(one: MastPoint) -> Feature:
    kind = "other" if not one.mobile else "planned" if one.planned else "mobile"
    return {
        "longitude": one.longitude,
        "latitude": one.latitude,
        "kind": kind,
        "title": gettext("Mast %(name)s") % {"name": one.name},
        "told": "\n".join(_mast_lines(one)),
        "uncertainty_m": one.uncertainty_m,
    }


def _mast_lines(one: MastPoint) -> Iterator[str]:
    yield _state(one)
    if one.mobile and one.generations:
        yield ", ".join(one.generations)
    if not one.mobile:
        yield gettext("Not counted as telephones: %(services)s.") % {
            "services": ", ".join(one.services)
        }
    elif one.operators:
        yield gettext("Operators: %(names)s.") % {"names": ", ".join(one.operators)}
    else:
        yield gettext("The register does not name the operator.")
    if one.address:
        yield one.address
    if one.uncertainty_m:
        told = {"distance": distance(one.uncertainty_m)}
        yield gettext("The place is uncertain: within %(distance)s of the dot.") % told
    if one.mobile:
        told = {"metres": number(ASSUMED_ANTENNA_M)}
        yield gettext("The register tells no height; we reckon with %(metres)s m.") % told


def _state(one: MastPoint) -> str:
    if one.planned:
        if one.expected is None:
            return gettext("Planned; no day is told.")
        return gettext("Planned, expected in use on %(day)s.") % {"day": day(one.expected)}
    if one.since is None:
        return gettext("In use.")
    return gettext("In use since %(day)s.") % {"day": day(one.since)}


def _about_site(one: ShownSite) -> Feature:
    told = {"kind": spoken(one.kind.label), "metres": number(one.top_m), "owner": one.owner}
    if one.height_is_assumed:
        words = gettext("%(kind)s, %(owner)s; usually %(metres)s m up to the antennas.")
    else:
        words = gettext("%(kind)s, %(owner)s; %(metres)s m up to the antennas.")
    return {
        "longitude": one.longitude,
        "latitude": one.latitude,
        "title": one.name,
        "told": f"{words % told}\n{one.availability.label}",
        "page": reverse("site", args=[one.pk]),
    }
