"""SRTM and NASADEM tiles: one degree square in 16-bit numbers; the name tells the place."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np

from taskforce.sources.terrain.raster import Raster, reader_of
from taskforce.vocabulary.coordinates import MAP_CRS
from taskforce.vocabulary.errors import Refused

SIDES = (1201, 3601)
VOID = -32_768

_NAME = re.compile(r"^([NS])(\d{2})([EW])(\d{3})", re.IGNORECASE)


def open_hgt(file: Path) -> Raster:
    """Open a tile; it is read from the disk part by part.

    Parameters
    ----------
    file
        Named after its south-west corner, for example N55E011.hgt.

    Returns
    -------
    Raster
        In degrees, EPSG:4326. The outermost cells lie on the edges of the degree square.

    Raises
    ------
    Refused
        The name tells no place, or the size is that of no tile.
    """
    place = _NAME.match(file.name)
    if place is None:
        raise Refused(
            "The name of the tile does not tell where it lies.",
            remedy="Give it its own name back, for example N55E011.hgt.",
            file=file,
        )
    side = math.isqrt(file.stat().st_size // 2)
    if side not in SIDES or side * side * 2 != file.stat().st_size:
        raise Refused(
            f"{file.stat().st_size:,} bytes are no tile of 1201 or 3601 rows and columns.",
            remedy="Unpack it, or fetch it again.",
            file=file,
        )
    latitude = int(place[2]) * (1 if place[1].upper() == "N" else -1)
    longitude = int(place[4]) * (1 if place[3].upper() == "E" else -1)
    cell = 1 / (side - 1)
    cells = np.memmap(file, ">i2", "r", shape=(side, side))
    return Raster(
        file=file,
        layout="hgt",
        crs=MAP_CRS,
        rows=side,
        columns=side,
        west=longitude - cell / 2,
        north=latitude + 1 + cell / 2,
        cell_x=cell,
        cell_y=cell,
        read=reader_of(cells, VOID),
    )
