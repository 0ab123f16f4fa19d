"""Reads some shapes out of a large file without reading all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from taskforce.report.shape_rows import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    Asked,
    Box,
    Page,
    Row,
    typed,
)

_KINDS = {"INTEGER": INTEGER, "MEDIUMINT": INTEGER, "REAL": NUMBER, "BOOLEAN": BOOLEAN}
# Bytes of the header of a shape in a GeoPackage, by the kind of box that it carries.
_ENVELOPES = (0, 32, 48, 48, 64)


class ShapeFile:
    """A GeoPackage of ours: one layer, named as the file, with an index of places.

    Parameters
    ----------
    path
        The file; it never changes once it has been published.
    id_columns
        The columns that together name a shape.
    """

    def __init__(self, path: Path, id_columns: Sequence[str]) -> None:
        self._path, self._table = path, _quoted(path.stem)
        self._index = _quoted(f"rtree_{path.stem}_geom")
        self._id = " || '-' || ".join(_quoted(name) for name in id_columns)
        with self._opened() as file:
            found = file.execute(f"PRAGMA table_info({self._table})").fetchall()
        columns = {row[1]: _KINDS.get(row[2], STRING) for row in found}
        self.columns = {name: columns[name] for name in columns if name not in ("fid", "geom")}

    def page(self, asked: Asked) -> Page:
        """The shapes that were asked for, in the order of the file."""
        where, values = self._condition(asked.facts)
        with self._opened() as file:
            if asked.box is not None:
                return self._in_box(file, asked, asked.box)
            counted = f"SELECT count(*) FROM {self._table} WHERE {where}"  # noqa: S608 - quoted
            [matched] = file.execute(counted, values).fetchone()
            rows = self._rows(
                file, f"{where} AND fid > ?", [*values, asked.after], limit=asked.limit + 1
            )
        return Page(rows[: asked.limit], matched, len(rows) > asked.limit)

    def one(self, name: str) -> Row | None:
        """The shape of that id."""
        with self._opened() as file:
            rows = self._rows(file, f"{self._id} = ?", [name], limit=1)
        return rows[0] if rows else None

    def bounds(self) -> tuple[float, float, float, float] | None:
        """The box around all shapes, in degrees."""
        with self._opened() as file:
            asked = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?"
            found = file.execute(asked, [self._path.stem]).fetchone()
        return None if found is None or found[0] is None else found

    def _in_box(self, file: sqlite3.Connection, asked: Asked, box: Box) -> Page:
        # The index knows boxes only; the shapes themselves are asked whether they are met.
        where, values = self._condition(asked.facts)
        west, south, east, north = box.in_degrees()
        near = (
            f"fid IN (SELECT id FROM {self._index} "  # noqa: S608 - quoted, values apart
            "WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
        )
        rows = self._rows(file, f"{where} AND {near}", [*values, west, east, south, north])
        touched = box.touched_by(np.array([row.shape for row in rows], dtype=object))
        met = [row for row, meets in zip(rows, touched, strict=True) if meets]
        rest = [row for row in met if row.place > asked.after]
        return Page(rest[: asked.limit], len(met), len(rest) > asked.limit)

    def _condition(self, facts: Mapping[str, str]) -> tuple[str, list[Any]]:
        parts = [f"{_quoted(name)} = ?" for name in facts]
        values = [typed(self.columns[name], value) for name, value in facts.items()]
        return " AND ".join(["1", *parts]), values

    def _rows(
        self, file: sqlite3.Connection, where: str, values: list[Any], *, limit: int = -1
    ) -> list[Row]:
        columns = ", ".join(_quoted(name) for name in self.columns)
        asked = (
            f"SELECT fid, {self._id}, geom, {columns} FROM {self._table} "  # noqa: S608 - quoted
            f"WHERE {where} ORDER BY fid LIMIT ?"
        )
        return [self._row(*found) for found in file.execute(asked, [*values, limit])]

    def _row(self, place: int, name: str, blob: bytes, *values: Any) -> Row:
        facts = {
            column: bool(value) if kind == BOOLEAN and value is not None else value
            for (column, kind), value in zip(self.columns.items(), values, strict=True)
        }
        return Row(place, name, shapely.from_wkb(_well_known(blob)), facts)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as file:
            yield file


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _well_known(blob: bytes) -> bytes:
    """The shape as well-known binary: what follows the header of a GeoPackage."""
    return blob[8 + _ENVELOPES[(blob[3] >> 1) & 7] :]
