"""The pages about mobile coverage: the whole region, and one municipality."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.report.mobile.proof import MobileFigure
from taskforce.report.mobile.shown import ShownArea, ShownOverview
from taskforce.web.frame import edition
from taskforce.web.frame.mobile_on_show import mobile_on_show
from taskforce.web.frame.templatetags.components import count
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import everyone, may
from taskforce.web.public.mobile.cards import cards
from taskforce.web.public.mobile.certified import Certified
from taskforce.web.public.mobile.page import basis, differences, offers, place_on_map, rows
from taskforce.web.public.mobile.words import terrain


@may(everyone)
@require_safe
def region(request: HttpRequest) -> HttpResponse:
    """The three truths of the region, and a table of its municipalities."""
    bundle, shown = edition.current(), mobile_on_show()
    if shown is None:
        return _nothing(request)
    given = _told(shown, shown.region) | {"rows": rows(bundle, shown)}
    return render(request, "public/mobile/region.html", given)


@may(everyone)
@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """The three truths of one municipality."""
    area = edition.current().area_by_slug(slug)
    if area is None:
        raise Http404("No such municipality in this region.")
    shown = mobile_on_show()
    told = shown.area(area.code) if shown else None
    if shown is None or told is None:
        return _nothing(request)
    given = _told(shown, told) | {"area": area, "on_map": place_on_map(area.bounds)}
    return render(request, "public/mobile/municipality.html", given)


def _told(shown: ShownOverview, told: ShownArea) -> dict[str, Any]:
    return {
        "shown": shown,
        "told": told,
        "cards": cards(shown, told),
        "differences": differences(told),
        "differing": Certified(shown, told, MobileFigure.DIFFERING).link(count(told.differing)),
        "terrain": terrain(shown),
        "basis": basis(shown),
        "offers": offers(shown),
    }


def _nothing(request: HttpRequest) -> HttpResponse:
    given = {"may_make": caller_of(request).is_consultant}
    return render(request, "public/mobile/empty.html", given)
