"""Writes the made-up ground as ESRI ASCII grids, which need no library to be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration.ground import Ground
from taskforce.vocabulary.coordinates import METRIC_CRS


def write_ground(ground: Ground, heights: Path, cover: Path) -> None:
    """Write heights and land cover, each with its projection beside it.

    Parameters
    ----------
    ground
        What to write.
    heights, cover
        The two files, ending in .asc.
    """
    for file, cells in ((heights, ground.height_m), (cover, ground.cover)):
        file.write_text(_header(ground) + _rows(cells), encoding="ascii")
        file.with_suffix(".prj").write_text(f"{METRIC_CRS}\n", encoding="ascii")


def _header(ground: Ground) -> str:
    rows, columns = ground.height_m.shape
    return (
        f"ncols {columns}\nnrows {rows}\nxllcorner {ground.west_m:.0f}\n"
        f"yllcorner {ground.south_m:.0f}\ncellsize {ground.step_m:.0f}\nNODATA_value -9999\n"
    )


def _rows(cells: NDArray[np.integer]) -> str:
    """The northmost row first."""
    words = [str(number) for number in range(int(cells.max()) + 1)]
    lines = [" ".join([words[cell] for cell in row]) for row in cells[::-1].tolist()]
    return "\n".join([*lines, ""])
