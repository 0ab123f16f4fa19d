"""A PostgreSQL server of our own, started for a measurement and gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psycopg
from setup.with_postgres import programs, server

MEMORY = "-c shared_buffers=2GB -c work_mem=256MB"
TABLES = {
    "addresses": "address_id int, municipality int",
    "offers": "address_id int, technology smallint, download_kbps int, upload_kbps int",
}


@contextmanager
def postgresql(facts: Path) -> Iterator[str | None]:
    """Offer a server that holds the facts, by its address; None where there is no PostgreSQL."""
    home = programs()
    if home is None:
        yield None
        return
    with server(home, MEMORY) as port:
        address = f"host=127.0.0.1 port={port} user=postgres dbname=postgres"
        _load(address, facts)
        yield address


def _load(address: str, facts: Path) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for name, columns in TABLES.items():
            connection.execute(f"CREATE UNLOGGED TABLE {name} ({columns})")
            wanted = ", ".join(column.split()[0] for column in columns.split(", "))
            rows = duckdb.execute(f"SELECT {wanted} FROM '{facts}/{name}.parquet'")
            with connection.cursor().copy(f"COPY {name} FROM STDIN") as copy:
                while batch := rows.fetchmany(100_000):
                    copy.write("\n".join("\t".join(map(str, row)) for row in batch) + "\n")
        connection.execute("CREATE INDEX ON offers (address_id)")
        connection.execute("VACUUM ANALYZE")
