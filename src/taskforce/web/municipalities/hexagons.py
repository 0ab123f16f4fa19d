"""The small areas of a municipality, each with the share that lacks the goal."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

import h3

from taskforce.report.bundle import Bundle, slug_of
from taskforce.vocabulary.speed import Threshold

_FILE = "need_hexes.geojson"
# The same edges as those of the big map, but fewer: a small map shows no fine shades.
_SOME, _MANY = 0.10, 0.25


class Shade(Enum):
    """How many of the known addresses lack the goal; the value is the colour."""

    HIDDEN = "#cdd3d7"
    NONE = "#7fb0c8"
    FEW = "#f2b06a"
    SOME = "#dc7a35"
    MANY = "#6f2a06"


@dataclass(frozen=True, slots=True)
class Hexagon:
    """One small area: its middle, its H3 size, and what is told of it by day and threshold."""

    longitude: float
    latitude: float
    size: int
    told: Mapping[str, Any]

    def shade(self, when: str, threshold: Threshold) -> Shade | None:
        """Its shade on a day; None where nothing is known of it."""
        slug = slug_of(threshold)
        if self.told.get(f"{when}_withheld_{slug}"):
            return Shade.HIDDEN
        share = self.told.get(f"{when}_share_{slug}")
        if share is None:
            return None
        if share == 0:
            return Shade.NONE
        if share < _SOME:
            return Shade.FEW
        return Shade.SOME if share < _MANY else Shade.MANY


def hexagons_in(bundle: Bundle, code: str) -> tuple[Hexagon, ...]:
    """The small areas of a municipality; none where the bundle holds no such file."""
    file = bundle.download(_FILE)
    return _by_municipality(file).get(code, ()) if file else ()


@lru_cache(maxsize=2)
def _by_municipality(file: Path) -> dict[str, tuple[Hexagon, ...]]:
    found: defaultdict[str, list[Hexagon]] = defaultdict(list)
    for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
        told = feature["properties"]
        latitude, longitude = h3.cell_to_latlng(told["hex"])
        size = h3.get_resolution(told["hex"])
        found[told["municipality"]].append(Hexagon(longitude, latitude, size, _shares(told)))
    return {code: tuple(those) for code, those in found.items()}


def _shares(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in told.items() if "_share_" in name or "_withheld_" in name
    }
