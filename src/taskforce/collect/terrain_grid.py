"""Lays height models on one even grid, counts what is missing, and writes it down."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from taskforce.collect.terrain_region import region_of
from taskforce.sources.terrain.cover import as_heights, parse_codes
from taskforce.sources.terrain.filling import filled
from taskforce.sources.terrain.grid import Grid, grid_over
from taskforce.sources.terrain.opening import open_raster
from taskforce.sources.terrain.raster import LOWEST_M, Raster
from taskforce.sources.terrain.sampling import sampled
from taskforce.sources.terrain.trimming import trimmed
from taskforce.vocabulary.coordinates import METRIC_CRS
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    from taskforce.collect.outcome import Tell
    from taskforce.collect.terrain_choices import TerrainChoices
    from taskforce.snapshot.frozen import Layer

# The highest hill is 171 m, the highest mast 320 m; Danish heights in feet would exceed these.
HIGHEST_M = {"dtm": 250.0, "dsm": 450.0}


@dataclass(frozen=True, slots=True)
class Made:
    """Heights, and where it is known land cover, that lie in the workroom as arrays."""

    grid: Grid
    heights: Path
    clutter: Path | None
    mode: str
    voids: int
    gaps: int
    cells: dict[int, int]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


def make_terrain(
    files: Sequence[Path],
    choices: TerrainChoices,
    boundaries: Layer | None,
    *,
    room: Path,
    tell: Tell,
) -> Made:
    """Lay files on a grid in the workroom."""
    rasters = [open_raster(file, room=room, crs=choices.crs) for file in files]
    crop = region_of(boundaries) if boundaries and not choices.anywhere else None
    grid = grid_over(rasters, step_m=choices.step, crop=crop, anywhere=choices.anywhere)
    tell(f"Laying {grid.points:,} points of {choices.step:g} m")
    heights, covered = _laid(rasters, grid, room)
    grid, heights, covered = _without_bent_edges(grid, heights, covered)
    if grid.crs == METRIC_CRS:
        _refuse_feet(heights, choices.kind, files)
    voids, gaps = _missing(heights, covered)
    _refuse_missing(voids, gaps, grid, choices, files)
    if voids or gaps:
        tell(f"Filling {voids + gaps:,} points")
        heights = filled(np.array(heights))
    np.save(room / "heights.npy", heights)
    cells = {number: raster.cells for number, raster in enumerate(rasters)}
    made = Made(
        grid=grid,
        heights=room / "heights.npy",
        clutter=None,
        mode=choices.kind,
        voids=voids,
        gaps=gaps,
        cells=cells,
        sources=tuple(file.name for file in files),
        notes=_notes(grid, heights, voids, gaps),
    )
    return _with_clutter(made, choices, room=room, tell=tell) if choices.clutter else made


def write_terrain(made: Made, folder: Path) -> None:
    """Put heights, land cover and the description of the grid into the folder of the layer."""
    shutil.copyfile(made.heights, folder / "heights.npy")
    if made.clutter:
        shutil.copyfile(made.clutter, folder / "clutter.npy")
    content = {
        "west_m": made.grid.west_m,
        "south_m": made.grid.south_m,
        "step_m": made.grid.step_m,
        "rows": made.grid.rows,
        "columns": made.grid.columns,
        "crs": made.grid.crs,
        "mode": made.mode,
        "filled": made.voids + made.gaps,
        "voids": made.voids,
        "gaps": made.gaps,
        "sources": list(made.sources),
    }
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (folder / "grid.json").write_text(text + "\n", encoding="utf-8")


def _laid(rasters: Sequence[Raster], grid: Grid, room: Path) -> tuple[Any, Any]:
    shape = (grid.rows, grid.columns)
    heights = np.lib.format.open_memmap(room / "laid.npy", "w+", np.float32, shape)
    covered = np.lib.format.open_memmap(room / "covered.npy", "w+", np.bool_, shape)
    for band in sampled(rasters, grid):
        rows = slice(band.first_row, band.first_row + len(band.values))
        heights[rows] = band.values
        covered[rows] = band.covered
    return heights, covered


def _without_bent_edges(grid: Grid, heights: Any, covered: Any) -> tuple[Grid, Any, Any]:
    rows, columns = trimmed(covered)
    smaller = replace(
        grid,
        west_m=grid.west_m + columns.start * grid.step_m,
        south_m=grid.south_m + rows.start * grid.step_m,
        rows=rows.stop - rows.start,
        columns=columns.stop - columns.start,
    )
    return smaller, heights[rows, columns], covered[rows, columns]


def _missing(heights: Any, covered: Any) -> tuple[int, int]:
    empty = np.isnan(heights)
    return int((empty & covered).sum()), int((empty & ~covered).sum())


def _refuse_feet(heights: Any, kind: str, files: Sequence[Path]) -> None:
    # Named NaN where nothing is known at all; that is told a moment later.
    highest = float(np.fmax.reduce(heights, axis=None))
    if highest > HIGHEST_M[kind]:
        raise Refused(
            f"The highest point is {highest:,.0f}; no ground in Denmark is higher than 171 m. "
            "The heights are perhaps in feet.",
            remedy="Turn them into metres (1 ft = 0.3048 m); a surface model needs --kind dsm.",
            file=files[0],
        )


def _refuse_missing(
    voids: int, gaps: int, grid: Grid, choices: TerrainChoices, files: Sequence[Path]
) -> None:
    if voids + gaps == grid.points:
        raise Refused("No point has a height.", remedy="Fetch the file again.", file=files[0])
    if (voids or gaps) and not choices.fill_voids:
        raise Refused(
            f"{voids + gaps:,} of {grid.points:,} points have no height: {voids:,} are missing in "
            f"a file or lie below {LOWEST_M:g} m, {gaps:,} lie in no file.",
            remedy="Give the missing tiles, or --fill-voids: they get the height of what lies "
            "around them, and are counted.",
            file=files[0],
        )


def _notes(grid: Grid, heights: Any, voids: int, gaps: int) -> tuple[str, ...]:
    notes = [
        f"{grid.columns:,} × {grid.rows:,} points every {grid.step_m:g} m from "
        f"{grid.west_m:.0f} E, {grid.south_m:.0f} N ({grid.crs}); heights "
        f"{float(heights.min()):.1f} to {float(heights.max()):.1f} m."
    ]
    if voids or gaps:
        notes.append(
            f"{voids + gaps:,} points ({(voids + gaps) / grid.points:.2%}) had no height and were "
            f"filled from what lies around them: {voids:,} missing in a file, {gaps:,} in no file."
        )
    if grid.crs != METRIC_CRS:
        notes.append("The grid lies outside Denmark: Danish sites and addresses are not on it.")
    return tuple(notes)


def _with_clutter(made: Made, choices: TerrainChoices, *, room: Path, tell: Tell) -> Made:
    file = choices.clutter
    if file is None:
        return made
    tell(f"Laying land cover from {file.name}")
    raster = open_raster(file, room=room, crs=choices.crs)
    codes = parse_codes(choices.clutter_codes) if choices.clutter_codes else None
    shape = (made.grid.rows, made.grid.columns)
    target = room / "clutter.npy"
    clutter = np.lib.format.open_memmap(target, "w+", np.float32, shape)
    unknown = 0
    for band in sampled([raster], made.grid, nearest=True):
        rows = slice(band.first_row, band.first_row + len(band.values))
        clutter[rows] = as_heights(band.values, codes, file=file.name)
        unknown += int(np.isnan(band.values).sum())
    clutter.flush()
    if unknown == made.grid.points:
        raise Refused(
            "The land cover lies nowhere on the terrain.",
            remedy="Check its projection.",
            file=file,
        )
    notes = [f"Trees and houses stand on {float((clutter > 0).mean()):.1%} of the points."]
    if unknown:
        notes.append(f"{unknown:,} points have no land cover and count as open land.")
    return replace(
        made,
        clutter=target,
        mode="dtm+clutter",
        cells=made.cells | {len(made.cells): raster.cells},
        sources=(*made.sources, file.name),
        notes=(*made.notes, *notes),
    )
