"""The areas that a map file draws, with what its columns say of each."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from taskforce.sources.lines import Line
from taskforce.vocabulary.coordinates import MAP_CRS
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

Drawn = Iterator[tuple[Line, BaseGeometry | None]]

# What one plan draws; more is a mistake in what was exported.
MOST_POSITIONS = 2_000_000
_SAVE_IN_METRES = Text("Gem den i EPSG:25832.", "Save it in EPSG:25832.")


def drawn_rows(file: Path, *, shown: str) -> tuple[tuple[str, ...], Drawn]:
    """The names of the columns of a map file, and its rows with their areas.

    Parameters
    ----------
    file
        GeoPackage, GeoJSON or another map file with one layer.
    shown
        What its sender calls it.

    Returns
    -------
    header, rows
        The areas in EPSG:4326, made valid; None where a row has no shape.

    Raises
    ------
    Refused
        It cannot be read, has several layers, or does not say in which coordinates it is.
    """
    import pyogrio
    from pyogrio.errors import DataSourceError

    try:
        with warnings.catch_warnings(action="ignore"):
            if len(pyogrio.list_layers(file)) != 1:
                raise Refused(
                    Text("Kortfilen har flere lag.", "The map file has several layers."),
                    remedy=Text(
                        "Gem laget med planen som en fil for sig.",
                        "Save the layer with the plan as a file of its own.",
                    ),
                    file=shown,
                )
            about, _fids, shapes, fields = pyogrio.raw.read(file)
    except (DataSourceError, RuntimeError) as error:
        raise Refused(
            Text("Kortfilen kan ikke åbnes.", "The map file cannot be opened."),
            remedy=Text("Gem den igen som GeoPackage.", "Save it again as GeoPackage."),
            file=shown,
        ) from error
    header = tuple(str(name) for name in about["fields"])
    areas = _in_degrees(shapes, about["crs"], shown)
    return header, _rows(areas, fields, len(header))


def _rows(areas: list[BaseGeometry | None], fields: Any, width: int) -> Drawn:
    for number, area in enumerate(areas):
        cells = [_text(fields[column][number]) for column in range(width)]
        yield Line(number + 1, cells, ";".join(cells)), area


def _in_degrees(shapes: Any, crs: str | None, shown: str) -> list[BaseGeometry | None]:
    if shapes is None:
        return []
    found = shapely.force_2d(shapely.from_wkb(shapes))
    if not crs:
        raise Refused(
            Text(
                "Kortfilen siger ikke, hvilke koordinater den er i.",
                "The map file does not say in which coordinates it is.",
            ),
            remedy=_SAVE_IN_METRES,
            file=shown,
        )
    if int(shapely.get_num_coordinates(found).sum()) > MOST_POSITIONS:
        raise Refused(
            Text("Fladerne har for mange punkter.", "The areas have too many points."),
            remedy=Text("Gør dem enklere, eller del planen.", "Simplify them, or divide the plan."),
            file=shown,
        )
    moved = shapely.transform(found, lambda xy: _degrees(xy, crs, shown))
    return [one if one is None or one.is_valid else shapely.make_valid(one) for one in moved]


def _degrees(xy: Any, crs: str, shown: str) -> Any:
    from pyproj import CRS, Transformer
    from pyproj.exceptions import ProjError

    try:
        mover = Transformer.from_crs(CRS.from_user_input(crs), MAP_CRS, always_xy=True)
    except ProjError as error:
        raise Refused(
            Text(
                "Kortfilens koordinater er ikke kendt.",
                "The coordinates of the map file are not known.",
            ),
            remedy=_SAVE_IN_METRES,
            file=shown,
        ) from error
    return np.column_stack(mover.transform(xy[:, 0], xy[:, 1]))


def _text(cell: Any) -> str:
    if cell is None or (isinstance(cell, float | np.floating) and np.isnan(cell)):
        return ""
    if isinstance(cell, float | np.floating) and float(cell).is_integer():
        return str(int(cell))
    return "" if isinstance(cell, np.datetime64) and np.isnat(cell) else str(cell).strip()
