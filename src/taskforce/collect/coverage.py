"""Coverage: the publishers' files become one frozen snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from taskforce.collect import identity
from taskforce.collect.assembly import assemble
from taskforce.collect.facts import complete_facts, gather_facts
from taskforce.collect.held import held_layers, held_snapshot, previous_of_layout, same_addresses
from taskforce.collect.identity import AsOf
from taskforce.collect.judgement import Tally, examples_of, refuse_too_many, tally, write_rejected
from taskforce.collect.labels import label_of
from taskforce.collect.made_up import is_made_up
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.quality_of import quality_report
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.tables_out import write_tables
from taskforce.collect.wording import mapping_in_words, notes_on
from taskforce.collect.workroom import workbench, workroom
from taskforce.snapshot import quality
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import open_delivery
from taskforce.sources.profile_file import find_profile
from taskforce.sources.staging import Staged, stage
from taskforce.vocabulary.places import DEFAULT_REGION, load_region


@dataclass(frozen=True, slots=True)
class Choices:
    """How the user wants a delivery to be taken in."""

    as_of: date | None = None
    profile: str | None = None
    dry_run: bool = False
    allow_rejected: bool = False
    region: str = DEFAULT_REGION
    demonstration: bool = False


_AS_IT_COMES = Choices()


def collect_coverage(
    shelf: Shelf, files: Sequence[Path], choices: Choices = _AS_IT_COMES, *, tell: Tell = silently
) -> Outcome:
    """Take in the coverage files of one delivery, and freeze them as a snapshot.

    Parameters
    ----------
    shelf
        Where the snapshot is put.
    files
        CSV, XLSX, Parquet, GeoPackage or zip; files that belong together are given together.
    choices
        As-of date, mapping profile, and what to do with rejected rows.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        Counts, and the id of the snapshot. `unchanged` when the shelf held it already.

    Raises
    ------
    Refused
        The files cannot be read, or too many rows are wrong. Nothing was changed.
    """
    profile = find_profile(choices.profile) if choices.profile else None
    if is_made_up(file.name for file in files):
        choices = replace(choices, demonstration=True)
    load_region(choices.region)
    with workroom(shelf, dry_run=choices.dry_run) as room:
        delivery = open_delivery(files, profile=profile, workroom=room)
        day = identity.as_of(files, choices.as_of)
        layers = held_layers(shelf) if delivery.profile.danish else {}
        known = held_snapshot(
            shelf, delivery, day, layers=layers, demonstration=choices.demonstration
        )
        if known is not None:
            return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
        with workbench(room) as connection:
            staged = stage(connection, delivery, room=room, tell=tell)
            counted = tally(connection, staged)
            if choices.dry_run:
                return _rehearsed(connection, staged, counted, day)
            if not choices.allow_rejected or counted.accepted == 0:
                refuse_too_many(connection, staged, counted)
            setting = _Setting(shelf, room, day, layers, choices, tell)
            return _frozen(connection, staged, counted, setting)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Everything around a delivery that its snapshot depends on."""

    shelf: Shelf
    room: Path
    day: AsOf
    layers: dict[str, Layer]
    choices: Choices
    tell: Tell


def _frozen(connection: Any, staged: Staged, counted: Tally, setting: _Setting) -> Outcome:
    profile = staged.delivery.profile
    _place(connection, staged, setting)
    setting.tell("Comparing with the snapshot before")
    report = quality_report(
        connection,
        counted,
        previous=previous_of_layout(setting.shelf, profile.name, setting.day.day),
        region=load_region(setting.choices.region),
        technologies=staged.technologies,
        notes=notes_on(staged, counted, day=setting.day, allowed=setting.choices.allow_rejected),
    )
    label = label_of(
        staged,
        counted,
        setting.day,
        layers=setting.layers,
        addresses=report.counts["addresses"],
        demonstration=setting.choices.demonstration,
    )
    setting.tell("Freezing the snapshot")

    def fill(folder: Path) -> None:
        write_tables(connection, folder, offers=profile.long is not None)
        write_rejected(connection, staged, folder / "rejects.parquet")
        quality.write(report, folder)

    put_on_shelf(setting.shelf, label, fill)
    return outcome_of(
        label,
        rejected_by_reason=counted.rejected_by_reason,
        examples=examples_of(connection, staged) if counted.rejected else (),
        notes=report.notes,
    )


def _place(connection: Any, staged: Staged, setting: _Setting) -> None:
    setting.tell("Finding the place of each address")
    profile = staged.delivery.profile
    crs = profile.layout.crs
    register = setting.layers.get("addresses")
    elsewhere = same_addresses(setting.shelf) if profile.danish else None
    gather_facts(connection, staged)
    complete_facts(connection, register=register, elsewhere=elsewhere, crs=crs)
    assemble(
        connection,
        staged.technologies,
        crs=crs,
        country=profile.country,
        layers=setting.layers,
    )


def _rehearsed(connection: Any, staged: Staged, counted: Tally, day: AsOf) -> Outcome:
    addresses = connection.execute("SELECT count(DISTINCT source_id) FROM good").fetchone()[0]
    return Outcome(
        id="",
        kind="coverage",
        format=staged.delivery.profile.name,
        as_of=day.day,
        as_of_basis=day.basis,
        rows=counted.rows,
        accepted=counted.accepted,
        rejected=counted.rejected,
        addresses=addresses,
        dry_run=True,
        rejected_by_reason=counted.rejected_by_reason,
        examples=examples_of(connection, staged),
        notes=mapping_in_words(staged),
    )
