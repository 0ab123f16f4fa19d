"""What each site costs a year, where a budget is asked for; rent is told to no one else."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from taskforce.vocabulary.errors import Refused

_COLUMNS = ("id", "dkk")
_NAMED = 10


def read_costs(file: Path) -> dict[str, float]:
    """Read costs from a CSV file with the columns `id` and `dkk` (kroner a year).

    Parameters
    ----------
    file
        Comma or semicolon; a decimal comma is understood where columns part at semicolons.

    Returns
    -------
    dict
        Kroner a year by the id of a site.

    Raises
    ------
    Refused
        The file cannot be read, lacks a column, or a cost is no number from 0 up.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            f"The costs cannot be read ({error}).", remedy="Give a CSV in UTF-8.", file=file
        ) from error
    lines = text.splitlines()
    sign = ";" if lines and ";" in lines[0] else ","
    reader = csv.DictReader(lines, delimiter=sign)
    for column in _COLUMNS:
        if column not in (reader.fieldnames or ()):
            raise Refused(
                f'There is no column "{column}".', remedy="Write the columns id,dkk.", file=file
            )
    rows = enumerate(reader, start=2)
    return {str(row["id"]).strip(): _kroner(row["dkk"], file, line) for line, row in rows}


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


def _kroner(text: str | None, file: Path, line: int) -> float:
    try:
        cost = float((text or "").strip().replace(",", "."))
    except ValueError:
        cost = -1.0
    if not 0 <= cost < math.inf:
        raise Refused(
            f'"{text}" is no cost.',
            remedy="Write kroner a year, for instance 24000.",
            file=file,
            row=line,
            column="dkk",
        )
    return cost
