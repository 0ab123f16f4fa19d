"""The front page and the map."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from taskforce.report.figures import THEN
from taskforce.vocabulary.technology import Counting
from taskforce.web.frame import edition
from taskforce.web.frame.mobile_on_show import mobile_on_show
from taskforce.web.frame.question import asked
from taskforce.web.municipalities.course import course
from taskforce.web.municipalities.rows import rows, sorted_rows
from taskforce.web.news.queries.public import newest
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import everyone, may
from taskforce.web.public.legend import SHARE, legend
from taskforce.web.public.map_content import map_content
from taskforce.web.public.map_page import map_lines, tabs
from taskforce.web.public.mobile.map_keys import covers, points
from taskforce.web.public.mobile.map_words import mobile_content
from taskforce.web.public.picture import picture

_MOST_ON_FRONT, _MOST_NEWS = 6, 3


@may(everyone)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The citizen's question, the figures that matter most, and the way to one's own place."""
    bundle = edition.current()
    question = asked(QueryDict(), bundle)
    found = rows(question)
    then = bundle.need(question.threshold, THEN) if bundle.has_then else None
    shown = {
        "question": question,
        "figures": question.table.region,
        "then": then,
        "course": course(question, question.table.region.code),
        "spots": bundle.white_spots(question.threshold).spots,
        "neediest": sorted_rows(found, "-below")[:_MOST_ON_FRONT],
        "rows": sorted_rows(found, "name"),
        "news": newest(_MOST_NEWS),
        "picture": picture(bundle, found, legend(SHARE, has_then=False), gettext("Map of need")),
    }
    return render(request, "public/front.html", shown)


@may(everyone)
@require_safe
def region_map(request: HttpRequest) -> HttpResponse:
    """The map, its legend, and the same figures as a table."""
    bundle = edition.current()
    question = replace(asked(request.GET, bundle), counting=Counting.FIXED)
    show = legend(request.GET.get("show"), has_then=bundle.has_then)
    found = rows(question)
    mobile, dots = mobile_on_show(), points(caller_of(request))
    shown = {
        "question": question,
        "legend": show,
        "lines": map_lines(question, show, sorted_rows(found, "name")),
        "compares": any(row.then for row in found),
        "tabs": tabs(request, question, show),
        "covers": covers(mobile) if mobile else [],
        "dots": dots,
        "map": map_content(question, show, found) | {"mobile": mobile_content(mobile, dots)},
    }
    return render(request, "public/map.html", shown)
