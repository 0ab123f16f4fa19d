"""Describes a table for programs: each column's type, unit and meaning, and what empty means."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from taskforce.report.column_types import KEYS, ColumnType, type_of
from taskforce.report.label import FileColumn

SUFFIX = ".schema.json"
Types = Callable[[str], ColumnType]


def table_schema(
    subject: str, columns: Sequence[FileColumn], types: Types = type_of
) -> dict[str, Any]:
    """Describe the columns of a file.

    Parameters
    ----------
    subject
        Names the table; tables with a key have it written down in `column_types`.
    columns
        In the order of the file.
    types
        The type of each column by its name.

    Returns
    -------
    dict
        A Table Schema. `description` is Danish, `description_en` English, `unit` a unit of ours;
        an empty field is unknown or withheld, never 0.

    References
    ----------
    Frictionless Table Schema 1.0: specs.frictionlessdata.io/table-schema.
    """
    schema: dict[str, Any] = {"fields": [_field(one, types(one.name)) for one in columns]}
    names = {column.name for column in columns}
    key = KEYS.get(subject, ())
    if key and names.issuperset(key):
        schema["primaryKey"] = list(key)
    return {**schema, "missingValues": [""]}


def write_schema(
    subject: str, columns: Sequence[FileColumn], path: Path, types: Types = type_of
) -> None:
    """Write the description of a table as a file of its own; see `table_schema`."""
    content = json.dumps(table_schema(subject, columns, types), indent=1, ensure_ascii=False)
    path.write_text(content + "\n", encoding="utf-8")


def _field(column: FileColumn, told: ColumnType) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": told.kind,
        "description": column.meaning.da,
        "description_en": column.meaning.en,
    }
    if told.unit:
        field["unit"] = told.unit
    if told.constraints:
        field["constraints"] = dict(told.constraints)
    return field
