"""What the maps of sites are told: their background, where the sites are, and their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Bounds
from taskforce.web.cases.queries.surroundings import addresses_in
from taskforce.web.frame.background import background
from taskforce.web.frame.edition import latest
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import Site
from taskforce.web.sites.queries.access import owners_for
from taskforce.web.sites.queries.shown import ShownSite

# Some 900 metres in degrees, at this latitude.
_EAST, _NORTH = 0.0144, 0.0081


def map_of_one(longitude: float, latitude: float) -> dict[str, Any] | None:
    """The map of one site; None where no map has been published."""
    bundle = latest()
    if bundle is None:
        return None
    view = Bounds(longitude - _EAST, latitude - _NORTH, longitude + _EAST, latitude + _NORTH)
    shape = {"type": "Point", "coordinates": [longitude, latitude]}
    return _place(bundle, view, shape, draws=False)


def map_to_draw_on(site: Site | None, caller: Caller) -> dict[str, Any] | None:
    """The map on which one clicks where a site is: around it, or around the owner's own place."""
    bundle = latest()
    if bundle is None:
        return None
    if site is None:
        return _place(bundle, _home(bundle, caller), None, draws=True)
    here = map_of_one(site.longitude, site.latitude)
    return here and {**here, "draws": True}


def map_of_many(sites: Iterable[ShownSite]) -> dict[str, Any] | None:
    """The map with every site on it, each leading to its page."""
    return map_of_places(
        [[one.longitude, one.latitude, one.name, _short(one), _page(one)] for one in sites]
    )


def map_of_places(places: list[list[Any]]) -> dict[str, Any] | None:
    """The map of some places: longitude, latitude, name, a few words and the page of each."""
    bundle = latest()
    if bundle is None:
        return None
    view = bundle.region().bounds
    return {
        "tiles": background(bundle),
        "bounds": _around(places) or (_corners(view) if view else None),
        "sites": places,
        "addresses": [],
        "words": _words(),
    }


def _place(
    bundle: Bundle, view: Bounds | None, shape: dict[str, Any] | None, *, draws: bool
) -> dict[str, Any]:
    return {
        "tiles": background(bundle),
        "bounds": _corners(view) if view else None,
        "addresses": addresses_in(view, bundle) if view else [],
        "shape": shape,
        "draws": draws,
        "line": False,
        "words": _words(),
    }


def _home(bundle: Bundle, caller: Caller) -> Bounds | None:
    own = owners_for(caller).exclude(code="")
    area = bundle.area(own[0].code) if own.count() == 1 else None
    return (area.bounds if area else None) or bundle.region().bounds


def _around(places: list[list[Any]]) -> list[float] | None:
    if not places:
        return None
    easts, norths = [one[0] for one in places], [one[1] for one in places]
    return [
        min(easts) - 2 * _EAST,
        min(norths) - 2 * _NORTH,
        max(easts) + 2 * _EAST,
        max(norths) + 2 * _NORTH,
    ]


def _corners(view: Bounds) -> list[float]:
    return [view.west, view.south, view.east, view.north]


def _short(one: ShownSite) -> str:
    told = {"kind": spoken(one.kind.label), "metres": round(one.top_m), "place": one.municipality}
    return gettext("%(kind)s, %(metres)s m, %(place)s") % told


def _page(one: ShownSite) -> str:
    return reverse("site", args=[one.pk])


def _words() -> dict[str, str]:
    return {
        "zoomIn": gettext("Zoom in"),
        "zoomOut": gettext("Zoom out"),
        "map": gettext("Map of the sites"),
        "failed": gettext("The map could not be shown. The text on the page says the same."),
        "point": gettext("The place is set."),
        "line": gettext("The place is set."),
        "none": gettext("Click where the site is."),
        "chosen": gettext("Click on a dot to see what is there."),
    }
