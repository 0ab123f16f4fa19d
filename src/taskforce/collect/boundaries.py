"""Boundaries: a map file of municipalities becomes a layer on the shelf."""

from __future__ import annotations

from pathlib import Path

from taskforce.collect.again import freeze_again
from taskforce.collect.coverage import Choices
from taskforce.collect.identity import as_of
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workroom
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.manifest import SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.boundaries import Boundaries, read_boundaries
from taskforce.sources.delivery import refuse_folders
from taskforce.tables.layers import BOUNDARIES
from taskforce.vocabulary.places import country_register

KIND = "boundaries"

_ORIGIN = Origin(
    publisher="Klimadatastyrelsen",
    title="DAGI, Danmarks Administrative Geografiske Inddeling",
    licence="CC BY 4.0",
    url="https://dataforsyningen.dk",
)

_AS_IT_COMES = Choices()


def collect_boundaries(
    shelf: Shelf, file: Path, choices: Choices = _AS_IT_COMES, *, tell: Tell = silently
) -> Outcome:
    """Take in the boundaries of the municipalities.

    Parameters
    ----------
    shelf
        Where the layer is put; the newest snapshot is frozen anew with it.
    file
        GeoJSON, GeoPackage, Shapefile, GML or FlatGeobuf, in any CRS.
    choices
        As-of date and whether to write.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        `rows` counts features, `addresses` areas.

    Raises
    ------
    Refused
        The file cannot be read, names no codes, or lies elsewhere than in Denmark.
    """
    refuse_folders(file)
    with workroom(shelf, dry_run=choices.dry_run) as room:
        tell(f"Reading {file.name}")
        found = read_boundaries(file)
        source = SourceFile(file.name, sha256_of(file), file.stat().st_size, found.features)
        day = as_of([file], choices.as_of)
        label = layer_label(KIND, _ORIGIN, (source,), day=day, layout="municipal boundaries")
        label = counted(label, Counts(found.features, found.features, 0, len(found.areas)))
        known = held_layer(shelf, label)
        if known or choices.dry_run:
            return outcome_of(
                known.manifest if known else label,
                unchanged=known is not None,
                dry_run=choices.dry_run,
                notes=_notes(found),
            )
        put_on_shelf(shelf, label, lambda folder: _write(found, folder))
        again = freeze_again(shelf, room, tell=tell)
    return outcome_of(label, notes=_notes(found), refrozen=again)


def _write(found: Boundaries, folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"code": one.code, "name": one.name, "geometry": one.wkb} for one in found.areas]
    table = pa.Table.from_pylist(rows, BOUNDARIES.schema())
    pq.write_table(table, folder / f"{KIND}.parquet", compression="zstd")


def _notes(found: Boundaries) -> tuple[str, ...]:
    register = country_register("dk")
    known = register.by_code if register else {}
    strange = [one for one in found.areas if one.code not in known]
    notes = [f"{found.features} features make {len(found.areas)} areas."]
    if found.repaired:
        notes.append(f"{found.repaired} invalid shapes were repaired.")
    if any(one.code == "0411" for one in found.areas):
        notes.append("0411 Christiansø belongs to no municipality; it is kept.")
    if strange:
        listed = ", ".join(f"{one.code} {one.name}" for one in strange[:5])
        notes.append(f"Codes that the register does not know: {listed}.")
    return tuple(notes)
