"""A PostgreSQL server of our own, started for a measurement and gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import duckdb
import psycopg

MEMORY = "-c shared_buffers=2GB -c work_mem=256MB"
TABLES = {
    "addresses": "address_id int, municipality int",
    "offers": "address_id int, technology smallint, download_kbps int, upload_kbps int",
}


def programs() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


@contextmanager
def postgresql(facts: Path) -> Iterator[str | None]:
    """Offer a server that holds the facts, by its address; None where there is no PostgreSQL."""
    home = programs()
    if home is None:
        yield None
        return
    folder = Path(mkdtemp(prefix="bench-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    port = _free_port()
    _run([f"{home}/initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "postgres"])
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {MEMORY}"
    try:
        _run(
            [
                f"{home}/pg_ctl",
                "-D",
                f"{folder}/data",
                "-o",
                settings,
                "-w",
                "-l",
                f"{folder}/log",
                "start",
            ]
        )
        address = f"host=127.0.0.1 port={port} user=postgres dbname=postgres"
        _load(address, facts)
        yield address
    finally:
        _run([f"{home}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


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


def _run(command: Sequence[str]) -> None:
    # PostgreSQL refuses to run as the superuser of the machine.
    dropped = ["setpriv", "--reuid=postgres", "--clear-groups", "--regid=postgres"]
    full = [*dropped, *command] if os.geteuid() == 0 else list(command)
    subprocess.run(full, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
