"""The overview of mobile need on show, read once for each change."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from taskforce.report.mobile.publishing import on_show
from taskforce.report.mobile.shown import ShownOverview
from taskforce.snapshot.shelf import Shelf

Stamp = tuple[tuple[str, int], ...]


def mobile_on_show() -> ShownOverview | None:
    """The newest overview of mobile data; a new one is seen without a restart."""
    shelf: Path = settings.SHELF
    return _read(shelf, _stamp(shelf))


@lru_cache(maxsize=4)
def _read(shelf: Path, _stamp: Stamp) -> ShownOverview | None:
    return on_show(Shelf(shelf))


def _stamp(shelf: Path) -> Stamp:
    files = sorted(shelf.glob("mobile-public/[!.]*/overview.json"))
    return tuple((file.parent.name, file.stat().st_mtime_ns) for file in files)
