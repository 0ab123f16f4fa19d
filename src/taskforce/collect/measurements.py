"""Measurements: logs of drive tests and walks are judged, thinned, and added to their layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from taskforce.collect.identity import GIVEN, AsOf, as_of
from taskforce.collect.made_up import is_made_up
from taskforce.collect.measurements_layer import (
    KIND,
    as_table,
    held_measurements,
    label_of,
    newest_day,
    sources_held,
    write_layer,
)
from taskforce.collect.measurements_notes import by_reason, examples, notes_on, refuse_too_many
from taskforce.collect.measurements_thinning import Columns, thinned
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workroom
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import refuse_folders
from taskforce.sources.measurements.profile_file import find_profile
from taskforce.sources.measurements.reading import Reading, read_measurements
from taskforce.sources.measurements.times import zone_of
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    import pyarrow as pa

NEWEST = "newest measurement"


@dataclass(frozen=True, slots=True)
class MeasurementChoices:
    """How the user wants measurements to be taken in.

    `timezone` is the zone of times that carry none; `operator` names the network of a file that
    tells none, or calls it otherwise.
    """

    as_of: date | None = None
    profile: str | None = None
    timezone: str | None = None
    operator: str | None = None
    dry_run: bool = False
    allow_rejected: bool = False


_AS_IT_COMES = MeasurementChoices()


def collect_measurements(
    shelf: Shelf,
    files: Sequence[Path],
    choices: MeasurementChoices = _AS_IT_COMES,
    *,
    tell: Tell = silently,
) -> Outcome:
    """Take in measurements of mobile signal; they are added to those that the shelf holds.

    Parameters
    ----------
    shelf
        Where the layer is put. A file that it holds already is not taken twice.
    files
        Logs, walks and surveys; each may have a layout of its own.
    choices
        Profile, zone, operator, and what to do with rejected rows.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        Counts of the new files; `addresses` is the number of measurements that were kept.

    Raises
    ------
    Refused
        A file cannot be read, its columns are shifted, or too many rows are wrong. Nothing was
        changed.
    """
    for file in files:
        refuse_folders(file)
    if choices.timezone:
        zone_of(choices.timezone)
    with workroom(shelf, dry_run=choices.dry_run) as room:
        held = held_measurements(shelf, demonstration=is_made_up(file.name for file in files))
        fresh = _fresh(files, held)
        if held and not fresh:
            return outcome_of(held.manifest, unchanged=True, dry_run=choices.dry_run)
        readings = _read(list(fresh.values()), choices, room=room, tell=tell)
        if not choices.dry_run:
            refuse_too_many(readings, allow_rejected=choices.allow_rejected)
        tell("Thinning standing vehicles")
        kept = [thinned(_with_operator(one, choices.operator)) for one in readings]
        return _freeze(shelf, choices, held, readings=readings, kept=kept, fresh=fresh)


def _fresh(files: Sequence[Path], held: Layer | None) -> dict[str, Path]:
    """The files that are not on the shelf yet, by checksum; each once."""
    known = {source.sha256 for source in held.manifest.sources} if held else set()
    return {sha256: file for file in files if (sha256 := sha256_of(file)) not in known}


def _read(
    files: Sequence[Path], choices: MeasurementChoices, *, room: Path, tell: Tell
) -> list[Reading]:
    profile = find_profile(choices.profile) if choices.profile else None
    readings: list[Reading] = []
    for number, file in enumerate(files):
        tell(f"Reading {file.name}")
        # Two files of one name from two folders do not meet in one workroom.
        own = room / f"file-{number}"
        own.mkdir()
        readings += read_measurements(file, room=own, profile=profile, zone=choices.timezone)
    return readings


def _with_operator(reading: Reading, name: str | None) -> Columns:
    if name is None:
        return reading.columns
    told = sorted({one for one in reading.columns["operator"] if one is not None})
    if len(told) > 1:
        raise Refused(
            f"The file tells of several operators ({', '.join(told[:5])}); --operator {name} "
            "would make them one.",
            remedy="Leave the option out, or give one file for each operator.",
            file=reading.shown,
        )
    named = np.full(len(reading.columns["operator"]), name, object)
    return reading.columns | {"operator": named}


def _freeze(
    shelf: Shelf,
    choices: MeasurementChoices,
    held: Layer | None,
    *,
    readings: Sequence[Reading],
    kept: Sequence[Columns],
    fresh: dict[str, Path],
) -> Outcome:
    counts = [len(one["easting_m"]) for one in kept]
    total = sum(counts) + (held.manifest.addresses if held else 0)
    day = _day(list(fresh.values()), choices.as_of, held, kept)
    label = label_of(held, _sources(fresh, readings), readings, day=day, kept=total)
    if not choices.dry_run:
        tables = _tables(readings, kept, taken=sources_held(held))
        put_on_shelf(shelf, label, lambda folder: write_layer(folder, held, tables, readings))
    rejected = sum(len(one.rejected) for one in readings)
    rows = sum(one.rows for one in readings)
    outcome = outcome_of(
        label,
        dry_run=choices.dry_run,
        rejected_by_reason=by_reason(readings),
        examples=examples(readings),
        notes=(*notes_on(readings, counts, dry_run=choices.dry_run), *_beside(held, total)),
    )
    return replace(
        outcome, rows=rows, accepted=rows - rejected, rejected=rejected, addresses=sum(counts)
    )


def _beside(held: Layer | None, total: int) -> tuple[str, ...]:
    before = f", {held.manifest.addresses:,} of them from before" if held else ""
    return (f"The layer {KIND} holds {total:,} measurements{before}.",)


def _day(
    files: Sequence[Path], given: date | None, held: Layer | None, kept: Sequence[Columns]
) -> AsOf:
    newest = newest_day(kept)
    if given or newest is None:
        return as_of(files, given)
    before = held.manifest.as_of if held and held.manifest.as_of_basis != GIVEN else newest
    return AsOf(max(newest, before), NEWEST)


def _sources(fresh: dict[str, Path], readings: Sequence[Reading]) -> list[SourceFile]:
    rows = dict.fromkeys(fresh, 0)
    for reading in readings:
        rows[reading.sha256] += reading.rows
    return [
        SourceFile(file.name, sha256, file.stat().st_size, rows[sha256])
        for sha256, file in fresh.items()
    ]


def _tables(
    readings: Sequence[Reading], kept: Sequence[Columns], *, taken: set[str]
) -> list[pa.Table]:
    """The new measurements; a second file of the same name is told apart by its checksum."""
    tables = []
    for reading, columns in zip(readings, kept, strict=True):
        name = reading.shown
        if name in taken:
            name = f"{name} ({reading.sha256[:8]})"
        taken.add(name)
        tables.append(as_table(columns, source=name, layout=reading.profile.name))
    return tables
