"""The reports as files: PDF to read and print, XLSX to go on working with."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from taskforce.report.dossier.content import Report
from taskforce.web.people.rights import everyone, may
from taskforce.web.reports.handing_out import MAKERS, PDF, TYPES
from taskforce.web.reports.views.chosen import of_municipality, of_region


@may(everyone)
@require_safe
def municipality(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The report of one municipality as a file."""
    return handed_out(of_municipality(slug), kind, slug)


@may(everyone)
@require_safe
def region(request: HttpRequest, kind: str) -> HttpResponse:
    """The report of the region as a file."""
    return handed_out(of_region(), kind, "region")


def handed_out(report: Report, kind: str, name: str) -> HttpResponse:
    """The file, shown in the browser where it can show it."""
    if kind not in MAKERS:
        raise Http404
    file = f"digital-taskforce-{name}-{report.on.isoformat()}-{report.language}.{kind}"
    how = "inline" if kind == PDF else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{file}"', "Cache-Control": "no-cache"}
    return HttpResponse(MAKERS[kind](report), content_type=TYPES[kind], headers=headers)
