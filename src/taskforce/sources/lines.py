"""The rows of a table as they stand, each with its line, for lists that people write."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taskforce.sources.raw_table import RawTable, SeparatedText

# A cell with line breaks is not longer than this; a quotation mark left open would be.
_MOST_LINES = 20
_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it stands: its line in the file, its cells, its text."""

    number: int
    cells: list[str]
    text: str


def lines_of(table: RawTable) -> Iterator[Line]:
    """Hand out the rows of a table, from the first to the last.

    Parameters
    ----------
    table
        As it was delivered.

    Returns
    -------
    iterator of Line
        Rows without any text are left out. A text's rows are numbered by their lines in the
        file, others from 1.
    """
    return _from_text(table, table.text) if table.text else _from_query(table)


def _from_text(table: RawTable, text: SeparatedText) -> Iterator[Line]:
    with text.file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        lines = stream.readlines()
    at = table.header_line
    while at < len(lines):
        cells, used = _record(lines[at : at + _MOST_LINES], text.delimiter)
        if any(cell.strip() for cell in cells):
            yield Line(at + 1, _fitted(cells, len(table.header)), "".join(lines[at : at + used]))
        at += used


def _record(lines: Sequence[str], delimiter: str) -> tuple[list[str], int]:
    """The first row among some lines, and how many of them it takes."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error:
        return next(csv.reader(lines[:1], delimiter=delimiter)), 1


def _fitted(cells: list[str], width: int) -> list[str]:
    """The cells without empty ones beyond the last column."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    return cells


def _from_query(table: RawTable) -> Iterator[Line]:
    import duckdb

    with duckdb.connect() as connection:
        rows = connection.execute(f"SELECT * FROM {table.scan}")
        number = 0
        while some := rows.fetchmany(_ROWS_AT_ONCE):
            for row in some:
                number += 1
                cells = ["" if cell is None else str(cell) for cell in row]
                yield Line(number, cells, ";".join(cells))
