"""Uses: the building register becomes a layer that says what each address is used for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from taskforce.collect.again import freeze_again
from taskforce.collect.coverage import Choices
from taskforce.collect.identity import as_of
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workbench, workroom
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.manifest import SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import refuse_folders
from taskforce.sources.raw_table import quoted
from taskforce.sources.uses import UseCounts, stage_uses
from taskforce.vocabulary.errors import Refused

KIND = "uses"

_ORIGIN = Origin(
    publisher="Vurderingsstyrelsen",
    title="Bygnings- og Boligregistret (BBR)",
    licence="CC BY 4.0",
    url="https://bbr.dk",
)

_AS_IT_COMES = Choices()


def collect_uses(
    shelf: Shelf,
    files: Sequence[Path],
    choices: Choices = _AS_IT_COMES,
    *,
    tell: Tell = silently,
) -> Outcome:
    """Take in the use of addresses, and freeze the newest snapshot anew with it.

    Parameters
    ----------
    shelf
        Where the layer is put.
    files
        BBR bygning (buildings) and enhed (units) as CSV, given together.
    choices
        As-of date and whether to write.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        `rows` counts rows of the register with its history; `rejected` lines that are no rows;
        `addresses` those whose use is known; `refrozen` is the id of the new snapshot.

    Raises
    ------
    Refused
        A file cannot be read or lacks a column, or no row in force tells a use.
    """
    for file in files:
        refuse_folders(file)
    with workroom(shelf, dry_run=choices.dry_run) as room:
        sources = tuple(
            SourceFile(file.name, sha256_of(file), file.stat().st_size, 0) for file in files
        )
        day = as_of(files, choices.as_of)
        label = layer_label(KIND, _ORIGIN, sources, day=day, layout="bbr")
        known = held_layer(shelf, label)
        if known:
            return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
        with workbench(room) as connection:
            tell(f"Reading {', '.join(file.name for file in files)}")
            found = stage_uses(connection, files, room)
            _refuse_none(found, files)
            label = counted(label, _counts(found))
            if choices.dry_run:
                return outcome_of(label, dry_run=True, notes=_notes(found))
            put_on_shelf(
                shelf,
                label,
                lambda folder: connection.execute(
                    f"COPY uses TO {quoted(str(folder / 'uses.parquet'))} "
                    "(FORMAT parquet, COMPRESSION zstd)"
                ),
            )
        again = freeze_again(shelf, room, tell=tell)
    return outcome_of(label, notes=_notes(found), refrozen=again)


def _counts(found: UseCounts) -> Counts:
    return Counts(
        rows=found.rows,
        accepted=found.rows - found.broken,
        rejected=found.broken,
        kept=found.addresses,
    )


def _refuse_none(found: UseCounts, files: Sequence[Path]) -> None:
    if found.addresses == 0:
        raise Refused(
            f"None of {found.rows:,} rows is in force and tells the use of an address.",
            remedy="Give current rows: no registreringTil, no virkningTil, status 6 or 7.",
            file=files[0],
        )


def _notes(found: UseCounts) -> tuple[str, ...]:
    notes = [
        f"{found.past:,} rows are no longer in force.",
        f"{found.without_use:,} rows are outbuildings, or tell no address or no use.",
        "Several uses at one address: home before holiday home, business and other.",
    ]
    if found.loose:
        notes.append(
            f"{found.loose:,} dwellings are not tied to an access address; give bygning or "
            "DAR's Adresse together with enhed."
        )
    return tuple(notes)
