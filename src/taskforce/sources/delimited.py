"""CSV and other text with separated cells, of any size and from any office."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from taskforce.sources.heading import DELIMITERS, heading_of_text
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable, SeparatedText, folded
from taskforce.sources.text_form import TextForm, as_utf8
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

DELIMITED_ENDINGS = (".csv", ".txt", ".tsv", ".tab", "")

_LINES_LOOKED_AT = 40
_LONGEST_LINE = 100_000


def text_table(
    file: Path, form: TextForm, *, profile: Profile | None, kind: str, shown: str, workroom: Path
) -> tuple[RawTable, Profile]:
    """Open a text file as a table.

    Parameters
    ----------
    file
        The text, on disk.
    form
        Its encoding, as `text_form` found it.
    profile
        The profile to read by, or None to recognise a publisher by the column names.
    kind
        "coverage" or "addresses".
    shown
        The name of the file for messages, "delivery.zip/part.csv" for instance.
    workroom
        A folder for a UTF-8 copy, where one is needed.

    Raises
    ------
    Refused
        The text cannot be read, its column names are unknown, or there is no row below them.
    """
    text = as_utf8(file, form, workroom / f"{file.stem}-{form.sha256[:8]}.utf8")
    lines = _first_lines(text)
    heading = heading_of_text(lines, profile, kind=kind, shown=shown)
    if len(lines) < _LINES_LOOKED_AT and not any(line.strip() for line in lines[heading.row :]):
        raise Refused(
            Text(
                "Filen har kolonnenavne, men ingen rækker.",
                "The file holds column names but no row.",
            ),
            remedy=Text("Hent den igen.", "Fetch it again."),
            file=shown,
        )
    table = RawTable(
        shown=shown,
        file=file,
        header=heading.header,
        text=_separated(text, heading.row, heading.header, heading.delimiter),
        header_line=heading.row,
        cut_short=not form.last_line_closed,
    )
    return table, heading.profile


def delimited_scan(file: Path, form: TextForm, *, wanted: str, room: Path) -> RawTable:
    """Open a text whose heading is known by one column ("a | b" are options of its name).

    Raises
    ------
    Refused
        No row among the first holds the column.
    """
    text = as_utf8(file, form, room / f"{file.stem}-{form.sha256[:8]}.utf8")
    options = {folded(name) for name in wanted.split("|")}
    for number, line in enumerate(_first_lines(text), start=1):
        for delimiter in DELIMITERS:
            header = tuple(next(csv.reader([line], delimiter=delimiter), []))
            if options & {folded(name) for name in header} and len(header) > 1:
                rows = _separated(text, number, header, delimiter)
                return RawTable(file.name, file, header, text=rows, header_line=number)
    raise Refused(
        f'No row of column names holds "{wanted.split("|")[0].strip()}".',
        remedy="Give the file as its publisher made it.",
        file=file,
    )


def _first_lines(text: Path) -> Sequence[str]:
    with text.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        whole = (stream.readline(_LONGEST_LINE) for _ in range(_LINES_LOOKED_AT))
        return [line.rstrip("\r\n") for line in islice(whole, _LINES_LOOKED_AT) if line]


def _separated(text: Path, row: int, header: Sequence[str], delimiter: str) -> SeparatedText:
    return SeparatedText(text, delimiter, len(header), skipped=row - 1, has_header=True)
