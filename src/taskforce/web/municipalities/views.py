"""Show the municipalities: all of them, some beside each other, and one at a time."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from taskforce.report.bundle import Bundle
from taskforce.report.outlook import ReferenceFact
from taskforce.web.frame import edition
from taskforce.web.frame.question import asked
from taskforce.web.municipalities import rows as table
from taskforce.web.municipalities.profile import profile as gathered

_MOST_COMPARED = 6


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
        "heads": _heads(),
        "compares": any(row.then for row in rows),
        "largest": max((row.now.share_below or 0 for row in rows), default=0),
        "hidden": any(row.now.below.withheld for row in rows),
        "region_row": question.table.region,
        "facts": _regional_facts(question.bundle),
    }
    return render(request, "municipalities/listing.html", shown)


@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Two or more municipalities side by side, at every threshold."""
    bundle = edition.current()
    question = asked(request.GET, bundle)
    areas = table.chosen_areas(bundle, request.GET.getlist("m"))[:_MOST_COMPARED]
    profiles = [gathered(question, area) for area in areas]
    shown = {"question": question, "profiles": profiles, "areas": bundle.areas()}
    return render(request, "municipalities/comparison.html", shown)


@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """One municipality, from the headline down to the white spots."""
    bundle = edition.current()
    question = asked(request.GET, bundle)
    area = bundle.area_by_slug(slug)
    if area is None:
        raise Http404("No such municipality in this region.")
    shown = {"question": question, "profile": gathered(question, area)}
    return render(request, "municipalities/profile.html", shown)


def _regional_facts(bundle: Bundle) -> list[ReferenceFact]:
    """What others have published of the region as a whole, the newest first."""
    code = bundle.region().code
    facts = [fact for fact in bundle.reference() if fact.area == code]
    return sorted(facts, key=lambda fact: (fact.subject, fact.as_of), reverse=True)


def _heads() -> dict[str, str]:
    return {
        "name": gettext("Municipality"),
        "addresses": gettext("Addresses"),
        "below": gettext("Without"),
        "share": gettext("Share"),
        "unknown": gettext("Unknown"),
        "difference": gettext("Change"),
    }
