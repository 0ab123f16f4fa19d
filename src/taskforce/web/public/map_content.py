"""What the map in the browser is told: its layers, the colour of each municipality, its words."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext

from taskforce.report.figures import Bounds
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.components import count, share
from taskforce.web.municipalities.rows import Row
from taskforce.web.public.legend import BREAKS, Legend

LAYERS = ("land", "municipalities", "hexes", "white_spots")


def map_content(question: Question, show: Legend, rows: tuple[Row, ...]) -> dict[str, Any]:
    """Everything the script of the map needs, and nothing it has to look up elsewhere."""
    bundle = question.bundle
    tiles = {
        layer: reverse("tiles", kwargs={"bundle_id": bundle.id, "layer": layer})
        for layer in LAYERS
        if bundle.tiles(layer) is not None
    }
    return {
        "tiles": tiles,
        "language": get_language(),
        "bounds": _corners(bundle.region().bounds),
        "threshold": question.threshold.slug,
        "when": question.when,
        "show": show.show,
        "breaks": {name: list(edges) for name, edges in BREAKS.items()},
        "attribution": gettext("Source: %(publisher)s")
        % {"publisher": question.table.origin.publisher},
        "municipalities": {row.area.code: _municipality(row, show, question.goal) for row in rows},
        "words": _words(question.goal),
    }


def _municipality(row: Row, show: Legend, goal: str) -> dict[str, Any]:
    facts = {"goal": goal, "below": count(row.now.below), "share": share(row.now)}
    return {
        "class": show.class_of(row),
        "name": row.area.name,
        "path": reverse("municipality", kwargs={"slug": row.area.slug}),
        "middle": _middle(row.area.bounds),
        "told": _plain(gettext("Without %(goal)s: %(below)s addresses (%(share)s)") % facts),
    }


def _plain(html: str) -> str:
    # The popup is written as text, never as markup.
    return html.replace('<span class="withheld">', "").replace("</span>", "")


def _corners(bounds: Bounds | None) -> list[float] | None:
    return [bounds.west, bounds.south, bounds.east, bounds.north] if bounds else None


def _middle(bounds: Bounds | None) -> list[float] | None:
    if bounds is None:
        return None
    return [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]


def _words(goal: str) -> dict[str, str]:
    return {
        "seeMunicipality": gettext("See the municipality"),
        "spotTitle": gettext("White spot"),
        "spotTold": gettext("{number} neighbouring addresses without %(goal)s.") % {"goal": goal},
        "spotTogether": gettext("A small group of neighbouring addresses."),
        "nearest": gettext("Nearest address with %(goal)s: {distance}.") % {"goal": goal},
        "hexTitle": gettext("Small area"),
        "hexTold": gettext("{below} of {addresses} addresses lack %(goal)s.") % {"goal": goal},
        "hexHidden": gettext("The number is not shown, because it is very small."),
        "zoomIn": gettext("Zoom in"),
        "zoomOut": gettext("Zoom out"),
        "close": gettext("Close"),
        "map": gettext("Map of need"),
        "failed": gettext("The map could not be shown. The table has the same figures."),
    }
