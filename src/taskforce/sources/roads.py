"""Roads, read from a map file of lines and cut into pieces of at most a hundred metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources import reasons
from taskforce.sources.boundaries import crs_of, to_the_grid
from taskforce.sources.raw_table import folded
from taskforce.sources.rejected import Rejected
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, METRIC_CRS
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    import pyarrow as pa

LONGEST_M = 100.0
EMPTY, NOT_A_LINE = "empty geometry", "not a line"

_CODE_NAMES = ("kommunekode", "komkode", "municipality_code")
_CLASS_NAMES = ("vejklasse", "fclass", "highway", "road_class")
# Only GeoDanmark's centre lines carry this property.
_OFFICIAL = "vejmidtetype"
_DETAILS = {
    EMPTY: "The feature has no coordinates.",
    NOT_A_LINE: "Roads are lines with a length.",
    reasons.SWAPPED: reasons.REMEDIES[reasons.SWAPPED],
    reasons.OUTSIDE: "Look at the coordinate system of the file.",
}


@dataclass(frozen=True, slots=True, eq=False)
class Roads:
    """Pieces of road, one value per piece in each column, and the features that are no roads.

    `easting_m` and `northing_m` are the middle of the piece, EPSG:25832. `official` says that
    the file is GeoDanmark's.
    """

    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    length_m: NDArray[np.float64]
    told_code: tuple[str | None, ...]
    road_class: tuple[str | None, ...]
    features: int
    rejected: tuple[Rejected, ...]
    official: bool


def read_roads(file: Path) -> Roads:
    """Read lines, and cut each into equal pieces of at most `LONGEST_M`.

    Parameters
    ----------
    file
        GeoJSON, GeoPackage, Shapefile, GML or FlatGeobuf of lines, in any CRS. A GeoJSON that
        declares none is in degrees, or, by its numbers, in metres of EPSG:25832.

    Returns
    -------
    Roads
        In the order of the file. Features that are empty, no line, or not in Denmark are
        rejected, each with its number in the file from 1. Every class of road counts.

    Raises
    ------
    Refused
        The file cannot be opened, holds nothing, or names an unknown CRS.
    """
    import shapely

    about, table = _opened(file)
    told = table.column(about["geometry_name"] or "wkb_geometry").to_numpy(zero_copy_only=False)
    shapes = shapely.force_2d(shapely.from_wkb(told))
    moved, swapped = _on_the_grid(shapes, crs_of(file, about["crs"]), file)
    faults = _faults(shapes, moved, swapped)
    good = np.flatnonzero(faults == "")
    lines, of = shapely.get_parts(moved[good], return_index=True)
    long = shapely.length(lines) > 0
    middles, length_m, line = _cut(lines[long])
    feature = good[of[long]][line]
    codes, classes = (_texts(table, names) for names in (_CODE_NAMES, _CLASS_NAMES))
    return Roads(
        easting_m=shapely.get_x(middles),
        northing_m=shapely.get_y(middles),
        length_m=length_m,
        told_code=tuple(code and code.zfill(4) for code in (codes[at] for at in feature)),
        road_class=tuple(classes[at] for at in feature),
        features=len(shapes),
        rejected=_rejected(file, faults, told=shapes),
        official=_OFFICIAL in {folded(name) for name in table.column_names},
    )


def _opened(file: Path) -> tuple[dict[str, Any], pa.Table]:
    import pyogrio
    import pyogrio.errors

    remedy = "Give a GeoJSON or a GeoPackage with the centre lines of roads."
    try:
        about, table = pyogrio.read_arrow(file)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise Refused(
            f"The map file cannot be opened ({error}).", remedy=remedy, file=file
        ) from error
    if table.num_rows == 0:
        raise Refused("The map file holds no road.", remedy=remedy, file=file)
    return about, table


def _on_the_grid(shapes: Any, crs: str, file: Path) -> tuple[Any, Any]:
    """The shapes in EPSG:25832, and the same with their coordinates the other way round."""
    import shapely

    if crs.endswith(("CRS84", "4326")) and (np.abs(shapely.get_coordinates(shapes)) > 400).any():
        crs = METRIC_CRS
    transformer = to_the_grid(crs, file)

    def moved(first: int, second: int) -> Any:
        return shapely.transform(
            shapes,
            lambda at: np.column_stack(transformer.transform(at[:, first], at[:, second])),
        )

    return moved(0, 1), moved(1, 0)


def _faults(shapes: Any, moved: Any, swapped: Any) -> NDArray[np.object_]:
    import shapely

    kinds = shapely.get_type_id(shapes)
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    line = np.isin(kinds, (shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING))
    line &= shapely.length(shapes) > 0
    chosen = np.select(
        [empty, ~line, _inside(moved), _inside(swapped)],
        [EMPTY, NOT_A_LINE, "", reasons.SWAPPED],
        default=reasons.OUTSIDE,
    )
    return chosen.astype(object)


def _inside(shapes: Any) -> NDArray[np.bool_]:
    import shapely

    west, south, east, north = shapely.bounds(shapes).T
    box = DENMARK_BOUNDS
    found: NDArray[np.bool_] = (west >= box.west_m) & (south >= box.south_m)
    return found & (east <= box.east_m) & (north <= box.north_m)


def _cut(lines: Any) -> tuple[Any, NDArray[np.float64], NDArray[np.int64]]:
    """The middle of each piece, its length, and the line that it is a piece of."""
    import shapely

    whole_m = shapely.length(lines)
    pieces = np.ceil(whole_m / LONGEST_M).astype(np.int64)
    line = np.repeat(np.arange(len(lines)), pieces)
    length_m = (whole_m / pieces)[line]
    place = np.arange(len(line)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    return shapely.line_interpolate_point(lines[line], (place + 0.5) * length_m), length_m, line


def _texts(table: pa.Table, options: Sequence[str]) -> list[str | None]:
    names = {folded(name): name for name in reversed(table.column_names)}
    found = next((names[option] for option in options if option in names), None)
    if found is None:
        return [None] * table.num_rows
    values = table.column(found).to_pylist()
    return [None if value is None else str(value).strip() or None for value in values]


def _rejected(file: Path, faults: NDArray[np.object_], *, told: Any) -> tuple[Rejected, ...]:
    return tuple(
        Rejected(
            file=file.name,
            line=int(at) + 1,
            column="geometry",
            value=None if told[at] is None else str(told[at])[:80],
            reason=str(faults[at]),
            detail=_DETAILS[str(faults[at])],
            row=None,
        )
        for at in np.flatnonzero(faults != "")
    )
