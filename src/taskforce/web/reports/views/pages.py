"""The reports as pages: the same figures, charts and tables as in the files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.web.frame import edition
from taskforce.web.municipalities.rows import by_name
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import everyone, may
from taskforce.web.reports.views.chosen import of_municipality, of_region


@may(everyone)
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All reports there are."""
    bundle = edition.current()
    given = {
        "areas": by_name(bundle.areas()),
        "label": bundle.label,
        "sees_status": caller_of(request).is_consultant,
    }
    return render(request, "reports/every.html", given)


@may(everyone)
@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """The report of one municipality."""
    given = {"report": of_municipality(slug), "slug": slug}
    return render(request, "reports/municipality.html", given)


@may(everyone)
@require_safe
def region(request: HttpRequest) -> HttpResponse:
    """The report of the region."""
    return render(request, "reports/region.html", {"report": of_region()})
