"""A table as its publisher laid it out: rows of text, before anyone says what they mean."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from taskforce.vocabulary.places import plain


@dataclass(frozen=True, slots=True)
class SeparatedText:
    """A UTF-8 text of separated cells: where its rows begin, and which columns are numbers.

    Columns are read as text. Those in `numbers` are read as numbers at once, which is quicker;
    a row with a cell that is none is then left out and reported, so it is only a first attempt.
    """

    file: Path
    delimiter: str
    width: int
    skipped: int
    has_header: bool
    numbers: frozenset[int] = frozenset()
    decimal: str = "."

    @property
    def sql(self) -> str:
        """What DuckDB reads it with; lines that are no rows are put aside as rejected."""
        columns = ", ".join(
            f"'c{number}': '{'DOUBLE' if number in self.numbers else 'VARCHAR'}'"
            for number in range(self.width)
        )
        return (
            f"read_csv({quoted(str(self.file))}, auto_detect=false, columns={{{columns}}}, "
            f"delim={quoted(self.delimiter)}, quote='\"', escape='\"', skip={self.skipped}, "
            f"header={str(self.has_header).lower()}, decimal_separator={quoted(self.decimal)}, "
            "store_rejects=true, rejects_limit=0, strict_mode=true)"
        )


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table inside a delivered file, ready to be scanned as columns c0, c1, c2.

    It lies either in a text, whose lines can be counted, or behind a `query` (Parquet,
    GeoPackage). `shown` is its name in messages; `delivered_in` the file that was handed over,
    the zip for instance.
    """

    shown: str
    file: Path
    header: tuple[str, ...]
    text: SeparatedText | None = None
    query: str = ""
    header_line: int = 1
    cut_short: bool = False
    delivered_in: Path = Path()

    @property
    def scan(self) -> str:
        """What stands after FROM; the columns are texts, but for the numbers of the text."""
        return self.text.sql if self.text else self.query

    def reads_number(self, column: str) -> bool:
        """Whether a column, "c7", is read as a number already."""
        return (
            self.text is not None and column[1:].isdigit() and int(column[1:]) in self.text.numbers
        )

    def with_numbers(self, columns: frozenset[int], decimal: str) -> RawTable:
        """The same table with columns read as numbers at once."""
        if self.text is None:
            return self
        return replace(self, text=replace(self.text, numbers=columns, decimal=decimal))

    def column(self, names: str) -> int | None:
        """The position of a column, tolerant of case, accents and blanks; "a | b" are options."""
        found = {folded(name): position for position, name in reversed([*enumerate(self.header)])}
        for name in names.split("|"):
            if folded(name) in found:
                return found[folded(name)]
        return None


def folded(name: str) -> str:
    """Write a column name so that its variants meet: " Vejnavn" and "vejnavn", "øst" and "oest"."""
    composed = unicodedata.normalize("NFC", name.strip().strip("﻿\"'").strip())
    return plain(" ".join(composed.split()))


def quoted(text: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
