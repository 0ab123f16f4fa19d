"""A snapshot's tables, opened on an engine that counts them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import ibis
import pyarrow.parquet as pq
from numpy.typing import NDArray

from taskforce.need.standing import standing
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting, counted

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.snapshot.frozen import Snapshot

Row = TypeVar("Row", bound=tuple[object, ...])

# A cube is worth its extra column only where it is clearly shorter than the addresses.
_WORTHWHILE = 0.8

_here = threading.local()


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that need is counted from; `overflow` is None when the snapshot has none."""

    connection: BaseBackend
    cube: ir.Table
    place: ir.Table
    overflow: ir.Table | None


def open_tables(snapshot: Snapshot, connection: BaseBackend | None = None) -> Tables:
    """Open what the overview is counted from.

    Parameters
    ----------
    snapshot
        A frozen snapshot.
    connection
        Any Ibis backend that reads Parquet; DuckDB in memory when left out.

    Returns
    -------
    Tables
        `cube` is the table `speeds` with ones where the cube would be hardly shorter.
    """
    connection = connection or _duckdb()
    return Tables(
        connection=connection,
        cube=_cube(snapshot, connection),
        place=snapshot.table(connection, "place"),
        overflow=overflow_table(snapshot, connection),
    )


def overflow_table(snapshot: Snapshot, connection: BaseBackend) -> ir.Table | None:
    """Open the table `overflow`.

    Parameters
    ----------
    snapshot, connection
        A frozen snapshot, and any Ibis backend that reads Parquet.

    Returns
    -------
    ir.Table or None
        None where the snapshot has no incomparable pairs, so that nothing need be looked up.
    """
    if pq.read_metadata(snapshot.file("overflow")).num_rows == 0:
        return None
    return snapshot.table(connection, "overflow")


def standings(
    snapshot: Snapshot, connection: BaseBackend, *, threshold: Threshold, counting: Counting
) -> ir.Table:
    """The standing of every address of a snapshot.

    Parameters
    ----------
    snapshot
        A frozen snapshot.
    connection
        Any Ibis backend that reads Parquet.
    threshold, counting
        What is enough, and which technologies may count.

    Returns
    -------
    ir.Table
        One row per address: `address_id`, `place_use`, `standing` (true above, false below,
        null unknown).
    """
    speeds = snapshot.table(connection, "speeds")
    answer = standing(
        speeds,
        threshold=threshold,
        technologies=counted(counting, snapshot.technologies),
        overflow=overflow_table(snapshot, connection),
    )
    return speeds.select("address_id", "place_use", standing=answer)


def rows(connection: BaseBackend, answer: ir.Table, row: type[Row]) -> list[Row]:
    """Compute an expression on DuckDB and hand back its rows.

    Parameters
    ----------
    connection
        The DuckDB connection that the expression's tables were opened with.
    answer
        The expression.
    row
        A named tuple; the columns are taken by the names of its fields.

    Returns
    -------
    list of row
        In no order.
    """
    chosen = answer.select(*row._fields)  # type: ignore[attr-defined]
    found = connection.raw_sql(connection.compile(chosen)).fetchall()
    return [row(*values) for values in found]


def columns(connection: BaseBackend, answer: ir.Table) -> dict[str, NDArray[Any]]:
    """Compute an expression on DuckDB and hand back its columns.

    Parameters
    ----------
    connection, answer
        See `rows`.

    Returns
    -------
    dict
        An array per column, rows in no order; masked where a value is null.
    """
    found: dict[str, NDArray[Any]] = connection.raw_sql(connection.compile(answer)).fetchnumpy()
    return found


def _duckdb() -> BaseBackend:
    """One DuckDB for each thread: starting it takes as long as counting a region."""
    if not hasattr(_here, "connection"):
        _here.connection = ibis.duckdb.connect()
    return _here.connection


def _cube(snapshot: Snapshot, connection: BaseBackend) -> ir.Table:
    rows = pq.read_metadata(snapshot.file("cube")).num_rows
    if rows < _WORTHWHILE * snapshot.manifest.addresses:
        return snapshot.table(connection, "cube")
    speeds = snapshot.table(connection, "speeds")
    return speeds.mutate(addresses=ibis.literal(1, "int32"))
