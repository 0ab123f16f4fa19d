"""Write a table for a spreadsheet, which must never run a text in it as a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import save_workbook

from taskforce.web.commitments.queries.sheet import Sheet, Value

# A spreadsheet would run a text that begins like this as a formula.
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Tells a spreadsheet that the letters are UTF-8.
_MARK = "\ufeff"
_LONGEST_TITLE = 31
_NARROWEST, _WIDEST = 12, 40


def as_csv(sheet: Sheet) -> bytes:
    """The table as CSV, separated by semicolons as a Danish spreadsheet expects."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(sheet.heads)
    writer.writerows([_plain(value) for value in row] for row in sheet.rows)
    writer.writerow([])
    writer.writerow([sheet.source])
    return (_MARK + text.getvalue()).encode()


def as_xlsx(sheet: Sheet) -> bytes:
    """The table as a workbook, with its source below it."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title[:_LONGEST_TITLE]
    page.append(list(sheet.heads))
    for row in sheet.rows:
        page.append([_cell(value) for value in row])
    page.append([])
    page.append([sheet.source])
    _dress(page, sheet)
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()


def _dress(page: Any, sheet: Sheet) -> None:
    """Heads that stand out and stay in sight, and columns wide enough to read."""
    page.freeze_panes = "C2"
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, column in enumerate(zip(*sheet.rows, strict=True), start=1):
        longest = max(len(_plain(value)) for value in column)
        width = max(_NARROWEST, min(longest + 2, _WIDEST))
        page.column_dimensions[get_column_letter(number)].width = width
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"


def _cell(value: Value) -> Value:
    return _safe(value) if isinstance(value, str) else value


def _plain(value: Value) -> str:
    return _safe(value) if isinstance(value, str) else "" if value is None else str(value)


def _safe(text: str) -> str:
    shown = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{shown}" if shown.startswith(_LIKE_A_FORMULA) else shown
