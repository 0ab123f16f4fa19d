"""An empty list of sites for municipalities to fill in, with an example that is not read."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from taskforce.siting.site_list.described import described
from taskforce.siting.site_list.drafting import EXAMPLE
from taskforce.siting.site_list.writing import COLUMNS, csv_of

_FIRST_SHEET, _SECOND_SHEET = "Steder", "Vejledning"
_MEANING = ("Kolonne", "Hvad der skal stå", "Eksempel", "Skal udfyldes")
_WIDTHS = (22, 80, 30, 16)


def template_csv() -> bytes:
    """Write the template as CSV.

    Returns
    -------
    bytes
        The names of the columns and one example, whose name says that it is one.
    """
    return csv_of([_example()])


def template_xlsx() -> bytes:
    """Write the template as a spreadsheet, with a sheet that explains the columns.

    Returns
    -------
    bytes
        The names of the columns and one example, whose name says that it is one.
    """
    from openpyxl import Workbook
    from openpyxl.writer.excel import save_workbook

    book = Workbook()
    page = book.worksheets[0]
    page.title = _FIRST_SHEET
    page.append(list(COLUMNS))
    page.append(_example())
    page.freeze_panes = "B2"
    _stand_out(page, [max(len(name) + 3, 12) for name in COLUMNS])
    guide = book.create_sheet(_SECOND_SHEET)
    guide.append(list(_MEANING))
    for one in described():
        guide.append([one.name, one.meaning.da, one.example, "ja" if one.needed else ""])
    _stand_out(guide, _WIDTHS)
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()


def _example() -> list[str]:
    cells = [one.example for one in described()]
    return [f"{EXAMPLE} {cells[0]}", *cells[1:]]


def _stand_out(page: Any, widths: Any) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for cell in page[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
