"""The public matrix: seventeen municipalities, every clause, and how uniform they are."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.rules.standing import Adoption
from taskforce.web.commitments import spreadsheet
from taskforce.web.frame.context import page
from taskforce.web.guidelines.forms.asked import AskedForm
from taskforce.web.guidelines.queries.matrix import MUNICIPALITIES, matrix
from taskforce.web.guidelines.queries.sheet import sheet
from taskforce.web.guidelines.queries.standing import standing
from taskforce.web.people.rights import everyone, may

_FILES = {
    "csv": (spreadsheet.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        spreadsheet.as_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


@may(everyone)
@require_safe
def guidelines(request: HttpRequest) -> HttpResponse:
    """Who follows what, as the filter asks; each cell leads to the reasons."""
    today = standing(localdate())
    form = AskedForm(request.GET, today)
    asked = form.asked()
    shown = {
        "standing": today,
        "form": form,
        "asked": asked,
        "matrix": matrix(today, asked),
        "by_municipality": asked.rows == MUNICIPALITIES,
        "legend": list(Adoption),
        "uniformity": today.uniformity,
    }
    return render(request, "guidelines/matrix.html", shown)


@may(everyone)
@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The same cells to take along, with what each rests on."""
    if kind not in _FILES:
        raise Http404
    written, content_type = _FILES[kind]
    today = standing(localdate())
    shown = matrix(today, AskedForm(request.GET, today).asked())
    content = written(sheet(shown, today, region=page(request)["region"]))
    name = f"taskforce-guidelines-{today.on:%Y-%m-%d}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
