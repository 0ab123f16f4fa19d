"""Masts: the antennas of the mast register become a layer of masts on the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from taskforce.collect.identity import AsOf, as_of
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.masts_grouping import Mast, grouped
from taskforce.collect.masts_notes import by_reason, notes_on, refuse_wrong, too_many_wrong
from taskforce.collect.masts_tables import rejected_row, write_masts
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workroom
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import refuse_folders
from taskforce.sources.masts.reading import Reading, read_masts
from taskforce.sources.rejected import Rejected

KIND = "masts"

_SHOWN = 5

_ORIGIN = Origin(
    publisher="Digitaliseringsstyrelsen",
    title="Mastedatabasen",
    licence="public sector data; name mastedatabasen.dk as the source",
    url="https://mastedatabasen.dk",
)


@dataclass(frozen=True, slots=True)
class MastChoices:
    """How the user wants the mast register to be taken in."""

    as_of: date | None = None
    dry_run: bool = False
    allow_rejected: bool = False


_AS_IT_COMES = MastChoices()


def collect_masts(
    shelf: Shelf,
    files: Sequence[Path],
    choices: MastChoices = _AS_IT_COMES,
    *,
    day: AsOf | None = None,
    tell: Tell = silently,
) -> Outcome:
    """Take in the mast register; together the files are the new layer, whatever stood before.

    Parameters
    ----------
    shelf
        Where the layer is put. Where it holds boundaries, they tell the municipality of a mast.
    files
        The register's list (JSON), features of its map (GeoJSON), or a CSV of antennas.
    choices
        As-of date, and what to do with rejected rows.
    day
        The day the files speak of, where the caller knows it better than their names.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        `rows` counts the antennas of the files, `addresses` the masts that they hang on.

    Raises
    ------
    Refused
        A file cannot be read, or too many of its rows are wrong. Nothing was changed.
    """
    for file in files:
        refuse_folders(file)
    day = day or as_of(files, choices.as_of)
    with workroom(shelf, dry_run=choices.dry_run):
        boundaries = shelf.layer("boundaries")
        label = _label(files, day, boundaries)
        known = held_layer(shelf, label)
        if known:
            return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
        readings = _read(files, day.day, tell)
        if not choices.dry_run:
            refuse_wrong(readings, allow_rejected=choices.allow_rejected)
        tell("Grouping antennas into masts")
        masts = grouped((one for reading in readings for one in reading.antennas), boundaries)
        label = _counted(label, readings, masts)
        if not choices.dry_run:
            rejected = _rejected(readings)
            put_on_shelf(shelf, label, lambda folder: write_masts(folder, masts, rejected))
    return outcome_of(
        label,
        dry_run=choices.dry_run,
        rejected_by_reason=by_reason(readings),
        examples=tuple(rejected_row(one) for one in islice(_rejected(readings), _SHOWN)),
        notes=notes_on(readings, masts, boundaries=boundaries is not None),
    )


def _label(files: Sequence[Path], day: AsOf, boundaries: Layer | None) -> Manifest:
    sources = tuple(
        SourceFile(file.name, sha256_of(file), file.stat().st_size, 0) for file in files
    )
    # The same register with other boundaries is another layer.
    ways = ("mastedatabasen", boundaries.id if boundaries else None)
    label = layer_label(KIND, _ORIGIN, sources, day=day, layout=", ".join(filter(None, ways)))
    return replace(label, layers={"boundaries": boundaries.id} if boundaries else {})


def _read(files: Sequence[Path], day: date, tell: Tell) -> list[Reading]:
    readings, known = [], set[object]()
    for file in files:
        tell(f"Reading {file.name}")
        readings.append(read_masts(file, day=day, known=known))
    return readings


def _counted(label: Manifest, readings: Sequence[Reading], masts: Sequence[Mast]) -> Manifest:
    rejected = sum(len(one.rejected) for one in readings)
    rows = sum(one.rows for one in readings)
    sources = tuple(
        replace(source, rows=reading.rows)
        for source, reading in zip(label.sources, readings, strict=True)
    )
    return replace(
        counted(label, Counts(rows, rows - rejected, rejected, kept=len(masts))),
        sources=sources,
        allowed_rejected=any(too_many_wrong(one) for one in readings),
    )


def _rejected(readings: Sequence[Reading]) -> list[Rejected]:
    return [one for reading in readings for one in reading.rejected]
