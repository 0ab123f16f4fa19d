"""The press page of a municipality, and the same as a zip file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may
from taskforce.web.reports.handing_out import TYPES
from taskforce.web.reports.press_files import press_file
from taskforce.web.reports.queries.press import PressPack, press_pack
from taskforce.web.reports.views.chosen import area_of


@may(everyone)
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Three figures, what has changed, quotes, pictures, and whom to ask."""
    area = area_of(edition.current(), slug)
    given = {"pack": _pack(slug), "area": area, "slug": slug}
    return render(request, "reports/press.html", given)


@may(everyone)
@require_safe
def pack(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything in one file."""
    found = _pack(slug)
    file = f"presse-{slug}-{found.report.on.isoformat()}-{found.report.language}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{file}"', "Cache-Control": "no-cache"}
    return HttpResponse(press_file(found), content_type=TYPES["zip"], headers=headers)


def _pack(slug: str) -> PressPack:
    bundle = edition.current()
    return press_pack(bundle, area_of(bundle, slug), localdate())
