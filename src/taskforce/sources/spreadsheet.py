"""Spreadsheets as offices send them: titles on top, blank rows, numbers that are texts."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from taskforce.sources.heading import Heading, heading_among, not_recognised
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable, SeparatedText
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def sheets(
    file: Path, *, profile: Profile | None, kind: str, workroom: Path
) -> list[tuple[RawTable, Profile]]:
    """Open every sheet of a spreadsheet that holds the wanted column names.

    Parameters
    ----------
    file
        XLSX, XLS, XLSB or ODS.
    profile
        The profile to read by; its `sheet` names the one sheet to read. None to recognise.
    kind
        "coverage" or "addresses".
    workroom
        A folder for the sheets as text.

    Raises
    ------
    Refused
        The file is no spreadsheet, the sheet does not exist, or no sheet is recognised.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(file))
    except CalamineError as error:
        raise Refused(
            Text(
                "Regnearket kan ikke åbnes.",
                f"The spreadsheet cannot be opened ({error}).",
            ),
            remedy=Text(
                "Åbn det i et regnearksprogram, og gem det igen.",
                "Open it in a spreadsheet program and save it again.",
            ),
            file=file,
        ) from error
    found, seen = [], []
    for name in _chosen(book.sheet_names, profile, file):
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        texts = [[_text(cell, ".") for cell in row] for row in rows[:40]]
        heading = heading_among(texts, profile, kind=kind)
        seen.append(texts)
        if heading:
            found.append((_as_table(file, name, rows, heading, workroom), heading.profile))
    if not found:
        raise not_recognised(seen, profile, kind=kind, shown=str(file))
    return found


def _chosen(names: Sequence[str], profile: Profile | None, file: Path) -> Sequence[str]:
    wanted = profile.layout.sheet if profile else None
    if wanted is None:
        return names
    if wanted not in names:
        raise Refused(
            f'There is no sheet "{wanted}".', remedy=f"Sheets: {', '.join(names)}.", file=file
        )
    return (wanted,)


def _as_table(
    file: Path, sheet: str, rows: Sequence[Sequence[object]], heading: Heading, workroom: Path
) -> RawTable:
    """Write a sheet as text, row by row, so that a row keeps its number as its line."""
    width = max((number for number, name in enumerate(heading.header, 1) if name), default=1)
    number = len(list(workroom.glob("*.sheet")))
    text = workroom / f"{number}.sheet"
    with text.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
        for cells in _cells(rows, heading.profile.layout.decimal, width):
            if any(cells):
                writer.writerow(cells)
            else:
                stream.write("\n")
    return RawTable(
        shown=f"{file.name}, sheet {sheet}",
        file=file,
        header=heading.header[:width],
        text=SeparatedText(text, ";", width, skipped=heading.row, has_header=False),
        header_line=heading.row,
    )


def _cells(rows: Sequence[Sequence[object]], decimal: str, width: int) -> Iterator[list[str]]:
    for row in rows:
        yield [_text(cell, decimal) for cell in row[:width]]


def _text(cell: object, decimal: str) -> str:
    if isinstance(cell, float):
        whole = str(int(cell)) if cell.is_integer() else repr(cell)
        return whole.replace(".", decimal)
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    return " ".join(str(cell).split()) if cell is not None else ""
