"""Measured signal, cell by cell; a cell where nobody measured is "not measured" and not listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.need.measured_places import CellKind, hex_keys, square_keys, square_name
from taskforce.need.measured_quantiles import Labels, labelled, quantiles
from taskforce.need.measured_rows import MeasuredRows, measured_rows
from taskforce.vocabulary.hexagons import HEX_RESOLUTION
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Layer

_MEDIAN, _TENTH = 0.5, 0.1


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the measurements.

    `operator` and `generation` leave out all others; the splits answer for each of them apart.
    The thresholds are reference signals (RSRP) in dBm; a signal at the threshold is enough.
    """

    by: CellKind = CellKind.SQUARE
    resolution: int = HEX_RESOLUTION
    split_operator: bool = False
    split_generation: bool = False
    operator: str | None = None
    generation: str | None = None
    voice_dbm: float = Service.VOICE.threshold_dbm
    data_dbm: float = Service.DATA.threshold_dbm


@dataclass(frozen=True, slots=True)
class MeasuredCell:
    """What was measured in one cell.

    `operator` and `generation` are None where all are taken together, "" where they are not told.
    `with_rsrp` counts the measurements of 4G and 5G that tell a reference signal; the figures in
    dBm and the counts below a threshold are of these, and None where there is none.
    """

    cell: str
    operator: str | None
    generation: str | None
    measurements: int
    with_rsrp: int
    median_rsrp_dbm: float | None
    p10_rsrp_dbm: float | None
    below_voice: int
    below_data: int
    oldest: date | None
    newest: date | None
    sources: tuple[str, ...]

    @property
    def share_below_voice(self) -> float | None:
        """The share of the reference signals that is too weak for voice."""
        return self.below_voice / self.with_rsrp if self.with_rsrp else None

    @property
    def share_below_data(self) -> float | None:
        """The share of the reference signals that is too weak for data."""
        return self.below_data / self.with_rsrp if self.with_rsrp else None


def measured_cells(layer: Layer, question: Question | None = None) -> tuple[MeasuredCell, ...]:
    """Count and sum up the measurements of each cell.

    Parameters
    ----------
    layer
        A layer of kind "measurements".
    question
        The kind of cell, the split and the thresholds; 100 m squares, all together, when left out.

    Returns
    -------
    tuple of MeasuredCell
        Only cells in which somebody measured, in the order of their names, then of operators and
        generations by the alphabet. A cell that is not there is not measured; nothing is said
        about its coverage.

    References
    ----------
    docs/figures/measured.md
    """
    question = question or Question()
    rows = measured_rows(layer, operator=question.operator, generation=question.generation)
    keys = _keys(rows, question)
    groups, count = labelled(*keys)
    names = _names(keys, groups, count, question)
    found = _summed_up(rows, groups, count, question)
    networks = _networks(rows, groups, count, question)
    cells = (
        MeasuredCell(cell=cell, operator=operator, generation=generation, **figures)
        for cell, (operator, generation), figures in zip(names, networks, found, strict=True)
    )
    return tuple(
        sorted(cells, key=lambda one: (one.cell, one.operator or "", one.generation or ""))
    )


def measured_in(
    cells: Iterable[MeasuredCell],
    cell: str,
    *,
    operator: str | None = None,
    generation: str | None = None,
) -> MeasuredCell | None:
    """Answer for one cell.

    Parameters
    ----------
    cells
        What `measured_cells` found.
    cell
        The name of a cell.
    operator, generation
        As in the split; None for all together.

    Returns
    -------
    MeasuredCell or None
        None where nobody measured: the cell is "not measured", which is not "no coverage".
    """
    asked = (cell, operator, generation)
    return next((one for one in cells if (one.cell, one.operator, one.generation) == asked), None)


def _keys(rows: MeasuredRows, question: Question) -> tuple[Labels, Labels, Labels, Labels]:
    together = np.zeros(len(rows.easting_m), np.int64)
    place = (
        square_keys(rows.easting_m, rows.northing_m)
        if question.by is CellKind.SQUARE
        else hex_keys(rows.longitude, rows.latitude, question.resolution)
    )
    return (
        *place,
        rows.operator if question.split_operator else together,
        rows.generation if question.split_generation else together,
    )


def _names(keys: Sequence[Labels], groups: Labels, count: int, question: Question) -> list[str]:
    first, second = (_of_each(key, groups, count).tolist() for key in keys[:2])
    if question.by is CellKind.SQUARE:
        return [square_name(*corner) for corner in zip(first, second, strict=True)]
    return [f"{cell:x}" for cell in first]


def _networks(
    rows: MeasuredRows, groups: Labels, count: int, question: Question
) -> list[tuple[str | None, str | None]]:
    operators: list[str | None] = [question.operator] * count
    generations: list[str | None] = [question.generation] * count
    if question.split_operator:
        of_each = _of_each(rows.operator, groups, count)
        operators = [rows.operators[at] for at in of_each.tolist()]
    if question.split_generation:
        of_each = _of_each(rows.generation, groups, count)
        generations = [rows.generations[at] for at in of_each.tolist()]
    return list(zip(operators, generations, strict=True))


def _of_each(values: Labels, groups: Labels, count: int) -> Labels:
    found = np.zeros(count, np.int64)
    found[groups] = values
    return found


def _summed_up(
    rows: MeasuredRows, groups: Labels, count: int, question: Question
) -> list[dict[str, Any]]:
    rsrp = rows.rsrp_dbm
    levels = quantiles(rsrp, groups, count, (_MEDIAN, _TENTH))
    median, tenth = ([None if np.isnan(one) else one for one in of] for of in levels.T.tolist())

    def counted(flags: NDArray[np.bool_]) -> list[int]:
        found: list[int] = np.bincount(groups[flags], minlength=count).tolist()
        return found

    oldest, newest = rows.days(groups, count)
    columns: dict[str, Sequence[Any]] = {
        "measurements": counted(np.ones(len(groups), np.bool_)),
        "with_rsrp": counted(np.isfinite(rsrp)),
        "median_rsrp_dbm": median,
        "p10_rsrp_dbm": tenth,
        "below_voice": counted(rsrp < question.voice_dbm),
        "below_data": counted(rsrp < question.data_dbm),
        "oldest": oldest,
        "newest": newest,
        "sources": rows.sources_of(groups, count),
    }
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]
