"""Roads: the centre lines of a map become short pieces of road on the shelf."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from taskforce.collect.areas import NOWHERE, area_of_points, read_areas
from taskforce.collect.identity import as_of
from taskforce.collect.judgement import LARGEST_REJECTED_SHARE
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.masts_tables import rejected_row
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workroom
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import refuse_folders
from taskforce.sources.roads import Roads, read_roads
from taskforce.tables.roads import ROADS
from taskforce.vocabulary.errors import Refused

KIND = "roads"

_SHOWN = 5
_ORIGIN = Origin(
    publisher="Klimadatastyrelsen og kommunerne",
    title="GeoDanmark, vejmidte",
    licence="CC BY 4.0",
    url="https://www.geodanmark.dk",
)
# Of another map we know neither the publisher nor the terms.
_UNKNOWN = Origin(publisher="Ikke oplyst", title="Vejmidter", licence="")


@dataclass(frozen=True, slots=True)
class RoadChoices:
    """How the user wants roads to be taken in."""

    as_of: date | None = None
    dry_run: bool = False
    allow_rejected: bool = False


_AS_IT_COMES = RoadChoices()


def collect_roads(
    shelf: Shelf, file: Path, choices: RoadChoices = _AS_IT_COMES, *, tell: Tell = silently
) -> Outcome:
    """Take in the roads of a map file; they are the new layer, whatever stood there before.

    Parameters
    ----------
    shelf
        Where the layer is put. Where it holds boundaries, they tell the municipality of a piece.
    file
        GeoDanmark's vejmidte, or any map file of lines.
    choices
        As-of date, and what to do with rejected features.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        `rows` counts the features of the file, `addresses` the pieces of at most 100 metres.

    Raises
    ------
    Refused
        The file cannot be read, or too many of its features are wrong. Nothing was changed.
    """
    refuse_folders(file)
    with workroom(shelf, dry_run=choices.dry_run):
        tell(f"Reading {file.name}")
        found = read_roads(file)
        boundaries = shelf.layer("boundaries")
        label = _label(file, found, choices, boundaries)
        known = held_layer(shelf, label)
        if known:
            return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
        if not choices.dry_run:
            _refuse(found, file, allow_rejected=choices.allow_rejected)
            put_on_shelf(shelf, label, lambda folder: _write(found, boundaries, folder))
    return outcome_of(
        label,
        dry_run=choices.dry_run,
        rejected_by_reason=_reasons(found),
        examples=tuple(rejected_row(one) for one in found.rejected[:_SHOWN]),
        notes=_notes(found, boundaries),
    )


def _label(file: Path, found: Roads, choices: RoadChoices, boundaries: Layer | None) -> Manifest:
    source = SourceFile(file.name, sha256_of(file), file.stat().st_size, found.features)
    # The same roads with other boundaries are another layer.
    ways = ("road centre lines", boundaries.id if boundaries else None)
    label = layer_label(
        KIND,
        _ORIGIN if found.official else _UNKNOWN,
        (source,),
        day=as_of([file], choices.as_of),
        layout=", ".join(filter(None, ways)),
    )
    rejected = len(found.rejected)
    counts = Counts(found.features, found.features - rejected, rejected, len(found.length_m))
    return replace(
        counted(label, counts),
        layers={"boundaries": boundaries.id} if boundaries else {},
        allowed_rejected=_too_many(found),
    )


def _notes(found: Roads, boundaries: Layer | None) -> tuple[str, ...]:
    kilometres = found.length_m.sum() / 1000
    told = f"{kilometres:,.1f} km of road. Every line of the file counts, whatever its class"
    classes = Counter(one or "not told" for one in found.road_class)
    if set(classes) - {"not told"}:
        listed = ", ".join(f"{name} {count:,}" for name, count in classes.most_common())
        told = f"{told}; pieces: {listed}"
    notes = [f"{told}."]
    if boundaries is None:
        notes.append("There are no boundaries: municipalities as the file tells them, or none.")
    return tuple(notes)


def _reasons(found: Roads) -> dict[str, int]:
    return dict(Counter(one.reason for one in found.rejected).most_common())


def _too_many(found: Roads) -> bool:
    return len(found.rejected) > LARGEST_REJECTED_SHARE * found.features


def _refuse(found: Roads, file: Path, *, allow_rejected: bool) -> None:
    if len(found.length_m) and (allow_rejected or not _too_many(found)):
        return
    first = found.rejected[0]
    listed = "; ".join(f"{reason} {count:,}" for reason, count in _reasons(found).items())
    raise Refused(
        f"{len(found.rejected):,} of {found.features:,} features would be rejected "
        f"(at most {LARGEST_REJECTED_SHARE:.0%} may be). Reasons: {listed}.",
        remedy=f"{first.detail} --dry-run shows what would be rejected, "
        "--allow-rejected takes in the rest all the same.",
        file=file,
        row=first.line,
    )


def _write(found: Roads, boundaries: Layer | None, folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {
        "easting_m": found.easting_m,
        "northing_m": found.northing_m,
        "length_m": found.length_m,
        "municipality": _municipalities(found, boundaries),
        "road_class": list(found.road_class),
    }
    table = pa.Table.from_pydict(columns, ROADS.schema())
    pq.write_table(table, folder / f"{KIND}.parquet", compression="zstd")
    texts = [(name, pa.string()) for name in ("column", "value", "reason", "detail", "row")]
    schema = pa.schema([("file", pa.string()), ("line", pa.int64()), *texts])
    rejects = pa.Table.from_pylist([rejected_row(one) for one in found.rejected], schema)
    pq.write_table(rejects, folder / "rejects.parquet", compression="zstd")


def _municipalities(found: Roads, boundaries: Layer | None) -> list[str | None]:
    if boundaries is None:
        return list(found.told_code)
    areas = read_areas(boundaries.file("boundaries"))
    positions = area_of_points(found.easting_m, found.northing_m, areas)
    return [
        told if at == NOWHERE else areas.codes[at]
        for at, told in zip(positions, found.told_code, strict=True)
    ]
