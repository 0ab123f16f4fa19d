"""Send the files of mobile coverage: the layer of the map, and what anyone may take away."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from taskforce.report.data_package import MEDIA_TYPES
from taskforce.report.mobile.publishing import TILES, file_on_show
from taskforce.snapshot.shelf import Shelf
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.ranges import sent

_TILES = "application/vnd.pmtiles"


@may(everyone)
@require_safe
def file(request: HttpRequest, overview_id: str, name: str) -> HttpResponseBase:
    """One file of one overview, so that a page opened yesterday can still fetch its map."""
    found = file_on_show(Shelf(settings.SHELF), overview_id, name)
    if found is None:
        raise Http404("No such file.")
    path, told = found
    form = path.suffix.removeprefix(".")
    kind = MEDIA_TYPES.get(form, _TILES) + ("; charset=utf-8" if form == "csv" else "")
    response = sent(request, path, etag=f'"{told.sha256[:32]}"', content_type=kind)
    if name != TILES:
        response["Content-Disposition"] = f'attachment; filename="mobile-{name}"'
    return response
