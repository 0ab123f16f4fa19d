"""The outlines that the map shows: municipalities, and hexagons cut along their borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from taskforce.vocabulary.coordinates import to_lonlat, to_metric

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from taskforce.snapshot.frozen import Layer

# Finer detail than this is not seen at the closest zoom level of the layer.
SIMPLIFIED_M = 25.0

Outlines = dict[str, shapely.Geometry]


def municipality_outlines(
    boundaries: Layer | None, hexes: Iterable[tuple[str, str]], codes: Iterable[str]
) -> Outlines:
    """Draw the municipalities from the boundaries layer, or else around their hexagons.

    Parameters
    ----------
    boundaries
        The layer on the shelf, or None where no boundaries were collected.
    hexes
        Municipality and H3 cell of the addresses, for municipalities without a boundary.
    codes
        The municipalities to draw.

    Returns
    -------
    dict
        By code, in metres (EPSG:25832), simplified together so that neighbours still touch.
        Municipalities without a boundary and without any address with a place are missing.
    """
    wanted = set(codes)
    found = {code: shape for code, shape in _drawn(boundaries).items() if code in wanted}
    around: dict[str, list[str]] = {}
    for code, hexagon in hexes:
        if code in wanted - found.keys() and hexagon:
            around.setdefault(code, []).append(hexagon)
    hulls = {
        code: shapely.union_all(metric(hexagons(cells))) for code, cells in sorted(around.items())
    }
    return dict(sorted({**_simplified(found), **hulls}.items()))


def cut_hexagons(pieces: list[tuple[str, str]], outlines: Mapping[str, Any]) -> NDArray[Any]:
    """Draw hexagons, each cut to the part that lies in its municipality.

    Parameters
    ----------
    pieces
        Municipality and H3 cell.
    outlines
        By municipality, EPSG:25832. Where there is none, or where the hexagon only touches it,
        the whole hexagon is drawn.

    Returns
    -------
    array of shapely.Geometry
        In degrees (EPSG:4326), in the order of `pieces`.
    """
    shapes = metric(hexagons([cell for _, cell in pieces]))
    codes = np.array([code for code, _ in pieces], dtype=object)
    for code in dict.fromkeys(codes.tolist()):
        if code not in outlines:
            continue
        shapely.prepare(outlines[code])
        mine = np.flatnonzero(codes == code)
        border = mine[~shapely.contains_properly(outlines[code], shapes[mine])]
        cut = shapely.intersection(shapes[border], outlines[code])
        shapes[border] = np.where(shapely.area(cut) > 0, _areas_only(cut), shapes[border])
    return degrees(shapes)


def hexagons(cells: Iterable[str]) -> NDArray[Any]:
    """Draw H3 cells of any resolution, in degrees (EPSG:4326)."""
    import h3

    corners = [[(lon, lat) for lat, lon in h3.cell_to_boundary(cell)] for cell in cells]
    return np.array([shapely.Polygon(corner) for corner in corners], dtype=object)


def degrees(shapes: NDArray[Any]) -> NDArray[Any]:
    """Move shapes from metres on the Danish grid to degrees."""
    return shapely.transform(shapes, lambda xy: np.column_stack(to_lonlat(xy[:, 0], xy[:, 1])))


def metric(shapes: NDArray[Any]) -> NDArray[Any]:
    """Move shapes from degrees to metres on the Danish grid."""
    return shapely.transform(shapes, lambda xy: np.column_stack(to_metric(xy[:, 0], xy[:, 1])))


def _drawn(boundaries: Layer | None) -> Outlines:
    if boundaries is None:
        return {}
    import pyarrow.parquet as pq

    rows = pq.read_table(boundaries.file("boundaries"), columns=["code", "geometry"]).to_pydict()
    return dict(zip(rows["code"], shapely.from_wkb(rows["geometry"]), strict=True))


def _simplified(found: Outlines) -> Outlines:
    if not found:
        return {}
    together = shapely.coverage_simplify(np.array(list(found.values()), dtype=object), SIMPLIFIED_M)
    return dict(zip(found, shapely.make_valid(together), strict=True))


def _areas_only(shapes: NDArray[Any]) -> NDArray[Any]:
    """Drop the lines and points that cutting along a border may leave."""
    return shapely.buffer(shapes, 0)
