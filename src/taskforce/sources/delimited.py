"""CSV and other text with separated cells, of any size and from any office."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from taskforce.sources.heading import Heading, heading_of_text
from taskforce.sources.profile import Profile
from taskforce.sources.raw_table import RawTable, quoted
from taskforce.sources.text_form import TextForm, as_utf8
from taskforce.vocabulary.errors import Refused

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
            "The file holds column names but no row.", remedy="Fetch it again.", file=shown
        )
    table = RawTable(
        shown=shown,
        file=file,
        header=heading.header,
        scan=_scan(text, heading),
        delimiter=heading.delimiter,
        header_line=heading.row,
        text=text,
        cut_short=not form.last_line_closed,
    )
    return table, heading.profile


def _first_lines(text: Path) -> Sequence[str]:
    with text.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        whole = (stream.readline(_LONGEST_LINE) for _ in range(_LINES_LOOKED_AT))
        return [line.rstrip("\r\n") for line in islice(whole, _LINES_LOOKED_AT) if line]


def _scan(text: Path, heading: Heading) -> str:
    columns = ", ".join(f"'c{number}': 'VARCHAR'" for number in range(len(heading.header)))
    return (
        f"read_csv({quoted(str(text))}, auto_detect=false, header=true, columns={{{columns}}}, "
        f"delim={quoted(heading.delimiter)}, quote='\"', escape='\"', skip={heading.row - 1}, "
        "store_rejects=true, rejects_limit=0, strict_mode=true)"
    )
