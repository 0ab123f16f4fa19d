"""Each chart and map as a picture with title, source and day in it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from taskforce.report.dossier.content import Report
from taskforce.web.people.rights import everyone, may
from taskforce.web.reports.handing_out import PNG, SVG, TYPES, picture_file
from taskforce.web.reports.views.chosen import of_municipality, of_region


@may(everyone)
@require_safe
def municipality(request: HttpRequest, slug: str, name: str, kind: str) -> HttpResponse:
    """A chart or the map of one municipality."""
    return _drawn(of_municipality(slug), name, kind, slug)


@may(everyone)
@require_safe
def region(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """A chart or the map of the region."""
    return _drawn(of_region(), name, kind, "region")


def _drawn(report: Report, name: str, kind: str, place: str) -> HttpResponse:
    chart = report.chart(name)
    if chart is None or kind not in (SVG, PNG):
        raise Http404
    file = f"{place}-{name}-{report.on.isoformat()}.{kind}"
    headers = {"Content-Disposition": f'inline; filename="{file}"', "Cache-Control": "no-cache"}
    return HttpResponse(
        picture_file(report, chart, kind), content_type=TYPES[kind], headers=headers
    )
