"""Take a list of contacts, pasted or as a file, and cut it into rows and columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

Table = list[list[str]]
_LARGEST_FILE = 1_000_000
_MOST_ROWS = 500
_MOST_COLUMNS = 20


class ListForm(forms.Form):
    """A list, as text or as a file."""

    text = forms.CharField(
        label=gettext_lazy("Paste the rows"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "The first row names the columns: municipality, role, name, mail, phone. Copy straight "
            "from a spreadsheet, or separate with semicolons."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or choose a file"),
        required=False,
        help_text=gettext_lazy("CSV or XLSX, with the same columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    source = forms.CharField(
        label=gettext_lazy("Where we have it from"),
        max_length=200,
        help_text=gettext_lazy("For example: the region's list of 3 March."),
    )

    def clean(self) -> dict[str, Any]:
        """Read the list; what the cells say is judged afterwards."""
        given = super().clean() or {}
        file = given.get("file")
        if file and file.size > _LARGEST_FILE:
            raise ValidationError({"file": _("The file is too large for a list of contacts.")})
        table = _from_file(file.read()) if file else _from_text(given.get("text") or "")
        if not table:
            raise ValidationError(_("Paste some rows, or choose a file."))
        if len(table) > _MOST_ROWS + 1:
            raise ValidationError(_("Take at most %(most)s rows at a time.") % {"most": _MOST_ROWS})
        given["table"] = table
        return given


def as_text(table: Table) -> str:
    """The rows as they are pasted from a spreadsheet."""
    return "\n".join("\t".join(row) for row in table)


def _from_file(content: bytes) -> Table:
    # What a file is stands in its first bytes, not in its name.
    return _from_workbook(content) if content.startswith(b"PK") else _from_bytes(content)


def _from_workbook(content: bytes) -> Table:
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise ValidationError({"file": _("The file is not a spreadsheet we can read.")}) from error
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(max_row=_MOST_ROWS + 2, max_col=_MOST_COLUMNS, values_only=True)
    return _told([["" if cell is None else str(cell) for cell in row] for row in rows])


def _from_bytes(content: bytes) -> Table:
    try:
        return _from_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _from_text(content.decode("cp1252", errors="replace"))


def _from_text(text: str) -> Table:
    first = text.strip().partition("\n")[0]
    sign = next((sign for sign in ("\t", ";", ",") if sign in first), ";")
    return _told(csv.reader(StringIO(text.strip()), delimiter=sign))


def _told(rows: Iterable[list[str]]) -> Table:
    """The rows that say something, without the space around the words."""
    cut = [[" ".join(cell.split()) for cell in row] for row in rows]
    return [row for row in cut if any(row)]
