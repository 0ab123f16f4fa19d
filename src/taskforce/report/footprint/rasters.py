"""Writes a footprint as a raster that any map program opens: ESRI ASCII grid or GeoTIFF."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from taskforce.prediction.footprint import Footprint
from taskforce.report.footprint.told import Told
from taskforce.vocabulary.coordinates import METRIC_CRS
from taskforce.vocabulary.errors import Refused

# No telephone reports this; it says that nothing was predicted: off the terrain or the radius.
NOTHING_DBM = -9999.0


def write_ascii_grid(file: Path, footprint: Footprint, _: Told) -> None:
    """Write RSRP in dBm with one decimal, and a .prj beside the grid that says where it lies.

    Parameters
    ----------
    file
        With the ending .asc.
    footprint
        The signal.
    """
    from pyproj import CRS

    rows, columns = footprint.best_dbm.shape
    header = (
        f"ncols {columns}\nnrows {rows}\nxllcorner {footprint.west_m:.3f}\n"
        f"yllcorner {footprint.south_m:.3f}\ncellsize {footprint.cell_m:g}\n"
        f"NODATA_value {NOTHING_DBM:.0f}"
    )
    levels = np.where(footprint.predicted, footprint.best_dbm, NOTHING_DBM)
    np.savetxt(file, levels[::-1], fmt="%.1f", header=header, comments="", encoding="ascii")
    wkt = CRS.from_user_input(METRIC_CRS).to_wkt("WKT1_ESRI")
    file.with_suffix(".prj").write_text(wkt + "\n", encoding="ascii")


def write_geotiff(file: Path, footprint: Footprint, told: Told) -> None:
    """Write RSRP in dBm as float32, compressed; what it rests on stands in the file's tags.

    Parameters
    ----------
    file
        With the ending .tif.
    footprint, told
        The signal, and what it rests on.

    Raises
    ------
    Refused
        rasterio is not installed.
    """
    try:
        import rasterio
    except ImportError as error:
        raise Refused(
            "GeoTIFF is written by rasterio, which is not installed.",
            remedy='Type pip install "digital-taskforce[terrain]", or ask for .asc.',
            file=file,
        ) from error
    rows, columns = footprint.best_dbm.shape
    north_m = footprint.south_m + rows * footprint.cell_m
    size_m = footprint.cell_m
    place = rasterio.Affine(size_m, 0.0, footprint.west_m, 0.0, -size_m, north_m)
    shape = {"width": columns, "height": rows, "count": 1, "dtype": "float32"}
    packed = {"compress": "deflate", "nodata": NOTHING_DBM}
    with rasterio.open(
        file, "w", driver="GTiff", crs=METRIC_CRS, transform=place, **shape, **packed
    ) as out:
        levels = np.where(footprint.predicted, footprint.best_dbm, np.float32(NOTHING_DBM))
        out.write(levels[::-1].astype(np.float32), 1)
        out.set_band_description(1, "RSRP outdoors, dBm, median")
        out.update_tags(**_tags(told))


def _tags(told: Told) -> dict[str, str]:
    certainty = "measured in the region" if told.calibrated else "typical, not measured here"
    return {
        "SITE": told.id,
        "TERRAIN": told.terrain_label,
        "SPREAD_DB": f"{told.spread_db:.1f} ({certainty})",
        "METHOD": f"ITU-R P.1812-8, digital-taskforce {told.software}",
        "DEMONSTRATION": "yes, made up" if told.demonstration else "no",
    }
