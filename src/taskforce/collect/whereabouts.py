"""Where each address lies: metres, degrees, hexagon, municipality, and its turn in the order."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.collect.areas import NOWHERE, Areas, area_of_points
from taskforce.collect.workroom import threads
from taskforce.vocabulary.coordinates import METRIC_CRS, hex_cells, to_lonlat, to_metric

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE = 250_000

# The order is a Z-curve over squares of one metre: 21 bits for each axis.
_BITS = 21
_NORTHING_BEGINS_M = 5_000_000
_LAST_MUNICIPALITY = 0x7FFF


@dataclass(frozen=True, slots=True)
class Ground:
    """What places are found by: the CRS of the facts, the municipal codes in order, the areas."""

    crs: str
    codes: tuple[str, ...]
    areas: Areas | None

    @property
    def area_of_code(self) -> NDArray[np.int16]:
        """For each code the position of its area, -1 where it has none; the last is for no code."""
        positions = (
            {code: position for position, code in enumerate(self.areas.codes)} if self.areas else {}
        )
        return np.array([*(positions.get(code, NOWHERE) for code in self.codes), NOWHERE], np.int16)


def find_whereabouts(connection: Any, ground: Ground, target: Path) -> None:
    """Compute the place of every address in `facts`, piece by piece.

    Parameters
    ----------
    connection
        Holds `facts` with `row`, `code` (position in `ground.codes`, or null), `x`, `y`.
    ground
        How to understand them.
    target
        The Parquet file to write: `row`, `easting_m`, `northing_m`, `longitude`, `latitude`,
        `cell` (H3 as integer), `lies_in` (position in the areas), `turn` (the sort key).
    """
    import pyarrow.parquet as pq

    reader = connection.sql("SELECT row, code, x, y FROM facts").to_arrow_reader(_ROWS_AT_ONCE)
    writer = None
    with ThreadPoolExecutor(threads()) as pool:
        for table in _in_order(pool, reader, ground):
            writer = writer or pq.ParquetWriter(target, table.schema, compression="none")
            writer.write_table(table)
    if writer:
        writer.close()


def _in_order(
    pool: ThreadPoolExecutor, reader: pa.RecordBatchReader, ground: Ground
) -> Iterator[pa.Table]:
    """Work on as many pieces at a time as there are cores, and hand them out in their order."""
    under_way = []
    for batch in reader:
        under_way.append(pool.submit(_whereabouts, batch, ground))
        if len(under_way) > threads():
            yield under_way.pop(0).result()
    for task in under_way:
        yield task.result()


def _whereabouts(batch: pa.RecordBatch, ground: Ground) -> pa.Table:
    import pyarrow as pa

    x, y = (batch.column(name).to_numpy(zero_copy_only=False).astype(float) for name in ("x", "y"))
    east, north, longitude, latitude = _coordinates(x, y, ground.crs)
    code = batch.column("code").fill_null(len(ground.codes)).to_numpy(zero_copy_only=False)
    lies_in = _lies_in(east, north, code, ground)
    mask = ~np.isfinite(longitude)
    cell = np.zeros(len(x), np.uint64)
    cell[~mask] = hex_cells(longitude[~mask], latitude[~mask])
    away = ~np.isfinite(east)
    return pa.table(
        {
            "row": batch.column("row"),
            "easting_m": pa.array(east, mask=away),
            "northing_m": pa.array(north, mask=away),
            "longitude": pa.array(longitude, mask=mask),
            "latitude": pa.array(latitude, mask=mask),
            "cell": pa.array(cell, mask=mask),
            "lies_in": pa.array(lies_in, mask=lies_in == NOWHERE),
            "turn": turn(_settled(code, lies_in, ground), east, north),
        }
    )


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


def _settled(code: NDArray[Any], lies_in: NDArray[np.int16], ground: Ground) -> NDArray[np.int64]:
    """The municipality that counts: the named one, else the one it lies in, else none."""
    settled = code.astype(np.int64)
    if ground.areas is not None:
        positions = {code: position for position, code in enumerate(ground.codes)}
        of_area = np.array([*(positions[code] for code in ground.areas.codes), len(positions)])
        unnamed = settled == len(ground.codes)
        settled[unnamed] = of_area[lies_in[unnamed]]
    settled[settled == len(ground.codes)] = _LAST_MUNICIPALITY
    return settled


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
