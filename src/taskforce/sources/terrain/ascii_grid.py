"""ESRI ASCII grids: a header of a few lines, then the heights as text, the northmost row first."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np

from taskforce.sources.terrain.raster import Raster, reader_of
from taskforce.vocabulary.errors import Refused

# Text that is turned into numbers at a time.
_PART_BYTES = 1 << 22
_COMMA = re.compile(r"\d,\d")
_LARGEST_CELLS = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Header:
    """What the first lines say; the corner is the outer edge of the grid."""

    rows: int
    columns: int
    west: float
    south: float
    cell_x: float
    cell_y: float
    void: float


def open_ascii_grid(file: Path, *, room: Path, crs: str | None = None) -> Raster:
    """Open a grid; its text is turned into numbers on the disk, part by part.

    Parameters
    ----------
    file
        With .asc or .grd; a .prj of the same name beside it tells the grid of coordinates.
    room
        A folder for the numbers.
    crs
        The grid of coordinates, where no .prj stands beside the file.

    Returns
    -------
    Raster
        As its header says.

    Raises
    ------
    Refused
        No grid of coordinates is known, the header is wrong, or a height is no number.
    """
    told = _projection(file, crs)
    try:
        with file.open(encoding="utf-8-sig") as lines:
            header, first = _header(lines, file)
            cells = _on_disk(_numbers(lines, first, file), header, room=room, file=file)
    except UnicodeDecodeError as error:
        raise Refused(
            "This is no text, so it is no ESRI ASCII grid.", remedy="Give it another ending.",
            file=file,
        ) from error  # fmt: skip
    return Raster(
        file=file,
        layout="ascii",
        crs=told,
        rows=header.rows,
        columns=header.columns,
        west=header.west,
        north=header.south + header.rows * header.cell_y,
        cell_x=header.cell_x,
        cell_y=header.cell_y,
        read=reader_of(cells, header.void),
    )


def _projection(file: Path, crs: str | None) -> str:
    beside = [file.with_suffix(ending) for ending in (".prj", ".PRJ")]
    found = next((one for one in beside if one.exists()), None)
    if found is not None and (told := found.read_text(encoding="utf-8-sig").strip()):
        return told
    if crs is None:
        raise Refused(
            "An ESRI ASCII grid does not say in which grid of coordinates it lies.",
            remedy=f"Put {beside[0].name} beside it, or give --crs EPSG:25832.",
            file=file,
        )
    return crs


def _header(lines: TextIO, file: Path) -> tuple[Header, str]:
    """The header, and the first line of heights, which has been read by then."""
    told: dict[str, float] = {}
    for line in lines:
        words = line.split()
        if not words:
            continue
        if not words[0][0].isalpha() or words[0].lower() in ("nan", "inf"):
            return _understood(told, file), line
        told[words[0].lower()] = _number(words[1] if len(words) > 1 else "", words[0], file)
    raise Refused("The grid holds no heights.", remedy="Fetch it again.", file=file)


def _number(text: str, name: str, file: Path) -> float:
    if "," in text:
        raise _decimal_comma(text, file)
    try:
        return float(text)
    except ValueError as error:
        raise Refused(
            f'"{name}" in the header is followed by "{text}", which is no number.',
            remedy="Write ncols, nrows, xllcorner, yllcorner, cellsize and NODATA_value.",
            file=file,
        ) from error


def _understood(told: dict[str, float], file: Path) -> Header:
    cell_x, cell_y = (told.get("cellsize", told.get(name)) for name in ("dx", "dy"))
    west, south = (told.get(f"{axis}llcorner") for axis in "xy")
    if west is None and cell_x and "xllcenter" in told:
        west = told["xllcenter"] - cell_x / 2
    if south is None and cell_y and "yllcenter" in told:
        south = told["yllcenter"] - cell_y / 2
    rows, columns = int(told.get("nrows", 0)), int(told.get("ncols", 0))
    if west is None or south is None or not cell_x or not cell_y or rows < 2 or columns < 2:
        raise Refused(
            f"The header does not tell where the grid lies (found: {', '.join(told) or 'none'}).",
            remedy="Write ncols, nrows, xllcorner, yllcorner, cellsize and NODATA_value.",
            file=file,
        )
    if rows * columns > _LARGEST_CELLS or cell_x < 0 or cell_y < 0:
        raise Refused(
            f"The header tells of {rows:,} × {columns:,} cells of {cell_x:g} × {cell_y:g}.",
            remedy="Give it as GeoTIFF, which is read part by part.",
            file=file,
        )
    return Header(rows, columns, west, south, cell_x, cell_y, told.get("nodata_value", -9999.0))


def _numbers(lines: TextIO, first: str, file: Path) -> Iterator[np.ndarray]:
    part = [first]
    while part:
        text = "".join(part)
        try:
            yield np.array(text.split(), np.float32)
        except ValueError as error:
            if _COMMA.search(text):
                raise _decimal_comma(_COMMA.search(text)[0], file) from error  # type: ignore[index]
            raise Refused(
                f"A height is no number ({error}).", remedy="Fetch the file again.", file=file
            ) from error
        part = lines.readlines(_PART_BYTES)


def _on_disk(parts: Iterator[np.ndarray], header: Header, *, room: Path, file: Path) -> np.ndarray:
    name = room / f"grid-{uuid.uuid4().hex}.npy"
    shape = (header.rows, header.columns)
    cells = np.lib.format.open_memmap(name, "w+", np.float32, shape)
    flat, filled = cells.reshape(-1), 0
    for part in parts:
        if filled + len(part) <= len(flat):
            flat[filled : filled + len(part)] = part
        filled += len(part)
    if filled != len(flat):
        raise Refused(
            f"The header promises {len(flat):,} heights; the file holds {filled:,}.",
            remedy="Fetch the file again.",
            file=file,
        )
    return cells


def _decimal_comma(text: str, file: Path) -> Refused:
    return Refused(
        f'Numbers are written with a decimal comma ("{text}").',
        remedy="Write them with a point: an ESRI ASCII grid knows no comma.",
        file=file,
    )
