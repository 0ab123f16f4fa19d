"""A table as its publisher laid it out: rows of text, before anyone says what they mean."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from taskforce.vocabulary.places import plain


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table inside a delivered file, ready to be scanned as text in columns c0, c1, c2.

    `scan` is what DuckDB reads it with. `text` is the UTF-8 text that holds it, where its lines
    can be counted; None where a row has no line (Parquet, GeoPackage). `delivered_in` is the file
    that was handed over, the zip for instance.
    """

    shown: str
    file: Path
    header: tuple[str, ...]
    scan: str
    delimiter: str = ";"
    header_line: int = 1
    text: Path | None = None
    cut_short: bool = False
    delivered_in: Path = Path()

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
