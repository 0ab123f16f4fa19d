"""An empty list of sites to fill in: its columns, under the names that are read again."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import save_workbook

from taskforce.siting.site_list.columns import NAMES

TEMPLATES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# The place is told in metres or in degrees; a template asks once. The owner is who uploads it.
_LEFT_OUT = ("owner", "owner_kind", "longitude", "latitude")
# Tells a spreadsheet that the letters are UTF-8.
_MARK = "\ufeff"


def template(kind: str) -> bytes:
    """The list in one of the formats."""
    heads = [names[0] for fact, names in NAMES.items() if fact not in _LEFT_OUT]
    if kind == "csv":
        return f"{_MARK}{';'.join(heads)}\r\n".encode()
    return _workbook(heads)


def _workbook(heads: list[str]) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.append(heads)
    page.freeze_panes = "B2"
    for number, cell in enumerate(page[1], start=1):
        cell.font = Font(bold=True)
        page.column_dimensions[get_column_letter(number)].width = max(
            12, len(heads[number - 1]) + 2
        )
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()
