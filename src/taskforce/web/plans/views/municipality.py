"""The need of a municipality with what is planned shown apart, for those who work there."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.spreadsheet import as_csv, as_xlsx
from taskforce.web.frame.downloads import download
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import may, sees_municipality
from taskforce.web.plans.queries.planned import planned_in
from taskforce.web.plans.queries.sheets import planned_sheet
from taskforce.web.plans.queries.template import TEMPLATES
from taskforce.web.plans.views.files import private

_WRITERS = {"csv": as_csv, "xlsx": as_xlsx}
_PER_PAGE = 100


@may(sees_municipality)
@require_safe
def planned(request: HttpRequest, code: str) -> HttpResponse:
    """Below today, planned by whom and by when, address by address."""
    municipality = get_object_or_404(Organisation, code=code)
    overview = planned_in(caller_of(request), municipality)
    page = Paginator(overview.lines, _PER_PAGE).get_page(request.GET.get("page"))
    shown = {"overview": overview, "municipality": municipality, "page": page}
    return private(render(request, "plans/planned.html", shown))


@may(sees_municipality)
@require_safe
def planned_file(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """The same addresses for a spreadsheet."""
    overview = planned_in(caller_of(request), get_object_or_404(Organisation, code=code))
    name = f"planlagt-{code}-{localdate():%Y-%m-%d}.{kind}"
    return download(_WRITERS[kind](planned_sheet(overview)), TEMPLATES[kind], name)
