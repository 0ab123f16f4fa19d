"""GeoTIFF, through the optional extra: of any size, as only the part asked for is read."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from taskforce.sources.terrain.raster import Heights, Raster, Window, believable, coarser
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

_CELLS_AT_A_TIME = 4_000_000

FEET = ("ft", "feet", "foot", "us-ft", "us survey foot", "usfeet")


def open_geotiff(file: Path, *, crs: str | None = None) -> Raster:
    """Open a GeoTIFF of one band; overviews in the file are used where they are enough.

    Parameters
    ----------
    file
        GeoTIFF, also cloud-optimised, in any projection.
    crs
        The grid of coordinates, only where the file does not tell.

    Returns
    -------
    Raster
        With the declared missing value, scale and offset applied to what is read.

    Raises
    ------
    Refused
        rasterio is not installed; the file cannot be opened, declares no projection, is turned,
        has several bands, or says that its heights are feet.
    """
    with _opened(file) as dataset:
        _refuse(dataset, file, crs=crs)
        told = dataset.crs.to_wkt() if dataset.crs else str(crs)
        place = dataset.transform
        rows, columns = dataset.height, dataset.width
    return Raster(
        file=file,
        layout="geotiff",
        crs=told,
        rows=rows,
        columns=columns,
        west=place.c,
        north=place.f,
        cell_x=place.a,
        cell_y=-place.e,
        read=lambda window: _read(file, window),
    )


def _opened(file: Path) -> DatasetReader:
    try:
        import rasterio
        import rasterio.errors
    except ImportError as error:
        raise Refused(
            "GeoTIFF is read by rasterio, which is not installed.",
            remedy='Type pip install "digital-taskforce[terrain]", or give the heights as .hgt or '
            "ESRI ASCII grid.",
            file=file,
        ) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
            return rasterio.open(file)
    except rasterio.errors.RasterioIOError as error:
        raise Refused(
            f"The raster cannot be opened ({error}).",
            remedy="Give a GeoTIFF, or fetch it again.",
            file=file,
        ) from error


def _refuse(dataset: DatasetReader, file: Path, *, crs: str | None) -> None:
    place = dataset.transform
    if place.is_identity or (dataset.crs is None and crs is None):
        raise Refused(
            "The raster does not declare where it lies.",
            remedy="Give one with a projection, for example EPSG:25832, or name it with --crs.",
            file=file,
        )
    if place.b or place.d or place.a <= 0 or place.e >= 0:
        raise Refused(
            "The raster is turned or mirrored; north must be up.",
            remedy="Make it straight first, for example with gdalwarp.",
            file=file,
        )
    if dataset.count != 1:
        raise Refused(
            f"The raster has {dataset.count} bands; heights are one.",
            remedy="Give the heights alone, not a picture of them.",
            file=file,
        )
    if (dataset.units[0] or "").strip().lower() in FEET:
        raise Refused(
            f'The raster says that its heights are in feet ("{dataset.units[0]}").',
            remedy="Turn them into metres first: 1 ft = 0.3048 m.",
            file=file,
        )


def _read(file: Path, window: Window) -> Heights:
    from rasterio.errors import RasterioIOError

    with _opened(file) as dataset:
        try:
            # Where missing values are not declared, they must be found before any mean is taken.
            if window.factor > 1 and not window.nearest and dataset.nodata is None:
                return _joined(dataset, window)
            return _part(dataset, window)
        except RasterioIOError as error:
            raise Refused(
                f"A part of the raster cannot be read ({error}).",
                remedy="Fetch it again.",
                file=file,
            ) from error


def _part(dataset: DatasetReader, window: Window) -> Heights:
    from rasterio.enums import Resampling

    cells: Any = dataset.read(
        1,
        window=(
            (window.row, window.row + window.rows),
            (window.column, window.column + window.columns),
        ),
        out_shape=(window.rows // window.factor, window.columns // window.factor),
        masked=True,
        resampling=Resampling.nearest if window.nearest else Resampling.average,
    )
    heights: Heights = np.ma.filled(cells.astype(np.float32), np.nan)
    return believable(heights * np.float32(dataset.scales[0]) + np.float32(dataset.offsets[0]))


def _joined(dataset: DatasetReader, window: Window) -> Heights:
    squares = max(1, _CELLS_AT_A_TIME // (window.columns * window.factor))
    rows = squares * window.factor
    parts = []
    for first in range(0, window.rows, rows):
        part = window._replace(
            row=window.row + first, rows=min(rows, window.rows - first), factor=1
        )
        parts.append(coarser(_part(dataset, part), window))
    return np.concatenate(parts)
