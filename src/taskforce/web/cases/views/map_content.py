"""What the map of a case is told: its background, where the case is, and its words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.cases.queries.surroundings import addresses_in, view_of
from taskforce.web.frame.background import background
from taskforce.web.frame.edition import latest


def map_content(case: Case, *, draws: bool = False) -> dict[str, Any] | None:
    """Everything the script needs; None where no map has been published, or nothing is placed."""
    bundle = latest()
    if bundle is None or (case.shape is None and not draws):
        return None
    view = view_of(case, bundle)
    return {
        "tiles": background(bundle),
        "bounds": [view.west, view.south, view.east, view.north] if view else None,
        "addresses": addresses_in(view, bundle) if view else [],
        "shape": case.shape,
        "draws": draws,
        "line": case.kind == CaseKind.DIG,
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "zoomIn": gettext("Zoom in"),
        "zoomOut": gettext("Zoom out"),
        "map": gettext("Map of where the case is"),
        "failed": gettext("The map could not be shown. The coordinates say the same."),
        "point": gettext("The place is set."),
        "line": gettext("The route has {count} points."),
        "none": gettext("Nothing has been drawn yet."),
    }
