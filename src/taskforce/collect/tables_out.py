"""The tables of a snapshot, written as Parquet exactly as promised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from taskforce.collect.columns import as_numbers
from taskforce.collect.offers import SPEEDS
from taskforce.sources.raw_table import quoted
from taskforce.tables import coverage as promised
from taskforce.tables.coverage import ADDRESS, CUBE, OFFERS, OVERFLOW, PLACE, USES_PER_PLACE
from taskforce.tables.promise import Table, check
from taskforce.vocabulary.errors import PromiseBroken

# Small groups serve a question about a box or one address; large ones a count over everything.
_FOR_SERVING, _FOR_COUNTING = 30_720, 122_880

_PLACE_USE = f"(o.place_id * {USES_PER_PLACE} + o.use)::INTEGER AS place_use"


def write_tables(connection: Any, folder: Path, *, offers: bool) -> None:
    """Write every table of the snapshot but the rejected rows.

    Parameters
    ----------
    connection
        Holds `ordered`, `place`, `codes`, `overflow`, and `good` where `offers` are kept.
    folder
        Where to write.
    offers
        Whether the source was long, so that the offers themselves are kept.
    """
    speeds = ", ".join(f"o.{column}" for column in SPEEDS)
    _write(connection, folder, ADDRESS, _address(), _FOR_SERVING)
    _write(
        connection,
        folder,
        promised.SPEEDS,
        f"SELECT o.address_id, {_PLACE_USE}, {speeds}, "
        f"o.overflow_set::INTEGER AS overflow_set FROM ordered AS o",
        _FOR_COUNTING,
    )
    _write(
        connection,
        folder,
        CUBE,
        f"SELECT {_PLACE_USE}, {speeds}, o.overflow_set::INTEGER AS overflow_set, "
        f"count(*)::INTEGER AS addresses FROM ordered AS o GROUP BY ALL ORDER BY ALL",
        _FOR_COUNTING,
    )
    _write(connection, folder, PLACE, _places(), _FOR_COUNTING)
    _write(connection, folder, OVERFLOW, "SELECT * FROM overflow ORDER BY ALL", _FOR_COUNTING)
    if offers:
        _write(connection, folder, OFFERS, _offers(), _FOR_COUNTING)


def _address() -> str:
    return f"SELECT {', '.join(ADDRESS.column_names)} FROM ordered"


def _places() -> str:
    return (
        "SELECT l.place_id, c.municipality, c.municipality_name, c.region, l.postcode, "
        "lower(printf('%x', l.cell)) AS hex "
        "FROM place AS l LEFT JOIN codes AS c ON c.position = l.code ORDER BY l.place_id"
    )


def _offers() -> str:
    return (
        "SELECT o.address_id, g.operator, g.technology, "
        "g.download_kbps, g.upload_kbps FROM good AS g "
        "JOIN ordered AS o USING (source_id) ORDER BY ALL"
    )


def _write(connection: Any, folder: Path, table: Table, select: str, group: int) -> None:
    import pyarrow.parquet as pq

    file = folder / f"{table.name}.parquet"
    connection.execute(
        f"COPY ({select}) TO {quoted(str(file))} "
        f"(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE {group})"
    )
    check(table, pq.read_schema(file))
    if table.name in (ADDRESS.name, promised.SPEEDS.name):
        _check_order(file, table)


def _check_order(file: Path, table: Table) -> None:
    """The two tables of addresses are read side by side: row n of both is address n."""
    import numpy as np
    import pyarrow.parquet as pq

    ids = pq.ParquetFile(file).read(["address_id"])["address_id"].combine_chunks()
    if not np.array_equal(as_numbers(ids, missing=-1), np.arange(len(ids))):
        raise PromiseBroken(f"The rows of {table.name} are not in their order.")
