"""The status for the steering group, for those who see the whole region from the inside."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.report.dossier.content import Report
from taskforce.web.frame import edition
from taskforce.web.frame.downloads import download
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may
from taskforce.web.reports.handing_out import MAKERS, TYPES
from taskforce.web.reports.queries.status import status_report


@may(consultants)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The status as a page."""
    return render(request, "reports/status.html", {"report": _report(request)})


@may(consultants)
@require_safe
def file(request: HttpRequest, kind: str) -> HttpResponse:
    """The status as a paper or a workbook; no copy of it is kept anywhere."""
    if kind not in MAKERS:
        raise Http404
    report = _report(request)
    name = f"status-{report.on.isoformat()}-{report.language}.{kind}"
    return download(MAKERS[kind](report), TYPES[kind], name)


def _report(request: HttpRequest) -> Report:
    return status_report(edition.current(), caller_of(request), localdate())
