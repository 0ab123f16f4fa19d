"""Where the shapes of a collection are read: files, the mast register, and the sites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import shapely
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Bounds
from taskforce.report.mobile.mast_points import MastPoint, mast_points
from taskforce.report.mobile.open_files import origin_of
from taskforce.report.mobile.publishing import file_on_show, on_show, published
from taskforce.report.shape_file import ShapeFile
from taskforce.report.shape_rows import BOOLEAN, NUMBER, STRING, KeptRows, Row, Source
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.frame import edition
from taskforce.web.people.caller import NOBODY
from taskforce.web.publication.ogc.collections import MASTS, MOBILE, SITES, Collection
from taskforce.web.publication.openness.unchanged import rests_on, rests_on_more
from taskforce.web.sites.queries.listing import Asked, on_offer
from taskforce.web.sites.queries.shown import ShownSite, shown

_MAST_COLUMNS = {
    **dict.fromkeys(("name", "address", "generations", "operators", "services"), STRING),
    **dict.fromkeys(("in_use_since", "expected"), STRING),
    **dict.fromkeys(("planned", "mobile"), BOOLEAN),
    "uncertainty_m": NUMBER,
}
_SITE_COLUMNS = {
    **dict.fromkeys(("name", "kind", "owner", "municipality", "availability"), STRING),
    **dict.fromkeys(("available_since", "page"), STRING),
    "height_m": NUMBER,
    "height_is_assumed": BOOLEAN,
}


class Gone(NotOnShelf):
    """The edition that a page belongs to is no longer kept."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A collection ready to be read: `edition` is that of its pages, `as_of` its day if it has one.

    The source is None where the collection has nothing yet.
    """

    source: Source
    edition: str
    as_of: date | None


def opened(request: HttpRequest, collection: Collection, name: str | None = None) -> Opened:
    """Open a collection, in the named edition or in the newest.

    Raises
    ------
    NotOnShelf
        Nothing has been published, or no such edition.
    Gone
        The edition of a page that was begun earlier is no longer kept.
    """
    if collection.name in (MASTS, SITES, MOBILE):
        rests_on_more(request)
    if collection.name == MASTS:
        return _masts(name)
    if collection.name == MOBILE:
        return _mobile(collection, name)
    if collection.name == SITES:
        return Opened(KeptRows(_sites(request), _SITE_COLUMNS), "", None)
    bundle = edition.by_id(name) if name else edition.current()
    path = bundle.download(collection.file) if bundle else None
    if bundle is None:
        raise Gone(f"The edition {name} is no longer kept.", remedy="Begin again.")
    rests_on(request, bundle)
    if path is None:
        # Where there was nothing to draw, no file was written.
        return Opened(KeptRows((), {}), bundle.edition, bundle.label.as_of)
    if not path.is_file():
        raise Gone(f"Of {bundle.edition} only the figures are kept.", remedy="Ask without edition.")
    source = _file(path, path.stat().st_mtime_ns, collection.keys)
    return Opened(source, bundle.edition, bundle.label.as_of)


@lru_cache(maxsize=32)
def _file(path: Path, _changed_ns: int, keys: tuple[str, ...]) -> ShapeFile:
    """Read the columns once; a file that was built anew is another one."""
    return ShapeFile(path, keys)


def _mobile(collection: Collection, name: str | None) -> Opened:
    shelf = Shelf(settings.SHELF)
    shown = published(shelf, name) if name else on_show(shelf)
    if shown is None and name:
        raise Gone(f"The overview {name} is no longer kept.", remedy="Begin again.")
    if shown is None:
        return Opened(KeptRows((), {}), "", None)
    day, found = origin_of(shown).as_of, file_on_show(shelf, shown.id, collection.file)
    if found is None:
        return Opened(KeptRows((), {}), shown.id, day)
    path, _told = found
    return Opened(_file(path, path.stat().st_mtime_ns, collection.keys), shown.id, day)


def _masts(name: str | None) -> Opened:
    layer, bundle = Shelf(settings.SHELF).layer("masts"), edition.latest()
    if name and (layer is None or layer.id != name):
        raise Gone("The masts have been fetched anew since.", remedy="Begin again.")
    if layer is None:
        return Opened(KeptRows((), _MAST_COLUMNS), "", None)
    rows = _mast_rows(settings.SHELF, layer.id, _bounds(bundle))
    return Opened(KeptRows(rows, _MAST_COLUMNS), layer.id, layer.manifest.as_of)


def _bounds(bundle: Bundle | None) -> Bounds | None:
    return bundle.region().bounds if bundle else None


@lru_cache(maxsize=4)
def _mast_rows(shelf: Path, _layer_id: str, bounds: Bounds | None) -> tuple[Row, ...]:
    layer = Shelf(shelf).layer("masts")
    points = mast_points(layer, bounds) if layer else ()
    return tuple(_mast(number, one) for number, one in enumerate(points, start=1))


def _mast(number: int, one: MastPoint) -> Row:
    facts = {
        "name": one.name,
        "address": one.address,
        "generations": " ".join(one.generations),
        "operators": " ".join(one.operators),
        "services": " ".join(one.services),
        "in_use_since": one.since.isoformat() if one.since else None,
        "expected": one.expected.isoformat() if one.expected else None,
        "planned": one.planned,
        "mobile": one.mobile,
        "uncertainty_m": one.uncertainty_m,
    }
    return Row(number, one.id, shapely.Point(one.longitude, one.latitude), facts)


def _sites(request: HttpRequest) -> list[Row]:
    """What everybody may see, whoever asks."""
    found = on_offer(NOBODY, Asked()).order_by("pk")
    return [_site(request, shown(NOBODY, one)) for one in found]


def _site(request: HttpRequest, one: ShownSite) -> Row:
    facts = {
        "name": one.name,
        "kind": one.kind.value,
        "owner": one.owner,
        "municipality": one.code,
        "availability": str(one.availability.value),
        "available_since": one.since.isoformat(),
        "page": request.build_absolute_uri(reverse("site", args=[one.pk])),
        "height_m": one.top_m,
        "height_is_assumed": one.height_is_assumed,
    }
    return Row(one.pk, str(one.pk), shapely.Point(one.longitude, one.latitude), facts)
