"""The rows of a table, piece by piece, each with the line it stands in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from taskforce.sources.raw_table import RawTable
from taskforce.vocabulary.errors import Refused

_AT_ONCE = 50_000


class Row(NamedTuple):
    """The cells of a row as texts, and the line in which it begins."""

    line: int
    cells: list[str]


def pieces(table: RawTable) -> Iterator[list[Row]]:
    """Read a table in pieces that fit into memory, blank rows left out.

    Raises
    ------
    Refused
        A quotation mark is left open and swallows the rest of the file.
    """
    rows = _of_text(table) if table.text else _of_query(table)
    while piece := list(islice(rows, _AT_ONCE)):
        yield piece


def is_whole(cells: list[str], width: int) -> bool:
    """Whether a row has a cell for each column; empty ones too many do no harm."""
    return len(cells) >= width and not any(cells[width:])


def width_of(table: RawTable) -> int:
    """How many columns have a name."""
    return max((at for at, name in enumerate(table.header, 1) if name.strip()), default=0)


def _of_text(table: RawTable) -> Iterator[Row]:
    assert table.text is not None  # noqa: S101 - the caller has looked
    tabs = table.text.delimiter == "\t"
    # A log of tabs knows no quotation marks: one in the name of a cell is only a sign.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL
    with table.text.file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        reader = csv.reader(stream, delimiter=table.text.delimiter, quoting=quoting)
        line = 0
        try:
            for cells in reader:
                begun, line = line + 1, reader.line_num
                if begun > table.header_line and any(cell.strip() for cell in cells):
                    yield Row(begun, cells)
        except csv.Error as error:
            raise Refused(
                f"The rows cannot be told apart ({error}).",
                remedy="Look for a quotation mark that is left open.",
                file=table.shown,
                row=line + 1,
            ) from error


def _of_query(table: RawTable) -> Iterator[Row]:
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT * FROM {table.query}")
        line = 0
        while batch := found.fetchmany(_AT_ONCE):
            for cells in batch:
                line += 1
                yield Row(line, ["" if cell is None else str(cell) for cell in cells])
