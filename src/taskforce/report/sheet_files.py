"""Writes a table as CSV for people and spreadsheets, and as Parquet for machines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taskforce.report.column_types import ColumnType, type_of
from taskforce.report.columns import described
from taskforce.report.disclosure import LIMIT
from taskforce.report.label import FileColumn
from taskforce.report.origin import Origin
from taskforce.report.sheets import Sheet

if TYPE_CHECKING:
    import pyarrow as pa

# A spreadsheet would run a text that begins like this as a formula.
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ColumnBook:
    """Where the words and the type of a column are looked up by its name."""

    described: Callable[[list[str]], tuple[FileColumn, ...]] = described
    type_of: Callable[[str], ColumnType] = type_of


USUAL = ColumnBook()


def write_csv(sheet: Sheet, path: Path) -> None:
    """Write a table as CSV: UTF-8, comma, decimal point, codes quoted as text.

    Parameters
    ----------
    sheet
        The table. An unknown or withheld number becomes an empty field, true and false words.
    path
        The file to write; the same table always gives the same bytes.

    References
    ----------
    RFC 4180.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in (sheet.columns, *sheet.rows):
            file.write(",".join(map(_field, row)) + "\r\n")


def write_parquet(sheet: Sheet, path: Path, origin: Origin, words: ColumnBook = USUAL) -> None:
    """Write a table as Parquet, its origin in the file's own description.

    Parameters
    ----------
    sheet
        The table. Unknown and withheld numbers are null.
    path
        The file to write.
    origin
        Publisher, licence and date.
    words
        What stands in each column.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = zip(*sheet.rows, strict=True) if sheet.rows else ((),) * len(sheet.columns)
    told_of = words.described(list(sheet.columns))
    fields = [_parquet_field(column, words.type_of(column.name)) for column in told_of]
    arrays = [pa.array(v, f.type) for v, f in zip(columns, fields, strict=True)]
    table = pa.table(arrays, schema=pa.schema(fields))
    pq.write_table(table.replace_schema_metadata(told(sheet, origin)), path, compression="zstd")


def _parquet_field(column: FileColumn, told: ColumnType) -> pa.Field:
    """The column with its meaning and unit; a column of nothing but nulls keeps its type."""
    import pyarrow as pa

    kinds = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    about = {"meaning": column.meaning.da, "meaning_en": column.meaning.en, "unit": told.unit}
    return pa.field(column.name, kinds.get(told.kind, pa.string()), metadata=about)


def told(sheet: Sheet, origin: Origin) -> dict[str, str]:
    """What a file says about itself: title, source, licence, date, and the smallest group shown."""
    return {
        "title": sheet.title.da,
        "title_en": sheet.title.en,
        "publisher": origin.publisher,
        "source": origin.title,
        "licence": origin.licence,
        "as_of": origin.as_of.isoformat(),
        "certainty": origin.certainty.value,
        "snapshot": origin.snapshot,
        "disclosure_limit": str(LIMIT),
        "demonstration": str(origin.demonstration).lower(),
    }


def _field(value: Any) -> str:
    """Write one value; quotes tell machines that a code such as 0360 is text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    safe = "'" + value if value.startswith(_LIKE_A_FORMULA) else value
    return '"' + safe.replace('"', '""') + '"'
