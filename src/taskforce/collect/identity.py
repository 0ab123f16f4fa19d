"""What makes a snapshot itself: the same inputs always give the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from taskforce.snapshot.checksum import fingerprint
from taskforce.snapshot.manifest import SCHEMA, Manifest

GIVEN, FILE_NAME, FILE_MODIFIED = "given", "file name", "file modified"

_DAY = re.compile(r"(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)")
_VINTAGE = re.compile(r"_([JD])(\d\d)_")
_YEAR = re.compile(r"bbk[-_ ]?(?:20)?(\d\d)(?!\d)|(?<!\d)20(\d\d)(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that a delivery speaks of, and how it is known."""

    day: date
    basis: str


def as_of(files: Sequence[Path], given: date | None) -> AsOf:
    """Find the day that a delivery speaks of.

    Parameters
    ----------
    files
        The delivered files.
    given
        The day that the user named, if any.

    Returns
    -------
    AsOf
        The given day; else a day or a year in a file's name (the yearly mapping is of June:
        BBK26 is 2026-06-30; the FCC's J and D are June and December); else the newest file's date
        of change.
    """
    if given:
        return AsOf(given, GIVEN)
    for file in files:
        if (day := _in_name(file.name)) is not None:
            return AsOf(day, FILE_NAME)
    changed = max(file.stat().st_mtime for file in files)
    return AsOf(datetime.fromtimestamp(changed, UTC).date(), FILE_MODIFIED)


def identity(
    sources: Iterable[str], *, profile: str, day: date, layers: Mapping[str, str], marks: str = ""
) -> str:
    """Compute the fingerprint of a snapshot.

    Parameters
    ----------
    sources
        The sha256 of each source file; their order does not matter.
    profile
        The sha256 of the mapping profile.
    day
        The as-of date.
    layers
        Kind and id of each layer that is joined.
    marks
        Anything else that makes it another snapshot.
    """
    joined = [f"{kind}={name}" for kind, name in sorted(layers.items())]
    return fingerprint(str(SCHEMA), profile, day.isoformat(), marks, *sorted(sources), "", *joined)


def identity_of(label: Manifest, *, day: date, layers: Mapping[str, str]) -> str:
    """Compute the fingerprint that a snapshot would have on another day, or with other layers."""
    return identity(
        [source.sha256 for source in label.sources],
        profile=label.profile_sha256,
        day=day,
        layers=layers,
        marks=marks_of(label.demonstration),
    )


def marks_of(demonstration: bool) -> str:
    """What else makes a snapshot another one: that it is no real data."""
    return "demonstration" if demonstration else ""


def named(day: date, print_of_content: str) -> str:
    """The id: the day, and the first letters of the fingerprint."""
    return f"{day.isoformat()}-{print_of_content[:8]}"


def _in_name(name: str) -> date | None:
    if match := _DAY.search(name):
        year, month, day = map(int, match.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None
    if match := _VINTAGE.search(name):
        year = 2000 + int(match.group(2))
        return date(year, 6, 30) if match.group(1) == "J" else date(year, 12, 31)
    if match := _YEAR.search(name):
        return date(2000 + int(match.group(1) or match.group(2)), 6, 30)
    return None
