"""Measured signal, municipality by municipality: how much was measured, and how much is weak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import shapely

from taskforce.need.areas import NOWHERE, NOWHERE_NAME
from taskforce.need.measured import MeasuredCell, Question, measured_cells
from taskforce.need.measured_places import CellKind, square_centre

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Layer

_Network = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class MeasuredArea:
    """What was measured in one municipality, in 100 m squares.

    `with_rsrp` counts the squares whose median is known; those below a threshold are of these.
    """

    area: str
    name: str
    operator: str | None
    generation: str | None
    cells: int
    with_rsrp: int
    below_voice: int
    below_data: int
    oldest: date | None
    newest: date | None

    @property
    def share_below_voice(self) -> float | None:
        """The share of the squares whose median signal is too weak for voice."""
        return self.below_voice / self.with_rsrp if self.with_rsrp else None

    @property
    def share_below_data(self) -> float | None:
        """The share of the squares whose median signal is too weak for data."""
        return self.below_data / self.with_rsrp if self.with_rsrp else None


def measured_areas(
    layer: Layer, boundaries: Layer, question: Question | None = None
) -> tuple[MeasuredArea, ...]:
    """Count the measured squares of each municipality.

    Parameters
    ----------
    layer
        A layer of kind "measurements".
    boundaries
        A layer of kind "boundaries"; a square lies where its middle lies.
    question
        The split and the thresholds; the cells are always 100 m squares.

    Returns
    -------
    tuple of MeasuredArea
        Only municipalities in which somebody measured, by code; squares outside all of them are
        an area of their own, the last.

    References
    ----------
    docs/figures/measured.md
    """
    asked = replace(question or Question(), by=CellKind.SQUARE)
    cells = measured_cells(layer, asked)
    codes, names = _located(cells, boundaries)
    together: dict[_Network, list[MeasuredCell]] = {}
    for code, cell in zip(codes, cells, strict=True):
        together.setdefault((code, cell.operator, cell.generation), []).append(cell)
    areas = [_area(key, names[key[0]], of, asked) for key, of in together.items()]
    return tuple(
        sorted(
            areas,
            key=lambda one: (
                one.area == NOWHERE,
                one.area,
                one.operator or "",
                one.generation or "",
            ),
        )
    )


def _area(
    key: _Network, name: str, cells: Sequence[MeasuredCell], question: Question
) -> MeasuredArea:
    medians = [one.median_rsrp_dbm for one in cells if one.median_rsrp_dbm is not None]
    return MeasuredArea(
        area=key[0],
        name=name,
        operator=key[1],
        generation=key[2],
        cells=len(cells),
        with_rsrp=len(medians),
        below_voice=sum(median < question.voice_dbm for median in medians),
        below_data=sum(median < question.data_dbm for median in medians),
        oldest=min(_told(one.oldest for one in cells), default=None),
        newest=max(_told(one.newest for one in cells), default=None),
    )


def _told(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]


def _located(cells: Sequence[MeasuredCell], boundaries: Layer) -> tuple[list[str], dict[str, str]]:
    """The municipality of each square, and the name of each municipality."""
    import pyarrow.parquet as pq

    table = pq.read_table(boundaries.file("boundaries")).to_pydict()
    centres = np.array([square_centre(one.cell) for one in cells]).reshape(len(cells), 2)
    codes = np.full(len(cells), NOWHERE, object)
    for code, outline in zip(table["code"], shapely.from_wkb(table["geometry"]), strict=True):
        near = _near(centres, outline.bounds)
        shapely.prepare(outline)
        inside = near[shapely.contains_xy(outline, centres[near, 0], centres[near, 1])]
        codes[inside] = code
    names = dict(zip(table["code"], table["name"], strict=True)) | {NOWHERE: NOWHERE_NAME}
    return codes.tolist(), names


def _near(
    centres: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    bounds: tuple[float, float, float, float],
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    west, south, east, north = bounds
    x, y = centres.T
    return np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
