"""The page of a ranking, and the same as files and as a paper."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.report.paper.paper import pdf
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Role
from taskforce.web.people.rights import may
from taskforce.web.rankings.pictures import curve
from taskforce.web.rankings.queries.choices import choices
from taskforce.web.rankings.queries.facts import assumptions, facts, newer_inputs, used_data
from taskforce.web.rankings.queries.files import TYPES, written
from taskforce.web.rankings.queries.paper import paper_of
from taskforce.web.rankings.rules import asks, readers
from taskforce.web.rankings.views.chosen import chosen, stage_of
from taskforce.web.rankings.views.map_content import map_of, places_of


@may(readers)
@require_safe
def ranking(request: HttpRequest) -> HttpResponse:
    """The best choice of sites, for each number of them."""
    caller = caller_of(request)
    told = chosen(request)
    if told is None:
        return render(request, "rankings/empty.html", {"may_ask": asks(caller)})
    stage = stage_of(request, told)
    given = {
        "told": told,
        "stage": stage,
        "choices": choices(told.ranking),
        "curve": curve(told, stage.k),
        "facts": facts(told),
        "data": used_data(told.ranking),
        "assumptions": assumptions(told.ranking),
        "newer": newer_inputs(told.ranking),
        "map": map_of(told, stage),
        "places": {one.k: places_of(one) for one in told.stages},
        "may_ask": asks(caller),
        "operator": caller.has(Role.OPERATOR),
    }
    return render(request, "rankings/ranking.html", given)


@may(readers)
@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The same ranking to take along, with what the reader may know of the sites."""
    told = chosen(request)
    if told is None or kind not in (*TYPES, "pdf"):
        raise Http404
    stage, made = stage_of(request, told), told.ranking.made_at.date()
    if kind == "pdf":
        content, mime = pdf("ranking", paper_of(told, stage), on=made), "application/pdf"
    else:
        content, mime = written(kind, told, stage), TYPES[kind]
    headers = {
        "Content-Disposition": f'attachment; filename="rangering-{made}-{stage.k}.{kind}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=mime, headers=headers)
