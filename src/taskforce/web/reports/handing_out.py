"""Makes a report into a file: a paper to read, a workbook to go on with, a picture to show."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from django.conf import settings
from django.utils.translation import gettext

from taskforce.report.dossier.as_paper import as_paper
from taskforce.report.dossier.content import Chart, Report
from taskforce.report.dossier.drawing import picture
from taskforce.report.dossier.workbook import workbook
from taskforce.report.paper.paper import pdf, png
from taskforce.web.reports.kept import kept
from taskforce.web.reports.queries.parts.wording import wording

PDF, XLSX = "pdf", "xlsx"
SVG, PNG = "svg", "png"
TYPES = {
    PDF: "application/pdf",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    SVG: "image/svg+xml; charset=utf-8",
    PNG: "image/png",
    "zip": "application/zip",
}


def paper_file(report: Report) -> bytes:
    """The report as a tagged PDF."""
    site = settings.SITE_URL if settings.SITE_IS_KNOWN else ""
    data = as_paper(report, wording(), site=site)
    return _kept(report, "report.pdf", data, lambda: pdf("dossier", data, on=report.on))


def workbook_file(report: Report) -> bytes:
    """The tables of the report."""
    about = gettext("About the report")
    data = {"about": about, "report": asdict(report) | {"on": report.on.isoformat()}}
    return _kept(report, "tables.xlsx", data, lambda: workbook(report, about=about))


MAKERS: dict[str, Callable[[Report], bytes]] = {PDF: paper_file, XLSX: workbook_file}


def picture_file(report: Report, chart: Chart, kind: str) -> bytes:
    """A chart with its title, source and day in it."""
    drawn = picture(chart, foot_of(report, chart))
    if kind == SVG:
        return drawn.encode()
    return _kept(report, f"{chart.identity}.png", {"svg": drawn}, lambda: png(drawn))


def foot_of(report: Report, chart: Chart) -> str:
    """What stands below a picture that has left its page."""
    source = gettext("Source: %(source)s") % {"source": chart.source}
    return " ".join(part for part in (source, report.demonstration, report.link) if part)


def _kept(report: Report, name: str, data: object, make: Callable[[], bytes]) -> bytes:
    """From the disk where it has been made before; what is not for everybody is never kept."""
    if not report.place:
        return make()
    content = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    return kept(report.edition, f"{report.place}-{report.language}-{name}", content, make)
