"""Hands the overview of mobile need over: to people as text, to machines as JSON, CSV, GeoJSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from taskforce.cli.answers import write_csv, write_json
from taskforce.cli.mobile_told import write
from taskforce.report.codec import plain
from taskforce.report.mobile.overview import AreaRow, CellRow, MobileOverview
from taskforce.report.mobile.truths import Disagreement

Row = AreaRow | CellRow

_REPORTED = ("covered", "lacking", "unknown")
_MEASURED = (
    *("cells", "too_few", "weak_cells", "measurements", "addresses", "weak_addresses"),
    *("median_dbm", "oldest", "newest"),
)
_PREDICTED = ("likely", "uncertain", "unlikely", "off_terrain")
_HEX = ("measurements", "median_dbm", "weak", "oldest", "newest")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of one municipality, only where truths differ, of cells."""

    municipality: str | None
    differing: bool
    by_cell: bool

    def areas(self, overview: MobileOverview) -> tuple[AreaRow, ...]:
        """The municipalities asked for."""
        return tuple(one for one in overview.areas if self._has(one.code, one.differing))

    def cells(self, cells: Sequence[CellRow]) -> tuple[CellRow, ...]:
        """The cells asked for."""
        return tuple(one for one in cells if self._has(one.municipality, one.differing))

    def _has(self, code: str, differing: int | None) -> bool:
        return self.municipality in (None, code) and bool(differing or not self.differing)


def show(overview: MobileOverview, cells: Sequence[CellRow], wanted: Wanted, form: str) -> None:
    """Print an overview.

    Parameters
    ----------
    overview, cells
        What was made.
    wanted
        Which rows of it.
    form
        "table", "json", "csv" or "geojson".
    """
    areas, chosen = wanted.areas(overview), wanted.cells(cells)
    if form == "geojson":
        write_json(_as_collection(overview, chosen))
    elif form == "json":
        write_json(_as_object(overview, areas, chosen if wanted.by_cell else None))
    elif form == "csv":
        rows: Sequence[Row] = chosen if wanted.by_cell else areas
        records = [_record(one, overview) for one in rows]
        write_csv(records, _CELL if wanted.by_cell else _AREA)
    else:
        write(overview, areas, chosen if wanted.by_cell else None)


def _as_object(
    overview: MobileOverview, areas: Sequence[AreaRow], cells: Sequence[CellRow] | None
) -> dict[str, Any]:
    content: dict[str, Any] = {**plain(overview), "areas": plain(areas)}
    return content if cells is None else {**content, "cells": plain(cells)}


def _as_collection(overview: MobileOverview, cells: Sequence[CellRow]) -> dict[str, Any]:
    """Whole hexagons; addresses without a place cannot be drawn, and are left out."""
    from taskforce.report.shapes import hexagons

    drawn = [one for one in cells if one.cell]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [_ring(shape)]},
            "properties": _record(one, overview),
        }
        for one, shape in zip(drawn, hexagons(one.cell for one in drawn), strict=True)
    ]
    told = plain(overview)
    about = {name: told[name] for name in told if name not in ("areas", "region")}
    return {"type": "FeatureCollection", "features": features, "overview": about}


def _ring(shape: Any) -> list[list[float]]:
    return [[round(lon, 6), round(lat, 6)] for lon, lat in shape.exterior.coords]


def _columns() -> Iterator[str]:
    yield "differing"
    yield from (one.value.replace("-", "_") for one in Disagreement)


_AREA = (
    *("code", "name", "addresses"),
    *(f"reported_{name}" for name in _REPORTED),
    *(f"measured_{name}" for name in _MEASURED),
    *(f"predicted_{name}" for name in (*_PREDICTED, "terrain")),
    *_columns(),
)
_CELL = (
    *("cell", "municipality", "addresses"),
    *(f"reported_{name}" for name in _REPORTED),
    *(f"measured_{name}" for name in _HEX),
    *(f"predicted_{name}" for name in (*_PREDICTED, "terrain")),
    *_columns(),
)


def _record(row: Row, overview: MobileOverview) -> dict[str, Any]:
    """One row as flat fields; the ground stands beside every number that was predicted on it."""
    measured = (
        _fields("measured", _MEASURED, row.measured)
        if isinstance(row, AreaRow)
        else _fields("measured", _HEX, row)
    )
    names = _AREA[:3] if isinstance(row, AreaRow) else _CELL[:3]
    return {
        **{name: getattr(row, name) for name in names},
        **_fields("reported", _REPORTED, row.reported),
        **measured,
        **_fields("predicted", _PREDICTED, row.predicted),
        "predicted_terrain": None if row.predicted is None else overview.terrain,
        **_differences(row),
    }


def _fields(truth: str, names: Sequence[str], told: object) -> dict[str, Any]:
    """The figures of a truth; None, an empty field, where it is not there."""
    return {
        f"{truth}_{name}": None if told is None else plain(getattr(told, name)) for name in names
    }


def _differences(row: Row) -> dict[str, int | None]:
    counts: dict[str, int | None] = dict.fromkeys(_columns())
    counts["differing"] = row.differing
    for one in row.differences:
        counts[one.kind.value.replace("-", "_")] = one.addresses
    return counts
