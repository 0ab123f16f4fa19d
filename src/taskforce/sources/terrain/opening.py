"""Opens a raster by its ending, and says which endings there are when it is none of them."""

from __future__ import annotations

from pathlib import Path

from taskforce.sources.terrain.ascii_grid import open_ascii_grid
from taskforce.sources.terrain.geotiff import open_geotiff
from taskforce.sources.terrain.hgt import open_hgt
from taskforce.sources.terrain.raster import Raster
from taskforce.vocabulary.errors import Refused


def open_raster(file: Path, *, room: Path, crs: str | None = None) -> Raster:
    """Open a raster of heights or of land cover.

    Parameters
    ----------
    file
        .tif, .tiff (GeoTIFF), .hgt (SRTM, NASADEM), .asc, .grd (ESRI ASCII grid).
    room
        A folder for working files.
    crs
        The grid of coordinates, used only where the file does not tell.

    Returns
    -------
    Raster
        Read part by part, whatever its size.

    Raises
    ------
    Refused
        There is no such file, or it is none of these.
    """
    if not file.is_file():
        raise Refused("There is no such file.", remedy="Check the path.", file=file)
    ending = file.suffix.lower()
    if ending in (".tif", ".tiff"):
        raster = open_geotiff(file, crs=crs)
    elif ending == ".hgt":
        raster = open_hgt(file)
    elif ending in (".asc", ".grd"):
        raster = open_ascii_grid(file, room=room, crs=crs)
    else:
        raise Refused(
            f'"{file.suffix}" is the ending of no raster that can be read.',
            remedy="Give a GeoTIFF (.tif), an SRTM tile (.hgt) or an ESRI ASCII grid (.asc).",
            file=file,
        )
    _refuse_unknown(raster)
    return raster


def _refuse_unknown(raster: Raster) -> None:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        CRS.from_user_input(raster.crs)
    except CRSError as error:
        raise Refused(
            f'The projection "{raster.crs[:60]}" is not known.',
            remedy="Name it like EPSG:25832.",
            file=raster.file,
        ) from error
