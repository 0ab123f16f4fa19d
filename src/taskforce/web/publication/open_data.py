"""The files anyone may take away, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.report.bundle import Bundle
from taskforce.report.label import Download
from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.ranges import sent

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """One subject, in every format it is offered in."""

    subject: str
    files: tuple[Download, ...]

    @property
    def first(self) -> Download:
        return self.files[0]


@may(everyone)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What can be taken away, with size, licence and columns."""
    bundle = edition.current()
    return render(request, "publication/open_data.html", {"datasets": _datasets(bundle)})


@may(everyone)
@require_safe
def download(request: HttpRequest, bundle_id: str, name: str) -> HttpResponseBase:
    """One file."""
    bundle = edition.by_id(bundle_id)
    file = bundle.download(name) if bundle else None
    if bundle is None or file is None:
        raise Http404("No such file.")
    told = next(one for one in bundle.downloads() if one.name == name)
    kind = _TYPES.get(told.format, "application/octet-stream")
    response = sent(request, file, etag=f'"{told.sha256[:32]}"', content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _datasets(bundle: Bundle) -> list[Dataset]:
    subjects = dict.fromkeys(one.subject for one in bundle.downloads())
    return [
        Dataset(subject, tuple(one for one in bundle.downloads() if one.subject == subject))
        for subject in subjects
    ]
