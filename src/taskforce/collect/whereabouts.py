"""Where each address lies: metres, degrees, hexagon, municipality, and its turn in the order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.collect.areas import NOWHERE, Areas, area_of_points
from taskforce.collect.columns import as_column, as_numbers, as_texts
from taskforce.collect.places import LocalPlaces, PlaceBook, local_places
from taskforce.collect.workroom import threads
from taskforce.vocabulary.coordinates import METRIC_CRS, to_lonlat, to_metric
from taskforce.vocabulary.hexagons import hex_cells

if TYPE_CHECKING:
    import pyarrow as pa

# The order is a Z-curve over squares of one metre: 21 bits for each axis.
_BITS = 21
_NORTHING_BEGINS_M = 5_000_000

# What of the facts goes no further.
_USED_UP = ("x", "y", "told_cell", "code")


@dataclass(frozen=True, slots=True)
class Ground:
    """What places are found by: the CRS of the facts, the municipal codes in order, the areas.

    Every area's code is among the codes.
    """

    crs: str
    codes: tuple[str, ...]
    areas: Areas | None

    @property
    def area_of_code(self) -> NDArray[np.int16]:
        """For each code the position of its area, -1 where it has none; the last is for no code."""
        named = self.areas.codes if self.areas else ()
        positions = {code: position for position, code in enumerate(named)}
        return np.array([*(positions.get(code, NOWHERE) for code in self.codes), NOWHERE], np.int16)

    @property
    def code_of_area(self) -> NDArray[np.int64]:
        """For each area the position of its code; the last, for no area, is that of no code."""
        positions = {code: position for position, code in enumerate(self.codes)}
        named = self.areas.codes if self.areas else ()
        return np.array([*(positions[code] for code in named), len(positions)], np.int64)


def with_whereabouts(
    facts: pa.RecordBatchReader, ground: Ground, book: PlaceBook
) -> pa.RecordBatchReader:
    """Add to each address where it lies, piece by piece as the pieces are asked for.

    Parameters
    ----------
    facts
        One row per address: `code` (position in `ground.codes`, or null), `postcode`, `x`, `y`,
        `told_cell` (an H3 cell as integer, where the publisher tells it), and whatever else.
    ground
        How to understand them.
    book
        Receives every place.

    Returns
    -------
    pa.RecordBatchReader
        The same rows in the same order, with `code` and `municipality` settled (the named one,
        else the one they lie in), `disagrees` (they lie in another), `easting_m`, `northing_m`,
        `longitude`, `latitude`, `place_id` and `turn` (the sort key).
    """
    import pyarrow as pa

    batches = _in_order(facts, ground, book)
    first = next(batches)
    return pa.RecordBatchReader.from_batches(first.schema, chain([first], batches))


def _in_order(
    facts: pa.RecordBatchReader, ground: Ground, book: PlaceBook
) -> Iterator[pa.RecordBatch]:
    """Work on as many pieces at a time as there are cores, and hand them out in their order."""
    under_way: deque[Future[tuple[pa.RecordBatch, LocalPlaces]]] = deque()
    with ThreadPoolExecutor(threads()) as pool:
        for batch in facts:
            under_way.append(pool.submit(_located, batch, ground))
            if len(under_way) > threads():
                yield _numbered(*under_way.popleft().result(), book)
        while under_way:
            yield _numbered(*under_way.popleft().result(), book)


def _numbered(batch: pa.RecordBatch, local: LocalPlaces, book: PlaceBook) -> pa.RecordBatch:
    return batch.append_column("place_id", as_column(book.enter(local)))


def _located(batch: pa.RecordBatch, ground: Ground) -> tuple[pa.RecordBatch, LocalPlaces]:
    import pyarrow as pa

    x, y = (as_numbers(batch.column(name), missing=np.nan) for name in ("x", "y"))
    east, north, longitude, latitude = _coordinates(x, y, ground.crs)
    nobody = len(ground.codes)
    named = as_numbers(batch.column("code"), missing=nobody)
    of_ground = ground.code_of_area[_lies_in(east, north, named, ground)]
    disagrees = (named != of_ground) & (named != nobody) & (of_ground != nobody)
    settled = np.where(named == nobody, of_ground, named)
    code = as_column(settled.astype(np.int16), missing=settled == nobody)
    cells = _cells(batch.column("told_cell"), longitude, latitude)
    found = {
        "code": code,
        "municipality": as_texts(ground.codes).take(code),
        "disagrees": as_column(disagrees.astype(np.int8)),
        "easting_m": as_column(east, missing=~np.isfinite(east)),
        "northing_m": as_column(north, missing=~np.isfinite(north)),
        "longitude": as_column(longitude, missing=~np.isfinite(longitude)),
        "latitude": as_column(latitude, missing=~np.isfinite(latitude)),
        "turn": as_column(turn(settled, east, north)),
    }
    kept = {name: batch.column(name) for name in batch.schema.names if name not in _USED_UP}
    located = pa.RecordBatch.from_pydict(kept | found)
    return located, local_places(code, batch.column("postcode"), cells)


def _cells(
    told: pa.Array, longitude: NDArray[np.float64], latitude: NDArray[np.float64]
) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    placed = np.isfinite(longitude)
    cells = np.zeros(len(longitude), np.uint64)
    cells[placed] = hex_cells(longitude[placed], latitude[placed])
    return pc.coalesce(told.cast(pa.uint64()), as_column(cells, missing=~placed))


def _coordinates(
    x: NDArray[np.float64], y: NDArray[np.float64], crs: str
) -> tuple[NDArray[np.float64], ...]:
    if crs == METRIC_CRS:
        return x, y, *to_lonlat(x, y)
    east, north = to_metric(x, y, crs=crs)
    return east, north, *to_lonlat(east, north)


def _lies_in(
    east: NDArray[np.float64], north: NDArray[np.float64], code: NDArray[Any], ground: Ground
) -> NDArray[np.int16]:
    if ground.areas is None:
        return np.full(len(east), NOWHERE, np.int16)
    return area_of_points(east, north, ground.areas, guess=ground.area_of_code[code])


def turn(
    municipality: NDArray[np.int64], east: NDArray[np.float64], north: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Number the addresses along a Z-curve, municipality by municipality.

    Neighbours on the ground become neighbours in the file, so that a question about a small box
    reads a small part of it. Addresses without a place come last in their municipality.
    """
    highest = (1 << _BITS) - 1
    steps = [
        np.nan_to_num(np.clip(axis, 0, highest), nan=highest).astype(np.int64)
        for axis in (east, north - _NORTHING_BEGINS_M)
    ]
    curve = _spread(steps[0]) | (_spread(steps[1]) << 1)
    return (municipality << (2 * _BITS)) | curve


def _spread(number: NDArray[np.int64]) -> NDArray[np.int64]:
    """Put a nought between each two bits, by halves: 101 becomes 10001."""
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        number = (number | (number << shift)) & mask
    return number
