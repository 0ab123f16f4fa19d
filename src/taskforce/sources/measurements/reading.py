"""Reads a file of measurements: what it tells, what of it cannot be true, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from taskforce.sources.measurements.opening import Opened, open_measurements
from taskforce.sources.measurements.profile import EPOCH_MS, EPOCH_S, MeasurementProfile
from taskforce.sources.measurements.rows import pieces
from taskforce.sources.measurements.shifted import refuse_shifted
from taskforce.sources.measurements.times import DEFAULT_ZONE, zone_of
from taskforce.sources.measurements.translation import Columns, Piece, translated
from taskforce.sources.rejected import Rejected
from taskforce.vocabulary.errors import Refused


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one table: `rows = accepted + len(rejected)`.

    `local` counts the times that carried no zone, `twice` those in the hour that comes twice,
    `abroad` the places outside Denmark. `mapping` tells each fact and the columns it stands in.
    """

    shown: str
    sha256: str
    bytes: int
    profile: MeasurementProfile
    columns: Columns
    rejected: tuple[Rejected, ...]
    rows: int
    local: int
    twice: int
    abroad: int
    zone: str
    mapping: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def accepted(self) -> int:
        return self.rows - len(self.rejected)


def read_measurements(
    file: Path,
    *,
    room: Path,
    profile: MeasurementProfile | None = None,
    zone: str | None = None,
    now: datetime | None = None,
) -> tuple[Reading, ...]:
    """Read every table of measurements in a file.

    Parameters
    ----------
    file
        See `open_measurements`.
    room
        A folder for working files; the caller removes it.
    profile
        How to read it; None to recognise the layout by the column names.
    zone
        The zone of times that carry none; else that of the profile, else Danish time.
    now
        No measurement can be later than this; the present moment unless given.

    Returns
    -------
    tuple of Reading
        One for each table; a workbook or a zip may hold several.

    Raises
    ------
    Refused
        The file cannot be opened or recognised, its columns are shifted, or it holds no row.
    """
    delivered, opened = open_measurements(file, profile, room=room)
    moment = now or datetime.now(UTC)
    return tuple(
        _read(one, zone=zone, now=moment, origin=(delivered.sha256, delivered.bytes))
        for one in opened
    )


def _read(opened: Opened, *, zone: str | None, now: datetime, origin: tuple[str, int]) -> Reading:
    chosen = zone or _own_zone(opened.profile) or DEFAULT_ZONE
    found = [
        translated(piece, opened, zone=zone_of(chosen), now=now) for piece in pieces(opened.table)
    ]
    rows = sum(piece.rows for piece in found)
    if rows == 0:
        raise Refused(
            "The file holds column names but no row.",
            remedy="Fetch it again.",
            file=opened.table.shown,
        )
    rejected = tuple(one for piece in found for one in piece.rejected)
    refuse_shifted(rejected, rows)
    return Reading(
        shown=opened.table.shown,
        sha256=origin[0],
        bytes=origin[1],
        profile=opened.profile,
        columns=_together(found),
        rejected=rejected,
        rows=rows,
        local=sum(piece.local for piece in found),
        twice=sum(piece.twice for piece in found),
        abroad=sum(piece.abroad for piece in found),
        zone=chosen,
        mapping=_mapping(opened),
        missing=opened.missing,
        unread=opened.unread,
    )


def _own_zone(profile: MeasurementProfile) -> str | None:
    if profile.time is None:
        return None
    return "UTC" if profile.time.form in (EPOCH_S, EPOCH_MS) else profile.time.zone


def _together(found: list[Piece]) -> Columns:
    return {
        name: np.concatenate([piece.columns[name] for piece in found]) for name in found[0].columns
    }


def _mapping(opened: Opened) -> tuple[tuple[str, str], ...]:
    names = {"x": "first coordinate", "y": "second coordinate"}
    header = opened.table.header
    return tuple(
        (names.get(fact, fact), " + ".join(header[at].strip() for at in columns))
        for fact, columns in opened.columns.items()
    )
