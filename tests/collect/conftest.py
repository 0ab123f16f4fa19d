"""What the tests of collecting share: an empty shelf, and a look into what was frozen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from taskforce.snapshot.shelf import Shelf

Table = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


@pytest.fixture
def table(shelf: Shelf) -> Table:
    """The rows of a table of a snapshot, the newest unless named."""

    def read(name: str, snapshot: str = "latest") -> list[dict[str, Any]]:
        file = shelf.open(snapshot).file(name)
        with duckdb.connect() as connection:
            return connection.sql(f"FROM read_parquet('{file}')").to_arrow_table().to_pylist()

    return read


@pytest.fixture
def speeds_of(table: Table) -> Callable[..., dict[str, dict[str, Any]]]:
    """The speeds by the publisher's id."""

    def read(snapshot: str = "latest") -> dict[str, dict[str, Any]]:
        ids = {one["address_id"]: one["source_id"] for one in table("address", snapshot)}
        return {ids[one["address_id"]]: one for one in table("speeds", snapshot)}

    return read
