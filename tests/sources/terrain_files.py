"""Writes small height models in the three formats, all of the same made-up ground."""

import numpy as np

# A sloping plain near Sorø: 10 m, rising 1 m per kilometre to the east and 2 m to the north.
WEST, SOUTH = 650_000.0, 6_140_000.0
# A whole degree reaches far to the south, where the plain would lie deep below the sea.
TILE_RAISED_M = 100


def plain(east_m, north_m):
    return 10 + (np.asarray(east_m) - WEST) / 1_000 + 2 * (np.asarray(north_m) - SOUTH) / 1_000


def metric_plain(rows=80, columns=100, cell=100.0, west=WEST, south=SOUTH):
    """Heights in the middle of each cell, row 0 north."""
    east = west + (np.arange(columns) + 0.5) * cell
    north = south + rows * cell - (np.arange(rows) + 0.5) * cell
    return plain(*np.meshgrid(east, north)).astype(np.float32)


def ascii_grid(file, heights, *, cell=100.0, west=WEST, south=SOUTH, **header):
    lines = {
        "ncols": heights.shape[1],
        "nrows": heights.shape[0],
        "xllcorner": west,
        "yllcorner": south,
        "cellsize": cell,
        "NODATA_value": -9999,
    } | header
    told = [f"{name} {value}" for name, value in lines.items() if value is not None]
    rows = [" ".join(f"{value:.3f}" for value in row) for row in heights]
    file.write_text("\n".join([*told, *rows, ""]), encoding="utf-8")
    return file


def geotiff(file, heights, *, crs="EPSG:25832", cell=100.0, west=WEST, north=None, **more):
    import rasterio
    from affine import Affine

    north = SOUTH + heights.shape[0] * cell if north is None else north
    settings = {
        "driver": "GTiff",
        "height": heights.shape[0],
        "width": heights.shape[1],
        "count": 1,
        "dtype": heights.dtype,
        "crs": crs,
        "transform": Affine(cell, 0, west, 0, -cell, north),
    } | more
    with rasterio.open(file, "w", **settings) as target:
        target.write(heights, 1)
    return file


def degree_tile(file, side=1201, void_at=()):
    """A tile named after its corner that holds the plain, raised, in whole metres."""
    from taskforce.vocabulary.coordinates import to_metric

    latitude, longitude = int(file.name[1:3]), int(file.name[4:7])
    x = longitude + np.linspace(0, 1, side)
    y = latitude + np.linspace(1, 0, side)
    east, north = to_metric(*(axis.ravel() for axis in np.meshgrid(x, y)))
    cells = np.rint(plain(east, north) + TILE_RAISED_M).reshape(side, side).astype(">i2")
    for row, column in void_at:
        cells[row, column] = -32_768
    file.write_bytes(cells.tobytes())
    return file
