"""Sets the papers of the edition on show before anybody asks, and lets old ones go."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import translation

from taskforce.report.bundle import Bundle
from taskforce.report.dossier.content import Report
from taskforce.vocabulary.errors import TaskforceError
from taskforce.web.frame import edition
from taskforce.web.reports.handing_out import paper_file
from taskforce.web.reports.kept import SHARED, root
from taskforce.web.reports.queries.municipality import municipality_report
from taskforce.web.reports.queries.region import region_report

# What is told of today's agreements changes with the day; titles of pages hardly ever do.
_KEPT_FOR, _SHARED_FOR = timedelta(days=2), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Made:
    """How many papers are ready, how many could not be set, and how many old files went."""

    ready: int = 0
    failed: int = 0
    removed: int = 0


def make_papers(*, on: date) -> Made:
    """The region and every municipality in each language; one that fails is tried next time."""
    bundle = edition.latest()
    if bundle is None:
        return Made()
    ready = failed = 0
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            for report in _reports(bundle, on):
                try:
                    paper_file(report)
                except TaskforceError:
                    failed += 1
                else:
                    ready += 1
    return Made(ready, failed, _forget_old())


def _reports(bundle: Bundle, on: date) -> Iterator[Report]:
    yield region_report(bundle, on)
    for area in bundle.areas():
        yield municipality_report(bundle, area, on)


def _forget_old() -> int:
    """Whatever somebody still asks for is simply made again."""
    now, removed = time.time(), 0
    for path in [one for one in root().glob("*/*") if one.is_file()]:
        kept_for = _SHARED_FOR if path.parent.name == SHARED else _KEPT_FOR
        if now - path.stat().st_mtime > kept_for.total_seconds():
            path.unlink(missing_ok=True)
            removed += 1
    for folder in [one for one in root().glob("*") if one.is_dir() and _is_empty(one)]:
        folder.rmdir()
    return removed


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None
