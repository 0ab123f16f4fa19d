"""What each site costs a year, where a budget is asked for; rent is told to no one else."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from taskforce.vocabulary.errors import Refused

_COLUMNS = ("id", "dkk")
_NAMED = 10
_PLAIN = re.compile(r"\d+([.,]\d{1,2})?", re.ASCII)
# 24.000 is 24,000 to a Dane, and 24 to a machine.
_TWO_WAYS = re.compile(r"\d{1,3}([.,]\d{3})+([.,]\d+)?", re.ASCII)


def read_costs(file: Path) -> dict[str, float]:
    """Read costs from a CSV file with the columns `id` and `dkk` (kroner a year).

    Parameters
    ----------
    file
        UTF-8, its columns parted by commas or semicolons; further columns are passed over. A
        decimal may stand after a point or a comma: 24000.50 or 24000,50.

    Returns
    -------
    dict
        Kroner a year by the id of a site.

    Raises
    ------
    Refused
        The file cannot be read, lacks a column, or has a row whose id or cost is missing, told
        before, or can be read in two ways. Names file, row and column.
    """
    costs: dict[str, float] = {}
    first: dict[str, int] = {}
    for line, site, kroner in _rows(file):
        if not site:
            raise _refused(file, line, "id", "The id is missing.", "Write the id of the site.")
        if site in costs:
            raise _refused(
                file,
                line,
                "id",
                f"{site} has a cost in row {first[site]} already.",
                "Keep one row for each site.",
            )
        first[site] = line
        costs[site] = _kroner(kroner, file, line)
    return costs


def whole_costs(
    sites: Sequence[str], told: Sequence[float | None], given: Mapping[str, float]
) -> tuple[int, ...]:
    """The cost of each site in whole kroner, rounded up so that no budget is overrun.

    Parameters
    ----------
    sites
        Their ids.
    told
        What the list of sites tells, None where it does not.
    given
        What the user gives, by id; it goes before what the list tells.

    Returns
    -------
    tuple of int
        One for each site.

    Raises
    ------
    Refused
        The cost of a site is not known; names the sites.
    """
    costs = [given.get(site, cost) for site, cost in zip(sites, told, strict=True)]
    missing = [site for site, cost in zip(sites, costs, strict=True) if cost is None]
    if missing:
        more = f" and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else ""
        raise Refused(
            f"With a budget every site needs a cost; not known for {len(missing):,} sites: "
            f"{', '.join(missing[:_NAMED])}{more}.",
            remedy="Give them: --costs FILE.csv with the columns id,dkk (kroner a year).",
        )
    return tuple(math.ceil(cost) for cost in costs if cost is not None)


def _rows(file: Path) -> Iterator[tuple[int, str, str]]:
    """Line, id and cost of each row that is not blank."""
    text = _text(file)
    sign = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        site, kroner = (_column(header, name, file) for name in _COLUMNS)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise _cells(file, reader.line_num, len(cells), len(header))
            yield reader.line_num, cells[site].strip(), cells[kroner].strip()
    except csv.Error as error:
        raise Refused(
            f"Row {reader.line_num} cannot be read ({error}).",
            remedy="Save the costs anew as CSV in UTF-8.",
            file=file,
        ) from error


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            f"The costs cannot be read ({error}).", remedy="Give a CSV in UTF-8.", file=file
        ) from error


def _column(header: Sequence[str], name: str, file: Path) -> int:
    if header.count(name) != 1:
        some = "several columns" if name in header else "no column"
        raise Refused(f'There is {some} "{name}".', remedy="Write the columns id,dkk.", file=file)
    return header.index(name)


def _kroner(text: str, file: Path, line: int) -> float:
    if _PLAIN.fullmatch(text):
        return float(text.replace(",", "."))
    if not text:
        message = "The cost is missing."
    elif text.startswith("-"):
        message = f"{text} is below zero."
    elif _TWO_WAYS.fullmatch(text):
        message = f"{text} can be read in two ways: as thousands or as decimals."
    else:
        message = f'"{text}" is no number.'
    remedy = "Write kroner a year without a sign for thousands, for instance 24000 or 24000.50."
    raise _refused(file, line, "dkk", message, remedy)


def _cells(file: Path, line: int, found: int, wanted: int) -> Refused:
    return Refused(
        f"The row has {found} cells, and the header {wanted}.",
        remedy="Write a decimal with a point (24000.50), or part the columns with semicolons.",
        file=file,
        row=line,
        column="dkk",
    )


def _refused(file: Path, line: int, column: str, message: str, remedy: str) -> Refused:
    return Refused(message, remedy=remedy, file=file, row=line, column=column)
