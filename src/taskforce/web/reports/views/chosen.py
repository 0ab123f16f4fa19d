"""Which report somebody asks for: of the edition on show, and of a place that it knows."""

from __future__ import annotations

from django.http import Http404
from django.utils.timezone import localdate

from taskforce.report.bundle import Bundle
from taskforce.report.dossier.content import Report
from taskforce.report.figures import Area
from taskforce.web.frame import edition
from taskforce.web.reports.queries.municipality import municipality_report
from taskforce.web.reports.queries.region import region_report


def area_of(bundle: Bundle, slug: str) -> Area:
    """The municipality of an address; not found where the region has none such."""
    area = bundle.area_by_slug(slug)
    if area is None:
        raise Http404("No such municipality in this region.")
    return area


def of_municipality(slug: str) -> Report:
    """The report of a municipality, as it is today."""
    bundle = edition.current()
    return municipality_report(bundle, area_of(bundle, slug), localdate())


def of_region() -> Report:
    """The report of the region, as it is today."""
    return region_report(edition.current(), localdate())
