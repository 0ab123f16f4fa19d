"""Find the row with the column names, and by it the publisher."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from taskforce.sources.profile import Profile
from taskforce.sources.profile_file import shipped_profiles
from taskforce.sources.profile_keys import KINDS
from taskforce.sources.raw_table import folded
from taskforce.vocabulary.errors import Refused

DELIMITERS = (";", ",", "\t", "|")

# Municipalities put a title, a date and blank rows above the table; further down it is data.
_ROWS_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of column names: where it stands, what separates its cells, whose it is."""

    profile: Profile
    row: int
    header: tuple[str, ...]
    delimiter: str = ";"


def heading_of_text(
    lines: Sequence[str], profile: Profile | None, *, kind: str, shown: str
) -> Heading:
    """Find the row of column names among the first lines of a text.

    Parameters
    ----------
    lines
        The first lines, as they stand.
    profile
        The profile to read by; None to recognise a publisher.
    kind
        "coverage" or "addresses".
    shown
        The name of the file, for the message.

    Raises
    ------
    Refused
        No row holds the column names that are needed; says which row came closest.
    """
    wanted = profile.layout.delimiter if profile else None
    tried = []
    for delimiter in (wanted,) if wanted else DELIMITERS:
        rows = [tuple(next(csv.reader([line], delimiter=delimiter), [])) for line in lines]
        found = heading_among(rows, profile, kind=kind)
        if found:
            return Heading(found.profile, found.row, found.header, delimiter)
        tried.append(rows)
    raise not_recognised(tried, profile, kind=kind, shown=shown)


def heading_among(
    rows: Iterable[Sequence[str]], profile: Profile | None, *, kind: str
) -> Heading | None:
    """Find the first row that holds a profile's column names, or None."""
    for number, row in enumerate(rows, start=1):
        if number > _ROWS_LOOKED_AT:
            break
        if profile and profile.layout.header_row not in (None, number):
            continue
        names = {folded(name) for name in row}
        for candidate in (profile,) if profile else _candidates(kind):
            if _is_heading(candidate, names, certain=profile is not None):
                return Heading(candidate, number, tuple(row))
    return None


def not_recognised(
    readings: Sequence[Sequence[Sequence[str]]], profile: Profile | None, *, kind: str, shown: str
) -> Refused:
    """The refusal of a file whose column names nobody knows; names the closest publisher.

    `readings` are the first rows, once for each delimiter or sheet that was tried.
    """
    for other in KINDS:
        if other != kind and any(heading_among(rows, None, kind=other) for rows in readings):
            return Refused(
                f"This is no {kind}, but {other}.",
                remedy=f"Use: taskforce collect {other} FILE.",
                file=shown,
            )
    closest, row, missing = _closest(readings, (profile,) if profile else _candidates(kind))
    if closest and missing:
        listed = ", ".join(f'"{name}"' for name in missing)
        return Refused(
            f"The file looks like {closest.title}, but the column {listed} is missing.",
            remedy="Give the file as its publisher made it, or describe it in a mapping profile "
            "(--profile, see docs/mapping-profiles.md).",
            file=shown,
            row=row,
            column=missing[0],
        )
    if profile:
        wanted = ", ".join(mapped_columns(profile))
        return Refused(
            f"No row holds the columns of the profile {profile.name} ({wanted}). "
            f"The file begins: {_beginning(readings)}",
            remedy="Look at the names in the profile, and at its delimiter, sheet and header_row.",
            file=shown,
        )
    known = ", ".join(one.name for one in shipped_profiles() if one.kind == kind)
    return Refused(
        f"No row of column names is recognised. The file begins: {_beginning(readings)}",
        remedy=f"Name one of the profiles ({known}) or your own with --profile; how to write one "
        "stands in docs/mapping-profiles.md.",
        file=Path(shown).name,
    )


def mapped_columns(profile: Profile) -> tuple[str, ...]:
    """The columns that a file of this profile usually holds."""
    columns = [
        name
        for fact, field in profile.fields.items()
        if fact not in profile.optional
        for name in field.columns
    ]
    if profile.long:
        columns.append(profile.long.download)
    columns += [name for pair in profile.pairs for name in (pair.download, pair.upload) if name]
    return tuple(columns)


def _candidates(kind: str) -> tuple[Profile, ...]:
    return tuple(one for one in shipped_profiles() if one.kind == kind and one.recognised_by)


def _is_heading(profile: Profile, names: set[str], *, certain: bool) -> bool:
    if certain:
        needed = profile.recognised_by or mapped_columns(profile)
        held = [_holds(names, column) for column in needed]
        # Where most of a profile's columns stand, it is the heading; what lacks is told by name.
        return 2 * sum(held) > len(held)
    return all(_holds(names, column) for column in profile.recognised_by) and (
        not profile.recognised_by_any
        or any(_holds(names, column) for column in profile.recognised_by_any)
    )


def _holds(names: set[str], column: str) -> bool:
    return any(folded(option) in names for option in column.split("|"))


def _closest(
    readings: Sequence[Sequence[Sequence[str]]], profiles: Sequence[Profile]
) -> tuple[Profile | None, int, list[str]]:
    best: tuple[int, Profile | None, int, list[str]] = (2, None, 0, [])
    for profile in profiles:
        columns = list(dict.fromkeys((*profile.recognised_by, *mapped_columns(profile))))
        for number, row in (one for rows in readings for one in enumerate(rows, start=1)):
            names = {folded(name) for name in row}
            missing = [column for column in columns if not _holds(names, column)]
            held = len(columns) - len(missing)
            if held > best[0]:
                best = (held, profile, number, missing)
    return best[1], best[2], best[3]


def _beginning(readings: Sequence[Sequence[Sequence[str]]]) -> str:
    filled = (row for rows in readings for row in rows if any(cell.strip() for cell in row))
    first = next(filled, ())
    text = ", ".join(cell.strip() for cell in first)
    return text[:120] + ("…" if len(text) > 120 else "")
