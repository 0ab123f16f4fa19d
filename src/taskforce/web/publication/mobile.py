"""Send the files of mobile coverage: the layer of the map, and what anyone may take away."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from taskforce.report.mobile.publishing import TILES, file_on_show
from taskforce.snapshot.shelf import Shelf
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.ranges import sent

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "pmtiles": "application/vnd.pmtiles",
}


@may(everyone)
@require_safe
def file(request: HttpRequest, overview_id: str, name: str) -> HttpResponseBase:
    """One file of one overview, so that a page opened yesterday can still fetch its map."""
    found = file_on_show(Shelf(settings.SHELF), overview_id, name)
    if found is None:
        raise Http404("No such file.")
    path, told = found
    kind = _TYPES[path.suffix.removeprefix(".")]
    response = sent(request, path, etag=f'"{told.sha256[:32]}"', content_type=kind)
    if name != TILES:
        response["Content-Disposition"] = f'attachment; filename="mobile-{name}"'
    return response
