"""The overview to take along: the rows that the filter shows, as CSV or as a workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments import spreadsheet
from taskforce.web.commitments.forms.asked import AskedForm
from taskforce.web.commitments.queries.cockpit import chosen, rows
from taskforce.web.commitments.queries.sheet import Sheet, sheet
from taskforce.web.frame.context import page
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import authorities, may

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@may(authorities)
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """For any spreadsheet."""
    return _file(spreadsheet.as_csv(_sheet(request)), "text/csv; charset=utf-8", "csv")


@may(authorities)
@require_safe
def as_xlsx(request: HttpRequest) -> HttpResponse:
    """For Excel and its like, with days as days."""
    return _file(spreadsheet.as_xlsx(_sheet(request)), _XLSX, "xlsx")


def _sheet(request: HttpRequest) -> Sheet:
    today = localdate()
    shown = chosen(rows(caller_of(request), today), AskedForm(request.GET).asked())
    return sheet(shown, on=today, region=page(request)["region"])


def _file(content: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"taskforce-{localdate():%Y-%m-%d}.{ending}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind, headers=headers)
