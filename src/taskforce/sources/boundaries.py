"""Boundaries of municipalities, as the Danish map agencies have published them over the years."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taskforce.sources.raw_table import folded
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, MAP_CRS, METRIC_CRS
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    import pyarrow as pa

# DAGI of 2014, DAWA, and Datafordeler name the same two things differently.
_CODE_NAMES = ("komkode", "kommunekode", "kode", "municipality_code", "code")
_NAME_NAMES = ("komnavn", "kommunenavn", "navn", "municipality_name", "name")

# A municipality may reach further out at sea than the land does.
_SEA_M = 100_000


@dataclass(frozen=True, slots=True)
class Boundary:
    """One municipality's area, whole, flat, in EPSG:25832."""

    code: str
    name: str
    wkb: bytes


@dataclass(frozen=True, slots=True)
class Boundaries:
    """All areas of a file, and what had to be mended in it."""

    areas: tuple[Boundary, ...]
    features: int
    repaired: int


def read_boundaries(file: Path) -> Boundaries:
    """Read the boundaries of municipalities.

    Parameters
    ----------
    file
        GeoJSON, GeoPackage, Shapefile, GML or FlatGeobuf in any CRS. Several features of one
        code are parts of one area.

    Returns
    -------
    Boundaries
        One area per code, in the order of the codes: parts dissolved, heights dropped, invalid
        shapes repaired and counted, coordinates in EPSG:25832.

    Raises
    ------
    Refused
        The file cannot be read, has no code and name, or lies elsewhere than in Denmark.
    """
    import shapely

    about, table = _opened(file)
    codes, names = (_column(table, options, file) for options in (_CODE_NAMES, _NAME_NAMES))
    geometry = about["geometry_name"] or "wkb_geometry"
    shapes = shapely.force_2d(
        shapely.from_wkb(table.column(geometry).to_numpy(zero_copy_only=False))
    )
    shapes = _on_the_grid(shapes, crs_of(file, about["crs"]), file)
    invalid = ~shapely.is_valid(shapes)
    shapes[invalid] = shapely.make_valid(shapes[invalid])
    areas = _dissolved(codes, names, shapes)
    return Boundaries(areas, features=len(codes), repaired=int(invalid.sum()))


def _opened(file: Path) -> tuple[dict[str, Any], pa.Table]:
    import pyogrio
    import pyogrio.errors

    try:
        about, table = pyogrio.read_arrow(file)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise Refused(
            f"The map file cannot be opened ({error}).",
            remedy="Give a GeoJSON or a GeoPackage with the municipalities.",
            file=file,
        ) from error
    if table.num_rows == 0:
        raise Refused("The map file holds no area.", remedy="Fetch it again.", file=file)
    return about, table


def _column(table: pa.Table, options: Sequence[str], file: Path) -> list[str]:
    names = {folded(name): name for name in reversed(table.column_names)}
    found = next((names[option] for option in options if option in names), None)
    if found is None:
        raise Refused(
            f"No property tells the {'code' if options is _CODE_NAMES else 'name'} of an area "
            f"(found: {', '.join(table.column_names)}).",
            remedy=f"Name it {' or '.join(options)}.",
            file=file,
        )
    return [
        "" if value is None else str(value).strip() for value in table.column(found).to_pylist()
    ]


def crs_of(file: Path, found: str | None) -> str:
    """The CRS: the declared one; GeoJSON without one is in degrees, or, by its numbers, metres."""
    if file.suffix.lower() in (".geojson", ".json"):
        declared = _declared(file)
        if declared:
            return declared
    return found or MAP_CRS


def _declared(file: Path) -> str | None:
    """The old `crs` member, which stands before the features where it stands at all."""
    with file.open(encoding="utf-8", errors="replace") as stream:
        beginning = stream.read(20_000)
    place = beginning.find('"crs"')
    if place < 0:
        return None
    start = beginning.find("{", place)
    try:
        member, _ = json.JSONDecoder().raw_decode(beginning[start:])
        return str(member["properties"]["name"])
    except (json.JSONDecodeError, KeyError, TypeError):
        return None


def to_the_grid(crs: str, file: Path) -> Any:
    """What moves coordinates of a map file, x first, to EPSG:25832; an unknown CRS is refused."""
    from pyproj import Transformer
    from pyproj.exceptions import CRSError

    try:
        return Transformer.from_crs(crs, METRIC_CRS, always_xy=True)
    except CRSError as error:
        raise Refused(
            f'The coordinate system "{crs}" is not known.',
            remedy="Save the file in EPSG:25832.",
            file=file,
        ) from error


def _on_the_grid(shapes: Any, crs: str, file: Path) -> Any:
    import numpy as np
    import shapely

    first = shapely.get_coordinates(shapes[0])[0]
    if crs.endswith(("CRS84", "4326")) and (abs(first) > 400).any():
        crs = METRIC_CRS
    transformer = to_the_grid(crs, file)
    moved = shapely.transform(
        shapes, lambda at: np.column_stack(transformer.transform(at[:, 0], at[:, 1]))
    )
    _refuse_elsewhere(shapely.total_bounds(moved), file)
    return moved


def _refuse_elsewhere(bounds: Any, file: Path) -> None:
    west, south, east, north = bounds
    box = DENMARK_BOUNDS
    if not (
        box.west_m - _SEA_M < west
        and box.south_m - _SEA_M < south
        and east < box.east_m + _SEA_M
        and north < box.north_m + _SEA_M
    ):
        raise Refused(
            f"The areas lie from {west:,.0f}, {south:,.0f} to {east:,.0f}, {north:,.0f} "
            f"({METRIC_CRS}): not in Denmark.",
            remedy="Look at the coordinate system of the file, and at the order of its axes.",
            file=file,
        )


def _dissolved(codes: list[str], names: list[str], shapes: Any) -> tuple[Boundary, ...]:
    import numpy as np
    import shapely

    parts: dict[str, list[int]] = {}
    for position, code in enumerate(codes):
        parts.setdefault(code.zfill(4) if code.isdigit() else code, []).append(position)
    parts.pop("", None)
    return tuple(
        Boundary(code, names[positions[0]], _whole(shapely.union_all(shapes[np.array(positions)])))
        for code, positions in sorted(parts.items())
    )


def _whole(shape: Any) -> bytes:
    import shapely

    # Repairing may leave stray lines beside the areas.
    if shape.geom_type == "GeometryCollection":
        surfaces = [part for part in shape.geoms if part.geom_type.endswith("Polygon")]
        shape = shapely.union_all(surfaces)
    return bytes(shapely.to_wkb(shapely.normalize(shape)))
