"""Writes the tables of a report as a workbook, for the clerk who goes on working with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from taskforce.report.dossier.content import Cell, Report, Table
from taskforce.report.dossier.packing import packed

if TYPE_CHECKING:
    from openpyxl import Workbook

# A spreadsheet would run a text that begins like this as a formula.
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_LONGEST_TITLE, _NARROWEST, _WIDEST = 31, 12, 52


def workbook(report: Report, *, about: str) -> bytes:
    """One sheet for each table, after a sheet that tells what the report is.

    Parameters
    ----------
    report
        The report.
    about
        The name of the first sheet, in the language of the report.

    Returns
    -------
    bytes
        An XLSX file; the same report gives the same bytes.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book, about, _told(report), heads=0)
    for table in report.tables:
        _fill(book, f"{table.number} {table.title}", _rows(table), heads=3)
    made = datetime.combine(report.on, time.min)
    book.properties.creator, book.properties.title = report.house, report.title
    book.properties.created = book.properties.modified = made
    file = BytesIO()
    book.save(file)
    return _same_each_time(file.getvalue(), made)


def _told(report: Report) -> Iterable[list[Any]]:
    yield [report.title]
    yield [report.subtitle]
    yield []
    yield [str(report.verdict)]
    yield []
    yield from ([one.value, f"{one.words} ({one.detail})"] for one in report.key_figures)
    yield []
    for line in (*report.sources, *report.methods, report.demonstration, report.link):
        if line:
            yield [line]


def _rows(table: Table) -> Iterable[list[Any]]:
    yield [table.title]
    yield []
    yield [one.head for one in table.columns]
    yield from ([_value(cell) for cell in row] for row in table.rows)
    yield []
    yield from ([line] for line in (table.note, table.source) if line)


def _fill(book: Workbook, title: str, rows: Iterable[list[Any]], *, heads: int) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_FORBIDDEN.sub(" ", title)[:_LONGEST_TITLE].strip())
    for row in rows:
        sheet.append([_safe(value) for value in row])
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    if not heads:
        sheet.column_dimensions["A"].width = _WIDEST
        return
    sheet.freeze_panes = sheet.cell(heads + 1, 2)
    for number, cell in enumerate(sheet[heads], start=1):
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        below = (sheet.cell(row, number).value for row in range(heads + 1, sheet.max_row - 1))
        longest = max((len(str(value or "")) for value in below), default=0)
        width = max(_NARROWEST, min(longest + 2, _WIDEST))
        sheet.column_dimensions[get_column_letter(number)].width = width


def _value(cell: Cell) -> Any:
    return cell.words if cell.value is None else cell.value


def _safe(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)
    return f"'{text}" if text.startswith(_LIKE_A_FORMULA) else text


def _same_each_time(content: bytes, made: datetime) -> bytes:
    """The file without the clock's time: packed anew, with the day of its content."""
    parts = {}
    with ZipFile(BytesIO(content)) as old:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + made.strftime("%Y-%m-%dT00:00:00Z").encode(), part)
            parts[name] = part
    return packed(parts)
