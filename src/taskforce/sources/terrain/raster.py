"""A raster of heights as it was delivered: where its cells lie, and how a part of it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Heights = NDArray[np.float32]

# Land in Denmark that was drained from the sea lies at most 7 m below it: what is lower is a
# missing value that the file does not declare.
LOWEST_M = -20.0


class Window(NamedTuple):
    """A part of a raster; `rows` and `columns` are multiples of `factor`.

    Each square of `factor` cells becomes one: their mean, or the middle one where `nearest`.
    """

    row: int
    column: int
    rows: int
    columns: int
    factor: int = 1
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Raster:
    """One file: north up, row 0 the northmost, edges and cell sizes in the unit of its `crs`.

    `read` gives a window as metres, NaN where the height is missing.
    """

    file: Path
    layout: str
    crs: str
    rows: int
    columns: int
    west: float
    north: float
    cell_x: float
    cell_y: float
    read: Callable[[Window], Heights]

    @property
    def east(self) -> float:
        return self.west + self.columns * self.cell_x

    @property
    def south(self) -> float:
        return self.north - self.rows * self.cell_y

    @property
    def cells(self) -> int:
        return self.rows * self.columns


def reader_of(cells: NDArray[np.generic], void: float | None) -> Callable[[Window], Heights]:
    """Read windows from an array, which may lie on the disk; `void` stands for no height."""

    def read(window: Window) -> Heights:
        last_row, last_column = window.row + window.rows, window.column + window.columns
        part = cells[window.row : last_row, window.column : last_column].astype(np.float32)
        if void is not None:
            part[part == np.float32(void)] = np.nan
        return coarser(believable(part), window)

    return read


def believable(part: Heights) -> Heights:
    """The heights, NaN where they are too low to be any."""
    return np.where(part < LOWEST_M, np.float32(np.nan), part)


def coarser(part: Heights, window: Window) -> Heights:
    """Make one cell of each square, as the window asks: the mean of what is known, or the middle.

    Parameters
    ----------
    part
        Cells, rows and columns multiples of the factor.
    window
        Its factor, and whether the middle cell is wanted.

    Returns
    -------
    Heights
        NaN where a square knows nothing.
    """
    factor = window.factor
    if factor == 1:
        return part
    if window.nearest:
        return part[factor // 2 :: factor, factor // 2 :: factor]
    squares = part.reshape(part.shape[0] // factor, factor, part.shape[1] // factor, factor)
    told = np.isfinite(squares)
    count = told.sum(axis=(1, 3))
    total = np.where(told, squares, 0).sum(axis=(1, 3))
    mean = total / np.maximum(count, 1)
    return np.where(count > 0, mean, np.nan).astype(np.float32)
