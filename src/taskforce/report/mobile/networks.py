"""What was measured in each hexagon, told by the strongest network that was measured enough there.

Operators report coverage where one of them has it, and masts are predicted without knowing whose
they are. A measurement compares with both only if it speaks of the best network too; which one
that is, is never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import shapely

from taskforce.report.mobile.overview import LEAST_MEASUREMENTS
from taskforce.report.shapes import municipality_outlines
from taskforce.vocabulary.coordinates import to_metric

if TYPE_CHECKING:
    from taskforce.need.measured import MeasuredCell
    from taskforce.snapshot.frozen import Layer


@dataclass(frozen=True, slots=True)
class MeasuredHex:
    """One hexagon: `measurements` of all networks, the median of the strongest one.

    `median_dbm` is None where no network was measured enough.
    """

    measurements: int
    median_dbm: float | None
    oldest: date | None
    newest: date | None


def measured_hexes(layer: Layer) -> dict[str, MeasuredHex]:
    """Sum the measurements up by hexagon.

    Parameters
    ----------
    layer
        A layer of kind "measurements".

    Returns
    -------
    dict
        By H3 cell of resolution 8; only hexagons with a reference signal.
    """
    from taskforce.need.measured import Question, measured_cells
    from taskforce.need.measured_places import CellKind

    together: dict[str, list[MeasuredCell]] = {}
    for one in measured_cells(layer, Question(by=CellKind.HEX, split_operator=True)):
        if one.with_rsrp:
            together.setdefault(one.cell, []).append(one)
    return {cell: _summed_up(networks) for cell, networks in together.items()}


def lone_hexes(
    hexes: Iterable[str], boundaries: Layer | None, codes: Sequence[str]
) -> Mapping[str, str]:
    """Find the municipality of hexagons where nobody lives.

    Parameters
    ----------
    hexes
        H3 cells.
    boundaries
        The layer on the shelf; without one no municipality is found.
    codes
        The municipalities of the region.

    Returns
    -------
    Mapping
        The code for each hexagon whose middle lies in the region.
    """
    cells = sorted(hexes)
    if boundaries is None or not cells:
        return {}
    easting_m, northing_m = _middles(cells)
    found: dict[str, str] = {}
    for code, outline in municipality_outlines(boundaries, (), codes).items():
        inside = shapely.contains_xy(outline, easting_m, northing_m)
        found |= {cells[at]: code for at in np.flatnonzero(inside).tolist()}
    return found


def _middles(cells: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    import h3

    latitude, longitude = np.array([h3.cell_to_latlng(cell) for cell in cells]).T
    return to_metric(longitude, latitude)


def _summed_up(networks: Sequence[MeasuredCell]) -> MeasuredHex:
    medians = [
        one.median_rsrp_dbm
        for one in networks
        if one.median_rsrp_dbm is not None and one.with_rsrp >= LEAST_MEASUREMENTS
    ]
    return MeasuredHex(
        measurements=sum(one.with_rsrp for one in networks),
        median_dbm=max(medians, default=None),
        oldest=min((one.oldest for one in networks if one.oldest), default=None),
        newest=max((one.newest for one in networks if one.newest), default=None),
    )
