"""Looks up many addresses at once: by id, by road and number, by postcode, or in an area."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from taskforce.report.spelling import folded, house_parts
from taskforce.siting.plan_list.promise import Place

_PLACE = """
    SELECT a.source_id, r.name, a.house_number, r.postcode, r.municipality{more}
    FROM address a JOIN road r USING (road_id)
"""
_AT = "WHERE a.road_id = ? AND a.house = ? AND a.letter = ?"


class PlanBook:
    """The addresses of a bundle, opened for the reading of one plan."""

    def __init__(self, book: sqlite3.Connection) -> None:
        self._book = book
        self._roads: dict[tuple[str, str], tuple[int, ...]] = {}
        self._postcodes: dict[str, tuple[Place, ...]] = {}

    @classmethod
    @contextmanager
    def opened(cls, file: Path) -> Iterator[PlanBook]:
        """Open the address file of a bundle, while the block lasts."""
        # The file never changes once it is frozen: no locks are needed to read it.
        book = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            yield cls(book)
        finally:
            book.close()

    def by_id(self, source_id: str) -> tuple[Place, ...]:
        """The address with the register's own id."""
        return self._places("WHERE a.source_id = ?", (source_id.lower(),))

    def at(self, road: str, house_number: str, postcode: str) -> tuple[Place, ...]:
        """The addresses of a road, a house number with its letter, and a postcode."""
        house, letter = house_parts(house_number)
        found = (
            self._places(
                "WHERE a.road_id = ? AND a.house = ? AND a.letter = ?", (one, house, letter)
            )
            for one in self._roads_named(road, postcode)
        )
        return tuple(place for places in found for place in places)

    def in_postcode(self, postcode: str) -> tuple[Place, ...]:
        """Every address of a postcode, within the region."""
        if postcode not in self._postcodes:
            roads = "SELECT road_id FROM road WHERE postcode = ?"
            found = self._places(f"WHERE a.road_id IN ({roads})", (postcode,))
            self._postcodes[postcode] = found
        return self._postcodes[postcode]

    def within(self, area: BaseGeometry) -> tuple[Place, ...]:
        """Every address in an area that is drawn in EPSG:4326, its edge included."""
        west, south, east, north = area.bounds
        rows = self._book.execute(
            _PLACE.format(more=", a.longitude, a.latitude")
            + "WHERE a.longitude BETWEEN ? AND ? AND a.latitude BETWEEN ? AND ?",
            (west, east, south, north),
        ).fetchall()
        if not rows:
            return ()
        shapely.prepare(area)
        inside = shapely.intersects_xy(area, [one[5] for one in rows], [one[6] for one in rows])
        return tuple(_place(row) for row, yes in zip(rows, inside, strict=True) if yes)

    def _roads_named(self, road: str, postcode: str) -> tuple[int, ...]:
        key = (folded(road).replace(" ", ""), postcode)
        if key not in self._roads:
            wanted = "SELECT road_id FROM road WHERE joined = ? AND postcode = ?"
            self._roads[key] = tuple(one for (one,) in self._book.execute(wanted, key))
        return self._roads[key]

    def _places(self, where: str, values: tuple[str | int, ...]) -> tuple[Place, ...]:
        return tuple(
            _place(row) for row in self._book.execute(_PLACE.format(more="") + where, values)
        )


def _place(row: tuple[str | None, ...]) -> Place:
    source_id, road, number, postcode, municipality = (one or "" for one in row[:5])
    return Place(source_id, road, number, postcode, municipality)
