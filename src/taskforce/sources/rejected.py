"""The rows that are not taken in, each with its file, its line and the reason."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from taskforce.sources import reasons
from taskforce.sources.raw_table import RawTable, folded
from taskforce.sources.staging import BrokenLine, Staged


@dataclass(frozen=True, slots=True)
class Rejected:
    """One rejected row: where it stands, what is wrong, and the row as it stood."""

    file: str
    line: int
    column: str | None
    value: str | None
    reason: str
    detail: str
    row: str | None


def rejected_rows(connection: Any, staged: Staged) -> Iterator[Rejected]:
    """Look up the rejected rows in their files, in order.

    Parameters
    ----------
    connection
        Holds `staged` and `faults`.
    staged
        What `stage` returned.

    Yields
    ------
    Rejected
        One for each row that carries a fault, and for each line that is no row.
    """
    for number, table in enumerate(staged.delivery.tables):
        faults = _faults(connection, number)
        broken = {one.record: one for one in staged.broken if one.file == number}
        if table.text is not None and (faults or broken):
            yield from _from_text(table, faults, broken)
        elif faults:
            yield from _from_columns(connection, table, faults)


def _faults(connection: Any, file: int) -> dict[int, str]:
    """Fault by the position of its row among the rows of the file, from 0."""
    return dict(
        connection.execute(
            "SELECT row - (SELECT min(row) FROM staged WHERE file = $1), fault FROM faults "
            f"WHERE file = $1 AND NOT starts_with(fault, '{reasons.PASSED_OVER}') ORDER BY 1",
            [file],
        ).fetchall()
    )


def _from_text(
    table: RawTable, faults: dict[int, str], broken: dict[int, BrokenLine]
) -> Iterator[Rejected]:
    position = 0
    for record, line, text in _records(table):
        if record in broken:
            yield _broken(table, broken[record], line)
            continue
        if position in faults:
            yield _rejected(table, line, text, faults[position])
        position += 1


def _records(table: RawTable) -> Iterator[tuple[int, int, str]]:
    """Each row of a text with its number among the rows, its first line, and its text.

    A cell may hold a line break inside quotation marks; blank lines are no rows, but count.
    """
    assert table.text is not None  # noqa: S101 - the caller has looked
    record, kept, begun = 0, "", 0
    with table.text.file.open(encoding="utf-8-sig", errors="replace", newline="\n") as stream:
        for line, text in enumerate(stream, start=1):
            if kept:
                kept += text
            else:
                kept, begun = text, line
            if kept.count('"') % 2 and len(kept) < 100_000:
                continue
            record += 1
            whole, kept = kept.rstrip("\r\n"), ""
            if begun > table.header_line and whole:
                yield record, begun, whole
        if kept:
            yield record + 1, begun, kept.rstrip("\r\n")


def _rejected(table: RawTable, line: int, text: str, fault: str) -> Rejected:
    reason, column, detail = [*fault.split(reasons.SEPARATOR), "", ""][:3]
    cells = next(csv.reader([text], delimiter=table.text.delimiter if table.text else ";"))
    return Rejected(
        table.shown, line, column or None, _cell(table, cells, column), reason, detail, text
    )


def _cell(table: RawTable, cells: list[str], column: str) -> str | None:
    names = [folded(name) for name in table.header]
    if not column or folded(column) not in names:
        return None
    position = names.index(folded(column))
    return cells[position] if position < len(cells) else None


def _broken(table: RawTable, broken: BrokenLine, line: int) -> Rejected:
    return Rejected(table.shown, line, None, None, broken.reason, "", broken.text)


def _from_columns(connection: Any, table: RawTable, faults: dict[int, str]) -> Iterator[Rejected]:
    rows = connection.execute(f"SELECT * FROM {table.scan}")
    position = 0
    while batch := rows.fetchmany(100_000):
        for cells in batch:
            if position in faults:
                texts = ["" if cell is None else cell for cell in cells]
                reason, column, detail = [*faults[position].split(reasons.SEPARATOR), "", ""][:3]
                yield Rejected(
                    table.shown,
                    position + 1,
                    column or None,
                    _cell(table, texts, column),
                    reason,
                    detail,
                    ";".join(texts),
                )
            position += 1
