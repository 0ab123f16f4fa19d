"""Shapes with their facts, a page at a time: all of them, those in a box, or those of a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import shapely

from taskforce.report.shapes import metric
from taskforce.vocabulary.coordinates import Bounds, to_lonlat

# More than the edge of a box as large as Denmark bends between two steps along it.
_BEND_DEGREES = 0.01
_GRID = Bounds(0, 5_500_000, 1_200_000, 7_000_000)
# The largest whole number that a file can hold.
_LARGEST = 2**63 - 1
STRING, INTEGER, NUMBER, BOOLEAN = "string", "integer", "number", "boolean"


@dataclass(frozen=True, slots=True)
class Row:
    """One shape (EPSG:4326): `place` orders it for ever, `id` names it, `facts` are its columns."""

    place: int
    id: str
    shape: shapely.Geometry
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Box:
    """A box in degrees, or in metres on the Danish grid (EPSG:25832).

    In degrees `west` may be larger than `east`: the box then crosses the line of the date.
    """

    west: float
    south: float
    east: float
    north: float
    metric: bool = False

    def in_degrees(self) -> tuple[float, float, float, float]:
        """A box in degrees that holds all of this one; straight lines bend between the two."""
        if self._crosses:
            return -180, self.south, 180, self.north
        if not self.metric:
            return self.west, self.south, self.east, self.north
        # Far from the grid metres mean nothing; no shape lies there.
        west, south = max(self.west, _GRID.west_m), max(self.south, _GRID.south_m)
        east, north = min(self.east, _GRID.east_m), min(self.north, _GRID.north_m)
        steps = np.linspace(0, 1, 17)
        easts, norths = west + steps * (east - west), south + steps * (north - south)
        lons, lats = to_lonlat(*(one.ravel() for one in np.meshgrid(easts, norths)))
        return (
            float(lons.min()) - _BEND_DEGREES,
            float(lats.min()) - _BEND_DEGREES,
            float(lons.max()) + _BEND_DEGREES,
            float(lats.max()) + _BEND_DEGREES,
        )

    def shape(self) -> shapely.Geometry:
        """The box as a shape, in its own unit; without width or height a line or a point."""
        if self._crosses:
            parts = (self.west, 180.0), (-180.0, self.east)
            return shapely.union_all([self._between(west, east) for west, east in parts])
        return self._between(self.west, self.east)

    def touched_by(self, shapes: Any) -> Any:
        """Which of the shapes (EPSG:4326) meet the box."""
        return shapely.intersects(metric(shapes) if self.metric else shapes, self.shape())

    @property
    def _crosses(self) -> bool:
        return not self.metric and self.west > self.east

    def _between(self, west: float, east: float) -> shapely.Geometry:
        return shapely.MultiPoint([(west, self.south), (east, self.north)]).envelope


@dataclass(frozen=True, slots=True)
class Asked:
    """Which shapes: in a box, with these facts (as text), beyond a place, at most so many."""

    limit: int
    after: int = 0
    box: Box | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, how many there are on all pages, and whether more follow."""

    rows: Sequence[Row]
    matched: int
    more: bool


class Source(Protocol):
    """Where shapes come from."""

    @property
    def columns(self) -> Mapping[str, str]:
        """The type of each fact."""

    def page(self, asked: Asked) -> Page:
        """The rows that were asked for, in an order that stays."""

    def one(self, name: str) -> Row | None:
        """The row of that id."""

    def bounds(self) -> tuple[float, float, float, float] | None:
        """The box around all shapes, in degrees."""


class KeptRows:
    """Shapes that fit into the memory, such as masts and sites."""

    def __init__(self, rows: Sequence[Row], columns: Mapping[str, str]) -> None:
        self.columns = columns
        self._rows = rows

    def page(self, asked: Asked) -> Page:
        """See `Source`."""
        rows = [row for row in self._rows if self._is_like(row, asked.facts)]
        if asked.box is not None and rows:
            touched = asked.box.touched_by(np.array([row.shape for row in rows], dtype=object))
            rows = [row for row, meets in zip(rows, touched, strict=True) if meets]
        rest = [row for row in rows if row.place > asked.after]
        return Page(rest[: asked.limit], len(rows), len(rest) > asked.limit)

    def one(self, name: str) -> Row | None:
        """See `Source`."""
        return next((row for row in self._rows if row.id == name), None)

    def bounds(self) -> tuple[float, float, float, float] | None:
        """See `Source`."""
        if not self._rows:
            return None
        west, south, east, north = shapely.total_bounds([row.shape for row in self._rows])
        return float(west), float(south), float(east), float(north)

    def _is_like(self, row: Row, facts: Mapping[str, str]) -> bool:
        return all(row.facts.get(name) == typed(self.columns[name], v) for name, v in facts.items())


def typed(kind: str, text: str) -> Any:
    """A value as its column holds it.

    Raises
    ------
    ValueError
        The text is no such value.
    """
    if kind == BOOLEAN:
        return {"true": True, "false": False}[text] if text in ("true", "false") else _wrong(text)
    readers: dict[str, Any] = {INTEGER: _whole, NUMBER: float}
    return readers.get(kind, str)(text)


def _whole(text: str) -> int:
    if len(text) > 20 or abs(int(text)) > _LARGEST:
        raise ValueError(f"{text} is larger than any number here.")
    return int(text)


def _wrong(text: str) -> Any:
    raise ValueError(f"{text} is neither true nor false.")
