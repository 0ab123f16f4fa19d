"""Show the municipalities: all of them, some beside each other, and one at a time."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Area
from taskforce.web.frame import edition
from taskforce.web.frame.question import asked
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.municipalities import rows as table
from taskforce.web.municipalities.course import course
from taskforce.web.municipalities.need_map import legend, then_and_now_maps
from taskforce.web.municipalities.official import official_series, other_facts
from taskforce.web.municipalities.pictures import official_years, then_and_now
from taskforce.web.municipalities.profile import profile as gathered
from taskforce.web.municipalities.spot_map import spot_map
from taskforce.web.municipalities.window import news_of, window
from taskforce.web.people.caller import caller_of
from taskforce.web.people.public import point_of_entry
from taskforce.web.people.rights import everyone, may
from taskforce.web.plans.queries.publicly import public_plans_in
from taskforce.web.spots.queries.in_municipality import being_asked, followed

_MOST_COMPARED = 6


@may(everyone)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All municipalities of the region, sorted as asked."""
    question = asked(request.GET, edition.current())
    sort = table.understood_sort(request.GET.get("sort"))
    rows = table.sorted_rows(table.rows(question), sort)
    shown = {
        "question": question,
        "rows": rows,
        "sort": sort,
        "by_share": sort.lstrip("-") == "share",
        "ranked_from": table.RANKED_FROM,
        "heads": _heads(),
        "compares": any(row.then for row in rows),
        "largest": max((row.now.share_below or 0 for row in rows), default=0),
        "hidden": any(row.now.below.withheld for row in rows),
        "region_row": question.table.region,
        "facts": other_facts(question.bundle),
        **_official(question.bundle),
    }
    return render(request, "municipalities/listing.html", shown)


@may(everyone)
@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Two or more municipalities side by side, at every threshold."""
    bundle = edition.current()
    question = asked(request.GET, bundle)
    areas = table.chosen_areas(bundle, request.GET.getlist("m"))[:_MOST_COMPARED]
    profiles = [gathered(question, area) for area in areas]
    shown = {
        "question": question,
        "profiles": profiles,
        "areas": table.by_name(bundle.areas()),
        "ranked_from": table.RANKED_FROM,
    }
    return render(request, "municipalities/comparison.html", shown)


@may(everyone)
@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """One municipality, from the headline down to the white spots."""
    bundle = edition.current()
    question = asked(request.GET, bundle)
    area = bundle.area_by_slug(slug)
    if area is None:
        raise Http404("No such municipality in this region.")
    found = gathered(question, area)
    spots = found.white_spots.in_municipality(area.code)
    words = gettext("White spots in %(name)s") % {"name": area.name}
    shown = {
        "question": question,
        "profile": found,
        "then_and_now": then_and_now(found.thresholds, _days(bundle)) if bundle.has_then else None,
        "spot_map": spot_map(bundle, area, spots, words),
        "entry": point_of_entry(area.code),
        "plans": public_plans_in(area.code),
        "being_asked": being_asked(area.code, localdate()),
        "followed": followed(caller_of(request), area.code, localdate()),
        "course": course(question, area.code),
        "window": window(area.code, localdate()),
        "news": news_of(area.code),
        "maps": then_and_now_maps(bundle, found, question.threshold),
        "map_key": legend(),
        **_official(bundle, area),
    }
    return render(request, "municipalities/profile.html", shown)


def _official(bundle: Bundle, area: Area | None = None) -> dict[str, Any]:
    series = official_series(bundle, area)
    return {"series": series, "series_chart": official_years(series) if series else None}


def _days(bundle: Bundle) -> tuple[str, str]:
    then, now = bundle.label.as_of_then, bundle.label.as_of
    return (day(then) if then else "", day(now))


def _heads() -> dict[str, str]:
    return {
        "name": gettext("Municipality"),
        "addresses": gettext("Addresses"),
        "below": gettext("Without"),
        "share": gettext("Share"),
        "unknown": gettext("Unknown"),
        "difference": gettext("Change"),
    }
