"""Several offers at an address become each technology's best pair, and what it cannot beat."""

from __future__ import annotations

from typing import Any

from taskforce.vocabulary.technology import Technology

SPEEDS = tuple(
    column
    for technology in Technology
    for column in (technology.download_column, technology.upload_column)
)

# Download and upload in one number: the greater number is the better pair. An upload that is not
# told counts as -1, below every told one.
_RANK = "download_kbps::BIGINT * 4294967296 + coalesce(upload_kbps, -1) + 1"


def best_pairs(connection: Any, *, covers: tuple[Technology, ...]) -> None:
    """Reduce the table `pairs` to one row per address, and keep what no pair can stand for.

    The best pair of a technology has the highest download, then the highest upload. Another pair
    is kept beside it when its upload is higher than that of every faster one: at some threshold
    only it may suffice. A pair whose upload is not told is kept when it is the fastest such, since
    it may suffice anywhere.

    Parameters
    ----------
    connection
        Holds `pairs`: source_id, technology, download_kbps (never null), upload_kbps (or null).
        Receives `best` (one row per address: the speed columns and overflow_set) and `overflow`.
    covers
        The technologies that the delivery tells about: where an address has no pair of one, it
        is not offered (0). Of the others nothing is known (null).
    """
    connection.execute(f"CREATE TABLE ranked AS {_ranked()}")
    connection.execute(f"CREATE TABLE kept AS {_kept()}")
    connection.execute(_SETS)
    connection.execute(_OVERFLOW)
    columns = ", ".join(_columns(covers))
    connection.execute(
        f"CREATE TABLE best AS SELECT r.source_id, {columns}, "
        "coalesce(any_value(o.overflow_set), 0)::INTEGER AS overflow_set "
        "FROM ranked AS r LEFT JOIN overflow_of AS o USING (source_id) GROUP BY r.source_id"
    )
    for table in ("ranked", "kept", "overflow_of", "contents"):
        connection.execute(f"DROP TABLE {table}")


def no_overflow(connection: Any) -> None:
    """Make the empty table `overflow`, where every address has one pair per technology."""
    connection.execute(
        "CREATE TABLE overflow (overflow_set INTEGER, technology VARCHAR, "
        "download_kbps INTEGER, upload_kbps INTEGER)"
    )


def _ranked() -> str:
    return f"SELECT source_id, technology, max({_RANK}) AS rank FROM pairs GROUP BY ALL"


def _columns(covers: tuple[Technology, ...]) -> list[str]:
    columns = []
    for technology in Technology:
        rank = f"max(r.rank) FILTER (r.technology = '{technology.value}')"
        download = f"({rank}) // 4294967296"
        upload = f"nullif(({rank}) % 4294967296 - 1, -1)"
        missing = 0 if technology in covers else "NULL"
        known = f"({rank}) IS NULL"
        columns += [
            f"(CASE WHEN {known} THEN {missing} ELSE {download} END)::INTEGER "
            f"AS {technology.download_column}",
            f"(CASE WHEN {known} THEN {missing} ELSE {upload} END)::INTEGER "
            f"AS {technology.upload_column}",
        ]
    return columns


def _kept() -> str:
    """The pairs beside the best one that no other pair can stand for."""
    return f"""
        WITH beside AS (
            SELECT DISTINCT p.source_id, p.technology, p.download_kbps, p.upload_kbps,
                   (r.rank % 4294967296 - 1) AS best_upload
            FROM pairs AS p JOIN ranked AS r USING (source_id, technology)
            WHERE {_RANK} <> r.rank
        ),
        told AS (
            SELECT *, max(upload_kbps) OVER (
                PARTITION BY source_id, technology ORDER BY download_kbps DESC, upload_kbps DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS beaten FROM beside
            WHERE upload_kbps IS NOT NULL AND upload_kbps > best_upload
        )
        SELECT source_id, technology, download_kbps, upload_kbps FROM told
        WHERE beaten IS NULL OR upload_kbps > beaten
        UNION ALL
        SELECT source_id, technology, max(download_kbps), NULL FROM beside
        WHERE upload_kbps IS NULL AND best_upload >= 0 AND download_kbps > 0
        GROUP BY source_id, technology
    """


# Equal sets of further pairs share one number, so that counting may group by it.
_SETS = """
    CREATE TABLE contents AS
    SELECT source_id, string_agg(
        concat_ws(' ', technology, download_kbps, coalesce(upload_kbps::VARCHAR, '?')), ','
        ORDER BY technology, download_kbps, upload_kbps
    ) AS content
    FROM kept GROUP BY source_id
"""

_OVERFLOW = """
    CREATE TABLE overflow_of AS
    SELECT source_id, dense_rank() OVER (ORDER BY content)::INTEGER AS overflow_set FROM contents;
    CREATE TABLE overflow AS
    SELECT DISTINCT o.overflow_set, k.technology, k.download_kbps, k.upload_kbps
    FROM kept AS k JOIN overflow_of AS o USING (source_id) ORDER BY ALL
"""
