"""The plans that the reader may see, and the page of one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.spreadsheet import as_csv, as_xlsx
from taskforce.web.frame.downloads import download
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import everyone, may
from taskforce.web.plans.queries import access
from taskforce.web.plans.queries.listing import rows
from taskforce.web.plans.queries.page import page_of
from taskforce.web.plans.queries.sheets import plan_sheet
from taskforce.web.plans.queries.template import TEMPLATES
from taskforce.web.plans.views.files import private

_WRITERS = {"csv": as_csv, "xlsx": as_xlsx}


@may(everyone)
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Public plans for everyone, and those that are meant for the reader."""
    caller = caller_of(request)
    shown = {
        "rows": rows(caller),
        "keeps": access.keeps_some(caller),
        "inside": access.sees_inside(caller),
        "codes": caller.municipalities,
    }
    return private(render(request, "plans/listing.html", shown))


@may(everyone)
@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan; for those who may not see it, it is not there."""
    caller = caller_of(request)
    found = get_object_or_404(access.open_to(caller), pk=pk)
    shown = {"page": page_of(caller, found), "plan": found}
    return private(render(request, "plans/plan.html", shown))


@may(everyone)
@require_safe
def export(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The promises that the reader may see, one row for each."""
    if kind not in _WRITERS:
        raise Http404
    caller = caller_of(request)
    found = get_object_or_404(access.open_to(caller), pk=pk)
    content = _WRITERS[kind](plan_sheet(caller, found))
    return download(content, TEMPLATES[kind], f"udrulningsplan-{pk}-{localdate():%Y-%m-%d}.{kind}")
