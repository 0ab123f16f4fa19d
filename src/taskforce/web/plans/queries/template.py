"""An empty plan to fill in: its columns, under the names that are read again."""

from __future__ import annotations

from taskforce.siting.plan_list.columns import NAMES
from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.spreadsheet import as_xlsx

TEMPLATES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Tells a spreadsheet that the letters are UTF-8.
_MARK = "\ufeff"


def template(kind: str) -> bytes:
    """The list in one of the formats."""
    heads = tuple(names[0] for fact, names in NAMES.items() if fact != "address")
    if kind == "csv":
        return f"{_MARK}{';'.join(heads)}\r\n".encode()
    return as_xlsx(Sheet("Udrulningsplan", "", heads, ()))
