"""Where translated rows wait to be taken in: in memory when they are few, otherwise on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taskforce.sources.delivery import Delivery
from taskforce.sources.raw_table import quoted

# The national file of one year, 400 MB of text, waits in memory; what is larger goes to disk,
# which costs a quarter more time and hardly any memory.
_LARGEST_IN_MEMORY = 500_000_000


@dataclass(frozen=True, slots=True)
class WaitingRoom:
    """Holds the rows of each table of a delivery, in the order of its file."""

    connection: Any
    folder: Path
    in_memory: bool

    def fill(self, number: int, select: str) -> None:
        """Let the rows of a SELECT wait as table `number`, instead of any that did before."""
        if self.in_memory:
            self.connection.execute(f"CREATE OR REPLACE TABLE staged_{number} AS {select}")
        else:
            target = quoted(str(self._file(number)))
            self.connection.execute(f"COPY ({select}) TO {target} (FORMAT parquet)")

    def rows(self, number: int) -> int:
        """How many rows wait as table `number`."""
        query = f"SELECT count(*) FROM ({self.select(number, [], first=0)})"
        return int(self.connection.execute(query).fetchone()[0])

    def select(self, number: int, further: list[str], *, first: int) -> str:
        """The SELECT that reads them back, with `row` counting from `first`, and more columns."""
        more = "".join(f", {column}" for column in further)
        if self.in_memory:
            return f"SELECT *, rowid + {first} AS row{more} FROM staged_{number}"
        source = f"read_parquet({quoted(str(self._file(number)))}, file_row_number=true)"
        return (
            f"SELECT * EXCLUDE (file_row_number), file_row_number + {first} AS row{more} "
            f"FROM {source}"
        )

    def _file(self, number: int) -> Path:
        return self.folder / f"staged-{number}.parquet"


def waiting_room(connection: Any, delivery: Delivery, folder: Path) -> WaitingRoom:
    """Choose where the rows of a delivery wait, by the size of its texts."""
    texts = [table.text.file for table in delivery.tables if table.text]
    size = sum(file.stat().st_size for file in texts)
    small = len(texts) == len(delivery.tables) and size <= _LARGEST_IN_MEMORY
    return WaitingRoom(connection, folder, in_memory=small)
