"""Writes the small database in which anyone can look up an address and what is offered there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taskforce.report.spelling import folded, house_parts
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.technology import Technology

if TYPE_CHECKING:
    import duckdb

    from taskforce.snapshot.frozen import Snapshot

_BATCH = 50_000

_TABLES = """
    CREATE TABLE municipality (code TEXT PRIMARY KEY, name TEXT, folded TEXT) WITHOUT ROWID;
    CREATE TABLE road (road_id INTEGER PRIMARY KEY, name TEXT, folded TEXT, joined TEXT,
                       postcode TEXT, municipality TEXT);
    CREATE TABLE road_word (word TEXT, road_id INTEGER, PRIMARY KEY (word, road_id)) WITHOUT ROWID;
    CREATE TABLE offer_set (offer_set INTEGER PRIMARY KEY, offers TEXT);
    CREATE TABLE address (source_id TEXT, road_id INTEGER, house INTEGER, letter TEXT,
                          house_number TEXT, use INTEGER, longitude REAL, latitude REAL,
                          now_set INTEGER, then_set INTEGER);
"""
_INDEXES = """
    CREATE INDEX road_joined ON road (joined);
    CREATE INDEX address_on_road ON address (road_id, house, letter);
    CREATE UNIQUE INDEX address_by_source ON address (source_id);
"""

Offers = dict[str, list[tuple[int | None, int | None]]]


def write_addresses(target: Path, *, region: Region, now: Snapshot, then: Snapshot | None) -> int:
    """Write every address of the region with what is offered there on both days.

    Parameters
    ----------
    target
        The SQLite file to write.
    region
        Only addresses of its municipalities are written.
    now, then
        The snapshots; an address is found in the earlier one by the publisher's id.

    Returns
    -------
    int
        The number of addresses written.
    """
    import duckdb

    source = duckdb.connect()
    codes = [place.code for place in region.municipalities]
    offers = {day: _number_offers(source, day, one) for day, one in _days(now, then).items()}
    book = sqlite3.connect(target, isolation_level=None)
    try:
        book.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        book.execute("BEGIN")
        book.executemany(
            "INSERT INTO municipality VALUES (?, ?, ?)",
            [(place.code, place.name, folded(place.name)) for place in region.municipalities],
        )
        sets = _write_offers(book, offers)
        written = _write_rows(book, _rows(source, now, then, codes), sets)
        book.execute("COMMIT")
        book.executescript(_INDEXES + "ANALYZE;")
    finally:
        book.close()
        source.close()
    return written


def _days(now: Snapshot, then: Snapshot | None) -> dict[str, Snapshot]:
    return {"now": now} if then is None else {"now": now, "then": then}


def _number_offers(
    source: duckdb.DuckDBPyConnection, day: str, snapshot: Snapshot
) -> list[tuple[int, Offers]]:
    """Give each distinct offer of a day a number, so that it is written once and not per home."""
    columns = [c for t in Technology for c in (t.download_column, t.upload_column)]
    columns.append("overflow_set")
    speeds = str(snapshot.file("speeds"))
    same = " AND ".join(f"s.{c} IS NOT DISTINCT FROM d.{c}" for c in columns)
    source.execute(
        f"CREATE TABLE {day}_distinct AS SELECT row_number() OVER () AS offer_set, * "  # noqa: S608 - our own column names
        f"FROM (SELECT DISTINCT {', '.join(columns)} FROM read_parquet(?))",
        [speeds],
    )
    source.execute(
        f"CREATE TABLE {day}_sets AS SELECT s.address_id, d.offer_set "  # noqa: S608 - our own column names
        f"FROM read_parquet(?) s JOIN {day}_distinct d ON {same}",
        [speeds],
    )
    further = _further_offers(source, snapshot)
    rows = source.execute(f"SELECT * FROM {day}_distinct").fetchall()  # noqa: S608 - our own name
    return [(row[0], _offers(row[1:-1], further.get(row[-1], []), snapshot)) for row in rows]


def _further_offers(
    source: duckdb.DuckDBPyConnection, snapshot: Snapshot
) -> dict[int, list[tuple[str, int | None, int | None]]]:
    found: dict[int, list[tuple[str, int | None, int | None]]] = {}
    rows = source.execute(
        "SELECT overflow_set, technology, download_kbps, upload_kbps FROM read_parquet(?) "
        "ORDER BY ALL",
        [str(snapshot.file("overflow"))],
    ).fetchall()
    for number, *offer in rows:
        found.setdefault(number, []).append((offer[0], offer[1], offer[2]))
    return found


def _offers(
    speeds: Sequence[int | None],
    further: Sequence[tuple[str, int | None, int | None]],
    snapshot: Snapshot,
) -> Offers:
    best = dict(zip(Technology, zip(speeds[::2], speeds[1::2], strict=True), strict=True))
    offers: Offers = {technology.value: [best[technology]] for technology in snapshot.technologies}
    for technology, download, upload in further:
        offers.setdefault(technology, []).append((download, upload))
    return offers


def _write_offers(
    book: sqlite3.Connection, offers: dict[str, list[tuple[int, Offers]]]
) -> dict[str, dict[int, int]]:
    """Write each distinct offer once; returns its number in the book, by day and number there."""
    texts: dict[str, int] = {}
    numbers: dict[str, dict[int, int]] = {}
    for day, found in offers.items():
        numbers[day] = {
            number: texts.setdefault(json.dumps(offer, separators=(",", ":")), len(texts))
            for number, offer in found
        }
    rows = [(number, text) for text, number in texts.items()]
    book.executemany("INSERT INTO offer_set VALUES (?, ?)", rows)
    return numbers


def _rows(
    source: duckdb.DuckDBPyConnection, now: Snapshot, then: Snapshot | None, codes: list[str]
) -> Iterator[tuple[Any, ...]]:
    earlier = "SELECT NULL::VARCHAR AS source_id, NULL::BIGINT AS offer_set WHERE false"
    files = [str(now.file("address"))]
    if then is not None:
        earlier = (
            "SELECT source_id, offer_set FROM read_parquet(?) JOIN then_sets USING (address_id)"
        )
        files.append(str(then.file("address")))
    found = source.execute(
        f"WITH today AS (SELECT * FROM read_parquet(?) JOIN now_sets USING (address_id)), "  # noqa: S608 - our own names
        f"earlier AS ({earlier}) "
        "SELECT a.source_id, a.road, a.house_number, a.postcode, a.municipality, a.use, "
        "a.longitude, a.latitude, a.offer_set, e.offer_set FROM today a "
        "LEFT JOIN earlier e ON e.source_id = a.source_id "
        "WHERE a.municipality IN (SELECT unnest(?)) "
        "ORDER BY a.municipality, a.postcode, a.road, a.house_number, a.source_id",
        [*files, codes],
    )
    while batch := found.fetchmany(_BATCH):
        yield from batch


def _write_rows(
    book: sqlite3.Connection, rows: Iterator[tuple[Any, ...]], sets: dict[str, dict[int, int]]
) -> int:
    roads: dict[tuple[Any, ...], int] = {}
    now_sets, then_sets = sets["now"], sets.get("then", {})
    house = lru_cache(maxsize=None)(house_parts)

    def addresses() -> Iterator[tuple[Any, ...]]:
        for source_id, road, number, postcode, code, *rest, now_set, then_set in rows:
            road_id = roads.setdefault((road, postcode, code), len(roads))
            sets_ = (now_sets[now_set], then_sets.get(then_set))
            yield (source_id, road_id, *house(number), number, *rest, *sets_)

    book.executemany("INSERT INTO address VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", addresses())
    _write_roads(book, roads)
    written: int = book.execute("SELECT count(*) FROM address").fetchone()[0]
    return written


def _write_roads(book: sqlite3.Connection, roads: dict[tuple[Any, ...], int]) -> None:
    words: set[tuple[str, int]] = set()
    rows = []
    for (name, postcode, code), road_id in roads.items():
        plain = folded(name or "")
        words.update((word, road_id) for word in plain.split())
        rows.append((road_id, name, plain, plain.replace(" ", ""), postcode, code))
    book.executemany("INSERT INTO road VALUES (?, ?, ?, ?, ?, ?)", rows)
    book.executemany("INSERT INTO road_word VALUES (?, ?)", sorted(words))
