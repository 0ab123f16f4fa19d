"""One row per address, whatever the delivery looked like: the working table `facts`."""

from __future__ import annotations

from typing import Any

from taskforce.collect.offers import SPEEDS, best_pairs, no_overflow
from taskforce.snapshot.frozen import Layer, Snapshot
from taskforce.sources.raw_table import quoted
from taskforce.sources.staging import Staged
from taskforce.vocabulary.coordinates import METRIC_CRS
from taskforce.vocabulary.technology import Technology

_TEXTS = ("road", "house_number", "postcode")
_DETAILS = ("municipality", "municipality_name", "region_code", "hex", "x", "y")


def gather_facts(connection: Any, staged: Staged) -> None:
    """Make the view `base`: one row per address that the delivery tells about.

    Parameters
    ----------
    connection
        Holds `good`. Receives the view `base` (row, source_id, the texts of the
        address, municipality, x, y, the speed columns, overflow_set) and the table `overflow`.
    staged
        What `stage` returned.

    Notes
    -----
    A wide file has one row per address already. Long files, and wide files that tell of the same
    address, are merged: the best pair of each technology, and what it cannot beat.
    """
    if staged.delivery.profile.long:
        connection.execute(
            "CREATE TABLE pairs AS "
            "SELECT source_id, technology, download_kbps, upload_kbps FROM good"
        )
        _merged(connection, staged.technologies)
    elif len(staged.delivery.tables) > 1 and _told_twice(connection):
        connection.execute(f"CREATE TABLE pairs AS {_as_pairs()}")
        _merged(connection, ())
    else:
        no_overflow(connection)
        connection.execute("CREATE VIEW base AS SELECT *, 0 AS overflow_set FROM good")


def complete_facts(
    connection: Any, *, register: Layer | None, elsewhere: Snapshot | None, crs: str
) -> None:
    """Make the view `facts` of `base`, with coordinates and addresses from the register.

    Parameters
    ----------
    connection
        Holds `base`.
    register
        The layer of addresses: tells the coordinates that the delivery lacks, and the addresses
        that it does not mention, whose speeds are unknown.
    elsewhere
        Another snapshot with the same addresses, for coordinates that are still lacking.
    crs
        The CRS of the coordinates in `base`.
    """
    lacking = connection.execute("SELECT count(*) FROM base WHERE x IS NULL").fetchone()[0]
    finders = [layer.file(kind) for layer, kind in ((register, "addresses"),) if layer]
    if elsewhere is not None:
        finders.append(elsewhere.file("address"))
    select, joins = "SELECT b.*", "FROM base AS b"
    if lacking and finders and crs == METRIC_CRS:
        for number, file in enumerate(finders):
            joins += f" LEFT JOIN read_parquet({quoted(str(file))}) AS p{number} USING (source_id)"
        x = ", ".join(f"p{number}.easting_m" for number in range(len(finders)))
        y = ", ".join(f"p{number}.northing_m" for number in range(len(finders)))
        select += f" REPLACE (coalesce(b.x, {x}) AS x, coalesce(b.y, {y}) AS y)"
    connection.execute(f"CREATE VIEW told AS {select} {joins}")
    register = register if _has_register_ids(connection) else None
    added = f" UNION ALL BY NAME {_only_registered(register)}" if register else ""
    connection.execute(f"CREATE VIEW complete AS SELECT * FROM told{added}")


def _has_register_ids(connection: Any) -> bool:
    """Whether the addresses carry UUIDs, as the register's do; other ids cannot be compared."""
    alike, all_of_them = connection.execute(
        "SELECT count(*) FILTER (try_cast(source_id AS UUID) IS NOT NULL), count(*) "
        "FROM (SELECT source_id FROM base LIMIT 1000)"
    ).fetchone()
    return bool(2 * alike > all_of_them)


def _told_twice(connection: Any) -> bool:
    rows, addresses = connection.execute(
        "SELECT count(*), count(DISTINCT source_id) FROM good"
    ).fetchone()
    return bool(rows > addresses)


def _as_pairs() -> str:
    """Each speed pair of a wide table as a row; a technology that a file leaves out is no pair."""
    return " UNION ALL ".join(
        f"SELECT source_id, '{technology.value}' AS technology, "
        f"{technology.download_column} AS download_kbps, "
        f"{technology.upload_column} AS upload_kbps FROM good "
        f"WHERE {technology.download_column} IS NOT NULL"
        for technology in Technology
    )


def _merged(connection: Any, covers: tuple[Technology, ...]) -> None:
    best_pairs(connection, covers=covers)
    connection.execute("DROP TABLE pairs")
    details = ", ".join(
        f"arg_min({column}, row) FILTER ({column} IS NOT NULL) AS {column}"
        for column in (*_TEXTS, *_DETAILS)
    )
    connection.execute(
        f"CREATE VIEW base AS SELECT d.*, b.* EXCLUDE (source_id) FROM ("
        f"  SELECT min(row) AS row, source_id, {details} FROM good GROUP BY source_id"
        ") AS d JOIN best AS b USING (source_id)"
    )


def _only_registered(register: Layer) -> str:
    file = quoted(str(register.file("addresses")))
    unknown = ", ".join(f"NULL::INTEGER AS {column}" for column in SPEEDS)
    return (
        f"SELECT -1 - r.file_row_number AS row, r.source_id, r.road, r.house_number, r.postcode, "
        f"r.municipality, r.easting_m AS x, r.northing_m AS y, {unknown}, 0 AS overflow_set "
        f"FROM read_parquet({file}, file_row_number=true) AS r ANTI JOIN base USING (source_id)"
    )
