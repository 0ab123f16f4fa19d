"""The ground between a mast and a telephone: hills, and where it is known, trees and houses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from taskforce.vocabulary.text import Text

Heights = NDArray[np.float32]


class TerrainMode(StrEnum):
    """What a prediction knows of the ground; printed on every number and map."""

    NONE = "none"
    GROUND = "dtm"
    GROUND_AND_CLUTTER = "dtm+clutter"
    SURFACE = "dsm"

    @property
    def label(self) -> Text:
        return _LABELS[self]


@dataclass(frozen=True, slots=True)
class Terrain:
    """Heights on an even grid, EPSG:25832.

    `heights_m[row, column]` is the height over the sea in the point
    (`west_m` + column × `step_m`, `south_m` + row × `step_m`): row 0 is the southmost.
    `clutter_m` has the same shape where it is known, otherwise it is empty. Mode NONE has empty
    grids and reaches everywhere. `layer` is the id of the layer on the shelf, "" without one;
    `filled` counts the points whose height was missing and has been filled.
    """

    mode: TerrainMode
    heights_m: Heights = field(default_factory=lambda: np.empty((0, 0), np.float32))
    clutter_m: Heights = field(default_factory=lambda: np.empty((0, 0), np.float32))
    west_m: float = 0.0
    south_m: float = 0.0
    step_m: float = 50.0
    layer: str = ""
    filled: int = 0
    demonstration: bool = False

    @property
    def east_m(self) -> float:
        return self.west_m + (self.heights_m.shape[1] - 1) * self.step_m

    @property
    def north_m(self) -> float:
        return self.south_m + (self.heights_m.shape[0] - 1) * self.step_m

    def holds(
        self, easting_m: NDArray[np.float64], northing_m: NDArray[np.float64]
    ) -> NDArray[np.bool_]:
        """Tell which places lie on the grid; without terrain all do."""
        if self.mode is TerrainMode.NONE:
            return np.ones(len(easting_m), np.bool_)
        inside = (easting_m >= self.west_m) & (easting_m <= self.east_m)
        return inside & (northing_m >= self.south_m) & (northing_m <= self.north_m)


_LABELS = {
    TerrainMode.NONE: Text("flad jord, intet terræn", "flat earth, no terrain"),
    TerrainMode.GROUND: Text("terræn uden bevoksning", "terrain without vegetation"),
    TerrainMode.GROUND_AND_CLUTTER: Text("terræn og bevoksning", "terrain and ground cover"),
    TerrainMode.SURFACE: Text("overflade med træer og huse", "surface with trees and houses"),
}


def flat() -> Terrain:
    """No terrain: a smooth earth at the height of the sea; an upper bound on reach."""
    return Terrain(TerrainMode.NONE)
