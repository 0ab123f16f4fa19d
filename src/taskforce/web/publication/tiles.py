"""Serve the map's layers, each a single file that the map reads in parts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.ranges import sent


@may(everyone)
@require_safe
def tiles(request: HttpRequest, bundle_id: str, layer: str) -> HttpResponseBase:
    """One layer of one bundle."""
    bundle = edition.by_id(bundle_id)
    file = bundle.tiles(layer) if bundle else None
    if bundle is None or file is None:
        raise Http404("No such layer of the map.")
    digest = next(one.sha256 for one in bundle.label.files if one.name.endswith(f"/{file.name}"))
    return sent(request, file, etag=f'"{digest[:32]}"', content_type="application/vnd.pmtiles")
